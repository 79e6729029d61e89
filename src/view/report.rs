//! The view of the discrepancy report, version 1: where the sources differ, by question.

use serde::Serialize;

use super::asked::AskedView;
use super::check::Counts;
use super::covers::{covers, plain, reading};
use super::diff::{ChangedWords, changes};
use super::fragment;
use super::position::HeldPosition;
use super::sets::TwoSets;
use super::table::{Of, ProvenanceTable};
use super::withheld;
use crate::align::relation::{Class, reason, relate};
use crate::judge::settles::settles;
use crate::judge::{Court, Finding};
use crate::model::claim::{Modality, Status};
use crate::model::question::Dimension;
use crate::model::source::{Distance, Reliability, SourceKind};
use crate::model::table::{ClaimId, Id};
use crate::render::report::told;
use crate::value::reading::Bounds;

/// The discrepancy report. Its JSON is frozen: later versions add keys and remove none.
#[derive(Serialize)]
pub(crate) struct ReportView {
    schema: &'static str,
    pub(crate) title: String,
    pub(crate) counts: Counts,
    pub(crate) sources: Vec<SourceView>,
    /// Conflicts, then tensions, then what is open; the unexplained first.
    pub(crate) disputes: Vec<DisputeView>,
    pub(crate) table: ProvenanceTable,
    pub(crate) warnings: Vec<WarningView>,
    /// Every question that is in dispute or that two sources or more speak of, in order.
    pub(crate) questions: Vec<AskedView>,
}

#[derive(Serialize)]
pub(crate) struct SourceView {
    pub(crate) id: String,
    pub(crate) title: String,
    pub(crate) publisher: Option<String>,
    pub(crate) published: String,
    pub(crate) claims: usize,
    /// Whether its restricted fields are left out here.
    pub(crate) restricted: bool,
    pub(crate) kind: Option<SourceKind>,
    pub(crate) level: Option<Distance>,
    pub(crate) language: Option<String>,
    /// Admiralty code, A to F.
    pub(crate) reliability: Option<Reliability>,
    pub(crate) author: Vec<String>,
    pub(crate) url: Option<String>,
    pub(crate) archive_url: Option<String>,
    pub(crate) note: Option<String>,
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
    pub(crate) positions: Vec<HeldPosition>,
    pub(crate) settles: Vec<String>,
    pub(crate) explained: Option<String>,
    pub(crate) status: Option<Status>,
    pub(crate) decided_by: Option<String>,
    pub(crate) fingerprint: String,
    /// What the finding says, in one sentence.
    pub(crate) message: String,
    /// Whether it is about a running toll.
    pub(crate) grows: bool,
    /// The title of the event that the question is about.
    pub(crate) event: String,
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
    /// The scope for people: names for ids, days for EDTF.
    pub(crate) covers: Vec<String>,
    /// The value for people: names for ids, days for EDTF.
    pub(crate) plain: String,
    /// The two sets of a count, an amount or a date.
    pub(crate) sets: Option<TwoSets>,
    pub(crate) own_voice: bool,
    /// False for a speaker without a name, and for the own voice of a source whose publisher is unknown.
    pub(crate) named: bool,
    pub(crate) title: String,
    pub(crate) publisher: Option<String>,
    pub(crate) modality: Modality,
    pub(crate) locator: Option<String>,
    pub(crate) translation: Option<String>,
    /// Admiralty code, 1 to 6.
    pub(crate) credibility: Option<u8>,
    pub(crate) note: Option<String>,
    /// The address of the quote within the source's page.
    pub(crate) link: Option<String>,
    /// Whether the quote is left out because access to the source is restricted.
    pub(crate) withheld: bool,
    #[serde(skip)]
    pub(crate) bounds: Option<Bounds>,
}

#[derive(Serialize)]
pub(crate) struct PairView {
    pub(crate) a: String,
    pub(crate) b: String,
    pub(crate) relation: &'static str,
    pub(crate) row: u8,
    pub(crate) reason: String,
    /// The two quotes, word by word; `null` where one is withheld, and past the first pairs of a dispute.
    pub(crate) words: Option<Vec<ChangedWords>>,
}

/// So many pairs of a dispute have their quotes compared word by word.
const MOST_COMPARED: usize = 24;

#[derive(Serialize)]
pub(crate) struct WarningView {
    pub(crate) rule: &'static str,
    pub(crate) message: String,
}

/// The rules that tell of disputes, gravest first.
pub(super) const TOLD: [&str; 10] = [
    "contradiction",
    "denial",
    "self-contradiction",
    "misreport",
    "part-exceeds-whole",
    "sum-mismatch",
    "revised-down",
    "tension",
    "undetermined",
    "loose-bound",
];

impl ReportView {
    pub(crate) fn new(court: &Court, findings: &[Finding]) -> Self {
        let dossier = court.dossier();
        let mut disputes: Vec<DisputeView> = findings
            .iter()
            .filter(|finding| TOLD.contains(&finding.rule.name))
            .map(|it| DisputeView::new(court, it))
            .collect();
        disputes.sort_by_key(|dispute| {
            let grave = TOLD.iter().position(|rule| *rule == dispute.rule).unwrap_or(TOLD.len());
            let class =
                SECTIONS.iter().position(|(class, _)| *class == dispute.class).unwrap_or(SECTIONS.len());
            let claims: usize = dispute.sides.iter().map(|side| side.claims.len()).sum();
            let size = std::cmp::Reverse((source_count(dispute), claims));
            (class, dispute.explained.is_some(), size, grave, dispute.question.clone())
        });
        let table = ProvenanceTable::new(court, Of::Shared);
        let shared = table.events.iter().flat_map(|event| &event.questions).map(|row| row.question.as_str());
        let mut named: Vec<&str> =
            shared.chain(disputes.iter().map(|dispute| dispute.question.as_str())).collect();
        named.sort_unstable();
        named.dedup();
        let questions = named.into_iter().filter_map(|name| dossier.questions.find(name));
        let questions = questions.map(|id| AskedView::new(court, id)).collect();
        let rest = findings.iter().filter(|finding| !TOLD.contains(&finding.rule.name));
        ReportView {
            schema: "gainsay/report/1",
            title: dossier.title.clone(),
            counts: Counts::new(court),
            sources: sources(court),
            disputes,
            table,
            warnings: rest
                .map(|it| WarningView { rule: it.rule.name, message: withheld::message(court, it) })
                .collect(),
            questions,
        }
    }

    pub(crate) fn of_class(&self, class: &str) -> impl Iterator<Item = &DisputeView> {
        self.disputes.iter().filter(move |dispute| dispute.class == class)
    }
}

/// How many sources take part.
fn source_count(dispute: &DisputeView) -> usize {
    told::source_count(dispute.sides.iter().flat_map(|side| &side.claims))
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
        restricted: source.is_restricted(),
        kind: source.kind,
        level: source.level,
        language: source.language.clone(),
        reliability: source.reliability,
        author: withheld::field(source, Some(source.author.clone())).unwrap_or_default(),
        url: withheld::field(source, source.url.clone()),
        archive_url: withheld::field(source, source.archive_url.clone()),
        note: withheld::field(source, source.note.clone()),
    };
    dossier.sources.iter().map(row).collect()
}

/// The classes of dispute and how a reader is told of them, gravest first.
pub(crate) const SECTIONS: [(&str, &str); 4] = [
    ("conflict", "Where the sources contradict each other"),
    ("tension", "Where they are in tension"),
    ("change", "Where a figure was revised"),
    ("open", "Where it cannot be told"),
];

impl DisputeView {
    fn new(court: &Court, finding: &Finding) -> Self {
        let dossier = court.dossier();
        let alignment = court.alignment;
        let claims: Vec<ClaimId> =
            finding.claims.iter().filter_map(|name| dossier.claims.find(name)).collect();
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
        let same_question =
            |(a, b): &&(ClaimId, ClaimId)| dossier.claims[*a].question == dossier.claims[*b].question;
        let related: Vec<_> = finding
            .pairs
            .iter()
            .filter(same_question)
            .map(|(a, b)| (*a, *b, relate(alignment, *a, *b)))
            .collect();
        let class = related.first().map_or(Class::Conflict, |(_, _, relation)| relation.class());
        let pairs = related.iter().enumerate().map(|(index, (a, b, relation))| PairView {
            words: (index < MOST_COMPARED).then(|| compared(court, *a, *b)).flatten(),
            a: dossier.claims.name(*a).to_owned(),
            b: dossier.claims.name(*b).to_owned(),
            relation: relation.kind.name(),
            row: relation.row.number,
            reason: reason(alignment, *a, *b, relation),
        });
        let positions = question.map(|id| court.positions_on(id)).unwrap_or_default();
        let concerned =
            positions.iter().filter(|position| position.claims.iter().any(|id| claims.contains(id)));
        let explaining = question.and_then(|id| crate::judge::assessment::explaining(court, id, &claims));
        DisputeView {
            rule: finding.rule.name,
            class: class.name(),
            question: finding.question.clone().unwrap_or_default(),
            ask: question.map(|id| dossier.questions[id].ask.clone()).unwrap_or_default(),
            sides,
            pairs: pairs.collect(),
            positions: concerned.map(|position| HeldPosition::new(alignment, position)).collect(),
            settles: question.map(|id| settles(court, id, &claims, finding.rule.name)).unwrap_or_default(),
            explained: finding.explained.clone(),
            status: explaining.map(|assessment| assessment.status),
            decided_by: explaining.and_then(|assessment| assessment.decided_by.clone()),
            fingerprint: finding.fingerprint(),
            message: withheld::message(court, finding),
            grows: question.is_some_and(|id| dossier.questions[id].grows),
            event: question
                .map(|id| dossier.events[dossier.questions[id].event].title.clone())
                .unwrap_or_default(),
        }
    }
}

/// The quotes of two claims, word by word, where both may be shown.
fn compared(court: &Court, a: ClaimId, b: ClaimId) -> Option<Vec<ChangedWords>> {
    let dossier = court.dossier();
    let quote = |id: ClaimId| {
        let claim = &dossier.claims[id];
        withheld::field(&dossier.sources[claim.source], claim.quote.as_ref())
    };
    Some(changes(&quote(a)?.words, &quote(b)?.words))
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
            (None, None) => "an unknown publisher, in its own voice".to_owned(),
        };
        let nearer = claim.said_by.iter().rev().skip(1).map(agent).rev();
        let when = &court.alignment.basics[id.index()].when;
        let assumed = if when.assumed { ", its source's date" } else { "" };
        let question = &dossier.questions[claim.question];
        let bounds = claim.shape().and_then(|shape| shape.numbers()).cloned();
        let quote = withheld::field(source, claim.quote.as_ref());
        let scope = Dimension::ALL.iter().copied().filter_map(|dimension| {
            court.alignment.stated(id, dimension).map(|words| format!("{} {words}", dimension.name()))
        });
        SaidView {
            claim: dossier.claims.name(id).to_owned(),
            words: dossier.said(claim),
            reading: reading(dossier, id),
            speaker,
            via: claim.via.iter().map(agent).chain(nearer).collect(),
            source: dossier.sources.name(claim.source).to_owned(),
            quote: quote.map(|quote| quote.words.clone()),
            as_of: format!("{}{assumed}", when.as_of.words),
            scope: scope.collect(),
            covers: covers(court, id),
            plain: plain(dossier, id),
            sets: bounds.as_ref().map(|bounds| TwoSets::new(&question.kind, bounds)),
            own_voice: claim.said_by.is_empty(),
            named: match claim.said_by.last().or(source.publisher.as_ref()) {
                Some(agent) => dossier.agents[*agent].named,
                None => false,
            },
            title: source.title.clone(),
            publisher: source.publisher.map(|publisher| agent(&publisher)),
            modality: claim.modality,
            locator: quote.and_then(|quote| quote.locator.clone()),
            translation: withheld::field(source, claim.translation.clone()),
            credibility: claim.credibility,
            note: withheld::field(source, claim.note.clone()),
            link: withheld::field(source, source.url.as_deref())
                .zip(quote)
                .and_then(|(url, quote)| fragment::link(url, quote)),
            withheld: source.is_restricted() && claim.quote.is_some(),
            bounds,
        }
    }
}
