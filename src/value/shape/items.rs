//! What is said of a set, and when two such statements share or contain.

use super::kin::{Kin, Node};

/// What is said of a set.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) enum Items {
    AtLeast(Vec<Node>),
    Exactly(Vec<Node>),
    Without(Vec<Node>),
}

impl Items {
    /// Whether one set of items meets all of these. An item stands for what contains it: a set meets "at least x"
    /// where it holds x or something within x, and "exactly these" where, besides, each of its items lies within
    /// one of these.
    pub(crate) fn all_share(all: &[&Items], kin: &Kin) -> bool {
        let allowed = |candidate: Node| {
            all.iter().all(|items| match items {
                Items::AtLeast(_) => true,
                Items::Exactly(list) => kin.within_any(candidate, list),
                Items::Without(list) => !kin.within_any(candidate, list),
            })
        };
        all.iter().all(|items| match items {
            Items::AtLeast(list) | Items::Exactly(list) => {
                list.iter().all(|item| kin.contents(*item).iter().any(|candidate| allowed(*candidate)))
            }
            Items::Without(_) => true,
        })
    }

    pub(super) fn within(&self, other: &Items, kin: &Kin) -> bool {
        use Items::*;
        let covers = |a: &[Node], b: &[Node]| b.iter().all(|y| a.iter().any(|x| kin.within(*x, *y)));
        match (self, other) {
            (AtLeast(a) | Exactly(a), AtLeast(b)) => covers(a, b),
            (Exactly(a), Exactly(b)) => covers(a, b) && a.iter().all(|x| kin.within_any(*x, b)),
            (Exactly(a), Without(b)) => {
                !a.iter().any(|x| kin.contents(*x).iter().any(|item| kin.within_any(*item, b)))
            }
            (Without(a), Without(b)) => b.iter().all(|y| kin.within_any(*y, a)),
            _ => false,
        }
    }
}
