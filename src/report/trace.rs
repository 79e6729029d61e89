//! The attribution chain of a claim, or of all claims on a question: from the source to whoever said it first.

use std::fmt::Write;

use serde::Serialize;

use super::compare::{PositionView, standing_behind};
use super::layout::{Paint, wrapped};
use crate::align::origin::named;
use crate::judge::Court;
use crate::model::table::{AgentId, ClaimId, Id, QuestionId};

/// Chains of attribution. Its JSON is frozen: later versions add keys and remove none.
#[derive(Serialize)]
pub(crate) struct TraceView {
    schema: &'static str,
    pub(crate) question: String,
    pub(crate) ask: String,
    pub(crate) chains: Vec<ChainView>,
    pub(crate) positions: Vec<PositionView>,
}

/// The way of one claim, from its source to its origin.
#[derive(Serialize)]
pub(crate) struct ChainView {
    pub(crate) claim: String,
    pub(crate) words: String,
    pub(crate) quote: Option<String>,
    pub(crate) hops: Vec<HopView>,
    pub(crate) origin: String,
    pub(crate) established: bool,
    /// Other claims of the dossier that the way leads on to.
    pub(crate) leads: Vec<String>,
    /// Whether the way leads into a ring of citations.
    pub(crate) ring: bool,
}

/// One stop on the way.
#[derive(Serialize)]
pub(crate) struct HopView {
    /// `source`, `publisher`, `via` or `speaker`.
    pub(crate) role: &'static str,
    pub(crate) id: String,
    pub(crate) name: String,
    /// Sources of the dossier that this agent published, where it can be looked up.
    pub(crate) held: Vec<String>,
    /// False for an agent that is not named, and for an unknown publisher.
    pub(crate) named: bool,
    /// Whether the agent has a stake in the event.
    pub(crate) party: bool,
}

impl TraceView {
    pub(crate) fn new(court: &Court, question: QuestionId, only: Option<ClaimId>) -> Self {
        let dossier = court.dossier();
        let claims = court.alignment.claims.on(question).iter().filter(|id| only.is_none_or(|only| only == **id));
        let positions = court.positions_on(question).iter();
        let positions = positions.filter(|position| only.is_none_or(|only| position.claims.contains(&only)));
        TraceView {
            schema: "gainsay/trace/1",
            question: dossier.questions.name(question).to_owned(),
            ask: dossier.questions[question].ask.clone(),
            chains: claims.map(|id| ChainView::new(court, *id)).collect(),
            positions: positions.map(|position| PositionView::new(court.alignment, position)).collect(),
        }
    }
}

impl ChainView {
    pub(crate) fn new(court: &Court, id: ClaimId) -> Self {
        let dossier = court.dossier();
        let claim = &dossier.claims[id];
        let source = &dossier.sources[claim.source];
        let origin = &court.alignment.origins[id.index()];
        let event = dossier.questions[claim.question].event;
        let agent = |role, agent: AgentId| {
            let row = &dossier.agents[agent];
            let held = court.alignment.sources.published[agent.index()].iter();
            HopView {
                role,
                id: format!("agent:{}", dossier.agents.name(agent)),
                name: row.name.clone(),
                held: held.map(|id| dossier.sources.name(*id).to_owned()).collect(),
                named: row.named,
                party: row.party_to.contains(&event),
            }
        };
        let name = dossier.sources.name(claim.source);
        let mut hops = vec![HopView {
            role: "source",
            id: format!("source:{name}"),
            name: source.title.clone(),
            held: vec![name.to_owned()],
            named: true,
            party: source.party_to.contains(&event),
        }];
        match source.publisher {
            Some(publisher) => hops.push(agent("publisher", publisher)),
            None => hops.push(HopView {
                role: "publisher",
                id: "unknown".to_owned(),
                name: "unknown publisher".to_owned(),
                held: Vec::new(),
                named: false,
                party: false,
            }),
        }
        hops.extend(claim.via.iter().map(|via| agent("via", *via)));
        hops.extend(claim.said_by.iter().map(|speaker| agent("speaker", *speaker)));
        ChainView {
            claim: dossier.claims.name(id).to_owned(),
            words: dossier.said(claim),
            quote: claim.quote.as_ref().map(|quote| quote.words.clone()),
            hops,
            origin: named(dossier, origin.speaker),
            established: origin.established,
            leads: origin.leads.iter().chain(&origin.tied).map(|id| dossier.claims.name(*id).to_owned()).collect(),
            ring: origin.ring.is_some(),
        }
    }
}

/// The chains as trees, nearest first.
pub(crate) fn render(out: &mut String, view: &TraceView, paint: Paint, width: usize) {
    let _ = writeln!(out, "{}  {}", paint.bold(&view.question), view.ask);
    for chain in &view.chains {
        out.push('\n');
        let _ = writeln!(out, "{}  {}", paint.bold(&chain.words), paint.dim(&chain.claim));
        if let Some(quote) = &chain.quote {
            out.push_str(&wrapped(&format!("“{quote}”"), width, "  "));
        }
        for (depth, hop) in chain.hops.iter().enumerate() {
            let indent = "   ".repeat(depth);
            let branch = if depth == 0 { "" } else { "└─ " };
            let _ = writeln!(out, "  {}{branch}{}{}", indent.get(3..).unwrap_or(""), hop.name, remarks(chain, hop, depth));
        }
        for lead in &chain.leads {
            let _ = writeln!(out, "  leads on to {lead}");
        }
        let kind = if chain.established { "origin" } else { "origin, not established" };
        let ring = if chain.ring { " (a ring of citations)" } else { "" };
        let _ = writeln!(out, "  {kind}: {}{ring}", chain.origin);
    }
    if !view.positions.is_empty() {
        out.push('\n');
    }
    for position in &view.positions {
        out.push_str(&wrapped(&format!("{}: {}", position.label, standing_behind(position)), width, ""));
    }
}

fn remarks(chain: &ChainView, hop: &HopView, depth: usize) -> String {
    let mut said = Vec::new();
    match hop.role {
        "source" => said.push(format!("source `{}`", hop.held.join(", "))),
        "publisher" if chain.hops.len() == 2 => said.push("publisher, in its own voice".to_owned()),
        "publisher" => said.push("publisher".to_owned()),
        "via" => said.push("passes it on".to_owned()),
        _ if depth + 1 == chain.hops.len() => said.push("says so".to_owned()),
        _ => said.push("reports it".to_owned()),
    }
    if !hop.named && hop.id != "unknown" {
        said.push("not named".to_owned());
    }
    if hop.party {
        said.push("party to the event".to_owned());
    }
    if matches!(hop.role, "via" | "speaker") && hop.held.is_empty() {
        said.push("its own text is not in the dossier".to_owned());
    }
    format!("  ({})", said.join("; "))
}
