//! `gainsay lock`: writes down which quote was seen where, in which bytes.

use std::path::Path;

use clap::Args;

use super::evidence::Texts;
use super::open::Place;
use super::output::Output;
use crate::align::looked::{attested, how, look, quote_hash, quoted};
use crate::error::Error;
use crate::load::lock::LOCK;
use crate::load::texts::{Archive, Held, each_text};
use crate::model::Dossier;
use crate::model::lock::{Entry, Lock};
use crate::model::table::{ClaimId, Id, SourceId};
use crate::text::find::Haystack;

/// Write sources/quotes.lock: which quote was seen where, in which bytes
#[derive(Debug, Args)]
#[command(after_help = "Examples:\n  gainsay lock\n  gainsay lock --archive ~/archive\n\n\
                        A quote that does not stand in its text is refused and named; exit code 1. Where a text is not at hand, an entry that\n\
                        still fits is kept. Nothing else is changed.")]
pub(super) struct Arguments {
    #[command(flatten)]
    texts: Texts,
}

/// What became of one quote.
enum Locked {
    Entry(Entry),
    Kept(Entry),
    Refused(String),
}

pub(super) fn run(arguments: &Arguments, place: &Place, output: &Output) -> Result<u8, Error> {
    let root = place.root()?;
    let dossier = place.open()?;
    let mut lock = Lock::default();
    let (mut seen, mut kept, mut refused) = (0, 0, Vec::new());
    for (id, locked) in lock_all(&dossier, &root, &arguments.texts)? {
        let name = dossier.claims.name(id).to_owned();
        match locked {
            Locked::Entry(entry) => {
                seen += 1;
                lock.entries.insert(name, entry);
            }
            Locked::Kept(entry) => {
                kept += 1;
                lock.entries.insert(name, entry);
            }
            Locked::Refused(why) => refused.push(format!("{name}: {why}\n")),
        }
    }
    if lock.entries.is_empty() {
        output.print(&refused.concat())?;
        let error = Error::said("no quote could be held: there is nothing to lock");
        return Err(error.hint(
            "name the folder of the texts with `--archive DIR`; `gainsay check` says what stands in the way",
        ));
    }
    let path = root.join(LOCK);
    std::fs::write(&path, lock.to_toml()).map_err(|why| Error::io("write", &path, why))?;
    let mut said = format!("wrote {LOCK}: {seen} seen now");
    if kept > 0 {
        said.push_str(&format!(", {kept} kept from before (their texts are not at hand)"));
    }
    if !refused.is_empty() {
        said.push_str(&format!(", {} refused:\n{}", refused.len(), refused.concat().trim_end()));
    }
    output.print(&(said + "\n"))?;
    Ok(u8::from(!refused.is_empty()))
}

fn lock_all(dossier: &Dossier, root: &Path, texts: &Texts) -> Result<Vec<(ClaimId, Locked)>, Error> {
    let archive = Archive::find(dossier, root, &texts.archive)?;
    let quoted = quoted(dossier);
    let asked: Vec<SourceId> = quoted.iter().map(|(source, _)| *source).collect();
    let mut claims: Vec<&[ClaimId]> = vec![&[]; dossier.sources.len()];
    for (source, ids) in &quoted {
        claims[source.index()] = ids;
    }
    let found = each_text(dossier, &archive, &asked, |source, held| {
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

fn lock_one(
    dossier: &Dossier,
    id: ClaimId,
    text: &Haystack,
    sha256: &str,
    extractor: Option<&str>,
) -> Locked {
    let Some(quote) = &dossier.claims[id].quote else { return Locked::Refused("it has no quote".to_owned()) };
    let seen = look(text, quote);
    match (how(&seen.outcome), seen.outcome.span()) {
        (Some(how), Some(at)) => Locked::Entry(Entry {
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
