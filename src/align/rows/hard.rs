//! Rows 11, 12, 15 and 16: the hard sets share nothing, so that both cannot hold.

use super::row::{Fact, Match, Row};
use super::say::named;
use crate::align::kind::{Class, Kind};
use crate::align::origin::Speaker;
use crate::align::pair::Pair;
use crate::model::table::{ClaimId, Id};
use crate::value::shape::Side;

pub(super) const SELF_CONTRADICTION: Row = Row {
    number: 11,
    kinds: &[Kind::SelfContradiction],
    class: Class::Conflict,
    when: "the hard sets share nothing; one agent is the origin of both; one source, or both in the publisher's own voice; as-of is equal or the question does not grow",
    facts: &[Fact::Told, Fact::Assumes],
    holds: |pair| {
        let holds = is_of_one_agent(pair) && is_own_voice(pair);
        holds.then_some(Match::both(Kind::SelfContradiction))
    },
    unless: |pair| {
        not_of_one_agent(pair).or_else(|| {
            let two = "they stand in two sources, and not both in the publisher's own voice";
            (!is_own_voice(pair)).then(|| two.to_owned())
        })
    },
    because: |pair, _| {
        format!("{} says both, of the same moment, and {}", pair.speaker(), pair.nothing_in_common())
    },
};

pub(super) const MISREPORT: Row = Row {
    number: 12,
    kinds: &[Kind::Misreport],
    class: Class::Conflict,
    when: "the hard sets share nothing; one agent is the origin of both; as-of is equal or the question does not grow",
    facts: &[Fact::Told, Fact::Assumes],
    holds: |pair| is_of_one_agent(pair).then_some(Match::both(Kind::Misreport)),
    unless: not_of_one_agent,
    because: |pair, _| {
        format!(
            "both go back to {}, of the same moment, and {}: one of the two sources misreports",
            pair.speaker(),
            pair.nothing_in_common()
        )
    },
};

/// Whether one agent says of one moment what cannot both hold.
fn is_of_one_agent(pair: &Pair) -> bool {
    pair.is_apart(Side::Hard) && pair.one_agent() && pair.is_of_one_moment()
}

fn is_own_voice(pair: &Pair) -> bool {
    pair.one_source() || pair.one_publisher_speaks()
}

fn not_of_one_agent(pair: &Pair) -> Option<String> {
    if let Some(common) = pair.common(Side::Hard) {
        return Some(common);
    }
    if !pair.one_origin() {
        return Some(pair.origins());
    }
    if !matches!(pair.alignment.origins[pair.a.index()].speaker, Speaker::Agent(_)) {
        return Some("the publisher is unknown, so that no agent is the origin of both".to_owned());
    }
    (!pair.is_of_one_moment())
        .then(|| format!("the question grows, and the first's as-of is {}", named(pair.order())))
}

pub(super) const DENIAL: Row = Row {
    number: 15,
    kinds: &[Kind::Denial],
    class: Class::Conflict,
    when: "the hard sets share nothing, and one of the two denies: stance `denies`, a `not`, or nothing but zero",
    facts: &[Fact::Told, Fact::Assumes],
    holds: |pair| {
        let holds = pair.is_apart(Side::Hard) && (denies(pair, pair.a) || denies(pair, pair.b));
        holds.then_some(Match::both(Kind::Denial))
    },
    unless: |pair| {
        pair.common(Side::Hard).or_else(|| {
            let any = denies(pair, pair.a) || denies(pair, pair.b);
            (!any).then(|| "neither denies, rules a value out, or says that there was nothing".to_owned())
        })
    },
    // The one that denies is told second, in whichever order the two are asked about.
    because: |pair, _| {
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
        if pair.question.grows {
            let (x, y) = (pair.when(pair.a), pair.when(pair.b));
            said.push_str(&format!("; growth does not explain it ({x} against {y})"));
        }
        said
    },
};
