//! The nine types of question, and what follows from a type alone.

use crate::value::calendar;
use crate::value::number::Measure;
use crate::value::shape::{Bounds, Runs, Shape};
use crate::vocabulary::vocabulary;

/// The type of a question, with what reading its values needs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    Count,
    Amount { unit: Option<String> },
    Date,
    Place { many: bool },
    Agent { many: bool },
    Choice { options: Vec<String> },
    Set,
    YesNo,
    Text,
}

vocabulary! {
    /// The types of question by name, as format.md gives them.
    pub(crate) enum Type {
        Count = "count",
        Amount = "amount",
        Date = "date",
        Place = "place",
        Agent = "agent",
        Choice = "choice",
        Set = "set",
        YesNo = "yes-no",
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

    /// A set of this type's numbers, as people write it.
    pub(crate) fn shown(&self, set: &Runs) -> String {
        match self {
            Kind::Date => calendar::shown(set),
            Kind::Amount { .. } => Measure::Amount.shown(set),
            _ => Measure::Count.shown(set),
        }
    }

    /// What a denial without a value says: for counts and amounts, zero.
    pub(crate) fn denied_outright(&self) -> Option<Shape> {
        self.is_measure().then(|| Shape::Numbers(Bounds::exactly(Runs::one(0))))
    }
}
