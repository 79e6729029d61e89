//! Row 10: it cannot be told whether the two conflict.

use super::row::{Fact, Match, Row};
use super::say::missing;
use super::why::Why;
use crate::align::kind::{Class, Kind};
use crate::align::moment::Order;
use crate::align::pair::Pair;
use crate::align::scope::Extent;
use crate::value::shape::Side;

pub(super) const UNDETERMINED: Row = Row {
    number: 10,
    kinds: &[Kind::Undetermined],
    class: Class::Open,
    when: "scope is unknown, the soft sets share nothing and neither rounds to the other; or the question grows or varies, the hard sets share nothing, as-of is unsettled, and neither denies or both are of one origin, nor says the one that the other is too high or too low",
    facts: &[Fact::Told],
    holds: |pair| {
        let holds = scope_is_known(pair).is_none() || time_is_known(pair).is_none();
        holds.then_some(Match::both(Kind::Undetermined))
    },
    unless: |pair| {
        let (scope, time) = (scope_is_known(pair)?, time_is_known(pair)?);
        Some(format!("{}; {}", scope.said(pair), time.said(pair)))
    },
    because,
};

/// Why scope leaves nothing open; `None` where it does.
fn scope_is_known(pair: &Pair) -> Option<Why> {
    match pair.scope.together {
        Extent::Unknown => pair.shares(Side::Soft).or_else(|| pair.rounding()),
        _ => Some(Why::Scopes),
    }
}

/// Why time leaves nothing open; `None` where it does.
fn time_is_known(pair: &Pair) -> Option<Why> {
    if pair.is_fixed() {
        return Some(Why::Fixed);
    }
    pair.shares(Side::Hard).or_else(|| match pair.order() {
        Order::Unsettled if pair.one_denies() && !pair.one_origin() => {
            Some(Why::Because("as-of is unsettled, but one of the two denies, and they are of two origins"))
        }
        Order::Unsettled if pair.calls_wrong() => {
            Some(Why::Because("as-of is unsettled, but one of the two says that the other is wrong"))
        }
        Order::Unsettled => None,
        order => Some(Why::AsOf(order)),
    })
}

fn because(pair: &Pair, _: Match) -> String {
    if scope_is_known(pair).is_none() {
        let names = pair.unknown_dimensions();
        return format!(
            "{} and {} differ, and it is not known whether they cover the same {names}: {}",
            pair.full(pair.a),
            pair.full(pair.b),
            missing(pair)
        );
    }
    format!(
        "the answer {}, {}, and it cannot be told which is the later ({} against {}): {}",
        pair.over_time(),
        pair.nothing_in_common(),
        pair.when(pair.a),
        pair.when(pair.b),
        missing(pair)
    )
}
