//! What became of the claims of a source in a later capture that is not recorded yet.

use super::open::Audit;
use crate::align::looked::{Evidence, Fate, Recaptured, Seen, look, look_at};
use crate::capture::{Capture, QuoteFinder};
use crate::error::Error;
use crate::load::{Held, each_text};
use crate::model::claim::{Context, Quote};
use crate::model::rare::Rare;
use crate::model::table::{ClaimId, Id, SourceId};

/// What became of a claim's words in a later capture.
pub(crate) struct ClaimFate {
    pub(crate) claim: ClaimId,
    /// `None` where it has no quote.
    pub(crate) fate: Option<Fate>,
    /// How its quote stands there.
    pub(crate) seen: Option<Seen>,
    /// Whether it is held there, as it is or without its locator.
    pub(crate) holds: Holds,
}

/// Whether a quote is held in a later capture.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Holds {
    AsItIs,
    /// Its locator says where it stood.
    WithoutLocator,
    Not,
}

impl Audit {
    /// What became of the claims of a source in a later capture of its page, in the order of their names.
    ///
    /// # Errors
    /// An archive folder that cannot be read.
    pub(crate) fn fates(&self, old: SourceId, later: &Capture<'_>) -> Result<Vec<ClaimFate>, Error> {
        let dossier = &self.dossier;
        let claims: Vec<ClaimId> =
            dossier.claims.iter().filter(|(_, claim)| claim.source == old).map(|(id, _)| id).collect();
        let before = each_text(dossier, &self.archive()?, &[old], |_, held| match held {
            Held::Text(text) => {
                let finder = QuoteFinder::new(&text.capture.words);
                claims.iter().map(|id| look_at(dossier, &dossier.claims[*id], &finder)).collect()
            }
            _ => vec![None; claims.len()],
        });
        let before = before.into_iter().next().unwrap_or_default();
        let finder = QuoteFinder::new(&later.words);
        let language = dossier.language_of(old);
        let fate = |(claim, before): (ClaimId, Option<Seen>)| {
            let Some(seen) = look_at(dossier, &dossier.claims[claim], &finder) else {
                return ClaimFate { claim, fate: None, seen: None, holds: Holds::Not };
            };
            let before = before.map_or(Evidence::Unchecked, |seen| Evidence::Seen(Box::new(seen)));
            let it = Recaptured { claim, later: old, seen };
            let fate = it.fate(&before);
            let quote = dossier.claims[claim].quote.as_ref();
            let elsewhere = || quote.and_then(without_locator).map(|quote| look(&finder, &quote, language));
            let holds = match it.seen.outcome.is_held() {
                true => Holds::AsItIs,
                false if elsewhere().is_some_and(|seen| seen.outcome.is_held()) => Holds::WithoutLocator,
                false => Holds::Not,
            };
            ClaimFate { claim, fate: Some(fate), seen: Some(it.seen), holds }
        };
        debug_assert!(claims.is_sorted_by_key(|id| id.index()), "claims are in the order of their names");
        Ok(claims.iter().copied().zip(before.into_iter().chain(std::iter::repeat(None))).map(fate).collect())
    }
}

/// The quote, where it has a locator, without it.
fn without_locator(quote: &Quote) -> Option<Quote> {
    quote.context.locator.as_ref()?;
    let context =
        Context { prefix: quote.context.prefix.clone(), suffix: quote.context.suffix.clone(), locator: None };
    Some(Quote { words: quote.words.clone(), spot: quote.spot, context: Rare::new(context) })
}
