//! The view of a trace, version 1: the attribution chains of the claims on a question, hop by hop to their origins.

use std::collections::BTreeSet;

use serde::Serialize;

use super::compare::PositionView;
use crate::align::origin::{named, titled};
use crate::align::party;
use crate::judge::Court;
use crate::model::source::How;
use crate::model::table::{AgentId, ClaimId, EventId, Id, QuestionId, SourceId};
use crate::value::shape::{Names, Shape};

/// Chains of attribution. Its JSON is frozen: later versions add keys and remove none.
#[derive(Serialize)]
pub(crate) struct TraceView {
    schema: &'static str,
    pub(crate) question: String,
    pub(crate) ask: String,
    pub(crate) chains: Vec<ChainView>,
    pub(crate) positions: Vec<PositionView>,
    /// Whether one claim was asked for.
    #[serde(skip)]
    pub(crate) of_claim: bool,
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
    /// The way beyond the source, claim by claim, each behind the one that it is reached from.
    pub(crate) onward: Vec<StageView>,
    /// Whether the origin has a stake in the event.
    pub(crate) party: bool,
    #[serde(skip)]
    pub(crate) origin_name: String,
    /// The claims that it rests on, of more than one origin.
    #[serde(skip)]
    pub(crate) tied: Vec<String>,
    /// Why it holds no position, where it does not.
    #[serde(skip)]
    pub(crate) aside: Option<&'static str>,
}

/// A claim of another source that the way leads through.
#[derive(Serialize)]
pub(crate) struct StageView {
    /// The claim that leads to it.
    pub(crate) from: String,
    pub(crate) claim: String,
    pub(crate) words: String,
    pub(crate) quote: Option<String>,
    pub(crate) hops: Vec<HopView>,
}

/// One stop on the way.
#[derive(Clone, Serialize)]
pub(crate) struct HopView {
    /// `source`, `publisher`, `via` or `speaker`.
    pub(crate) role: &'static str,
    pub(crate) id: String,
    pub(crate) name: String,
    /// Sources of the dossier in which this agent speaks of the event for itself.
    pub(crate) held: Vec<String>,
    /// False for an agent that is not named, and for an unknown publisher.
    pub(crate) named: bool,
    /// Whether the agent has a stake in the event.
    pub(crate) party: bool,
    /// What a source says itself that it takes from, and how.
    pub(crate) derived_from: Vec<DerivedView>,
}

#[derive(Clone, Serialize)]
pub(crate) struct DerivedView {
    pub(crate) source: String,
    pub(crate) how: How,
}

impl TraceView {
    pub(crate) fn new(court: &Court, question: QuestionId, only: Option<ClaimId>) -> Self {
        let dossier = court.dossier();
        let event = dossier.questions[question].event;
        let tracer = Tracer { court, event, speaking: speaking(court, event) };
        let claims =
            court.alignment.claims.on(question).iter().filter(|id| only.is_none_or(|only| only == **id));
        let positions = court.positions_on(question).iter();
        let positions = positions.filter(|position| only.is_none_or(|only| position.claims.contains(&only)));
        TraceView {
            schema: "gainsay/trace/1",
            question: dossier.questions.name(question).to_owned(),
            ask: dossier.questions[question].ask.clone(),
            chains: claims.map(|id| tracer.chain(*id)).collect(),
            positions: positions.map(|position| PositionView::new(court.alignment, position)).collect(),
            of_claim: only.is_some(),
        }
    }

    pub(crate) fn chain(&self, claim: &str) -> Option<&ChainView> {
        self.chains
            .binary_search_by(|chain| chain.claim.as_str().cmp(claim))
            .ok()
            .map(|index| &self.chains[index])
    }
}

impl ChainView {
    /// The chain of one claim.
    pub(crate) fn new(court: &Court, id: ClaimId) -> Self {
        let dossier = court.dossier();
        let event = dossier.questions[dossier.claims[id].question].event;
        Tracer { court, event, speaking: speaking(court, event) }.chain(id)
    }
}

/// The sources that speak of an event.
fn speaking(court: &Court, event: EventId) -> BTreeSet<SourceId> {
    let dossier = court.dossier();
    let asked = dossier.questions.iter().filter(|(_, question)| question.event == event);
    let claims = asked.flat_map(|(id, _)| court.alignment.claims.on(id));
    claims.map(|id| dossier.claims[*id].source).collect()
}

/// What follows chains through the dossier.
struct Tracer<'a> {
    court: &'a Court<'a>,
    event: EventId,
    /// The sources that speak of the event.
    speaking: BTreeSet<SourceId>,
}

impl Tracer<'_> {
    fn chain(&self, id: ClaimId) -> ChainView {
        let dossier = self.court.dossier();
        let claim = &dossier.claims[id];
        let origin = &self.court.alignment.origins[id.index()];
        let names = |ids: &mut dyn Iterator<Item = &ClaimId>| {
            ids.map(|id| dossier.claims.name(*id).to_owned()).collect()
        };
        ChainView {
            claim: dossier.claims.name(id).to_owned(),
            words: dossier.said(claim),
            quote: quote(self.court, id),
            hops: self.hops(id),
            origin: named(dossier, origin.speaker),
            established: origin.established,
            leads: names(&mut origin.leads.iter().chain(&origin.tied)),
            ring: origin.ring.is_some(),
            onward: self.onward(id),
            party: party::is_from_party(self.court.alignment, id),
            origin_name: titled(dossier, origin.speaker),
            tied: names(&mut origin.tied.iter()),
            aside: aside(self.court, id),
        }
    }

    /// The source of a claim, its publisher, and all that it is attributed to.
    fn hops(&self, id: ClaimId) -> Vec<HopView> {
        let dossier = self.court.dossier();
        let claim = &dossier.claims[id];
        let source = &dossier.sources[claim.source];
        let name = dossier.sources.name(claim.source);
        let derived = source.derived_from.iter().map(|derivation| DerivedView {
            source: dossier.sources.name(derivation.source).to_owned(),
            how: derivation.how,
        });
        let mut hops = vec![HopView {
            role: "source",
            id: format!("source:{name}"),
            name: source.title.clone(),
            held: vec![name.to_owned()],
            named: true,
            party: party::is_partial(dossier, claim.source, self.event),
            derived_from: derived.collect(),
        }];
        hops.push(match source.publisher {
            Some(publisher) => self.agent("publisher", publisher),
            None => HopView {
                role: "publisher",
                id: "unknown".to_owned(),
                name: "unknown publisher".to_owned(),
                held: Vec::new(),
                named: false,
                party: false,
                derived_from: Vec::new(),
            },
        });
        hops.extend(claim.via.iter().map(|via| self.agent("via", *via)));
        hops.extend(claim.said_by.iter().map(|speaker| self.agent("speaker", *speaker)));
        hops
    }

    fn agent(&self, role: &'static str, agent: AgentId) -> HopView {
        let dossier = self.court.dossier();
        let published = self.court.alignment.sources.published_by(agent).iter();
        let held = published.filter(|source| self.speaking.contains(source));
        HopView {
            role,
            id: format!("agent:{}", dossier.agents.name(agent)),
            name: dossier.agents[agent].name.clone(),
            held: held.map(|id| dossier.sources.name(*id).to_owned()).collect(),
            named: dossier.agents[agent].named,
            party: party::is_party(dossier, agent, self.event),
            derived_from: Vec::new(),
        }
    }

    /// The claims that a claim leads on to, followed through, each once.
    fn onward(&self, start: ClaimId) -> Vec<StageView> {
        let dossier = self.court.dossier();
        let name = |id: ClaimId| dossier.claims.name(id).to_owned();
        let next = |from: ClaimId| {
            let origin = &self.court.alignment.origins[from.index()];
            origin.leads.iter().chain(&origin.tied).rev().map(move |to| (from, *to))
        };
        let mut stages = Vec::new();
        let mut seen = BTreeSet::from([start]);
        let mut open: Vec<(ClaimId, ClaimId)> = next(start).collect();
        while let Some((from, id)) = open.pop() {
            if seen.insert(id) {
                open.extend(next(id));
                stages.push(StageView {
                    from: name(from),
                    claim: name(id),
                    words: dossier.said(&dossier.claims[id]),
                    quote: quote(self.court, id),
                    hops: self.hops(id),
                });
            }
        }
        stages
    }
}

fn quote(court: &Court, id: ClaimId) -> Option<String> {
    court.dossier().claims[id].quote.as_ref().map(|quote| quote.words.clone())
}

/// Why a claim holds no position, where it holds none.
fn aside(court: &Court, id: ClaimId) -> Option<&'static str> {
    let alignment = court.alignment;
    let claim = &court.dossier().claims[id];
    if court.positions_on(claim.question).iter().any(|position| position.claims.contains(&id)) {
        return None;
    }
    Some(match claim.shape() {
        None => "says nothing on it",
        Some(_) if alignment.is_withdrawn(id) => "withdrawn",
        Some(_) if alignment.is_projected(id) => "projected",
        Some(Shape::Names(Names::NotAmong(_))) => "only rules out",
        Some(_) => "since outgrown by its own origin",
    })
}
