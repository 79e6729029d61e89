//! Holding every quote of a dossier against its text, or against what the lock attests.

use super::copied;
use crate::align::looked::{
    Evidence, Looked, Recaptured, TextState, attested, look_at as look_for, quote_hash, quoted,
};
use crate::align::origin::Sources;
use crate::load::{Archive, ArchivedText, Held, each_text};
use crate::model::Dossier;
use crate::model::table::{ClaimId, Id, SourceId};
use crate::text::Haystack;
use crate::text::reuse::{WordHashes, words};

/// What was seen of one text.
struct SeenText {
    state: TextState,
    /// How the quotes of its own claims stand.
    evidence: Vec<(ClaimId, Evidence)>,
    /// How the quotes of earlier captures stand in it.
    recaptured: Vec<(ClaimId, Evidence)>,
    words: WordHashes,
}

/// Looks at every text that is held, side by side, and at every quote in it.
pub(super) fn look_at(dossier: &Dossier, archive: &Archive) -> Looked {
    // Texts without quotes are looked at too: whether they are what was recorded is worth knowing.
    let mut claims_of: Vec<Vec<ClaimId>> = vec![Vec::new(); dossier.sources.len()];
    for (source, ids) in quoted(dossier) {
        claims_of[source.index()] = ids;
    }
    let sources = Sources::new(dossier);
    let asked: Vec<SourceId> = dossier.sources.ids().collect();
    let looked = each_text(dossier, archive, &asked, |source, held| {
        let claims = &claims_of[source.index()];
        let unseen = |state: TextState| SeenText {
            state,
            evidence: unseen(dossier, claims),
            recaptured: Vec::new(),
            words: WordHashes::default(),
        };
        match held {
            Held::Text(text) => {
                let earlier = sources.captured[source.index()].iter().filter(|earlier| **earlier != source);
                let before: Vec<ClaimId> =
                    earlier.flat_map(|earlier| &claims_of[earlier.index()]).copied().collect();
                SeenText {
                    state: state(&text),
                    evidence: seen(dossier, claims, text.text),
                    recaptured: seen(dossier, &before, text.text),
                    words: words(text.text),
                }
            }
            Held::Altered(hash) => unseen(TextState::Altered(hash)),
            Held::Missing(why) => unseen(TextState::Missing(why)),
            Held::Nowhere => unseen(TextState::NotHeld),
        }
    });
    let nothing = vec![Evidence::Missing; dossier.claims.len()];
    let mut all = Looked { evidence: nothing, ..Looked::default() };
    let mut taken: Vec<WordHashes> = Vec::with_capacity(looked.len());
    for (later, text) in asked.into_iter().zip(looked) {
        for (claim, evidence) in text.recaptured {
            if let Evidence::Seen(seen) = evidence {
                all.recaptured.push(Recaptured { claim, later, seen: *seen });
            }
        }
        all.texts.push(text.state);
        taken.push(text.words);
        for (id, evidence) in text.evidence {
            all.evidence[id.index()] = evidence;
        }
    }
    all.reuse = copied::between_sources(dossier, &sources, archive, taken);
    all
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
    let seen = |id: &ClaimId| {
        let seen = look_for(dossier, &dossier.claims[*id], &haystack)?;
        Some((*id, Evidence::Seen(Box::new(seen))))
    };
    claims.iter().filter_map(seen).collect()
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
