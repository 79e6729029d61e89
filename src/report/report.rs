//! The view of the discrepancy report, version 1: where the sources differ, by question.

use serde::Serialize;

use super::check::Counts;
use super::compare::PositionView;
use super::table::{Of, TableView, reading};
use crate::align::reason::{reason, stated};
use crate::align::relation::{Class, relate};
use crate::judge::settles::settles;
use crate::judge::{Court, Finding};
use crate::model::question::Dimension;
use crate::model::table::{ClaimId, Id};

/// The discrepancy report. Its JSON is frozen: later versions add keys and remove none.
#[derive(Serialize)]
pub(crate) struct ReportView {
    schema: &'static str,
    pub(crate) title: String,
    pub(crate) counts: Counts,
    pub(crate) sources: Vec<SourceView>,
    /// Conflicts, then tensions, then what is open; the unexplained first.
    pub(crate) disputes: Vec<DisputeView>,
    pub(crate) table: TableView,
    pub(crate) warnings: Vec<WarningView>,
}

#[derive(Serialize)]
pub(crate) struct SourceView {
    pub(crate) id: String,
    pub(crate) title: String,
    pub(crate) publisher: Option<String>,
    pub(crate) published: String,
    pub(crate) claims: usize,
}

/// One dispute: its claims, why they differ, what explains it.
#[derive(Serialize)]
pub(crate) struct DisputeView {
    pub(crate) rule: &'static str,
    pub(crate) class: &'static str,
    pub(crate) question: String,
    pub(crate) ask: String,
    pub(crate) sides: Vec<SideView>,
    pub(crate) pairs: Vec<PairView>,
    pub(crate) positions: Vec<PositionView>,
    pub(crate) settles: Vec<String>,
    pub(crate) explained: Option<String>,
    pub(crate) status: Option<String>,
    pub(crate) fingerprint: String,
}

/// The claims of a dispute that say one thing.
#[derive(Serialize)]
pub(crate) struct SideView {
    pub(crate) says: String,
    pub(crate) claims: Vec<SaidView>,
}

/// A claim with all a reader needs to judge it.
#[derive(Clone, Serialize)]
pub(crate) struct SaidView {
    pub(crate) claim: String,
    pub(crate) words: String,
    pub(crate) reading: Option<String>,
    pub(crate) speaker: String,
    pub(crate) via: Vec<String>,
    pub(crate) source: String,
    pub(crate) quote: Option<String>,
    pub(crate) as_of: String,
    pub(crate) scope: Vec<String>,
}

#[derive(Serialize)]
pub(crate) struct PairView {
    pub(crate) a: String,
    pub(crate) b: String,
    pub(crate) relation: &'static str,
    pub(crate) row: u8,
    pub(crate) reason: String,
}

#[derive(Serialize)]
pub(crate) struct WarningView {
    pub(crate) rule: &'static str,
    pub(crate) message: String,
}

/// The rules that tell of disputes, gravest first.
const TOLD: [&str; 10] = [
    "contradiction", "denial", "self-contradiction", "misreport", "part-exceeds-whole", "sum-mismatch", "revised-down",
    "tension", "undetermined", "loose-bound",
];

impl ReportView {
    pub(crate) fn new(court: &Court, findings: &[Finding]) -> Self {
        let dossier = court.dossier();
        let mut disputes: Vec<DisputeView> =
            findings.iter().filter(|finding| TOLD.contains(&finding.rule.name)).map(|it| DisputeView::new(court, it)).collect();
        disputes.sort_by_key(|dispute| {
            let grave = TOLD.iter().position(|rule| *rule == dispute.rule).unwrap_or(TOLD.len());
            let class = usize::from(grave >= 6);
            (class, dispute.explained.is_some(), std::cmp::Reverse(source_count(dispute)), grave, dispute.question.clone())
        });
        let rest = findings.iter().filter(|finding| !TOLD.contains(&finding.rule.name));
        ReportView {
            schema: "gainsay/report/1",
            title: dossier.title.clone(),
            counts: Counts::new(court),
            sources: sources(court),
            disputes,
            table: TableView::new(court, Of::Shared),
            warnings: rest.map(|it| WarningView { rule: it.rule.name, message: it.message.clone() }).collect(),
        }
    }

    pub(crate) fn of_class(&self, class: &str) -> impl Iterator<Item = &DisputeView> {
        self.disputes.iter().filter(move |dispute| dispute.class == class)
    }
}

/// How many sources take part.
fn source_count(dispute: &DisputeView) -> usize {
    let mut sources: Vec<&str> =
        dispute.sides.iter().flat_map(|side| &side.claims).map(|claim| claim.source.as_str()).collect();
    sources.sort_unstable();
    sources.dedup();
    sources.len()
}

fn sources(court: &Court) -> Vec<SourceView> {
    let dossier = court.dossier();
    let claims = |id| dossier.claims.iter().filter(|(_, claim)| claim.source == id).count();
    let row = |(id, source): (_, &crate::model::source::Source)| SourceView {
        id: dossier.sources.name(id).to_owned(),
        title: source.title.clone(),
        publisher: source.publisher.map(|agent| dossier.agents[agent].name.clone()),
        published: source.published.as_ref().map_or("unknown".to_owned(), |date| date.words.clone()),
        claims: claims(id),
    };
    dossier.sources.iter().map(row).collect()
}

impl DisputeView {
    fn new(court: &Court, finding: &Finding) -> Self {
        let dossier = court.dossier();
        let alignment = court.alignment;
        let claims: Vec<ClaimId> = finding.claims.iter().filter_map(|name| dossier.claims.find(name)).collect();
        let question = finding.question.as_deref().and_then(|name| dossier.questions.find(name));
        let mut sides: Vec<SideView> = Vec::new();
        for id in &claims {
            let says = dossier.said(&dossier.claims[*id]);
            let said = SaidView::new(court, *id);
            match sides.iter_mut().find(|side| side.says == says) {
                Some(side) => side.claims.push(said),
                None => sides.push(SideView { says, claims: vec![said] }),
            }
        }
        sides.sort_by(|a, b| b.claims.len().cmp(&a.claims.len()).then(a.says.cmp(&b.says)));
        let same_question = |(a, b): &&(ClaimId, ClaimId)| dossier.claims[*a].question == dossier.claims[*b].question;
        let related: Vec<_> = finding
            .pairs
            .iter()
            .filter(same_question)
            .map(|(a, b)| (*a, *b, relate(alignment, *a, *b)))
            .collect();
        let class = related.first().map_or(Class::Conflict, |(_, _, relation)| relation.class());
        let pairs = related.iter().map(|(a, b, relation)| PairView {
            a: dossier.claims.name(*a).to_owned(),
            b: dossier.claims.name(*b).to_owned(),
            relation: relation.kind.name(),
            row: relation.row,
            reason: reason(alignment, *a, *b, relation),
        });
        let positions = question.map(|id| court.positions_on(id)).unwrap_or_default();
        let concerned = positions.iter().filter(|position| position.claims.iter().any(|id| claims.contains(id)));
        let explaining = question.and_then(|id| crate::judge::assessment::explaining(court, id, &claims));
        DisputeView {
            rule: finding.rule.name,
            class: class.name(),
            question: finding.question.clone().unwrap_or_default(),
            ask: question.map(|id| dossier.questions[id].ask.clone()).unwrap_or_default(),
            sides,
            pairs: pairs.collect(),
            positions: concerned.map(|position| PositionView::new(alignment, position)).collect(),
            settles: question.map(|id| settles(court, id, &claims, finding.rule.name)).unwrap_or_default(),
            explained: finding.explained.clone(),
            status: explaining.map(|assessment| assessment.status.clone()),
            fingerprint: finding.fingerprint(),
        }
    }
}

impl SaidView {
    pub(crate) fn new(court: &Court, id: ClaimId) -> Self {
        let dossier = court.dossier();
        let claim = &dossier.claims[id];
        let source = &dossier.sources[claim.source];
        let agent = |agent: &crate::model::table::AgentId| dossier.agents[*agent].name.clone();
        let speaker = match (claim.said_by.last(), source.publisher) {
            (Some(speaker), _) => agent(speaker),
            (None, Some(publisher)) => format!("{}, in its own voice", agent(&publisher)),
            (None, None) => "the article, in its own voice".to_owned(),
        };
        let nearer = claim.said_by.iter().rev().skip(1).map(agent).rev();
        let when = &court.alignment.basics[id.index()].when;
        let assumed = if when.assumed { ", its source's date" } else { "" };
        let scope = Dimension::ALL.into_iter().filter_map(|dimension| {
            stated(court.alignment, id, dimension).map(|words| format!("{} {words}", dimension.name()))
        });
        SaidView {
            claim: dossier.claims.name(id).to_owned(),
            words: dossier.said(claim),
            reading: reading(court, id),
            speaker,
            via: claim.via.iter().map(agent).chain(nearer).collect(),
            source: dossier.sources.name(claim.source).to_owned(),
            quote: claim.quote.as_ref().map(|quote| quote.words.clone()),
            as_of: format!("{}{assumed}", when.as_of.words),
            scope: scope.collect(),
        }
    }
}
