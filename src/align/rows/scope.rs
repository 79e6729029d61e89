//! Rows 6 to 9: the two do not cover the same.

use super::row::{Fact, Match, Row};
use super::say::missing;
use super::why::Why;
use crate::align::kind::{Class, Kind, Which};
use crate::align::moment::Order;
use crate::align::monotone::{exceeds, is_monotone};
use crate::align::pair::Pair;
use crate::align::scope::Extent;
use crate::model::question::OverTime;

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

/// Why it is not certain that a part is larger than its whole at one moment; `None` where it is.
fn unsettled(pair: &Pair, part: &Part) -> Option<Why> {
    if pair.scope.is_assumed() {
        return Some(Why::Unknown);
    }
    let settled = match pair.over_time() {
        OverTime::Fixed => true,
        OverTime::Grows => matches!(part.order, Order::Equal | Order::Earlier),
        OverTime::Varies => part.order == Order::Equal,
    };
    (!settled).then(|| Why::AsOf(pair.order()))
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
    when: "scope is narrower with no dimension unknown, the part's least is above the whole's greatest, and the question is fixed, or as-of is equal, or it grows and the part's as-of is earlier",
    facts: &[Fact::Told],
    holds: |pair| {
        let part = part(pair).filter(|part| part.exceeds && unsettled(pair, part).is_none())?;
        Some(Match::of(Kind::PartExceedsWhole, part.which))
    },
    unless: |pair| not_exceeding(pair).or_else(|| Some(unsettled(pair, &part(pair)?)?.said(pair))),
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
    when: "as 7, but not so in time, or a dimension of scope is unknown",
    facts: &[Fact::Told],
    holds: |pair| {
        let part = part(pair).filter(|part| part.exceeds)?;
        Some(Match::of(Kind::Undetermined, part.which))
    },
    unless: not_exceeding,
    because: |pair, found| {
        let (inner, whole) = pair.directed(found);
        let why = part(pair).and_then(|part| unsettled(pair, &part)).map(|why| why.said(pair));
        let why = why.unwrap_or_default();
        let told = format!("the part, {}, is larger than the whole, {}", pair.full(inner), pair.full(whole));
        let when = match pair.scope.is_assumed() {
            true => String::new(),
            false => format!(" ({} against {})", pair.when(inner), pair.when(whole)),
        };
        format!("{told}, but {why}{when}: {}", missing(pair))
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
