//! One dispute: its claims, why they differ, what explains it.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Not;

use serde::Serialize;

use super::holding::{Holding, MOST_HELD};
use super::rules::DisputeRule;
use super::statement::{Statement, source_count};
use crate::align::relation::reason;
use crate::align::relation::relate;
pub(crate) use crate::align::relation::{Class, Kind};
use crate::judge::settles::settles;
use crate::judge::{Court, Finding, assessment};
pub(crate) use crate::model::claim::Status;
use crate::model::question::OverTime;
use crate::model::table::{ClaimId, QuestionId};
use crate::view::diff::{ChangedWords, changes};
use crate::view::name::{ClaimName, QuestionName};
use crate::view::position::{HeldPosition, is_none_left_out};
use crate::view::withheld::Gate;

/// So many pairs of a dispute have their quotes compared word by word.
const MOST_COMPARED: usize = 24;

/// Claims that do not go together.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Disagreement {
    /// The rule that found it.
    pub rule: DisputeRule,
    /// What it means for a reader.
    pub class: Class,
    /// The question, as `EVENT/QUESTION`.
    pub question: QuestionName,
    /// What is asked, in words.
    pub ask: String,
    /// The answers that are given, those of most claims first.
    pub sides: Vec<DisputeSide>,
    /// The pairs of claims that do not go together; none where a law on several questions is broken.
    pub pairs: Vec<Clash>,
    /// The positions on the question that hold one of its claims; of very many the first.
    pub positions: Vec<HeldPosition>,
    /// How many more of them there are, which the question lists among its own; absent where none is.
    #[serde(skip_serializing_if = "is_none_left_out")]
    pub positions_left_out: usize,
    /// Whether there are more, which are not worked out (`limit-reached`); absent where there are none.
    #[serde(skip_serializing_if = "Not::not")]
    pub positions_cut: bool,
    /// What would settle it, in words.
    pub settles: Vec<String>,
    /// Why it stands, in the desk's words; null where the desk has not explained it.
    pub explained: Option<String>,
    /// How the question stands, as the desk sees it; null where the desk has not said so.
    pub status: Option<Status>,
    /// Who explained it; null where nobody did, or where that was not recorded.
    pub decided_by: Option<String>,
    /// Sixteen hexadecimal digits that name it as long as its rule, question and claims stay the same.
    pub fingerprint: String,
    /// What the finding says, in one sentence.
    pub message: String,
    /// Whether it is about a running toll.
    pub grows: bool,
    /// What time does to the answer.
    pub over_time: OverTime,
    /// The title of the event that the question is about.
    pub event: String,
}

/// The claims of a dispute that say one thing. There is at least one.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct DisputeSide {
    /// What they say, their stance included.
    pub says: String,
    /// The claims, in the order of their names.
    pub claims: Vec<Statement>,
}

/// Two claims that do not go together.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Clash {
    /// The first claim.
    pub a: ClaimName,
    /// The second claim.
    pub b: ClaimName,
    /// How the two are related.
    pub relation: Kind,
    /// The number of the row, 1 to 21.
    pub row: u8,
    /// Why they are related so, in a sentence.
    pub reason: String,
    /// The two quotes, word by word; null where one is withheld, and past the first pairs of a dispute.
    pub words: Option<Vec<ChangedWords>>,
}

impl Disagreement {
    /// What a finding of a rule tells of a question.
    pub(in crate::view) fn new(
        court: &Court,
        gate: Gate,
        finding: &Finding,
        (rule, question, holding): (DisputeRule, QuestionId, &Holding),
    ) -> Self {
        let dossier = court.dossier();
        let claims: Vec<ClaimId> =
            finding.claims.iter().filter_map(|name| dossier.claims.find(name)).collect();
        let asked = &dossier.questions[question];
        let pairs = clashes(court, gate, finding);
        let (positions, positions_left_out) = holding.of(&claims, MOST_HELD);
        let explaining = assessment::explaining(court, question, &claims);
        Disagreement {
            rule,
            class: pairs.first().map_or(rule.class, |(class, _)| *class),
            question: QuestionName::new(dossier, question),
            ask: asked.ask.clone(),
            sides: sides(court, gate, &claims),
            pairs: pairs.into_iter().map(|(_, pair)| pair).collect(),
            positions: positions.iter().map(|it| HeldPosition::new(court.alignment, it)).collect(),
            positions_left_out,
            positions_cut: court.is_cut(question),
            settles: settles(court, question, (&claims, &finding.pairs), finding.rule),
            explained: finding.explained.clone(),
            status: explaining.map(|assessment| assessment.status),
            decided_by: explaining.and_then(|assessment| assessment.decided_by.clone()),
            fingerprint: finding.fingerprint(),
            message: gate.phrase(&finding.message),
            grows: asked.over_time == OverTime::Grows,
            over_time: asked.over_time,
            event: dossier.events[asked.event].title.clone(),
        }
    }

    /// Whether the desk has said why it stands.
    pub(crate) fn is_explained(&self) -> bool {
        self.explained.is_some()
    }

    /// All its claims, side by side.
    pub(crate) fn statements(&self) -> impl Iterator<Item = &Statement> {
        self.sides.iter().flat_map(|side| &side.claims)
    }

    /// How many sources take part.
    pub(crate) fn source_count(&self) -> usize {
        source_count(self.statements())
    }

    /// What all its claims cover, each in words for people.
    pub(crate) fn common_scope(&self) -> Vec<&str> {
        let mut claims = self.statements();
        let Some(first) = claims.next() else { return Vec::new() };
        let mut common: Vec<&str> = first.covers.iter().map(String::as_str).collect();
        for claim in claims {
            common.retain(|scope| claim.covers.iter().any(|other| other == scope));
        }
        common
    }

    /// The reasons of its pairs, each once; where it has no pairs, what the finding says.
    pub(crate) fn reasons(&self) -> Vec<&str> {
        let mut seen: BTreeSet<&str> = BTreeSet::new();
        let each = self.pairs.iter().map(|pair| pair.reason.as_str());
        let told: Vec<&str> = each.filter(|reason| seen.insert(reason)).collect();
        if told.is_empty() { vec![&self.message] } else { told }
    }
}

impl DisputeSide {
    /// What the words allow, where the words alone do not show it.
    pub(crate) fn reading(&self) -> Option<&str> {
        self.claims.first().and_then(|claim| claim.reading.as_deref())
    }
}

/// The place of a class among the sections of the report, gravest first.
pub(super) fn section(class: Class) -> usize {
    match class {
        Class::Conflict => 0,
        Class::Tension => 1,
        Class::Change => 2,
        Class::Open => 3,
        Class::Agreement | Class::Compatible | Class::Dependence | Class::Aside => 4,
    }
}

/// The claims by what they say, what most say first.
fn sides(court: &Court, gate: Gate, claims: &[ClaimId]) -> Vec<DisputeSide> {
    let dossier = court.dossier();
    let mut sides: Vec<DisputeSide> = Vec::new();
    let mut numbers: BTreeMap<String, usize> = BTreeMap::new();
    for id in claims {
        let says = dossier.said(&dossier.claims[*id]);
        let said = Statement::new(court, gate, *id);
        let number = *numbers.entry(says.clone()).or_insert(sides.len());
        match sides.get_mut(number) {
            Some(side) => side.claims.push(said),
            None => sides.push(DisputeSide { says, claims: vec![said] }),
        }
    }
    // Who denies stands first: what is denied follows from it.
    let denies = |side: &DisputeSide| {
        let first = side.claims.first().and_then(|it| dossier.claims.find(it.claim.as_str()));
        first.is_some_and(|id| dossier.claims[id].denies())
    };
    let key = |side: &DisputeSide| (!denies(side), std::cmp::Reverse(side.claims.len()), side.says.clone());
    sides.sort_by_cached_key(key);
    sides
}

/// The pairs of a finding that are of one question, each with its class.
fn clashes(court: &Court, gate: Gate, finding: &Finding) -> Vec<(Class, Clash)> {
    let dossier = court.dossier();
    let question = |id: ClaimId| dossier.claims[id].question;
    let pairs = finding.pairs.iter().filter(|(a, b)| question(*a) == question(*b));
    let clash = |(index, (a, b)): (usize, &(ClaimId, ClaimId))| {
        let relation = relate(court.alignment, *a, *b);
        let clash = Clash {
            a: ClaimName::new(dossier, *a),
            b: ClaimName::new(dossier, *b),
            relation: relation.kind,
            row: relation.row.number,
            reason: reason(court.alignment, *a, *b, &relation),
            words: (index < MOST_COMPARED).then(|| compared(gate, *a, *b)).flatten(),
        };
        (relation.class(), clash)
    };
    pairs.enumerate().map(clash).collect()
}

/// The quotes of two claims, word by word, where both may be shown.
fn compared(gate: Gate, a: ClaimId, b: ClaimId) -> Option<Vec<ChangedWords>> {
    Some(changes(&gate.quote(a)?.words, &gate.quote(b)?.words))
}
