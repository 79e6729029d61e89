//! Which quote was seen where, in which bytes: what `sources/quotes.lock` writes down.

use super::open::Audit;
use crate::align::looked::{attested, how, look, quote_hash, quoted};
use crate::capture::QuoteFinder;
use crate::error::Error;
use crate::load::{ArchivedText, Held, each_text};
use crate::model::Dossier;
use crate::model::lock::{Lock, LockedQuote, LockedText};
use crate::model::table::{ClaimId, Id, SourceId};

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

/// A source, how its text was read where it is at hand, and what becomes of its quotes.
type LockedSource = (SourceId, Option<LockedText>, Vec<(ClaimId, Locked)>);

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
        for (source, text, quotes) in self.locked()? {
            let name = self.dossier.sources.name(source);
            if let Some(text) = text.or_else(|| self.dossier.lock.texts.get(name).cloned()) {
                all.lock.texts.insert(name.to_owned(), text);
            }
            all.take(&self.dossier, quotes);
        }
        all.refused.sort();
        Ok(all)
    }

    /// Of each source with quotes its text, where it is at hand, and what becomes of each quote.
    fn locked(&self) -> Result<Vec<LockedSource>, Error> {
        let dossier = &self.dossier;
        let quoted = quoted(dossier);
        let asked: Vec<SourceId> = quoted.iter().map(|(source, _)| *source).collect();
        let mut claims: Vec<&[ClaimId]> = vec![&[]; dossier.sources.len()];
        for (source, ids) in &quoted {
            claims[source.index()] = ids;
        }
        Ok(each_text(dossier, &self.archive()?, &asked, |source, held| {
            let claims = claims[source.index()];
            match held {
                Held::Text(text) => match text.capture.wordless {
                    Some(why) => (
                        source,
                        None,
                        refuse(claims, &format!("the text has no words of it: {}", why.name())),
                    ),
                    None => {
                        let finder = QuoteFinder::new(&text.capture.words);
                        let entry = |id: ClaimId| (id, lock_one(dossier, id, &finder, &text));
                        (source, Some(text.locked()), claims.iter().map(|id| entry(*id)).collect())
                    }
                },
                Held::Altered(_) => {
                    let why = "the text has changed since it was recorded (its SHA-256 differs)";
                    (source, None, refuse(claims, why))
                }
                Held::Unread(kind) => {
                    (source, None, refuse(claims, &format!("the text is not read: {kind}")))
                }
                Held::Refused(_, why) => {
                    (source, None, refuse(claims, &format!("the text is not read: it {why}")))
                }
                Held::Missing(why) => {
                    (source, None, refuse(claims, &format!("the text cannot be read: {why}")))
                }
                Held::Nowhere => (source, None, claims.iter().map(|id| (*id, keep(dossier, *id))).collect()),
            }
        }))
    }
}

impl Locking {
    fn take(&mut self, dossier: &Dossier, quotes: Vec<(ClaimId, Locked)>) {
        let all = self;
        for (id, locked) in quotes {
            let name = dossier.claims.name(id).to_owned();
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
    }
}

fn lock_one(dossier: &Dossier, id: ClaimId, finder: &QuoteFinder<'_>, text: &ArchivedText<'_>) -> Locked {
    let Some(quote) = &dossier.claims[id].quote else { return Locked::Refused("it has no quote".to_owned()) };
    let seen = look(finder, quote, dossier.language_of(dossier.claims[id].source));
    match (how(&seen.outcome), seen.outcome.span()) {
        (Some(how), Some(at)) => Locked::Entry(LockedQuote {
            quote: quote_hash(quote),
            text: text.sha256.to_owned(),
            span: (at.start, at.end),
            how,
            extractor: text.capture.read_as.extractor.map(str::to_owned),
            spot: None,
        }),
        _ => Locked::Refused(format!("its quote is {}", seen.outcome.name())),
    }
}

/// An entry that stands in the lock and still fits.
fn keep(dossier: &Dossier, id: ClaimId) -> Locked {
    let Some(quote) = &dossier.claims[id].quote else { return Locked::Refused("it has no quote".to_owned()) };
    match attested(dossier, id, &quote_hash(quote), None) {
        Ok(entry) => Locked::Kept(entry.clone()),
        Err(_) => Locked::Refused("the text of its source is not held here".to_owned()),
    }
}

fn refuse(claims: &[ClaimId], why: &str) -> Vec<(ClaimId, Locked)> {
    claims.iter().map(|id| (*id, Locked::Refused(why.to_owned()))).collect()
}
