//! Rows 1 to 4: one of the two says nothing, or no longer stands.

use super::row::{Fact, Match, Row};
use crate::align::kind::{Class, Kind};
use crate::align::pair::Pair;
use crate::align::scope::Extent;
use crate::model::claim::Stance;
use crate::model::table::{ClaimId, SourceId};

pub(super) const SILENT: Row = Row {
    number: 1,
    kinds: &[Kind::Silent],
    class: Class::Aside,
    when: "one of the two says that it does not know, or declines to say",
    facts: &[],
    holds: |pair| pair.says.is_none().then_some(Match::both(Kind::Silent)),
    unless: |pair| pair.says.map(|_| "neither is silent".to_owned()),
    because: |pair, _| {
        let claims = &pair.alignment.dossier.claims;
        let silent = if claims[pair.a].shape().is_none() { pair.a } else { pair.b };
        let how = match claims[silent].stance() {
            Stance::Declines => "declines to say",
            _ => "says that it is not known",
        };
        format!("`{}` {how}", pair.source(silent))
    },
};

/// The pair, where something may have changed at all: of most it can be told at once that nothing has.
fn changes<'p, 'a>(pair: &'p Pair<'a>) -> Option<&'p Pair<'a>> {
    pair.may_change().then_some(pair)
}

pub(super) const CORRECTED: Row = Row {
    number: 2,
    kinds: &[Kind::Corrected],
    class: Class::Change,
    when: "one corrects or retracts the other (through chains of what counts), or, scope equal, its source corrects the other's, of one origin or both in own voice; and their sets are not the same",
    facts: &[Fact::OfWho],
    holds: |pair| {
        let corrects = changes(pair).and_then(Pair::corrects).filter(|_| !pair.has_same_sets());
        corrects.map(|which| Match::of(Kind::Corrected, which))
    },
    unless: |pair| match pair.corrects() {
        _ if pair.a == pair.b => Some("it is one claim".to_owned()),
        None => Some(
            "neither corrects or retracts the other, nor does one's source correct the other's of one origin"
                .to_owned(),
        ),
        Some(_) => {
            pair.has_same_sets().then(|| "one corrects the other, but their sets are the same".to_owned())
        }
    },
    because: |pair, found| {
        let (one, other) = pair.directed(found);
        let (from, to) = (pair.source(one), pair.source(other));
        format!("{} in `{from}` corrects {} in `{to}`", pair.words(one), pair.words(other))
    },
};

pub(super) const SUPERSEDED: Row = Row {
    number: 3,
    kinds: &[Kind::Superseded],
    class: Class::Change,
    when: "one says that it supersedes the other (through chains of what counts); or, scope equal, it is of the same origin in a later capture of the same source, and their sets differ",
    facts: &[Fact::OfWho],
    holds: |pair| {
        let supersedes = changes(pair).and_then(Pair::supersedes);
        supersedes.map(|which| Match::of(Kind::Superseded, which))
    },
    unless: not_superseded,
    because: |pair, found| {
        let (one, other) = pair.directed(found);
        let (from, to) = (pair.source(one), pair.source(other));
        format!("{} in `{from}` supersedes {} in `{to}`", pair.words(one), pair.words(other))
    },
};

fn not_superseded(pair: &Pair) -> Option<String> {
    if pair.a == pair.b {
        return Some("it is one claim".to_owned());
    }
    if pair.supersedes().is_some() {
        return None;
    }
    Some(match pair.later_capture() {
        None => "neither supersedes the other, and neither source is a later capture of the other".to_owned(),
        Some(_) if pair.has_same_sets() => {
            "one stands in a later capture, but their sets are the same".to_owned()
        }
        Some(_) if pair.scope.together != Extent::Equal => {
            format!("one stands in a later capture, but {}", pair.scopes())
        }
        Some(_) => format!("one stands in a later capture, but {}", pair.origins()),
    })
}

pub(super) const WITHDRAWN: Row = Row {
    number: 4,
    kinds: &[Kind::Withdrawn],
    class: Class::Aside,
    when: "one has been corrected, retracted or superseded by another claim, stands in a retracted source, or says again, of one origin and scope, what was so taken back; and their sets are not the same",
    facts: &[Fact::OfWho],
    holds: |pair| {
        let withdrawn = changes(pair).filter(|pair| is_withdrawn(pair) && !pair.has_same_sets());
        withdrawn.map(|_| Match::both(Kind::Withdrawn))
    },
    unless: |pair| match is_withdrawn(pair) {
        false => Some("neither has been corrected, retracted or superseded".to_owned()),
        true => {
            pair.has_same_sets().then(|| "one has been withdrawn, but their sets are the same".to_owned())
        }
    },
    because: |pair, _| {
        let gone = if pair.alignment.is_withdrawn(pair.a) { pair.a } else { pair.b };
        let (words, source) = (pair.words(gone), pair.source(gone));
        format!("{words} in `{source}` no longer stands: {}", why_gone(pair, gone))
    },
};

/// Who took a claim back.
fn why_gone(pair: &Pair, gone: ClaimId) -> String {
    let dossier = pair.alignment.dossier;
    let Some(withdrawal) = pair.alignment.withdrawn.get(&gone) else { return String::new() };
    let claim = |id: &ClaimId| format!("`{}`", dossier.claims.name(*id));
    let source = |id: &SourceId| format!("`{}`", dossier.sources.name(*id));
    match (withdrawal.by.first(), withdrawal.by_source.first(), withdrawal.repeats.first()) {
        (Some(by), ..) => format!("{} corrects, retracts or supersedes it", claim(by)),
        (_, Some(by), _) => format!("its source was corrected or retracted by {}", source(by)),
        (_, _, Some(of)) => format!("it says again what was taken back: {}", claim(of)),
        _ => "it was taken back".to_owned(),
    }
}

fn is_withdrawn(pair: &Pair) -> bool {
    pair.alignment.is_withdrawn(pair.a) || pair.alignment.is_withdrawn(pair.b)
}
