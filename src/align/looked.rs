//! How each claim's quote stands against the archived text, or against what the lock attests of it.

use super::reuse::Reuse;
pub(crate) use super::seen::{Attributed, Seen, how, look, look_at, needle};
use crate::capture::{Unread, Wordless, sha256};
use crate::model::Dossier;
use crate::model::claim::Quote;
use crate::model::lock::{Fit, LockedQuote, LockedText};
use crate::model::problem::ProblemKind;
use crate::model::table::{ClaimId, Id, SourceId};
use crate::text::Outcome;
use crate::vocabulary::vocabulary;

/// What is known of a claim's quote.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Evidence {
    /// The claim has no quote.
    Missing,
    /// The text is not held here: nothing was looked at, and the lock does not attest it.
    Unchecked,
    /// The text is not held here; the lock attests that the quote was seen in it.
    Attested(Fit),
    /// The text was looked at.
    Seen(Box<Seen>),
}

/// What became of a source's text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum TextState {
    /// It was looked at; it is whole.
    Held,
    /// It was looked at, but something is wrong with it.
    Damaged(String),
    /// The bytes are not those that were recorded; their SHA-256.
    Altered(String),
    /// It is at hand and yields no words of its source: why.
    Wordless(Wordless),
    /// It is of a kind that is not read: which.
    Unread(Unread),
    /// It is not opened, or not read to its end: why.
    Refused(ProblemKind, String),
    /// The file that the source names cannot be had: why.
    Missing(String),
    NotHeld,
}

impl TextState {
    /// Whether there was a text to look at.
    pub(crate) fn is_held(&self) -> bool {
        matches!(self, TextState::Held | TextState::Damaged(_) | TextState::Wordless(Wordless::Empty))
    }
}

/// The claims with quotes, by source, in order.
pub(crate) fn quoted(dossier: &Dossier) -> Vec<(SourceId, Vec<ClaimId>)> {
    let mut by_source: Vec<Vec<ClaimId>> = vec![Vec::new(); dossier.sources.len()];
    for (id, claim) in dossier.claims.iter().filter(|(_, claim)| claim.quote.is_some()) {
        by_source[claim.source.index()].push(id);
    }
    let sources = dossier.sources.ids().zip(by_source);
    sources.filter(|(_, claims)| !claims.is_empty()).collect()
}

/// What was seen of the quotes and the texts of a dossier.
#[derive(Debug, Default)]
pub(crate) struct Looked {
    /// By claim.
    pub(crate) evidence: Vec<Evidence>,
    /// By source.
    pub(crate) texts: Vec<TextState>,
    /// By source: how its text was read, where it is held.
    pub(crate) read: Vec<Option<LockedText>>,
    /// The quotes of earlier captures looked for in the later ones whose text is held, by claim and capture.
    pub(crate) recaptured: Vec<Recaptured>,
    /// What texts share though no link is declared.
    pub(crate) reuse: Reuse,
    /// What of the archive was not opened, and why.
    pub(crate) refused: Vec<(ProblemKind, String)>,
}

impl Looked {
    /// No text was looked at, nor what the lock attests.
    pub(crate) fn nothing(dossier: &Dossier) -> Self {
        let evidence = dossier.claims.iter().map(|(_, claim)| match claim.quote {
            Some(_) => Evidence::Unchecked,
            None => Evidence::Missing,
        });
        let texts = vec![TextState::NotHeld; dossier.sources.len()];
        let read = vec![None; dossier.sources.len()];
        Looked { evidence: evidence.collect(), texts, read, ..Looked::default() }
    }
}

/// A quote of an earlier capture, looked for in a later one of the same page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Recaptured {
    pub(crate) claim: ClaimId,
    pub(crate) later: SourceId,
    pub(crate) seen: Seen,
}

vocabulary! {
    /// What became of a claim's words in a later capture.
    pub(crate) enum Fate {
        /// The words stand where they stood, as far as lines tell.
        Still = "still there",
        /// The words stand elsewhere.
        Moved = "moved",
        /// Other words stand in their place.
        Changed = "changed",
        Gone = "gone",
    }
}

impl Recaptured {
    /// What became of the words, where `before` is how they stood in their own capture, if that was looked at.
    pub(crate) fn fate(&self, before: &Evidence) -> Fate {
        match &self.seen.outcome {
            Outcome::Near(_) => Fate::Changed,
            Outcome::Absent(_) => Fate::Gone,
            _ => match before {
                Evidence::Seen(before)
                    if before.place.map(|(line, _)| line) != self.seen.place.map(|(line, _)| line) =>
                {
                    Fate::Moved
                }
                _ => Fate::Still,
            },
        }
    }
}

/// Whether the later capture of a page says that it was updated since the earlier one.
pub(crate) fn says_updated(dossier: &Dossier, earlier: SourceId, later: SourceId) -> bool {
    let (earlier, later) = (&dossier.sources[earlier], &dossier.sources[later]);
    match (&earlier.updated, &later.updated) {
        (_, None) => false,
        (None, Some(_)) => true,
        (Some(before), Some(after)) => before.words != after.words,
    }
}

/// The SHA-256 of a quote's words, in hexadecimal.
pub(crate) fn quote_hash(quote: &Quote) -> String {
    sha256(quote.words.as_bytes())
}

/// Why the lock does not attest a claim's quote.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Unlocked {
    /// It has no entry.
    NoEntry,
    /// The quote has changed since.
    QuoteChanged,
    /// The source's SHA-256 has changed since, or nothing gives one.
    TextChanged,
}

/// The lock's entry for a claim's quote, where it still fits: the quote, and the text that the source gives the SHA-256 of, else
/// that is `held`, else that the lock has.
pub(crate) fn attested<'d>(
    dossier: &'d Dossier,
    id: ClaimId,
    hash: &str,
    held: Option<&LockedText>,
) -> Result<&'d LockedQuote, Unlocked> {
    let claim = &dossier.claims[id];
    let entry = dossier.lock.entries.get(dossier.claims.name(id)).ok_or(Unlocked::NoEntry)?;
    let source = &dossier.sources[claim.source];
    // That of a file from which the words were taken is not the text's.
    let given = source.sha256.as_ref().filter(|_| source.text_of.is_none()).map(|(hash, _)| hash.as_str());
    let locked = dossier.lock.texts.get(dossier.sources.name(claim.source));
    let recorded = given.or_else(|| held.or(locked).map(|text| text.sha256.as_str()));
    if entry.quote != hash {
        Err(Unlocked::QuoteChanged)
    } else if recorded != Some(entry.text.as_str()) {
        Err(Unlocked::TextChanged)
    } else {
        Ok(entry)
    }
}
