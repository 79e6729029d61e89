//! Row 10: it cannot be told whether the two conflict.

use super::row::{Fact, Match, Row};
use super::say::named;
use crate::align::kind::{Class, Kind};
use crate::align::moment::Order;
use crate::align::pair::Pair;
use crate::align::scope::Extent;
use crate::model::question::Dimension;
use crate::model::table::Id;
use crate::value::shape::Side;

pub(super) const UNDETERMINED: Row = Row {
    number: 10,
    kinds: &[Kind::Undetermined],
    class: Class::Open,
    when: "scope is unknown, and the soft sets share nothing; or the question grows, the hard sets share nothing, and as-of is unsettled, or is equal but assumed on either side with one origin and two sources",
    facts: &[Fact::Told],
    holds: |pair| {
        let unknown = pair.scope.together == Extent::Unknown && pair.is_apart(Side::Soft);
        let holds = unknown || pair.question.grows && pair.is_apart(Side::Hard) && is_unsettled(pair);
        holds.then_some(Match::both(Kind::Undetermined))
    },
    unless: |pair| Some(format!("{}; {}", scope_is_known(pair)?, time_is_known(pair)?)),
    because,
};

/// Whether the moments do not tell which of two figures is the later.
fn is_unsettled(pair: &Pair) -> bool {
    match pair.order() {
        Order::Unsettled => true,
        Order::Equal => is_assumed(pair) && pair.one_origin() && !pair.one_source(),
        Order::Earlier | Order::Later => false,
    }
}

fn is_assumed(pair: &Pair) -> bool {
    [pair.a, pair.b].iter().any(|id| pair.alignment.basics[id.index()].when.assumed)
}

fn scope_is_known(pair: &Pair) -> Option<String> {
    match pair.scope.together {
        Extent::Unknown if pair.is_apart(Side::Soft) => None,
        Extent::Unknown => Some("scope is unknown, but the soft sets share something".to_owned()),
        _ => Some(pair.scopes()),
    }
}

fn time_is_known(pair: &Pair) -> Option<String> {
    if !pair.question.grows {
        return Some("the question does not grow".to_owned());
    }
    pair.common(Side::Hard).or_else(|| match pair.order() {
        _ if is_unsettled(pair) => None,
        Order::Unsettled => None,
        order @ (Order::Earlier | Order::Later) => {
            Some(format!("as-of is settled: the first's is {}", named(order)))
        }
        Order::Equal if !is_assumed(pair) => Some("as-of is equal and stated".to_owned()),
        Order::Equal if pair.one_source() => Some("as-of is equal, in one source".to_owned()),
        Order::Equal => Some(format!("as-of is equal, and {}", pair.origins())),
    })
}

fn because(pair: &Pair, _: Match) -> String {
    if pair.scope.together == Extent::Unknown {
        let names: Vec<&str> = pair.scope.unknown().map(Dimension::name).collect();
        return format!(
            "{} and {} differ, and it is not known whether they cover the same {}",
            pair.full(pair.a),
            pair.full(pair.b),
            names.join(" and ")
        );
    }
    let why = match pair.order() {
        Order::Equal => {
            "one origin gives two figures for one day in two sources, and the day is only assumed"
        }
        _ => "it cannot be told which is the later",
    };
    format!(
        "the figure grows, {}, and {why} ({} against {})",
        pair.nothing_in_common(),
        pair.when(pair.a),
        pair.when(pair.b)
    )
}
