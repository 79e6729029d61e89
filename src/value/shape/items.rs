//! What is said of a set, and when two such statements share or contain.

use super::kin::Kin;
use super::node::Node;

/// What is said of a set.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) enum Items {
    AtLeast(Vec<Node>),
    Exactly(Vec<Node>),
    Without(Vec<Node>),
}

impl Items {
    /// The items that it speaks of.
    pub(crate) fn listed(&self) -> &[Node] {
        match self {
            Items::AtLeast(list) | Items::Exactly(list) | Items::Without(list) => list,
        }
    }

    /// Whether one set of items meets all of these. An item stands for what contains it: a set meets "at least x"
    /// where it holds x or something within x, and "exactly these" where, besides, each of its items lies within
    /// one of these.
    pub(crate) fn all_share(all: &[&Items], kin: &Kin) -> bool {
        if all.iter().all(|items| matches!(items, Items::AtLeast(_))) {
            return true;
        }
        // What lies within an item of a list lies within one of that list: it is held against the others alone.
        let allowed = |candidate: Node, own: usize| {
            all.iter().enumerate().filter(|(at, _)| *at != own).all(|(_, items)| match items {
                Items::AtLeast(_) => true,
                Items::Exactly(list) => kin.within_any(candidate, list),
                Items::Without(list) => !kin.within_any(candidate, list),
            })
        };
        all.iter().enumerate().all(|(own, items)| match items {
            Items::AtLeast(list) | Items::Exactly(list) => {
                list.iter().all(|item| kin.contents(*item).iter().any(|candidate| allowed(*candidate, own)))
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

#[cfg(test)]
mod tests {
    use super::Items::{self, *};
    use crate::value::shape::{Declared, Family, Kin, Node};

    const WHOLE: Node = Node(0);
    const PART: Node = Node(1);
    const OTHER: Node = Node(2);

    fn kin() -> Kin {
        let word = |parents: &[Node]| Declared { parents: parents.to_vec(), ..Declared::alone(Family::Word) };
        Kin::new(&[word(&[]), word(&[WHOLE]), word(&[])])
    }

    #[test]
    fn a_set_meets_two_statements_where_its_items_are_allowed_by_both() {
        let kin = kin();
        for (one, other, shares) in [
            (AtLeast(vec![WHOLE]), Without(vec![PART]), true), // the rest of it
            (AtLeast(vec![PART]), Without(vec![WHOLE]), false),
            (AtLeast(vec![WHOLE]), AtLeast(vec![OTHER]), true),
            (Exactly(vec![WHOLE]), Exactly(vec![PART]), true), // the part stands for the whole
            (Exactly(vec![WHOLE]), Exactly(vec![OTHER]), false),
            (Exactly(vec![WHOLE, OTHER]), Exactly(vec![OTHER]), false),
            (Exactly(vec![WHOLE]), AtLeast(vec![OTHER]), false),
            (Exactly(vec![PART]), AtLeast(vec![WHOLE]), true),
            (Exactly(vec![PART]), AtLeast(vec![WHOLE, OTHER]), false),
            (Without(vec![PART]), Without(vec![OTHER]), true),
        ] {
            assert_eq!(Items::all_share(&[&one, &other], &kin), shares, "{one:?} and {other:?}");
            assert_eq!(Items::all_share(&[&other, &one], &kin), shares, "{one:?} and {other:?}");
        }
    }

    #[test]
    fn what_lies_within_a_statement_allows_no_set_that_it_rules_out() {
        let kin = kin();
        for (one, other, within) in [
            (AtLeast(vec![PART]), AtLeast(vec![WHOLE]), true),
            (AtLeast(vec![WHOLE]), AtLeast(vec![PART]), false),
            (AtLeast(vec![PART]), AtLeast(vec![WHOLE, OTHER]), false),
            (Exactly(vec![PART]), AtLeast(vec![WHOLE]), true),
            (AtLeast(vec![PART]), Exactly(vec![PART]), false),
            (Exactly(vec![PART]), Exactly(vec![WHOLE]), true),
            (Exactly(vec![WHOLE]), Exactly(vec![PART]), false),
            (Exactly(vec![PART, OTHER]), Exactly(vec![WHOLE]), false),
            (Exactly(vec![OTHER]), Without(vec![WHOLE]), true),
            (Exactly(vec![OTHER, PART]), Without(vec![WHOLE]), false),
            (Exactly(vec![WHOLE]), Without(vec![PART]), false),
            (AtLeast(vec![OTHER]), Without(vec![WHOLE]), false),
            (Without(vec![WHOLE]), Without(vec![PART]), true),
            (Without(vec![PART]), Without(vec![WHOLE]), false),
        ] {
            assert_eq!(one.within(&other, &kin), within, "{one:?} within {other:?}");
        }
    }
}
