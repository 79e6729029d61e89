//! Which quote was seen where, in which bytes: what `sources/quotes.lock` writes down.

use super::open::Audit;
use crate::align::looked::{attested, how, look, quote_hash, quoted};
use crate::error::Error;
use crate::load::{Held, each_text};
use crate::model::Dossier;
use crate::model::lock::{Lock, LockedQuote};
use crate::model::table::{ClaimId, Id, SourceId};
use crate::text::Haystack;

/// What became of the quotes of a dossier.
#[derive(Debug, Default)]
pub(crate) struct Locking {
    pub(crate) lock: Lock,
    /// Quotes that were seen now.
    pub(crate) seen: usize,
    /// Entries of quotes whose texts are not at hand: they still fit.
    pub(crate) kept: usize,
    /// Claims whose quotes are refused, and why.
    pub(crate) refused: Vec<(String, String)>,
}

/// What became of one quote.
enum Locked {
    Entry(LockedQuote),
    Kept(LockedQuote),
    Refused(String),
}

impl Audit {
    /// Looks for every quote, and gives the lock that attests those that were seen.
    ///
    /// # Errors
    /// An archive folder that cannot be read.
    pub(crate) fn locking(&self) -> Result<Locking, Error> {
        let mut all = Locking::default();
        for (id, locked) in self.locked()? {
            let name = self.dossier.claims.name(id).to_owned();
            match locked {
                Locked::Entry(entry) => {
                    all.seen += 1;
                    all.lock.entries.insert(name, entry);
                }
                Locked::Kept(entry) => {
                    all.kept += 1;
                    all.lock.entries.insert(name, entry);
                }
                Locked::Refused(why) => all.refused.push((name, why)),
            }
        }
        Ok(all)
    }

    /// What becomes of each quote, in the order of the claims.
    fn locked(&self) -> Result<Vec<(ClaimId, Locked)>, Error> {
        let dossier = &self.dossier;
        let quoted = quoted(dossier);
        let asked: Vec<SourceId> = quoted.iter().map(|(source, _)| *source).collect();
        let mut claims: Vec<&[ClaimId]> = vec![&[]; dossier.sources.len()];
        for (source, ids) in &quoted {
            claims[source.index()] = ids;
        }
        let found = each_text(dossier, &self.archive()?, &asked, |source, held| {
            let claims = claims[source.index()];
            match held {
                Held::Text(text) => {
                    let haystack = Haystack::new(text.text);
                    let entry = |id: ClaimId| lock_one(dossier, id, &haystack, text.sha256, text.extractor);
                    claims.iter().map(|id| (*id, entry(*id))).collect::<Vec<_>>()
                }
                Held::Altered(_) => {
                    refuse(claims, "the text has changed since it was recorded (its SHA-256 differs)")
                }
                Held::Missing(why) => refuse(claims, &format!("the text cannot be read: {why}")),
                Held::Nowhere => claims.iter().map(|id| (*id, keep(dossier, *id))).collect(),
            }
        });
        let mut all: Vec<(ClaimId, Locked)> = found.into_iter().flatten().collect();
        all.sort_by_key(|(id, _)| *id);
        Ok(all)
    }
}

fn lock_one(
    dossier: &Dossier,
    id: ClaimId,
    text: &Haystack,
    sha256: &str,
    extractor: Option<&str>,
) -> Locked {
    let Some(quote) = &dossier.claims[id].quote else { return Locked::Refused("it has no quote".to_owned()) };
    let seen = look(text, quote, dossier.language_of(dossier.claims[id].source));
    match (how(&seen.outcome), seen.outcome.span()) {
        (Some(how), Some(at)) => Locked::Entry(LockedQuote {
            quote: quote_hash(quote),
            text: sha256.to_owned(),
            span: (at.start, at.end),
            how,
            extractor: extractor.map(str::to_owned),
            spot: None,
        }),
        _ => Locked::Refused(format!("its quote is {}", seen.outcome.name())),
    }
}

/// An entry that stands in the lock and still fits.
fn keep(dossier: &Dossier, id: ClaimId) -> Locked {
    let Some(quote) = &dossier.claims[id].quote else { return Locked::Refused("it has no quote".to_owned()) };
    match attested(dossier, id, &quote_hash(quote)) {
        Ok(entry) => Locked::Kept(entry.clone()),
        Err(_) => Locked::Refused("the text of its source is not held here".to_owned()),
    }
}

fn refuse(claims: &[ClaimId], why: &str) -> Vec<(ClaimId, Locked)> {
    claims.iter().map(|id| (*id, Locked::Refused(why.to_owned()))).collect()
}
