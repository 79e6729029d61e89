//! Rows 11, 12, 15 and 16: the hard sets share nothing, so that both cannot hold.

use super::row::{Fact, Match, Row};
use super::why::Why;
use crate::align::kind::{Class, Kind};
use crate::align::pair::Pair;
use crate::model::table::ClaimId;
use crate::value::shape::Side;

pub(super) const SELF_CONTRADICTION: Row = Row {
    number: 11,
    kinds: &[Kind::SelfContradiction],
    class: Class::Conflict,
    when: "the hard sets share nothing; one agent, or one source whose publisher is unknown, is the origin of both; one source (its captures included), or both in the publisher's own voice; as-of is equal or the question is fixed",
    facts: &[Fact::Told, Fact::Assumes, Fact::OfWho],
    holds: |pair| {
        let holds = not_of_one_origin(pair).is_none() && is_own_voice(pair);
        holds.then_some(Match::both(Kind::SelfContradiction))
    },
    unless: |pair| {
        let two = Why::Because("they stand in two sources, and not both in the publisher's own voice");
        let why = not_of_one_origin(pair).or_else(|| (!is_own_voice(pair)).then_some(two));
        Some(why?.said(pair))
    },
    because: |pair, _| {
        format!("{} says both, of the same moment, and {}", pair.speaker(), pair.nothing_in_common())
    },
};

pub(super) const MISREPORT: Row = Row {
    number: 12,
    kinds: &[Kind::Misreport],
    class: Class::Conflict,
    when: "the hard sets share nothing; one agent is the origin of both; as-of is equal or the question is fixed",
    facts: &[Fact::Told, Fact::Assumes, Fact::OfWho],
    // Where the publisher is unknown both stand in one source, and row 11 holds.
    holds: |pair| not_of_one_origin(pair).is_none().then_some(Match::both(Kind::Misreport)),
    unless: |pair| Some(not_of_one_origin(pair)?.said(pair)),
    because: |pair, _| {
        format!(
            "both go back to {}, of the same moment, and {}: one of the two sources misreports",
            pair.speaker(),
            pair.nothing_in_common()
        )
    },
};

/// Why it is not one origin that says of one moment what cannot both hold; `None` where it is.
fn not_of_one_origin(pair: &Pair) -> Option<Why> {
    let two = || (!pair.one_origin()).then_some(Why::Origins);
    let moments = || (!pair.is_of_one_moment()).then(|| Why::AsOf(pair.order()));
    pair.shares(Side::Hard).or_else(two).or_else(moments)
}

fn is_own_voice(pair: &Pair) -> bool {
    pair.one_source() || pair.one_publisher_speaks()
}

pub(super) const DENIAL: Row = Row {
    number: 15,
    kinds: &[Kind::Denial],
    class: Class::Conflict,
    when: "the hard sets share nothing, and one of the two denies (stance `denies`, a `not`) or reads nothing but zero; or the one says that the other is too high or too low",
    facts: &[Fact::Told, Fact::Assumes],
    holds: |pair| {
        let denied = pair.is_apart(Side::Hard) && (denies(pair, pair.a) || denies(pair, pair.b));
        (denied || pair.calls_wrong()).then_some(Match::both(Kind::Denial))
    },
    unless: |pair| {
        if pair.calls_wrong() {
            return None;
        }
        pair.common(Side::Hard).or_else(|| {
            let any = denies(pair, pair.a) || denies(pair, pair.b);
            (!any).then(|| "neither denies, rules a value out, or says that there was nothing".to_owned())
        })
    },
    // The one that denies is told second, in whichever order the two are asked about.
    because: |pair, _| {
        if pair.calls_wrong() {
            let (one, other) = (pair.full(pair.a), pair.full(pair.b));
            return format!("one of the two says that the other is wrong: {one} and {other}");
        }
        let claims = &pair.alignment.dossier.claims;
        let (yes, no) = if claims[pair.a].denies() { (pair.b, pair.a) } else { (pair.a, pair.b) };
        let (yes, no) = (pair.full(yes), pair.full(no));
        format!("one of the two denies what the other affirms: {yes} and {no} have nothing in common")
    },
};

fn denies(pair: &Pair, id: ClaimId) -> bool {
    let claim = &pair.alignment.dossier.claims[id];
    claim.denies() || claim.shape().is_some_and(|shape| shape.is_zero())
}

pub(super) const CONTRADICTION: Row = Row {
    number: 16,
    kinds: &[Kind::Contradiction],
    class: Class::Conflict,
    when: "the hard sets share nothing",
    facts: &[Fact::Told, Fact::Assumes],
    holds: |pair| pair.is_apart(Side::Hard).then_some(Match::both(Kind::Contradiction)),
    unless: |pair| pair.common(Side::Hard),
    because: |pair, _| {
        let mut said = format!("no state of the world satisfies both: {}", pair.nothing_in_common());
        if !pair.is_fixed() {
            let (x, y) = (pair.when(pair.a), pair.when(pair.b));
            said.push_str(&format!("; time does not explain it ({x} against {y})"));
        }
        said
    },
};
