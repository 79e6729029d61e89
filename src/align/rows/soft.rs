//! Rows 17 to 21: both can hold; how close what they say is.

use super::row::{Fact, Match, Row};
use super::why::Why;
use crate::align::kind::{Class, Kind, Which};
use crate::align::moment::Order;
use crate::align::pair::Pair;
use crate::value::shape::Side;
use crate::value::types::folded;

pub(super) const TENSION: Row = Row {
    number: 17,
    kinds: &[Kind::Tension],
    class: Class::Tension,
    when: "the soft sets share nothing; the question is fixed, as-of is not unsettled, or one of the two denies and they are of two origins; and neither rounds to the other",
    facts: &[Fact::Told, Fact::Assumes],
    holds: |pair| {
        let holds = pair.is_apart(Side::Soft) && relaxed(pair).is_none();
        holds.then_some(Match::both(Kind::Tension))
    },
    unless: |pair| Some(pair.shares(Side::Soft).or_else(|| relaxed(pair))?.said(pair)),
    because: |pair, _| {
        let usual: Vec<String> = [pair.a, pair.b].into_iter().filter_map(|id| pair.usual(id)).collect();
        format!("both can hold only where one is read as readers seldom do: {}", usual.join(", "))
    },
};

/// Why nothing is strained though the soft sets share nothing; `None` where something is.
fn relaxed(pair: &Pair) -> Option<Why> {
    let is_settled = || pair.is_fixed() || pair.order() != Order::Unsettled;
    let is_denied = || pair.one_denies() && !pair.one_origin();
    let unsettled = || (!is_settled() && !is_denied()).then_some(Why::AsOf(Order::Unsettled));
    pair.rounding().or_else(unsettled)
}

pub(super) const REPEATS: Row = Row {
    number: 18,
    kinds: &[Kind::Repeats],
    class: Class::Dependence,
    when: "one origin, two sources, and the soft sets share something or one rounds to the other",
    facts: &[Fact::Assumes, Fact::OfWho],
    holds: |pair| {
        let holds = pair.one_origin_or_part() && !pair.one_source() && is_alike(pair);
        holds.then_some(Match::both(Kind::Repeats))
    },
    unless: |pair| match pair.one_origin_or_part() {
        false => Some(pair.origins()),
        true if pair.one_source() => Some("both stand in one source".to_owned()),
        true => (!is_alike(pair)).then(|| "the soft sets share nothing".to_owned()),
    },
    because: |pair, _| format!("two sources, one origin: both go back to {}", pair.speaker()),
};

fn is_alike(pair: &Pair) -> bool {
    !pair.is_apart(Side::Soft) || pair.rounds()
}

pub(super) const SAME: Row = Row {
    number: 19,
    kinds: &[Kind::Same, Kind::Equivalent],
    class: Class::Agreement,
    when: "the sets are the same; `same` where the words are too",
    facts: &[Fact::Assumes],
    holds: |pair| {
        let kind = |pair: &Pair| if has_same_words(pair) { Kind::Same } else { Kind::Equivalent };
        pair.has_same_sets().then(|| Match::both(kind(pair)))
    },
    unless: |pair| (!pair.has_same_sets()).then(|| "their sets are not the same".to_owned()),
    because: |pair, found| match found.kind {
        Kind::Same => "the same words, read alike".to_owned(),
        _ => format!("different words, read alike: {}", pair.hard(pair.a)),
    },
};

fn has_same_words(pair: &Pair) -> bool {
    let claims = &pair.alignment.dossier.claims;
    let (a, b) = (claims[pair.a].words(), claims[pair.b].words());
    a == b || folded(a) == folded(b)
}

pub(super) const REFINES: Row = Row {
    number: 20,
    kinds: &[Kind::Refines],
    class: Class::Agreement,
    when: "hard lies within hard and soft within soft, one way; or else one rounds to the other",
    facts: &[Fact::Assumes],
    holds: |pair| narrower(pair).map(|which| Match::of(Kind::Refines, which)),
    unless: |pair| match narrower(pair) {
        Some(_) => None,
        None => {
            Some("neither lies within the other, hard in hard and soft in soft, or rounds to it".to_owned())
        }
    },
    because: |pair, found| {
        if let (None, Some(rounded)) = (within(pair), pair.rounded()) {
            return rounded;
        }
        let (one, other) = pair.directed(found);
        let (one, other) = (pair.full(one), pair.full(other));
        format!("{one} is the narrower of the two: whatever fits it fits {other}")
    },
};

/// Which of the two says more: it lies within the other, or else rounds to it.
fn narrower(pair: &Pair) -> Option<Which> {
    within(pair).or_else(|| pair.rounder())
}

/// Which of the two lies within the other, hard in hard and soft in soft, where one alone does.
fn within(pair: &Pair) -> Option<Which> {
    let (x, y) = pair.says?;
    let kin = &pair.alignment.dossier.kin;
    match (x.within(y, kin), y.within(x, kin)) {
        (true, false) => Some(Which::A),
        (false, true) => Some(Which::B),
        _ => None,
    }
}

pub(super) const OVERLAPS: Row = Row {
    number: 21,
    kinds: &[Kind::Overlaps],
    class: Class::Compatible,
    when: "all else",
    facts: &[Fact::Assumes],
    holds: |_| Some(Match::both(Kind::Overlaps)),
    unless: |_| None,
    because: |pair, _| {
        let (x, y) = (pair.full(pair.a), pair.full(pair.b));
        format!("both can hold: {x} and {y} share something, and each allows what the other does not")
    },
};
