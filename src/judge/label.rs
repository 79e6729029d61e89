//! What a mark says at its place.

use std::borrow::Cow;

use super::phrase::Phrase;
use crate::model::Dossier;
use crate::model::table::ClaimId;

/// What a mark says at its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Label {
    Words(Phrase),
    /// Who says what there: most marks do, and few are read, so that it is put into words where it is.
    Claim(ClaimId),
}

impl Label {
    pub(crate) fn phrase(&self, dossier: &Dossier) -> Cow<'_, Phrase> {
        match self {
            Label::Words(phrase) => Cow::Borrowed(phrase),
            Label::Claim(id) => Cow::Owned(told(dossier, *id)),
        }
    }
}

impl From<Phrase> for Label {
    fn from(words: Phrase) -> Self {
        Label::Words(words)
    }
}

impl From<String> for Label {
    fn from(words: String) -> Self {
        Label::Words(words.into())
    }
}

impl From<&str> for Label {
    fn from(words: &str) -> Self {
        Label::Words(words.into())
    }
}

/// What a mark at a claim says: who says what, in which source, in which words.
pub(crate) fn told(dossier: &Dossier, id: ClaimId) -> Phrase {
    let claim = &dossier.claims[id];
    let source = dossier.sources.name(claim.source);
    let said = dossier.said(claim);
    let phrase = Phrase::from(match claim.said_by.last() {
        Some(agent) => format!("{} says `{said}`, in `{source}`", dossier.agents[*agent].name),
        None => format!("`{source}` says `{said}`"),
    });
    let Some(quote) = &claim.quote else { return phrase };
    let phrase = phrase.and(": “").theirs(&[claim.source], shortened(&quote.words)).and("”");
    match &claim.beside.translation {
        None => phrase,
        Some(words) => phrase.and(" (translated: “").theirs(&[claim.source], shortened(words)).and("”)"),
    }
}

/// A passage on one line, cut in its middle where it is long.
pub(crate) fn shortened(passage: &str) -> String {
    const MOST: usize = 160;
    let line = passage.split_whitespace().collect::<Vec<_>>().join(" ");
    if line.len() <= MOST {
        return line;
    }
    let chars: Vec<char> = line.chars().collect();
    if chars.len() <= MOST {
        return line;
    }
    let (head, tail) = (&chars[..MOST / 2], &chars[chars.len() - MOST / 2..]);
    format!("{} … {}", head.iter().collect::<String>(), tail.iter().collect::<String>())
}
