//! Rows 13 and 14: the question grows, and time passed between the two.

use super::row::{Fact, Match, Row};
use super::say::named;
use crate::align::kind::{Class, Kind, Which};
use crate::align::moment::Order;
use crate::align::pair::Pair;
use crate::model::claim::Stance;
use crate::model::table::ClaimId;
use crate::value::shape::{Bounds, Shape, Side};

pub(super) const OUTGROWN: Row = Row {
    number: 13,
    kinds: &[Kind::Superseded, Kind::Lags],
    class: Class::Change,
    when: "the question grows, as-of differs, and either the hard sets share nothing and the earlier's least is below the later's greatest, or only the soft sets share nothing and the later's lies wholly above; with two origins not where the earlier has stance `denies` or reads nothing but zero",
    facts: &[Fact::Assumes, Fact::Outgrows],
    holds: |pair| {
        let time = Time::between(pair).filter(|time| time.explains(pair))?;
        match pair.one_origin_or_part() {
            true => Some(Match::of(Kind::Superseded, time.later)),
            false => (!time.earlier_says_nothing(pair)).then_some(Match::of(Kind::Lags, time.later)),
        }
    },
    unless: not_outgrown,
    because: |pair, found| {
        let (later, earlier) = pair.directed(found);
        let (late, early) = (pair.words(later), pair.words(earlier));
        let (then, before) = (pair.when(later), pair.when(earlier));
        match found.kind {
            Kind::Lags => format!("the figure grows: {early} {before} does not exclude {late} {then}"),
            _ => format!(
                "the figure grows, and {} gave the later one: {late} {then}, after {early} {before}",
                pair.speaker()
            ),
        }
    },
};

pub(super) const REVISED_DOWN: Row = Row {
    number: 14,
    kinds: &[Kind::RevisedDown],
    class: Class::Change,
    when: "the question grows, as-of differs, one origin, and the hard sets share nothing",
    facts: &[Fact::Told, Fact::Assumes, Fact::Outgrows],
    holds: |pair| {
        let time = Time::between(pair).filter(|_| pair.is_apart(Side::Hard))?;
        pair.one_origin_or_part().then_some(Match::of(Kind::RevisedDown, time.later))
    },
    unless: |pair| {
        not_in_time(pair).or_else(|| match pair.one_origin_or_part() {
            false => Some(pair.origins()),
            true => pair.common(Side::Hard),
        })
    },
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

/// Two claims on a question that grows, one of which is known to be the later.
struct Time<'a> {
    later: Which,
    earlier: ClaimId,
    early: &'a Shape,
    late: &'a Shape,
}

impl<'a> Time<'a> {
    fn between(pair: &Pair<'a>) -> Option<Self> {
        let (x, y) = pair.says.filter(|_| pair.question.grows)?;
        match pair.order() {
            Order::Later => Some(Time { later: Which::A, earlier: pair.b, early: y, late: x }),
            Order::Earlier => Some(Time { later: Which::B, earlier: pair.a, early: x, late: y }),
            Order::Equal | Order::Unsettled => None,
        }
    }

    fn numbers(&self) -> Option<(&'a Bounds, &'a Bounds)> {
        self.early.numbers().zip(self.late.numbers())
    }

    /// Whether growth explains that the two differ.
    fn explains(&self, pair: &Pair) -> bool {
        self.numbers().is_some_and(|(early, late)| match pair.is_apart(Side::Hard) {
            true => may_grow(early, late),
            false => pair.is_apart(Side::Soft) && lies_above(early, late),
        })
    }

    /// Whether the earlier says that there was nothing.
    fn earlier_says_nothing(&self, pair: &Pair) -> bool {
        pair.alignment.dossier.claims[self.earlier].stance() == Stance::Denies || self.early.is_zero()
    }
}

/// Whether what the earlier allows can grow into what the later allows.
fn may_grow(early: &Bounds, late: &Bounds) -> bool {
    match (early.hard.least(), late.hard.greatest()) {
        (Some(least), Some(greatest)) => least < greatest,
        _ => true,
    }
}

/// Whether the later's soft set lies wholly above the earlier's.
fn lies_above(early: &Bounds, late: &Bounds) -> bool {
    matches!((early.soft.greatest(), late.soft.least()), (Some(high), Some(low)) if high < low)
}

fn not_in_time(pair: &Pair) -> Option<String> {
    if !pair.question.grows {
        return Some("the question does not grow".to_owned());
    }
    match pair.order() {
        Order::Later | Order::Earlier => None,
        order => Some(format!("as-of is {}, so that neither is the later", named(order))),
    }
}

fn not_outgrown(pair: &Pair) -> Option<String> {
    if let Some(why) = not_in_time(pair) {
        return Some(why);
    }
    let time = Time::between(pair)?;
    let Some((early, late)) = time.numbers() else { return Some("no numbers grow here".to_owned()) };
    if pair.is_apart(Side::Hard) {
        if !may_grow(early, late) {
            return Some("the later is below the earlier, so that growth does not explain it".to_owned());
        }
    } else if let Some(common) = pair.common(Side::Soft) {
        return Some(common);
    } else if !lies_above(early, late) {
        return Some("the later is usually read as no more than the earlier".to_owned());
    }
    let is_denied = !pair.one_origin_or_part() && time.earlier_says_nothing(pair);
    is_denied.then(|| "two origins, of which the earlier says that there was nothing".to_owned())
}
