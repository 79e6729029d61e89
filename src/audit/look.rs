//! Holding every quote of a dossier against its text, or against what the lock attests.

use std::path::Path;
use std::sync::Mutex;

use super::copied;
use crate::align::looked::{
    Evidence, Looked, Recaptured, TextState, attested, look_at as look_for, quote_hash, quoted,
};
use crate::align::origin::Sources;
use crate::capture::{Capture, QuoteFinder, Wordless};
use crate::error::Error;
use crate::load::{Archive, Held, Spent, each_text, each_text_more};
use crate::model::Dossier;
use crate::model::lock::LockedText;
use crate::model::table::{ClaimId, Id, SourceId};
use crate::progress::{Progress, Stage};
use crate::text::reuse::{Shared, WordHashes, words};

/// What was seen of one text.
struct SeenText {
    state: TextState,
    read: Option<LockedText>,
    /// How the quotes of its own claims stand.
    evidence: Vec<(ClaimId, Evidence)>,
    /// How the quotes of earlier captures stand in it.
    recaptured: Vec<(ClaimId, Evidence)>,
    words: WordHashes,
}

/// Looks at every text that is held, side by side, and at every quote in it; what texts share is looked for where it is not known.
///
/// # Errors
/// As of [`copied::between_sources`].
pub(super) fn look_at(
    dossier: &Dossier,
    (archive, root): (&Archive, &Path),
    shared: Option<&[Shared]>,
    progress: &Progress,
) -> Result<Looked, Error> {
    // Texts without quotes are looked at too: whether they are what was recorded is worth knowing.
    let mut claims_of: Vec<Vec<ClaimId>> = vec![Vec::new(); dossier.sources.len()];
    for (source, ids) in quoted(dossier) {
        claims_of[source.index()] = ids;
    }
    let sources = Sources::new(dossier);
    let asked: Vec<SourceId> = dossier.sources.ids().collect();
    progress.begin(Stage::Texts, asked.len());
    let looked = each_text(dossier, archive, &asked, |source, held| {
        progress.step();
        let claims = &claims_of[source.index()];
        let unseen = |state: TextState| SeenText {
            state,
            read: None,
            evidence: unseen(dossier, claims),
            recaptured: Vec::new(),
            words: WordHashes::default(),
        };
        match held {
            Held::Text(text) => {
                if let Some(why) = wordless(text.capture) {
                    return unseen(TextState::Wordless(why));
                }
                let finder = QuoteFinder::new(&text.capture.words);
                let earlier = sources.captured[source.index()].iter().filter(|earlier| **earlier != source);
                let before: Vec<ClaimId> =
                    earlier.flat_map(|earlier| &claims_of[earlier.index()]).copied().collect();
                SeenText {
                    state: state(text.capture),
                    read: Some(text.locked()),
                    evidence: seen(dossier, claims, &finder),
                    recaptured: seen(dossier, &before, &finder),
                    words: if shared.is_some() {
                        WordHashes::default()
                    } else {
                        words(text.capture.words.article())
                    },
                }
            }
            Held::Unread(kind) => unseen(TextState::Unread(kind)),
            Held::Altered(hash) => unseen(TextState::Altered(hash)),
            Held::Refused(kind, why) => unseen(TextState::Refused(kind, why)),
            Held::Missing(why) => unseen(TextState::Missing(why)),
            Held::Nowhere => unseen(TextState::NotHeld),
        }
    });
    let nothing = vec![Evidence::Missing; dossier.claims.len()];
    let mut all = Looked { evidence: nothing, refused: archive.refused.clone(), ..Looked::default() };
    let mut taken: Vec<WordHashes> = Vec::with_capacity(looked.len());
    for (later, text) in asked.into_iter().zip(looked) {
        for (claim, evidence) in text.recaptured {
            if let Evidence::Seen(seen) = evidence {
                all.recaptured.push(Recaptured { claim, later, seen: *seen });
            }
        }
        all.texts.push(text.state);
        all.read.push(text.read);
        taken.push(text.words);
        for (id, evidence) in text.evidence {
            all.evidence[id.index()] = evidence;
        }
    }
    let sought = || copied::sought(&taken, &copied::links(dossier, &sources));
    let found = shared.map_or_else(sought, <[Shared]>::to_vec);
    drop(taken);
    all.reuse = copied::between_sources(dossier, (archive, root), found)?;
    Ok(all)
}

/// Why a capture says nothing of its source: what was saved in place of a page says nothing of the quotes; in an empty file they do not
/// stand.
fn wordless(capture: &Capture<'_>) -> Option<Wordless> {
    capture.wordless.filter(|why| *why != Wordless::Empty)
}

/// The words of each source's text as they are held against those of others; `None` where one is not read to its end.
pub(super) fn all_words(
    dossier: &Dossier,
    archive: &Archive,
    spent: &Mutex<Spent>,
    progress: &Progress,
) -> Option<Vec<WordHashes>> {
    let asked: Vec<SourceId> = dossier.sources.ids().collect();
    let taken = each_text_more(dossier, archive, &asked, spent, |_, held| {
        progress.step();
        match held {
            Held::Text(text) if wordless(text.capture).is_none() => Some(words(text.capture.words.article())),
            Held::Refused(..) => None,
            _ => Some(WordHashes::default()),
        }
    });
    taken.into_iter().collect()
}

fn state(capture: &Capture<'_>) -> TextState {
    match (capture.wordless, &capture.damage) {
        (Some(why), _) => TextState::Wordless(why),
        (None, Some(damage)) => TextState::Damaged(damage.clone()),
        (None, None) => TextState::Held,
    }
}

/// How the quotes of some claims stand in a text; of those that have one.
pub(super) fn seen(
    dossier: &Dossier,
    claims: &[ClaimId],
    finder: &QuoteFinder<'_>,
) -> Vec<(ClaimId, Evidence)> {
    let seen = |id: &ClaimId| {
        let seen = look_for(dossier, &dossier.claims[*id], finder)?;
        Some((*id, Evidence::Seen(Box::new(seen))))
    };
    claims.iter().filter_map(seen).collect()
}

fn unseen(dossier: &Dossier, claims: &[ClaimId]) -> Vec<(ClaimId, Evidence)> {
    let evidence = |id: ClaimId| match &dossier.claims[id].quote {
        Some(_) if dossier.lock.is_empty() => Evidence::Unchecked,
        Some(quote) => match attested(dossier, id, &quote_hash(quote), None) {
            Ok(entry) => Evidence::Attested(entry.how),
            Err(_) => Evidence::Unchecked,
        },
        None => Evidence::Missing,
    };
    claims.iter().map(|id| (*id, evidence(*id))).collect()
}
