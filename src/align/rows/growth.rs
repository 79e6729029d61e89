//! Rows 13 and 14: time changes the answer, and passed between the two.

use super::row::{Fact, Match, Row};
use super::why::Why;
use crate::align::kind::{Class, Kind, Which};
use crate::align::moment::Order;
use crate::align::pair::Pair;
use crate::model::question::OverTime;
use crate::model::table::ClaimId;
use crate::value::shape::{Bounds, Shape, Side};

pub(super) const OUTGROWN: Row = Row {
    number: 13,
    kinds: &[Kind::Superseded, Kind::Lags],
    class: Class::Change,
    when: "as-of differs, neither denies or both are of one origin and the later does not, neither says that the other is too high or too low, and: the question grows, and either the hard sets share nothing and the earlier's least is below the later's greatest, or only the soft sets share nothing, neither rounds to the other, and the later's lies wholly above (with two origins not where the earlier reads nothing but zero); or it varies, the hard or the soft sets share nothing, and neither rounds to the other",
    facts: &[Fact::Assumes, Fact::Outgrows],
    holds: |pair| {
        not_outgrown(pair).is_none().then_some(())?;
        let kind = if pair.one_origin_or_part() { Kind::Superseded } else { Kind::Lags };
        Some(Match::of(kind, Time::between(pair)?.later))
    },
    unless: |pair| Some(not_outgrown(pair)?.said(pair)),
    because: |pair, found| {
        let (later, earlier) = pair.directed(found);
        let (late, early) = (pair.words(later), pair.words(earlier));
        let (then, before, over_time) = (pair.when(later), pair.when(earlier), pair.over_time());
        match found.kind {
            Kind::Lags => format!("the answer {over_time}: {early} {before} does not exclude {late} {then}"),
            _ => format!(
                "the answer {over_time}, and {} gave the later one: {late} {then}, after {early} {before}",
                pair.speaker()
            ),
        }
    },
};

pub(super) const REVISED_DOWN: Row = Row {
    number: 14,
    kinds: &[Kind::RevisedDown],
    class: Class::Change,
    when: "the question grows, as-of differs, one origin, the later does not deny, and the hard sets share nothing, or only the soft sets share nothing, neither rounds to the other, and the later's lies wholly below",
    facts: &[Fact::Told, Fact::Assumes, Fact::Outgrows],
    holds: |pair| {
        not_revised_down(pair).is_none().then_some(())?;
        Some(Match::of(Kind::RevisedDown, Time::between(pair)?.later))
    },
    unless: |pair| Some(not_revised_down(pair)?.said(pair)),
    because: |pair, found| {
        let (later, earlier) = pair.directed(found);
        format!(
            "{} gave a lower figure later: {} {}, after {} {}",
            pair.speaker(),
            pair.full(later),
            pair.when(later),
            pair.full(earlier),
            pair.when(earlier)
        )
    },
};

/// Two claims of which one is known to be the later, where time changes the answer.
struct Time<'a> {
    later: Which,
    early: &'a Shape,
    late: &'a Shape,
}

impl<'a> Time<'a> {
    fn between(pair: &Pair<'a>) -> Option<Self> {
        let (x, y) = pair.says.filter(|_| !pair.is_fixed())?;
        match pair.order() {
            Order::Later => Some(Time { later: Which::A, early: y, late: x }),
            Order::Earlier => Some(Time { later: Which::B, early: x, late: y }),
            Order::Equal | Order::Unsettled => None,
        }
    }

    fn later(&self, pair: &Pair) -> ClaimId {
        if self.later == Which::A { pair.a } else { pair.b }
    }

    fn numbers(&self) -> Option<(&'a Bounds, &'a Bounds)> {
        self.early.numbers().zip(self.late.numbers())
    }
}

/// Why neither is known to be the later, where that matters.
fn not_in_time(pair: &Pair) -> Option<Why> {
    if pair.is_fixed() {
        return Some(Why::Fixed);
    }
    match pair.order() {
        Order::Later | Order::Earlier => None,
        order => Some(Why::AsOf(order)),
    }
}

/// Why time does not explain that the two differ; `None` where it does.
fn not_outgrown(pair: &Pair) -> Option<Why> {
    if let Some(why) = not_in_time(pair) {
        return Some(why);
    }
    if !pair.is_apart(Side::Soft) {
        return Some(Why::Common(Side::Soft));
    }
    let time = Time::between(pair)?;
    let one_origin = pair.one_origin_or_part();
    if one_origin && pair.denies(time.later(pair)) {
        return Some(Why::Because("the later denies"));
    }
    if !one_origin && pair.one_denies() {
        return Some(Why::Because("one of the two denies, and they are of two origins"));
    }
    if pair.calls_wrong() {
        return Some(Why::Because("one of the two says that the other is wrong"));
    }
    match pair.over_time() {
        OverTime::Fixed => None,
        OverTime::Grows => not_grown(pair, &time),
        OverTime::Varies => pair.rounding(),
    }
}

/// Why growth does not explain it; `None` where it does.
fn not_grown(pair: &Pair, time: &Time) -> Option<Why> {
    let Some((early, late)) = time.numbers() else { return Some(Why::Because("no numbers grow here")) };
    if pair.is_apart(Side::Hard) {
        if !may_grow(early, late) {
            return Some(Why::Because("the later is below the earlier, so that growth does not explain it"));
        }
    } else if pair.rounds() {
        return Some(Why::Rounds);
    } else if !lies_below(early, late) {
        return Some(Why::Because("the later is usually read as no more than the earlier"));
    }
    let nothing = "two origins, of which the earlier says that there was nothing";
    (time.early.is_zero() && !pair.one_origin_or_part()).then_some(Why::Because(nothing))
}

/// Why it is no lower figure that one speaker gave later; `None` where it is.
fn not_revised_down(pair: &Pair) -> Option<Why> {
    if let Some(why) = not_in_time(pair) {
        return Some(why);
    }
    if !pair.is_apart(Side::Soft) {
        return Some(Why::Common(Side::Soft));
    }
    if pair.over_time() != OverTime::Grows {
        return Some(Why::Because("the answer varies: it goes either way"));
    }
    if !pair.one_origin_or_part() {
        return Some(Why::Origins);
    }
    let time = Time::between(pair)?;
    if pair.denies(time.later(pair)) {
        return Some(Why::Because("the later denies"));
    }
    if pair.is_apart(Side::Hard) {
        return None;
    }
    let is_lower = time.numbers().is_some_and(|(early, late)| lies_below(late, early));
    let not_lower = Why::Because("the later is usually read as no less than the earlier");
    pair.rounding().or_else(|| (!is_lower).then_some(not_lower))
}

/// Whether what the earlier allows can grow into what the later allows.
fn may_grow(early: &Bounds, late: &Bounds) -> bool {
    match (early.hard.least(), late.hard.greatest()) {
        (Some(least), Some(greatest)) => least < greatest,
        _ => true,
    }
}

/// Whether the one's soft set lies wholly below the other's.
fn lies_below(low: &Bounds, high: &Bounds) -> bool {
    matches!((low.soft.greatest(), high.soft.least()), (Some(below), Some(above)) if below < above)
}
