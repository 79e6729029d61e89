//! What is said of one place or agent, or of several, and when two such statements share or contain.

use super::bounds::Side;
use super::kin::Kin;
use super::node::Node;

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
    /// It is nobody, or nowhere: with `many` too, there is no answer.
    Nobody,
    /// It is somebody, or somewhere.
    Somebody,
}

impl Names {
    /// The names it speaks of.
    pub(crate) fn listed(&self) -> &[Node] {
        match self {
            Names::OneOf(list) | Names::NoneOf(list) | Names::Among(list) | Names::NotAmong(list) => list,
            Names::Near(node) | Names::Anywhere(node) => std::slice::from_ref(node),
            Names::Nobody | Names::Somebody => &[],
        }
    }

    pub(super) fn shares(&self, other: &Names, side: Side, kin: &Kin) -> bool {
        use Names::*;
        match (self, other) {
            (Nobody, other) | (other, Nobody) => matches!(other, Nobody | NoneOf(_) | NotAmong(_)),
            (OneOf(a), OneOf(b)) => a.iter().any(|x| b.iter().any(|y| kin.shares(*x, *y, side))),
            (OneOf(a), NoneOf(b)) | (NoneOf(b), OneOf(a)) => !a.iter().all(|x| kin.within_any(*x, b)),
            (Among(a), NotAmong(b)) | (NotAmong(b), Among(a)) => !a.iter().any(|x| kin.within_any(*x, b)),
            (Near(x), other) | (other, Near(x)) if side == Side::Soft => near_shares(*x, other, kin),
            _ => true,
        }
    }

    /// Whether the hard set of the one lies within that of the other.
    pub(crate) fn hard_within(&self, other: &Names, kin: &Kin) -> bool {
        matches!(other, Names::Near(_) | Names::Anywhere(_)) && self.is_somebody() || self.within(other, kin)
    }

    /// Whether all that the words allow is somebody or somewhere.
    fn is_somebody(&self) -> bool {
        match self {
            Names::OneOf(_) | Names::Near(_) | Names::Anywhere(_) | Names::Among(_) | Names::Somebody => true,
            Names::NoneOf(_) | Names::NotAmong(_) | Names::Nobody => false,
        }
    }

    /// Whether both sets of the one lie within those of the other.
    pub(super) fn within(&self, other: &Names, kin: &Kin) -> bool {
        use Names::*;
        match (self, other) {
            (Nobody, other) => matches!(other, Nobody | NoneOf(_) | NotAmong(_)),
            (_, Anywhere(_) | Somebody) => self.is_somebody(),
            (OneOf(a), OneOf(b)) => a == b || a.iter().all(|x| kin.within_any(*x, b)),
            (OneOf(a), NoneOf(b)) => a.iter().all(|x| b.iter().all(|y| !kin.shares(*x, *y, Side::Hard))),
            (OneOf(a), Near(x)) => a.iter().all(|place| {
                !kin.shares(*place, *x, Side::Hard)
                    && around(*x, kin).is_none_or(|mut all| all.any(|c| kin.within(*place, c)))
            }),
            (NoneOf(a), NoneOf(b)) | (NotAmong(a), NotAmong(b)) => b.iter().all(|y| kin.within_any(*y, a)),
            (Among(a), Among(b)) => b.iter().all(|y| a.iter().any(|x| kin.within(*x, *y))),
            (Near(x), Near(y)) => {
                let inside =
                    |node: Node| around(*y, kin).is_none_or(|mut all| all.any(|c| kin.within(node, c)));
                x == y
                    || kin.within(*y, *x)
                        && around(*x, kin).map_or(around(*y, kin).is_none(), |mut all| all.all(inside))
            }
            _ => false,
        }
    }
}

/// Whether `near x`, taken as readers take it, shares ground with `other`: outside `x`, within what contains it.
fn near_shares(x: Node, other: &Names, kin: &Kin) -> bool {
    match other {
        Names::OneOf(list) => list.iter().any(|place| {
            !kin.within(*place, x)
                && around(x, kin).is_none_or(|mut all| all.any(|c| kin.shares(*place, c, Side::Soft)))
        }),
        Names::NoneOf(list) => around(x, kin).is_none_or(|mut all| all.any(|c| !kin.within_any(c, list))),
        Names::Nobody => false,
        Names::Near(_) | Names::Anywhere(_) | Names::Among(_) | Names::NotAmong(_) | Names::Somebody => true,
    }
}

/// What contains `x`; `None` where nothing does, so that "within what contains it" asks nothing.
fn around(x: Node, kin: &Kin) -> Option<impl Iterator<Item = Node>> {
    let mut containers = kin.containers(x).peekable();
    containers.peek().is_some().then_some(containers)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::value::shape::{Declared, Family, PlaceKind};

    /// A continent with two countries.
    fn kin() -> Kin {
        let place = |kind, parents: &[u32]| Declared {
            parents: parents.iter().map(|id| Node(*id)).collect(),
            ..Declared::alone(Family::Place(kind))
        };
        Kin::new(&[
            place(PlaceKind::Region, &[]),
            place(PlaceKind::Country, &[0]),
            place(PlaceKind::Country, &[0]),
        ])
    }

    const FIRST: Node = Node(1);
    const SECOND: Node = Node(2);

    #[test]
    fn nobody_excludes_all_but_what_rules_others_out() {
        let kin = kin();
        for (other, shares) in [
            (Names::Nobody, true),
            (Names::NoneOf(vec![FIRST]), true),
            (Names::NotAmong(vec![FIRST, SECOND]), true),
            (Names::OneOf(vec![FIRST]), false),
            (Names::Among(vec![FIRST]), false),
            (Names::Near(FIRST), false),
            (Names::Anywhere(FIRST), false),
            (Names::Somebody, false),
        ] {
            for side in [Side::Hard, Side::Soft] {
                assert_eq!(Names::Nobody.shares(&other, side, &kin), shares, "{other:?}, {side:?}");
                assert_eq!(other.shares(&Names::Nobody, side, &kin), shares, "{other:?}, {side:?}");
            }
            assert_eq!(Names::Nobody.within(&other, &kin), shares, "{other:?}: nobody is one answer");
        }
    }

    #[test]
    fn somebody_is_all_that_is_named_and_no_more() {
        let kin = kin();
        for (other, within) in [
            (Names::OneOf(vec![FIRST, SECOND]), true),
            (Names::Among(vec![FIRST]), true),
            (Names::Near(FIRST), true),
            (Names::Somebody, true),
            (Names::NoneOf(vec![FIRST]), false),
            (Names::NotAmong(vec![FIRST]), false),
            (Names::Nobody, false),
        ] {
            assert_eq!(other.within(&Names::Somebody, &kin), within, "{other:?}");
            let shares = other != Names::Nobody;
            assert_eq!(Names::Somebody.shares(&other, Side::Soft, &kin), shares, "{other:?}");
        }
        assert!(
            !Names::NoneOf(vec![FIRST]).hard_within(&Names::Near(SECOND), &kin),
            "nowhere is near nothing"
        );
        assert!(Names::Somebody.hard_within(&Names::Near(SECOND), &kin));
    }

    /// A continent with two countries, a town in each of them; a country that nothing contains, with two towns.
    fn wide() -> Kin {
        let place = |kind, parents: &[u32]| Declared {
            parents: parents.iter().map(|id| Node(*id)).collect(),
            ..Declared::alone(Family::Place(kind))
        };
        use PlaceKind::*;
        Kin::new(&[
            place(Region, &[]),
            place(Country, &[0]),
            place(Country, &[0]),
            place(Settlement, &[1]),
            place(Settlement, &[2]),
            place(Country, &[]),
            place(Settlement, &[5]),
            place(Settlement, &[5]),
        ])
    }

    const TOWN: Node = Node(3);
    const LONE: Node = Node(5);
    const INSIDE: Node = Node(6);
    const BESIDE: Node = Node(7);

    #[test]
    fn near_is_outside_the_place_and_within_what_contains_it() {
        let kin = wide();
        for (near, other, soft) in [
            (INSIDE, Names::OneOf(vec![INSIDE]), false),
            (INSIDE, Names::OneOf(vec![BESIDE]), true),
            (INSIDE, Names::OneOf(vec![LONE]), true),
            (INSIDE, Names::OneOf(vec![FIRST]), false),
            (INSIDE, Names::OneOf(vec![FIRST, BESIDE]), true),
            (INSIDE, Names::NoneOf(vec![LONE]), false),
            (INSIDE, Names::NoneOf(vec![BESIDE]), true),
            (LONE, Names::OneOf(vec![FIRST]), true), // nothing contains it, so that all is near
            (LONE, Names::OneOf(vec![INSIDE]), false),
            (LONE, Names::NoneOf(vec![FIRST]), true),
            (INSIDE, Names::Near(TOWN), true),
        ] {
            for (side, shares) in [(Side::Soft, soft), (Side::Hard, true)] {
                assert_eq!(
                    Names::Near(near).shares(&other, side, &kin),
                    shares,
                    "{near:?}, {other:?}, {side:?}"
                );
                assert_eq!(
                    other.shares(&Names::Near(near), side, &kin),
                    shares,
                    "{near:?}, {other:?}, {side:?}"
                );
            }
        }
    }

    #[test]
    fn one_shares_with_another_where_something_is_both() {
        let kin = wide();
        for (one, other, shares) in [
            (Names::OneOf(vec![FIRST]), Names::OneOf(vec![LONE]), false),
            (Names::OneOf(vec![FIRST, INSIDE]), Names::OneOf(vec![LONE]), true),
            (Names::OneOf(vec![INSIDE]), Names::NoneOf(vec![LONE]), false),
            (Names::OneOf(vec![INSIDE, FIRST]), Names::NoneOf(vec![LONE]), true),
            (Names::OneOf(vec![LONE]), Names::NoneOf(vec![INSIDE]), true), // the rest of it
            (Names::Among(vec![FIRST, INSIDE]), Names::NotAmong(vec![LONE]), false),
            (Names::Among(vec![LONE]), Names::NotAmong(vec![INSIDE]), true),
            (Names::Among(vec![FIRST]), Names::Among(vec![LONE]), true), // both are among them
        ] {
            for side in [Side::Hard, Side::Soft] {
                assert_eq!(one.shares(&other, side, &kin), shares, "{one:?}, {other:?}");
                assert_eq!(other.shares(&one, side, &kin), shares, "{one:?}, {other:?}");
            }
        }
    }

    #[test]
    fn what_lies_within_a_statement_allows_nothing_that_it_rules_out() {
        let kin = wide();
        for (one, other, within) in [
            (Names::OneOf(vec![INSIDE, BESIDE]), Names::OneOf(vec![LONE]), true),
            (Names::OneOf(vec![INSIDE, FIRST]), Names::OneOf(vec![LONE]), false),
            (Names::OneOf(vec![LONE]), Names::OneOf(vec![INSIDE]), false),
            (Names::OneOf(vec![BESIDE]), Names::NoneOf(vec![INSIDE, FIRST]), true),
            (Names::OneOf(vec![BESIDE, INSIDE]), Names::NoneOf(vec![INSIDE]), false),
            (Names::OneOf(vec![LONE]), Names::NoneOf(vec![INSIDE]), false),
            (Names::OneOf(vec![BESIDE]), Names::Near(INSIDE), true),
            (Names::OneOf(vec![INSIDE]), Names::Near(INSIDE), false),
            (Names::OneOf(vec![BESIDE, TOWN]), Names::Near(INSIDE), false),
            (Names::OneOf(vec![TOWN]), Names::Near(LONE), true),
            (Names::OneOf(vec![BESIDE]), Names::Near(LONE), false),
            (Names::NoneOf(vec![LONE]), Names::NoneOf(vec![INSIDE]), true),
            (Names::NoneOf(vec![INSIDE]), Names::NoneOf(vec![LONE]), false),
            (Names::NotAmong(vec![LONE]), Names::NotAmong(vec![INSIDE, BESIDE]), true),
            (Names::NotAmong(vec![INSIDE]), Names::NotAmong(vec![LONE]), false),
            (Names::Among(vec![INSIDE, FIRST]), Names::Among(vec![LONE]), true),
            (Names::Among(vec![LONE]), Names::Among(vec![INSIDE]), false),
            (Names::Among(vec![INSIDE]), Names::Among(vec![LONE, FIRST]), false),
            (Names::Near(INSIDE), Names::Near(INSIDE), true),
            (Names::Near(LONE), Names::Near(LONE), true),
            (Names::Near(FIRST), Names::Near(TOWN), true), // both on the continent, the one outside the country
            (Names::Near(TOWN), Names::Near(FIRST), false),
            (Names::Near(LONE), Names::Near(INSIDE), false), // the one anywhere, the other in the country
            (Names::Near(FIRST), Names::Near(INSIDE), false),
            (Names::NoneOf(vec![LONE]), Names::OneOf(vec![FIRST]), false),
        ] {
            assert_eq!(one.within(&other, &kin), within, "{one:?} within {other:?}");
        }
    }
}
