//! The moment that a figure holds for, and how two of them stand. See semantics.md, section 3.

use crate::model::Dossier;
use crate::model::claim::{AsOf, Claim};

/// A claim's as-of: its own, or else its source's date.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct When {
    pub(crate) as_of: AsOf,
    /// Whether it is the source's date that stands in.
    pub(crate) assumed: bool,
}

/// How the first of two as-of stands to the second.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Order {
    Earlier,
    Later,
    /// The same run of at most a day, taken as one moment.
    Equal,
    /// They share a moment, but are not one.
    Unsettled,
}

impl Order {
    /// How the second stands to the first.
    pub(crate) fn reversed(self) -> Self {
        match self {
            Order::Earlier => Order::Later,
            Order::Later => Order::Earlier,
            other => other,
        }
    }
}

/// The claim's own as-of, else the date its source was published or, where that is unknown, updated.
pub(crate) fn of(dossier: &Dossier, claim: &Claim) -> When {
    if let Some(as_of) = &claim.as_of {
        return When { as_of: as_of.clone(), assumed: false };
    }
    let source = &dossier.sources[claim.source];
    let date = source.published.as_ref().or(source.updated.as_ref());
    When { as_of: date.cloned().unwrap_or_else(AsOf::unknown), assumed: true }
}

/// Compares two as-of.
pub(crate) fn order(a: &AsOf, b: &AsOf) -> Order {
    match (a.last, b.first) {
        (Some(last), Some(first)) if last < first => return Order::Earlier,
        _ => {}
    }
    match (b.last, a.first) {
        (Some(last), Some(first)) if last < first => return Order::Later,
        _ => {}
    }
    match (a.first, a.last) {
        (Some(first), Some(last)) if (a.first, a.last) == (b.first, b.last) && last - first < 86_400 => {
            Order::Equal
        }
        _ => Order::Unsettled,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn run(first: i128, last: i128) -> AsOf {
        AsOf { first: Some(first), last: Some(last), ..AsOf::unknown() }
    }

    #[test]
    fn moments_differ_are_equal_or_unsettled() {
        let (day, next) = (run(0, 86_399), run(86_400, 172_799));
        assert_eq!(order(&day, &next), Order::Earlier);
        assert_eq!(order(&next, &day), Order::Later);
        assert_eq!(order(&day, &day), Order::Equal);
        let noon = run(43_200, 43_200);
        assert_eq!(order(&noon, &noon), Order::Equal);
        assert_eq!(order(&noon, &day), Order::Unsettled, "the day may be before or after noon");
        let month = run(0, 31 * 86_400 - 1);
        assert_eq!(order(&month, &month), Order::Unsettled, "a month is no moment");
        assert_eq!(order(&AsOf::unknown(), &day), Order::Unsettled);
    }
}
