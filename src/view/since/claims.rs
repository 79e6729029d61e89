//! Claims added, changed and removed, key by key; and quotes that are others or held no longer.

use super::keys::{Keys, of_claim};
use super::record::{ClaimChange, KeyChange, ListChange, QuoteChange, QuoteTurn};
use super::side::{Both, RecordSide};
use crate::align::looked::Evidence;
use crate::load::keys::{ClaimKey, TableKey};
use crate::model::table::{ClaimId, Id};

pub(super) fn claims(both: Both) -> ListChange<ClaimChange> {
    let (old, new) = (both.earlier(), both.later());
    let mut changes = ListChange::none();
    for (id, _) in old.claims.iter().filter(|(id, _)| new.claims.find(old.claims.name(*id)).is_none()) {
        changes.removed.push(told(both.before, both.after, id, Vec::new()));
    }
    for (id, _) in new.claims.iter() {
        let Some(was) = old.claims.find(new.claims.name(id)) else {
            changes.added.push(told(both.after, both.before, id, Vec::new()));
            continue;
        };
        let mut keys = key_changes(of_claim(old, was), of_claim(new, id));
        if !both.shows_claim(was, id) {
            let holds_words = |name| ClaimKey::named(name).is_some_and(|key| key.key().words);
            keys.iter_mut().filter(|it| holds_words(it.key)).for_each(KeyChange::withhold);
        }
        if !keys.is_empty() {
            changes.changed.push(ClaimChange { left_out: false, ..told(both.after, both.before, id, keys) });
        }
    }
    changes
}

/// A claim of one side, with the keys in which the other differs.
fn told(side: RecordSide, other: RecordSide, id: ClaimId, keys: Vec<KeyChange>) -> ClaimChange {
    let dossier = side.dossier();
    let name = dossier.claims.name(id);
    let claim = &dossier.claims[id];
    ClaimChange {
        claim: name.to_owned(),
        question: dossier.questions.name(claim.question).to_owned(),
        says: dossier.said(claim),
        keys,
        left_out: other.dossier().problems.iter().any(|problem| problem.claim.as_deref() == Some(name)),
    }
}

/// The keys whose text is another; both lists have the same keys in the same order.
pub(super) fn key_changes(before: Keys, after: Keys) -> Vec<KeyChange> {
    let said = |text: String| (!text.is_empty()).then_some(text);
    let pairs = before.into_iter().zip(after).filter(|((_, before), (_, after))| before != after);
    pairs
        .map(|((key, before), (_, after))| KeyChange { key, before: said(before), after: said(after) })
        .collect()
}

pub(super) fn quotes(both: Both) -> Vec<QuoteChange> {
    let (old, new) = (both.earlier(), both.later());
    let mut found = Vec::new();
    for (id, claim) in new.claims.iter() {
        let name = new.claims.name(id);
        let Some(was) = old.claims.find(name) else { continue };
        let Some(quote) = &old.claims[was].quote else { continue };
        let what = match &claim.quote {
            None => QuoteTurn::Removed,
            Some(now) if now.words != quote.words => QuoteTurn::Changed,
            Some(_) if is_held(both.before, was) && !is_held(both.after, id) => QuoteTurn::NotHeld,
            Some(_) => continue,
        };
        let (before, after) = match both.shows_claim(was, id) {
            true => (Some(quote.words.clone()), claim.quote.as_ref().map(|quote| quote.words.clone())),
            false => (None, None),
        };
        found.push(QuoteChange { claim: name.to_owned(), what, before, after });
    }
    found
}

/// Whether a quote was seen in its text, or is attested to have been.
fn is_held(side: RecordSide, claim: ClaimId) -> bool {
    match &side.court.alignment.evidence[claim.index()] {
        Evidence::Missing | Evidence::Unchecked => false,
        Evidence::Attested(_) => true,
        Evidence::Seen(seen) => seen.outcome.is_held(),
    }
}
