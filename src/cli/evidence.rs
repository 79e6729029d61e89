//! Holding every quote of a dossier against its text, or against what the lock attests.

use std::path::{Path, PathBuf};

use clap::Args;

use crate::align::evidence::{Evidence, Looked, TextState, attested, look, quote_hash, quoted};
use crate::error::Error;
use crate::load::texts::{Archive, ArchivedText, Held, each_text};
use crate::model::Dossier;
use crate::model::table::{ClaimId, Id, SourceId};
use crate::text::find::Haystack;

/// Where the texts are that the dossier may not carry itself.
#[derive(Clone, Debug, Default, Args)]
pub(super) struct Texts {
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
pub(super) fn gather(dossier: &Dossier, root: &Path, texts: &Texts) -> Result<Looked, Error> {
    Ok(gather_from(dossier, &Archive::find(dossier, root, &texts.archive)?))
}

/// Looks at every text of an archive, and at every quote in it.
pub(super) fn gather_from(dossier: &Dossier, archive: &Archive) -> Looked {
    let quoted = quoted(dossier);
    // Texts without quotes are looked at too: whether they are what was recorded is worth knowing.
    let mut claims: Vec<&[ClaimId]> = vec![&[]; dossier.sources.len()];
    for (source, ids) in &quoted {
        claims[source.index()] = ids;
    }
    let asked: Vec<SourceId> = dossier.sources.ids().collect();
    let looked = each_text(dossier, archive, &asked, |source, held| {
        let claims = claims[source.index()];
        match held {
            Held::Text(text) => (state(&text), seen(dossier, claims, text.text)),
            Held::Altered(hash) => (TextState::Altered(hash), unseen(dossier, claims)),
            Held::Missing(why) => (TextState::Missing(why), unseen(dossier, claims)),
            Held::NotHeld => (TextState::NotHeld, unseen(dossier, claims)),
        }
    });
    let mut all = Looked { evidence: vec![Evidence::Missing; dossier.claims.len()], texts: Vec::new() };
    for (state, evidence) in looked {
        all.texts.push(state);
        for (id, evidence) in evidence {
            all.evidence[id.index()] = evidence;
        }
    }
    all
}

fn state(text: &ArchivedText) -> TextState {
    match text.not_utf8 {
        Some(byte) => TextState::Damaged(format!("byte {byte} is not UTF-8")),
        None if text.text.trim().is_empty() => TextState::Damaged("it holds nothing but white space".to_owned()),
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
