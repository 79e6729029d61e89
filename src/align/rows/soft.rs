//! Rows 17 to 21: both can hold; how close what they say is.

use super::row::{Fact, Match, Row};
use crate::align::kind::{Class, Kind, Which};
use crate::align::pair::Pair;
use crate::value::shape::Side;
use crate::value::types::folded;

pub(super) const TENSION: Row = Row {
    number: 17,
    kinds: &[Kind::Tension],
    class: Class::Tension,
    when: "the soft sets share nothing",
    facts: &[Fact::Told, Fact::Assumes],
    holds: |pair| pair.is_apart(Side::Soft).then_some(Match::both(Kind::Tension)),
    unless: |pair| pair.common(Side::Soft),
    because: |pair, _| {
        let usual: Vec<String> = [pair.a, pair.b].into_iter().filter_map(|id| pair.usual(id)).collect();
        format!("both can hold only where one is read as readers seldom do: {}", usual.join(", "))
    },
};

pub(super) const REPEATS: Row = Row {
    number: 18,
    kinds: &[Kind::Repeats],
    class: Class::Dependence,
    when: "one origin, two sources",
    facts: &[Fact::Assumes],
    holds: |pair| {
        let holds = pair.one_origin_or_part() && !pair.one_source();
        holds.then_some(Match::both(Kind::Repeats))
    },
    unless: |pair| match pair.one_origin_or_part() {
        false => Some(pair.origins()),
        true => pair.one_source().then(|| "both stand in one source".to_owned()),
    },
    because: |pair, _| format!("two sources, one origin: both go back to {}", pair.speaker()),
};

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
    when: "hard lies within hard and soft within soft, one way",
    facts: &[Fact::Assumes],
    holds: |pair| narrower(pair).map(|which| Match::of(Kind::Refines, which)),
    unless: |pair| match narrower(pair) {
        Some(_) => None,
        None => Some("neither lies within the other, hard in hard and soft in soft".to_owned()),
    },
    because: |pair, found| {
        let (one, other) = pair.directed(found);
        let (one, other) = (pair.full(one), pair.full(other));
        format!("{one} is the narrower of the two: whatever fits it fits {other}")
    },
};

/// Which of the two lies within the other, hard in hard and soft in soft, where one alone does.
fn narrower(pair: &Pair) -> Option<Which> {
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
