//! Rows 6 to 9: the two do not cover the same.

use super::row::{Fact, Match, Row};
use super::say::named;
use crate::align::kind::{Class, Kind, Which};
use crate::align::moment::Order;
use crate::align::monotone::{exceeds, is_monotone};
use crate::align::pair::Pair;
use crate::align::scope::Extent;

pub(crate) const DIFFERENT_SCOPE: Row = Row {
    number: 6,
    kinds: &[Kind::DifferentScope],
    class: Class::Aside,
    when: "scope is disjoint or overlapping; or narrower or wider where a part may exceed its whole; or one is projected and the other not",
    facts: &[],
    holds: |pair| {
        let differs = is_one_projected(pair)
            || match pair.scope.together {
                Extent::Disjoint | Extent::Overlapping => true,
                Extent::Narrower | Extent::Wider => !is_monotone(pair.question),
                Extent::Equal | Extent::Unknown => false,
            };
        differs.then_some(Match::both(Kind::DifferentScope))
    },
    unless: |pair| {
        let is_projected = pair.alignment.is_projected(pair.a);
        let how = if is_projected { "both are projections" } else { "neither is a projection" };
        match pair.scope.together {
            _ if is_one_projected(pair) => None,
            Extent::Disjoint | Extent::Overlapping => None,
            Extent::Narrower | Extent::Wider if !is_monotone(pair.question) => None,
            Extent::Narrower | Extent::Wider => {
                Some(format!("{}, and here a part never exceeds its whole; {how}", pair.scopes()))
            }
            Extent::Equal | Extent::Unknown => Some(format!("{}; {how}", pair.scopes())),
        }
    },
    because: |pair, _| {
        if is_one_projected(pair) {
            let which = if pair.alignment.is_projected(pair.a) { pair.a } else { pair.b };
            return format!("{} is a projection, the other is not", pair.words(which));
        }
        format!("they cover different things: {}", pair.dimensions())
    },
};

fn is_one_projected(pair: &Pair) -> bool {
    pair.alignment.is_projected(pair.a) != pair.alignment.is_projected(pair.b)
}

/// One of the two within the other, where a part never exceeds its whole.
struct Part {
    which: Which,
    /// Whether its least lies above the whole's greatest.
    exceeds: bool,
    /// How its as-of stands to the whole's.
    order: Order,
}

fn part(pair: &Pair) -> Option<Part> {
    let (x, y) = pair.says?;
    match pair.scope.together {
        Extent::Narrower => Some(Part { which: Which::A, exceeds: exceeds(x, y), order: pair.order() }),
        Extent::Wider => {
            Some(Part { which: Which::B, exceeds: exceeds(y, x), order: pair.order().reversed() })
        }
        _ => None,
    }
}

/// Whether neither time nor what is unknown of scope can explain that a part is larger than its whole.
fn is_settled(pair: &Pair, part: &Part) -> bool {
    !pair.scope.is_assumed() && is_settled_in_time(pair, part)
}

fn is_settled_in_time(pair: &Pair, part: &Part) -> bool {
    !pair.question.grows || matches!(part.order, Order::Equal | Order::Earlier)
}

/// Why a part does not exceed its whole; `None` where it does.
fn not_exceeding(pair: &Pair) -> Option<String> {
    match part(pair) {
        None => Some(format!("{}: neither is a part of the other", pair.scopes())),
        Some(part) => {
            (!part.exceeds).then(|| "the part's least is not above the whole's greatest".to_owned())
        }
    }
}

pub(super) const PART_EXCEEDS_WHOLE: Row = Row {
    number: 7,
    kinds: &[Kind::PartExceedsWhole],
    class: Class::Conflict,
    when: "scope is narrower, no dimension is unknown, the part's least is above the whole's greatest, and the question does not grow, or the part's as-of is equal or earlier",
    facts: &[Fact::Told],
    holds: |pair| {
        let part = part(pair).filter(|part| part.exceeds && is_settled(pair, part))?;
        Some(Match::of(Kind::PartExceedsWhole, part.which))
    },
    unless: |pair| {
        not_exceeding(pair).or_else(|| {
            let part = part(pair).filter(|part| !is_settled(pair, part))?;
            if is_settled_in_time(pair, &part) {
                return Some(format!(
                    "that the one is a part of the other is assumed: {}",
                    pair.dimensions()
                ));
            }
            let order = part.order;
            Some(format!("the question grows, and the part's as-of is {}", named(order)))
        })
    },
    because: |pair, found| {
        let (part, whole) = pair.directed(found);
        let (part, whole) = (pair.full(part), pair.full(whole));
        format!("the part is larger than the whole: {part} within {whole} ({})", pair.dimensions())
    },
};

pub(super) const PART_UNDETERMINED: Row = Row {
    number: 8,
    kinds: &[Kind::Undetermined],
    class: Class::Open,
    when: "as 7, but a dimension is unknown, or the question grows and the part's as-of is later or unsettled",
    facts: &[Fact::Told],
    holds: |pair| {
        let part = part(pair).filter(|part| part.exceeds)?;
        Some(Match::of(Kind::Undetermined, part.which))
    },
    unless: not_exceeding,
    because: |pair, found| {
        let (part, whole) = pair.directed(found);
        if pair.scope.is_assumed() {
            let (part, whole) = (pair.full(part), pair.full(whole));
            let how = "they may not be part and whole";
            return format!("{part} is larger than {whole}, but {how}: {}", pair.dimensions());
        }
        format!(
            "the part, {}, is larger than the whole, {}, but the figure grows and the part's is not known to be the earlier ({} against {})",
            pair.full(part),
            pair.full(whole),
            pair.when(part),
            pair.when(whole)
        )
    },
};

pub(super) const PART_OF: Row = Row {
    number: 9,
    kinds: &[Kind::PartOf],
    class: Class::Aside,
    when: "scope is narrower or wider otherwise",
    facts: &[],
    holds: |pair| part(pair).map(|part| Match::of(Kind::PartOf, part.which)),
    unless: |pair| match part(pair) {
        None => not_exceeding(pair),
        Some(_) => None,
    },
    because: |pair, found| {
        let (part, whole) = pair.directed(found);
        let (part, whole) = (pair.words(part), pair.words(whole));
        format!("{part} covers a part of what {whole} covers ({}), and does not exceed it", pair.dimensions())
    },
};
