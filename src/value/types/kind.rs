//! The nine types of question, and what follows from a type alone.

use super::options::{Options, Wording};
use crate::value::calendar;
use crate::value::number::{Measure, Unit};
use crate::value::quantity::{Certainty, Quantifiers, QuantityReader};
use crate::value::shape::{Clock, Runs, Shape, Side};
use crate::vocabulary::vocabulary;

/// The type of a question, with what reading its values needs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    Count,
    Amount { unit: Option<String> },
    Date,
    Place { many: bool },
    Agent { many: bool },
    Choice { options: Options },
    Set,
    YesNo,
    Text,
}

vocabulary! {
    /// The types of question by name, as format.md gives them.
    pub enum Type {
        /// A number of things or people.
        Count = "count",
        /// A quantity with a unit, or money.
        Amount = "amount",
        /// A day, a stretch of days, or a moment.
        Date = "date",
        /// A place of the dossier.
        Place = "place",
        /// An agent of the dossier.
        Agent = "agent",
        /// One of the options that the question gives.
        Choice = "choice",
        /// Several agents, places or words.
        Set = "set",
        /// Yes or no.
        YesNo = "yes-no",
        /// Words, which are shown and not compared.
        Text = "text",
    }
}

impl Kind {
    /// Its type, without what belongs to one question.
    pub(crate) fn of(&self) -> Type {
        match self {
            Kind::Count => Type::Count,
            Kind::Amount { .. } => Type::Amount,
            Kind::Date => Type::Date,
            Kind::Place { .. } => Type::Place,
            Kind::Agent { .. } => Type::Agent,
            Kind::Choice { .. } => Type::Choice,
            Kind::Set => Type::Set,
            Kind::YesNo => Type::YesNo,
            Kind::Text => Type::Text,
        }
    }

    pub(crate) fn name(&self) -> &'static str {
        self.of().name()
    }

    /// Whether values are measured: counts and amounts, which alone can grow, add up or have a basis.
    pub(crate) fn is_measure(&self) -> bool {
        matches!(self, Kind::Count | Kind::Amount { .. })
    }

    /// In which steps its numbers are kept: those of amounts in grains, all others one by one.
    pub(crate) fn measure(&self) -> Measure {
        match self {
            Kind::Amount { .. } => Measure::Amount,
            _ => Measure::Count,
        }
    }

    /// What is made of words by the reader of this type's figures; `None` of a type that has none.
    pub(crate) fn read_figures<T>(
        &self,
        quantifiers: &Quantifiers,
        certainty: Certainty,
        ask: impl FnOnce(QuantityReader<'_>) -> T,
    ) -> Option<T> {
        let unit = match self {
            Kind::Count => {
                return Some(ask(QuantityReader { certainty, ..QuantityReader::counts(quantifiers) }));
            }
            Kind::Amount { unit } => unit.as_deref().map(Unit::new),
            _ => return None,
        };
        Some(ask(QuantityReader { certainty, ..QuantityReader::amounts(unit.as_ref(), quantifiers) }))
    }

    /// A set of this type's numbers, as people write it; of minutes that no clock tells, where it is a date's.
    pub(crate) fn shown(&self, set: &Runs) -> String {
        match self {
            Kind::Date => calendar::shown(set, Clock::Unsaid),
            _ => self.measure().shown(set),
        }
    }

    /// Which options of a choice remain, or whether it is yes or no.
    pub(crate) fn chosen(&self, states: &Runs, wording: Wording) -> String {
        match self {
            Kind::Choice { options } => options.shown(states, wording),
            _ => {
                let said = [(0, "no"), (1, "yes")].into_iter().filter(|(state, _)| states.holds(*state));
                said.map(|(_, word)| word).collect::<Vec<_>>().join(" or ")
            }
        }
    }

    /// Which options of a choice remain, or whether it is yes or no, each by itself.
    #[cfg(any(test, feature = "parquet"))]
    pub(crate) fn states(&self, states: &Runs) -> Vec<&str> {
        match self {
            Kind::Choice { options } => options.each(states),
            _ => {
                (0..).zip(["no", "yes"]).filter(|(state, _)| states.holds(*state)).map(|(_, it)| it).collect()
            }
        }
    }

    /// One set of a count, an amount or a date, as people write it; `None` of all other values.
    pub(crate) fn spelled(&self, shape: &Shape, side: Side) -> Option<String> {
        match shape {
            Shape::Times(times) => Some(calendar::shown(times.bounds.on(side), times.clock)),
            _ => shape.numbers().map(|bounds| self.shown(bounds.on(side))),
        }
    }
}
