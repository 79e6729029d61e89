//! The few closed shapes that every value is read into, and what it means for two of them to share or to contain.
//!
//! Rules and relations ask only these questions; none of them looks at a question's type.

pub(crate) mod kin;
pub(crate) mod runs;

use super::reading::Bounds;
use super::shape::kin::{Kin, Node};

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

/// What is said of one place or agent, or of several at once.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) enum Names {
    /// It is one of these.
    OneOf(Vec<Node>),
    /// It is none of these.
    NoneOf(Vec<Node>),
    /// It is near this place: anywhere, and usually outside it, within what contains it.
    Near(Node),
    /// It is near this place, read strictly: anywhere, which is all that the words allow.
    Anywhere(Node),
    /// These are among the answers (`many = true`).
    Among(Vec<Node>),
    /// These are not among the answers (`many = true`).
    NotAmong(Vec<Node>),
}

/// What is said of a set.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) enum Items {
    AtLeast(Vec<Node>),
    Exactly(Vec<Node>),
    Without(Vec<Node>),
}

/// Which of the two sets of a value is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Side {
    Hard,
    Soft,
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
        matches!(self, Shape::Numbers(bounds) if bounds.hard == crate::value::shape::runs::Runs::one(0))
    }

    pub(crate) fn numbers(&self) -> Option<&Bounds> {
        match self {
            Shape::Numbers(bounds) => Some(bounds),
            _ => None,
        }
    }
}

impl Names {
    /// The names it speaks of.
    pub(crate) fn listed(&self) -> &[Node] {
        match self {
            Names::OneOf(list) | Names::NoneOf(list) | Names::Among(list) | Names::NotAmong(list) => list,
            Names::Near(node) | Names::Anywhere(node) => std::slice::from_ref(node),
        }
    }

    fn shares(&self, other: &Names, side: Side, kin: &Kin) -> bool {
        use Names::*;
        match (self, other) {
            (OneOf(a), OneOf(b)) => a.iter().any(|x| b.iter().any(|y| kin.shares(*x, *y))),
            (OneOf(a), NoneOf(b)) | (NoneOf(b), OneOf(a)) => !a.iter().all(|x| inside_any(*x, b, kin)),
            (Among(a), NotAmong(b)) | (NotAmong(b), Among(a)) => !a.iter().any(|x| inside_any(*x, b, kin)),
            (Near(x), other) | (other, Near(x)) if side == Side::Soft => near_shares(*x, other, kin),
            _ => true,
        }
    }

    /// Whether the hard set of the one lies within that of the other.
    pub(crate) fn hard_within(&self, other: &Names, kin: &Kin) -> bool {
        matches!(other, Names::Near(_) | Names::Anywhere(_)) || self.within(other, kin)
    }

    /// Whether both sets of the one lie within those of the other.
    fn within(&self, other: &Names, kin: &Kin) -> bool {
        use Names::*;
        match (self, other) {
            (OneOf(a), OneOf(b)) => a.iter().all(|x| inside_any(*x, b, kin)),
            (OneOf(a), NoneOf(b)) => a.iter().all(|x| b.iter().all(|y| !kin.shares(*x, *y))),
            (OneOf(a), Near(x)) => a.iter().all(|place| {
                !kin.shares(*place, *x)
                    && around(*x, kin).is_none_or(|mut all| all.any(|c| kin.within(*place, c)))
            }),
            (NoneOf(a), NoneOf(b)) | (NotAmong(a), NotAmong(b)) => b.iter().all(|y| inside_any(*y, a, kin)),
            (Among(a), Among(b)) => b.iter().all(|y| a.iter().any(|x| kin.within(*x, *y))),
            (NoneOf(a), Near(x)) => around(*x, kin).is_none() && inside_any(*x, a, kin),
            (Near(x), Near(y)) => {
                let inside =
                    |node: Node| around(*y, kin).is_none_or(|mut all| all.any(|c| kin.within(node, c)));
                x == y
                    || kin.within(*y, *x)
                        && around(*x, kin).map_or(around(*y, kin).is_none(), |mut all| all.all(inside))
            }
            (_, Anywhere(_)) => true,
            _ => false,
        }
    }
}

/// Whether `near x`, taken as readers take it, shares ground with `other`: outside `x`, within what contains it.
fn near_shares(x: Node, other: &Names, kin: &Kin) -> bool {
    match other {
        Names::OneOf(list) => list.iter().any(|place| {
            !kin.within(*place, x) && around(x, kin).is_none_or(|mut all| all.any(|c| kin.shares(*place, c)))
        }),
        Names::NoneOf(list) => around(x, kin).is_none_or(|mut all| all.any(|c| !inside_any(c, list, kin))),
        Names::Near(_) | Names::Anywhere(_) | Names::Among(_) | Names::NotAmong(_) => true,
    }
}

/// What contains `x`; `None` where nothing does, so that "within what contains it" asks nothing.
fn around(x: Node, kin: &Kin) -> Option<impl Iterator<Item = Node>> {
    let mut containers = kin.containers(x).peekable();
    containers.peek().is_some().then_some(containers)
}

fn inside_any(inner: Node, outer: &[Node], kin: &Kin) -> bool {
    outer.iter().any(|node| kin.within(inner, *node))
}

impl Items {
    /// Whether one set of items meets all of these. An item stands for what contains it: a set meets "at least x"
    /// where it holds x or something within x, and "exactly these" where, besides, each of its items lies within
    /// one of these.
    pub(crate) fn all_share(all: &[&Items], kin: &Kin) -> bool {
        let allowed = |candidate: Node| {
            all.iter().all(|items| match items {
                Items::AtLeast(_) => true,
                Items::Exactly(list) => inside_any(candidate, list, kin),
                Items::Without(list) => !inside_any(candidate, list, kin),
            })
        };
        all.iter().all(|items| match items {
            Items::AtLeast(list) | Items::Exactly(list) => {
                list.iter().all(|item| kin.contents(*item).iter().any(|candidate| allowed(*candidate)))
            }
            Items::Without(_) => true,
        })
    }

    fn within(&self, other: &Items, kin: &Kin) -> bool {
        use Items::*;
        let covers = |a: &[Node], b: &[Node]| b.iter().all(|y| a.iter().any(|x| kin.within(*x, *y)));
        match (self, other) {
            (AtLeast(a) | Exactly(a), AtLeast(b)) => covers(a, b),
            (Exactly(a), Exactly(b)) => covers(a, b) && a.iter().all(|x| inside_any(*x, b, kin)),
            (Exactly(a), Without(b)) => {
                !a.iter().any(|x| kin.contents(*x).iter().any(|item| inside_any(*item, b, kin)))
            }
            (Without(a), Without(b)) => b.iter().all(|y| inside_any(*y, a, kin)),
            _ => false,
        }
    }
}
