//! The view of the discrepancy report, version 1: where the sources differ, by question.

pub(crate) mod account;
mod alone;
pub(crate) mod asked;
pub(crate) mod disagreement;
mod holding;
pub(crate) mod line;
pub(crate) mod ruler;
pub(crate) mod rules;
pub(crate) mod sources;
pub(crate) mod statement;
#[cfg(test)]
mod tests;
pub(crate) mod voice;

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use super::check::Counts;
use super::name::QuestionName;
use super::table::{Of, ProvenanceTable, QuestionRow};
use super::trace::Speaking;
use super::withheld::{Gate, Reader};
use crate::judge::{Court, Finding};
use crate::model::Dossier;
use crate::model::table::QuestionId;
pub use alone::AloneAnswer;
pub use asked::{AskedClaim, AskedQuestion};
pub use disagreement::{Clash, Disagreement, DisputeSide};
pub(super) use holding::Holding;
pub use rules::DisputeRule;
pub use sources::ReportedSource;
pub use statement::Statement;

use crate::vocabulary::vocabulary;

/// The discrepancy report. Its JSON is frozen: later versions add keys and remove none.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Report {
    /// Always `gainsay/report/1`.
    schema: &'static str,
    /// The title of the dossier.
    pub title: String,
    /// What was looked at.
    pub counts: Counts,
    /// The sources, in the order of their ids.
    pub sources: Vec<ReportedSource>,
    /// Conflicts, then tensions, then revisions, then what is open; the unexplained first.
    pub disputes: Vec<Disagreement>,
    /// The questions that two sources or more answer, by the sources.
    pub table: ProvenanceTable,
    /// What else was found, in the order of the places.
    pub warnings: Vec<Concern>,
    /// Every question that is in dispute or that two sources or more speak of, in the order of their names.
    pub questions: Vec<AskedQuestion>,
    /// What one source alone says, in the order of the questions' names.
    pub alone: Vec<AloneAnswer>,
    /// How much prose says.
    #[serde(skip)]
    pub(crate) length: Length,
}

vocabulary! {
    /// How much prose says of a question in dispute.
    #[derive(Default)]
    pub enum Length {
        /// One sentence: who says what.
        Short = "short",
        /// The sentence, and what it rests on.
        #[default]
        Full = "full",
    }
}

/// A finding that tells of no dispute.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Concern {
    /// The name of the rule.
    pub rule: &'static str,
    /// What the finding says, in one sentence.
    pub message: String,
}

/// Puts what matters first: questions in dispute, then those that most sources answer, then as they are recorded; events by the first
/// of their questions.
fn in_order(dossier: &Dossier, table: &mut ProvenanceTable, disputes: &[Disagreement]) {
    let disputed: BTreeSet<&QuestionName> = disputes.iter().map(|dispute| &dispute.question).collect();
    let rank = |row: &QuestionRow| {
        let answering = row.cells.iter().filter(|cell| !cell.claims.is_empty()).count();
        let recorded = dossier.questions.find(row.question.as_str()).map(|id| dossier.questions[id].spot);
        let recorded = recorded.map(|spot| (spot.file, spot.start));
        (!disputed.contains(&row.question), Reverse(answering), recorded)
    };
    for event in &mut table.events {
        event.questions.sort_by_cached_key(rank);
    }
    table.events.sort_by_cached_key(|event| event.questions.first().map(rank));
}

/// What disputes are put in order by, the gravest first: what they mean, whether the desk has explained them, how many take part.
pub(super) fn gravity(dispute: &Disagreement) -> impl Ord + use<> {
    let claims: usize = dispute.sides.iter().map(|side| side.claims.len()).sum();
    let size = Reverse((dispute.source_count(), claims));
    let place = (disagreement::section(dispute.class), dispute.is_explained());
    (place, size, dispute.rule, dispute.question.clone())
}

impl Report {
    pub(crate) fn new(court: &Court, findings: &[Finding]) -> Self {
        let dossier = court.dossier();
        // A report goes to whoever it is handed on to.
        let gate = Gate::new(dossier, Reader::Anyone);
        let told = |finding: &Finding| {
            let question = dossier.questions.find(finding.question.as_deref()?)?;
            Some((DisputeRule::of(finding)?, question))
        };
        let mut holding: BTreeMap<QuestionId, Holding> = BTreeMap::new();
        let mut disputes: Vec<Disagreement> = Vec::new();
        let mut warnings: Vec<Concern> = Vec::new();
        for finding in findings {
            match told(finding) {
                Some((rule, question)) => {
                    let positions = || Holding::new(court.positions_on(question));
                    let holding = holding.entry(question).or_insert_with(positions);
                    disputes.push(Disagreement::new(court, gate, finding, (rule, question, holding)));
                }
                None => {
                    warnings.push(Concern { rule: finding.rule.name, message: gate.phrase(&finding.message) })
                }
            }
        }
        disputes.sort_by_cached_key(gravity);
        let mut table = ProvenanceTable::new(court, Of::Shared);
        in_order(dossier, &mut table, &disputes);
        let shared = table.events.iter().flat_map(|event| &event.questions).map(|row| row.question.as_str());
        let named: BTreeSet<&str> =
            shared.chain(disputes.iter().map(|dispute| dispute.question.as_str())).collect();
        let speaking = Speaking::new(dossier);
        let others = dossier.questions.ids().filter(|id| !named.contains(dossier.questions.name(*id)));
        let alone = others.flat_map(|id| AloneAnswer::on(court, gate, id)).collect();
        let asked = named.into_iter().filter_map(|name| dossier.questions.find(name));
        Report {
            schema: "gainsay/report/1",
            title: dossier.title.clone(),
            counts: Counts::new(court),
            sources: ReportedSource::all(dossier, gate),
            questions: asked.map(|id| AskedQuestion::new(court, gate, &speaking, id)).collect(),
            table,
            disputes,
            warnings,
            alone,
            length: Length::default(),
        }
    }

    /// The same, of which prose says so much.
    #[must_use]
    pub fn of_length(self, length: Length) -> Report {
        Report { length, ..self }
    }

    /// The questions in dispute, gravest first, each with its disputes.
    pub(crate) fn disputed(&self) -> Vec<(&AskedQuestion, Vec<&Disagreement>)> {
        let asked: BTreeMap<&QuestionName, &AskedQuestion> =
            self.questions.iter().map(|it| (&it.question, it)).collect();
        let mut found: Vec<(&AskedQuestion, Vec<&Disagreement>)> = Vec::new();
        let mut places: BTreeMap<&QuestionName, usize> = BTreeMap::new();
        for dispute in &self.disputes {
            let Some(asked) = asked.get(&dispute.question) else { continue };
            let place = *places.entry(&dispute.question).or_insert(found.len());
            match found.get_mut(place) {
                Some((_, disputes)) => disputes.push(dispute),
                None => found.push((asked, vec![dispute])),
            }
        }
        found
    }

    /// The questions that two sources or more speak of and that are in no dispute, in the order of the table.
    pub(crate) fn shared(&self) -> impl Iterator<Item = &AskedQuestion> {
        let disputed: BTreeSet<&QuestionName> = self.disputes.iter().map(|it| &it.question).collect();
        let asked: BTreeMap<&QuestionName, &AskedQuestion> =
            self.questions.iter().map(|it| (&it.question, it)).collect();
        let rows = self.table.events.iter().flat_map(|event| &event.questions);
        rows.filter(move |row| !disputed.contains(&row.question))
            .filter_map(move |row| asked.get(&row.question).copied())
    }

    /// The disputes that mean one thing to a reader, gravest first. None is empty.
    pub(crate) fn sections(&self) -> impl Iterator<Item = &[Disagreement]> {
        self.disputes.chunk_by(|a, b| disagreement::section(a.class) == disagreement::section(b.class))
    }

    /// How many questions are in dispute.
    pub(crate) fn disputed_questions(&self) -> usize {
        self.disputes.iter().map(|dispute| &dispute.question).collect::<BTreeSet<_>>().len()
    }

    /// How many disputes each rule tells of, in the order in which they come.
    pub(crate) fn tally(&self) -> Vec<(DisputeRule, usize)> {
        let mut tally: Vec<(DisputeRule, usize)> = Vec::new();
        for dispute in &self.disputes {
            match tally.iter_mut().find(|(rule, _)| *rule == dispute.rule) {
                Some((_, count)) => *count += 1,
                None => tally.push((dispute.rule, 1)),
            }
        }
        tally
    }

    /// How many disputes the desk has not explained.
    pub(crate) fn open(&self) -> usize {
        self.disputes.iter().filter(|dispute| !dispute.is_explained()).count()
    }

    /// How many quotes are held, seen in their text or attested to have been, and how many there are.
    pub(crate) fn quotes_held(&self) -> (usize, usize) {
        let quotes = &self.counts.quotes;
        let seen = quotes.exact + quotes.folded + quotes.elided;
        let doubtful = quotes.misplaced + quotes.ambiguous + quotes.near + quotes.absent;
        (seen + quotes.attested, seen + doubtful + quotes.unchecked)
    }
}
