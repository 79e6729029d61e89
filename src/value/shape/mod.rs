//! The few closed shapes that every value is read into, and what it means for two of them to share or to contain.
//!
//! Rules and relations ask only these questions; none of them looks at a question's type.

mod bounds;
mod items;
mod kin;
mod names;
mod runs;

pub(crate) use bounds::{Bounds, Side};
pub(crate) use items::Items;
pub(crate) use kin::{Declared, Family, Kin, Node, PlaceKind};
pub(crate) use names::Names;
pub(crate) use runs::{Run, Runs};

/// A value in a form that can be compared: a hard set (all that its words allow) and a soft one (how readers
/// usually take them). Which shape a question's claims have follows from its type; claims of one question all have
/// one shape.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) enum Shape {
    /// Counts, amounts and days.
    Numbers(Bounds),
    /// Places and agents.
    Names(Names),
    /// Which of a closed list of options remain: choices, yes and no.
    Options(Vec<u32>),
    /// Sets of items.
    Items(Items),
    /// Free words, folded; never contradictory by themselves.
    Words(String),
}

impl Shape {
    /// Whether some state of the world satisfies both, on the given side.
    pub(crate) fn shares(&self, other: &Shape, side: Side, kin: &Kin) -> bool {
        match (self, other) {
            (Shape::Numbers(a), Shape::Numbers(b)) => match side {
                Side::Hard => a.hard.shares(&b.hard),
                Side::Soft => a.soft.shares(&b.soft),
            },
            (Shape::Names(a), Shape::Names(b)) => a.shares(b, side, kin),
            (Shape::Options(a), Shape::Options(b)) => a.iter().any(|option| b.contains(option)),
            (Shape::Items(a), Shape::Items(b)) => Items::all_share(&[a, b], kin),
            (Shape::Words(a), Shape::Words(b)) => a == b,
            _ => true,
        }
    }

    /// Whether all that satisfies `self` satisfies `other`, hard and soft alike.
    pub(crate) fn within(&self, other: &Shape, kin: &Kin) -> bool {
        match (self, other) {
            (Shape::Numbers(a), Shape::Numbers(b)) => a.hard.within(&b.hard) && a.soft.within(&b.soft),
            (Shape::Names(a), Shape::Names(b)) => a.within(b, kin),
            (Shape::Options(a), Shape::Options(b)) => a.iter().all(|option| b.contains(option)),
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
            _ => self == other,
        }
    }

    /// Whether the value can support a position rather than merely allow it, by its own form: its soft set is
    /// bounded; for names, it names.
    pub(crate) fn is_firm(&self) -> bool {
        match self {
            Shape::Numbers(bounds) => bounds.soft.is_bounded(),
            Shape::Names(names) => matches!(names, Names::OneOf(_) | Names::Among(_)),
            Shape::Items(items) => !matches!(items, Items::Without(_)),
            Shape::Options(_) | Shape::Words(_) => true,
        }
    }

    /// Whether the value allows nothing but zero.
    pub(crate) fn is_zero(&self) -> bool {
        matches!(self, Shape::Numbers(bounds) if bounds.hard == Runs::one(0))
    }

    pub(crate) fn numbers(&self) -> Option<&Bounds> {
        match self {
            Shape::Numbers(bounds) => Some(bounds),
            _ => None,
        }
    }
}
