//! Holding every quote of a dossier against its text, or against what the lock attests.

use std::path::{Path, PathBuf};

use clap::Args;

use super::reuse;
use crate::align::looked::{Evidence, Looked, Recaptured, TextState, attested, look, quote_hash, quoted};
use crate::align::origin::Sources;
use crate::error::Error;
use crate::load::texts::{Archive, ArchivedText, Held, each_text};
use crate::model::Dossier;
use crate::model::table::{ClaimId, Id, SourceId};
use crate::text::find::Haystack;
use crate::text::reuse::{Words, words};

/// Where the texts are that the dossier may not carry itself.
#[derive(Clone, Debug, Default, Args)]
pub(crate) struct Texts {
    /// A folder of archived texts: a file there is a source's text when its SHA-256 is the source's, whatever its
    /// name; may be given several times
    #[arg(long, value_name = "DIR", env = "GAINSAY_ARCHIVE", value_delimiter = PATHS)]
    pub(super) archive: Vec<PathBuf>,
}

/// What stands between folders in GAINSAY_ARCHIVE.
#[cfg(windows)]
const PATHS: char = ';';
#[cfg(not(windows))]
const PATHS: char = ':';

/// Looks at every text that is held, and at every quote in it.
///
/// # Errors
/// An archive folder that cannot be read.
pub(crate) fn gather(dossier: &Dossier, root: &Path, texts: &Texts) -> Result<Looked, Error> {
    let archive = Archive::find(dossier, root, &texts.archive)?;
    let quoted = quoted(dossier);
    // Texts without quotes are looked at too: whether they are what was recorded is worth knowing.
    let mut claims_of: Vec<&[ClaimId]> = vec![&[]; dossier.sources.len()];
    for (source, ids) in &quoted {
        claims_of[source.index()] = ids;
    }
    let asked: Vec<SourceId> = dossier.sources.ids().collect();
    // The quotes of earlier captures are looked for in the later ones too.
    let sources = Sources::new(dossier);
    let looked = each_text(dossier, &archive, &asked, |source, held| {
        let claims = claims_of[source.index()];
        match held {
            Held::Text(text) => {
                let earlier = sources.captured[source.index()].iter().filter(|earlier| **earlier != source);
                let before: Vec<ClaimId> =
                    earlier.flat_map(|earlier| claims_of[earlier.index()]).copied().collect();
                let recaptured = seen(dossier, &before, text.text);
                (state(&text), seen(dossier, claims, text.text), recaptured, words(text.text))
            }
            Held::Altered(hash) => {
                (TextState::Altered(hash), unseen(dossier, claims), Vec::new(), Words::default())
            }
            Held::Missing(why) => {
                (TextState::Missing(why), unseen(dossier, claims), Vec::new(), Words::default())
            }
            Held::Nowhere => (TextState::NotHeld, unseen(dossier, claims), Vec::new(), Words::default()),
        }
    });
    let nothing = vec![Evidence::Missing; dossier.claims.len()];
    let mut all = Looked { evidence: nothing, ..Looked::default() };
    let mut taken: Vec<Words> = Vec::with_capacity(looked.len());
    for (later, (state, evidence, recaptured, words)) in asked.iter().zip(looked) {
        for (claim, evidence) in recaptured {
            if let Evidence::Seen(seen) = evidence {
                all.recaptured.push(Recaptured { claim, later: *later, seen: *seen });
            }
        }
        all.texts.push(state);
        taken.push(words);
        for (id, evidence) in evidence {
            all.evidence[id.index()] = evidence;
        }
    }
    all.reuse = reuse::compare(dossier, &sources, &archive, taken);
    Ok(all)
}

fn state(text: &ArchivedText) -> TextState {
    match text.not_utf8 {
        Some(byte) => TextState::Damaged(format!("byte {byte} is not UTF-8")),
        None if text.text.trim().is_empty() => {
            TextState::Damaged("it holds nothing but white space".to_owned())
        }
        None if text.text.contains('\0') => TextState::Damaged("it holds NUL bytes".to_owned()),
        None => TextState::Held,
    }
}

fn seen(dossier: &Dossier, claims: &[ClaimId], text: &str) -> Vec<(ClaimId, Evidence)> {
    let haystack = Haystack::new(text);
    let quotes = claims.iter().filter_map(|id| dossier.claims[*id].quote.as_ref().map(|quote| (*id, quote)));
    quotes.map(|(id, quote)| (id, Evidence::Seen(Box::new(look(&haystack, quote))))).collect()
}

fn unseen(dossier: &Dossier, claims: &[ClaimId]) -> Vec<(ClaimId, Evidence)> {
    let evidence = |id: ClaimId| match &dossier.claims[id].quote {
        Some(_) if dossier.lock.entries.is_empty() => Evidence::Unchecked,
        Some(quote) => match attested(dossier, id, &quote_hash(quote)) {
            Ok(entry) => Evidence::Attested(entry.how),
            Err(_) => Evidence::Unchecked,
        },
        None => Evidence::Missing,
    };
    claims.iter().map(|id| (*id, evidence(*id))).collect()
}
