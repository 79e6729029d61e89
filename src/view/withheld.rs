//! The one gate through which words of sources leave the model. It asks for whom.
//!
//! Of a source with restricted access are withheld the words that it holds or that lead to it: `url`, `archive-url`,
//! `text`, `author` and `note`; of its claims the quote with its context, locator, translation and note; and any
//! passage of its archived text. What identifies the claim in the record stays: the source's id, title, publisher and
//! dates, and the value.

use crate::judge::phrase::Phrase;
use crate::model::Dossier;
use crate::model::claim::Quote;
use crate::model::table::{ClaimId, SourceId};

/// What stands in a sentence in place of words that are withheld.
pub(crate) const WITHHELD: &str = "[withheld]";

/// Who will read what is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Reader {
    /// Whoever a report, a log or a comment reaches.
    #[default]
    Anyone,
    /// The desk, which holds the texts, and asked for their words.
    Desk,
}

/// The words of a dossier's sources, as far as a reader may see them.
#[derive(Clone, Copy)]
pub(crate) struct Gate<'a> {
    dossier: &'a Dossier,
    reader: Reader,
}

impl<'a> Gate<'a> {
    pub(crate) fn new(dossier: &'a Dossier, reader: Reader) -> Self {
        Gate { dossier, reader }
    }

    /// Whether words of a source, and what leads to them, are shown.
    pub(crate) fn shows(self, source: SourceId) -> bool {
        self.reader == Reader::Desk || !self.dossier.sources[source].is_restricted()
    }

    /// Whether words of a claim are shown: those of its source.
    pub(crate) fn shows_claim(self, claim: ClaimId) -> bool {
        self.shows(self.dossier.claims[claim].source)
    }

    /// A claim's quote with its context; `None` where it has none, or where it is withheld.
    pub(crate) fn quote(self, claim: ClaimId) -> Option<&'a Quote> {
        self.dossier.claims[claim].quote.as_ref().filter(|_| self.shows_claim(claim))
    }

    /// What a claim's quote says in the language of the dossier; `None` where that is not recorded, or where it is withheld.
    pub(crate) fn translation(self, claim: ClaimId) -> Option<String> {
        self.dossier.claims[claim].beside.translation.clone().filter(|_| self.shows_claim(claim))
    }

    /// What a finding says, with [`WITHHELD`] in place of words that are.
    pub(crate) fn phrase(self, phrase: &Phrase) -> String {
        phrase.text(|source| self.shows(source), WITHHELD)
    }

    /// Whether everything is shown, whatever its source's access.
    pub(super) fn is_open(self) -> bool {
        self.reader == Reader::Desk
    }

    pub(crate) fn dossier(self) -> &'a Dossier {
        self.dossier
    }
}
