//! What of some words of a source could be recorded.

use std::ops::Range;

use super::look::seen;
use super::open::Audit;
use crate::align::looked::Evidence;
use crate::capture::{QuoteFinder, Words};
use crate::error::Error;
use crate::model::table::{ClaimId, Id, SourceId};
use crate::spot::{SpotKind, Spotted, Spotter};

impl Audit {
    /// What touches some words of the article of a source's text, the claims of the source being held against it.
    ///
    /// # Errors
    /// No such source, or its text is not at hand.
    pub(crate) fn spotted_within(&self, source: &str, at: &Range<usize>) -> Result<Vec<Spotted>, Error> {
        self.text_of(source, |source, text| {
            let words = &text.capture.words;
            self.with_spotter(source, words, |spotter| spotter.within(source, words, at))
        })
    }

    /// Asks of the text of one source, the claims of the source being held against it.
    pub(crate) fn with_spotter<T>(
        &self,
        source: SourceId,
        words: &Words<'_>,
        ask: impl FnOnce(&Spotter<'_>) -> T,
    ) -> T {
        let claims = self.dossier.claims.iter().filter(|(_, claim)| claim.source == source);
        let own: Vec<ClaimId> = claims.map(|(id, _)| id).collect();
        let mut evidence = vec![Evidence::Missing; self.dossier.claims.len()];
        for (claim, of_claim) in seen(&self.dossier, &own, &QuoteFinder::new(words)) {
            evidence[claim.index()] = of_claim;
        }
        ask(&Spotter::new(&self.dossier, &evidence))
    }

    /// The same of words of a sentence that stands beside the article: it is a text by itself, and nothing is recorded of it.
    ///
    /// # Errors
    /// No such source.
    pub(crate) fn spotted_alone(
        &self,
        source: &str,
        sentence: &str,
        at: &Range<usize>,
    ) -> Result<Vec<Spotted>, Error> {
        let source = self.source(source)?;
        let evidence = vec![Evidence::Missing; self.dossier.claims.len()];
        Ok(Spotter::new(&self.dossier, &evidence).within(source, &Words::plain(sentence), at))
    }

    /// Gives the one figure among what was spotted in a quote the questions that it may answer by the quote's translation: where there are
    /// several, nothing tells which words are whose.
    ///
    /// # Errors
    /// No such source.
    pub(crate) fn ask_in_translation(
        &self,
        source: &str,
        spotted: &mut [Spotted],
        translation: &str,
    ) -> Result<(), Error> {
        let source = self.source(source)?;
        let mut figures = spotted.iter_mut().filter(|it| it.kind == SpotKind::Figure);
        if let (Some(figure), None) = (figures.next(), figures.next()) {
            Spotter::new(&self.dossier, &[]).asked_in(source, figure, translation);
        }
        Ok(())
    }
}
