//! The few closed shapes that every value is read into, and what it means for two of them to share or to contain.
//!
//! Rules and relations ask only these questions; none of them looks at a question's type.

mod bounds;
mod figure;
mod ground;
#[cfg(test)]
mod ground_tests;
mod items;
mod kin;
mod names;
mod runs;
mod times;

pub(crate) use bounds::{Bounds, Side};
pub(crate) use figure::{Bare, Figure};
pub(crate) use items::Items;
pub(crate) use kin::{Declared, Family, Kin, MOST_ABOVE, Node, PlaceKind};
pub(crate) use names::Names;
pub(crate) use runs::{Run, Runs};
pub(crate) use times::{Clock, DAY, Times, anywhere, at_offset};

/// A value in a form that can be compared: a hard set (all that its words allow) and a soft one (how readers
/// usually take them). Which shape a question's claims have follows from its type; claims of one question all have
/// one shape.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) enum Shape {
    /// Counts and amounts.
    Figure(Figure),
    /// Dates.
    Times(Times),
    /// Places and agents.
    Names(Names),
    /// Which of a closed list of states remain: of a choice one option and none of its parts, or none at all; yes and no. By number.
    Options(Runs),
    /// Sets of items.
    Items(Items),
    /// Free words, folded; never contradictory by themselves.
    Words(String),
}

impl Shape {
    /// Whether some state of the world satisfies both, on the given side.
    pub(crate) fn shares(&self, other: &Shape, side: Side, kin: &Kin) -> bool {
        match (self, other) {
            (Shape::Figure(Figure { bounds: a, .. }), Shape::Figure(Figure { bounds: b, .. })) => {
                a.shares(b, side)
            }
            (Shape::Times(a), Shape::Times(b)) => a.shares(b, side),
            (Shape::Names(a), Shape::Names(b)) => a.shares(b, side, kin),
            (Shape::Options(a), Shape::Options(b)) => a.shares(b),
            (Shape::Items(a), Shape::Items(b)) => Items::all_share(&[a, b], kin),
            (Shape::Words(a), Shape::Words(b)) => a == b,
            _ => true,
        }
    }

    /// Whether all that satisfies `self` satisfies `other`, hard and soft alike.
    pub(crate) fn within(&self, other: &Shape, kin: &Kin) -> bool {
        match (self, other) {
            (Shape::Figure(a), Shape::Figure(b)) => a.bounds.within(&b.bounds),
            (Shape::Times(a), Shape::Times(b)) => a.within(b),
            (Shape::Names(a), Shape::Names(b)) => a.within(b, kin),
            (Shape::Options(a), Shape::Options(b)) => a.within(b),
            (Shape::Items(a), Shape::Items(b)) => a.within(b, kin),
            (Shape::Words(a), Shape::Words(b)) => a == b,
            _ => false,
        }
    }

    /// Whether both have the same sets.
    pub(crate) fn same(&self, other: &Shape, kin: &Kin) -> bool {
        match (self, other) {
            (Shape::Names(_), Shape::Names(_)) | (Shape::Items(_), Shape::Items(_)) => {
                self == other || self.within(other, kin) && other.within(self, kin)
            }
            (Shape::Figure(a), Shape::Figure(b)) => a.bounds == b.bounds,
            (Shape::Times(a), Shape::Times(b)) => a.same(b),
            _ => self == other,
        }
    }

    /// Whether the value can support a position rather than merely allow it, by its own form: its soft set is
    /// bounded; for names, it names.
    pub(crate) fn is_firm(&self) -> bool {
        match self {
            Shape::Figure(_) | Shape::Times(_) => {
                self.numbers().is_some_and(|bounds| bounds.soft.is_bounded())
            }
            Shape::Names(names) => matches!(names, Names::OneOf(_) | Names::Among(_) | Names::Nobody),
            Shape::Items(items) => !matches!(items, Items::Without(_)),
            Shape::Options(_) | Shape::Words(_) => true,
        }
    }

    /// Whether the value allows nothing but zero.
    pub(crate) fn is_zero(&self) -> bool {
        matches!(self, Shape::Figure(figure) if figure.bounds.hard == Runs::one(0))
    }

    /// The two sets of a count, an amount or a date; a date's are minutes that its clock tells.
    pub(crate) fn numbers(&self) -> Option<&Bounds> {
        match self {
            Shape::Figure(figure) => Some(&figure.bounds),
            Shape::Times(times) => Some(&times.bounds),
            _ => None,
        }
    }

    /// What its words allow, of all that are sets of numbers or of numbered states.
    pub(crate) fn hard(&self) -> Option<&Runs> {
        match self {
            Shape::Options(states) => Some(states),
            _ => self.numbers().map(|bounds| &bounds.hard),
        }
    }

    /// What is said of a set.
    pub(crate) fn items(&self) -> Option<&Items> {
        if let Shape::Items(items) = self { Some(items) } else { None }
    }

    /// Whether this number rounds to the other: see [`Figure::rounds_to`].
    pub(crate) fn rounds_to(&self, other: &Shape) -> bool {
        match (self, other) {
            (Shape::Figure(a), Shape::Figure(b)) => a.rounds_to(b),
            _ => false,
        }
    }
}
