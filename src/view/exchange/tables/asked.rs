//! What is answered to one question: its different answers and its different scopes, numbered.

use std::collections::BTreeMap;

use super::column::{DIGITS, Fixed, PLACES};
use super::whole::Tables;
use crate::model::claim::{Basis, Scope, Stated};
use crate::model::table::{GroupId, Id, PlaceId, QuestionId};
use crate::value::number::Measure;
use crate::value::shape::{Bounds, Clock, Shape};
use crate::value::types::Kind;

/// A scope, its period aside.
pub(super) type Covered = (Option<Stated<GroupId>>, Option<Stated<PlaceId>>, Option<Stated<Basis>>);

/// The different answers to a question and the different scopes of its claims, each in the order of the first that has it.
pub(super) struct Asked<'a> {
    pub(super) answers: Vec<Distinct<'a>>,
    answer_of: BTreeMap<&'a Shape, usize>,
    pub(super) scopes: Vec<Covered>,
    scope_of: BTreeMap<Covered, usize>,
    /// By ring of citations: the first public claim on it.
    rings: BTreeMap<u32, &'a str>,
}

/// One of the different answers.
pub(super) struct Distinct<'a> {
    pub(super) shape: &'a Shape,
    pub(super) form: AnswerForm,
}

/// How it is told how an answer stands to others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum AnswerForm {
    /// By its ends.
    Run,
    /// One by one.
    Loose,
    /// By its words.
    Words,
}

impl AnswerForm {
    pub(super) fn name(self) -> &'static str {
        match self {
            AnswerForm::Run => "run",
            AnswerForm::Loose => "loose",
            AnswerForm::Words => "words",
        }
    }
}

impl<'a> Asked<'a> {
    pub(super) fn new(tables: &Tables<'a>, question: QuestionId) -> Self {
        let exchange = tables.exchange;
        let (dossier, alignment) = (exchange.dossier(), exchange.court.alignment);
        let mut asked = Asked {
            answers: Vec::new(),
            answer_of: BTreeMap::new(),
            scopes: Vec::new(),
            scope_of: BTreeMap::new(),
            rings: BTreeMap::new(),
        };
        for (_, id) in tables.claims_on(question) {
            if let Some(ring) = alignment.origins[id.index()].ring {
                asked.rings.entry(ring).or_insert(dossier.claims.name(id));
            }
            let covered = covered(&alignment.basics[id.index()].scope);
            if !asked.scope_of.contains_key(&covered) {
                asked.scope_of.insert(covered.clone(), asked.scopes.len());
                asked.scopes.push(covered);
            }
            let Some(shape) = dossier.claims[id].shape() else { continue };
            let form = form(&dossier.questions[question].kind, shape, exchange.withholds_figure(id));
            match asked.answer_of.get(shape) {
                Some(at) if form == AnswerForm::Loose => asked.answers[*at].form = form,
                Some(_) => {}
                None => {
                    asked.answer_of.insert(shape, asked.answers.len());
                    asked.answers.push(Distinct { shape, form });
                }
            }
        }
        // Where some dates say an offset, those that say none are on another line.
        let clock = |answer: &Distinct| match answer.shape {
            Shape::Times(times) => Some(times.clock),
            _ => None,
        };
        if asked.answers.iter().filter_map(clock).any(|clock| clock != Clock::Unsaid) {
            for answer in asked.answers.iter_mut().filter(|it| clock(it) == Some(Clock::Unsaid)) {
                answer.form = AnswerForm::Loose;
            }
        }
        asked
    }

    /// The number of an answer, from 1, and how it is told how it stands.
    pub(super) fn answer(&self, shape: &Shape) -> Option<(i64, AnswerForm)> {
        let at = *self.answer_of.get(shape)?;
        Some((at as i64 + 1, self.answers[at].form))
    }

    /// What a ring of citations is called.
    pub(super) fn ring(&self, ring: u32) -> Option<&'a str> {
        self.rings.get(&ring).copied()
    }

    /// The number of a scope, from 1.
    pub(super) fn scope(&self, scope: &Scope) -> Option<i64> {
        self.scope_of.get(&covered(scope)).map(|at| *at as i64 + 1)
    }
}

fn covered(scope: &Scope) -> Covered {
    (scope.population.clone(), scope.place.clone(), scope.basis.clone())
}

/// How it is told how an answer stands to others; one that is withheld is not told by its ends.
fn form(kind: &Kind, shape: &Shape, is_withheld: bool) -> AnswerForm {
    if matches!(shape, Shape::Words(_)) {
        return AnswerForm::Words;
    }
    let is_run = |bounds: &Bounds| {
        let fits = |end: Option<i128>| {
            end.is_none_or(|end| steps(kind, end).unsigned_abs() <= GREATEST.unsigned_abs())
        };
        let sides = [&bounds.hard, &bounds.soft];
        sides.iter().all(|runs| runs.runs().len() == 1 && fits(runs.least()) && fits(runs.greatest()))
    };
    match shape.numbers().is_some_and(is_run) && !is_withheld {
        true => AnswerForm::Run,
        false => AnswerForm::Loose,
    }
}

/// The greatest number that a column holds, in its steps.
const GREATEST: i128 = 10_i128.pow(DIGITS) - 1;

/// A number of a question's sets in the steps of a column, which are those of amounts.
fn steps(kind: &Kind, number: i128) -> i128 {
    const { assert!(Measure::Amount.one() == 10_i128.pow(PLACES)) };
    number.saturating_mul(Measure::Amount.one() / kind.measure().one())
}

/// A number of a question's sets as a column holds it; one beyond its greatest is kept there.
pub(super) fn fixed(kind: &Kind, number: i128) -> Fixed {
    Fixed(steps(kind, number).clamp(-GREATEST, GREATEST))
}
