//! Looking for quotes in the words of a capture: in the article first, then beside it, then in all that is seen.

use std::ops::Range;

use super::words::{Layer, PagePart, Words};
use crate::text::{Absence, Haystack, Near, Needle, Outcome, counts_lines, line_column};

/// Looks for quotes in a capture; what has to be made ready for it is made ready once.
pub(crate) struct QuoteFinder<'w> {
    words: &'w Words<'w>,
    whole: Haystack<'w>,
    layers: Vec<(&'w Layer, Haystack<'w>)>,
}

/// How a quote stands in a capture.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Found<'w> {
    /// Places are bytes of all the words.
    pub(crate) outcome: Outcome,
    /// Where it stands or what resembles it stands; `None` where there is no one passage.
    pub(crate) place: Option<PagePart>,
    /// The text in which it was found: of a page the article, or another part.
    pub(crate) text: &'w str,
    /// The passage in that text.
    pub(crate) at: Option<Range<usize>>,
    /// Whether words of the passage were struck, and are left out.
    pub(crate) over_struck: bool,
    /// When the passage was said, in milliseconds; of subtitles and transcripts alone.
    pub(crate) said: Option<(u64, Option<u64>)>,
    /// Line and column of the passage, from 1, in all the words.
    pub(crate) line_column: Option<(usize, usize)>,
}

impl<'w> QuoteFinder<'w> {
    /// Takes the words; no work is done yet.
    pub(crate) fn new(words: &'w Words<'w>) -> Self {
        let times = words.cues.iter().map(|cue| (cue.at, cue.from / 1000)).collect();
        let haystack = |layer: &'w Layer| Haystack::new(&layer.text).with_walls(&layer.walls);
        let layers = words.layers.iter().map(|layer| (layer, haystack(layer))).collect();
        let whole = Haystack::new(&words.text).with_times(times).with_walls(&words.walls);
        QuoteFinder { words, whole, layers }
    }

    /// All the words.
    pub(crate) fn text(&self) -> &'w str {
        self.whole.text()
    }

    /// How a quote stands in them.
    pub(crate) fn find<'a>(&self, needle: impl Into<Needle<'a>>) -> Found<'w>
    where
        'w: 'a,
    {
        let mut needle = needle.into();
        let (mut misplaced, mut resembling) = (None, None);
        // Lines are those of all the words, as they are printed; paragraphs are counted where the quote stands.
        if needle.locator.is_some_and(counts_lines) {
            let outcome = self.whole.find(needle);
            if !matches!(outcome, Outcome::Near(_) | Outcome::Absent(_)) {
                return self.found(outcome, None);
            }
            needle.locator = None;
        }
        for (layer, haystack) in &self.layers {
            let outcome = haystack.find(needle);
            if outcome.is_held() || matches!(outcome, Outcome::Ambiguous(_)) {
                return self.found(outcome, Some(layer));
            }
            if misplaced.is_none() && matches!(outcome, Outcome::Misplaced(_)) {
                misplaced = Some((outcome, *layer));
                continue;
            }
            if resembling.is_none() && layer.place == PagePart::Article && matches!(outcome, Outcome::Near(_))
            {
                resembling = Some((outcome, *layer));
            }
        }
        // What stands between two parts of the page is seen in all of it alone, so that a context may fit there.
        let outcome = self.whole.find(needle);
        match misplaced.or(resembling) {
            Some((found, layer)) if !outcome.is_held() && !is_better(&outcome, &found) => {
                self.found(found, Some(layer))
            }
            _ => self.found(outcome, None),
        }
    }

    fn found(&self, own: Outcome, layer: Option<&'w Layer>) -> Found<'w> {
        let at = own.span();
        let outcome = match layer {
            Some(layer) => moved(own, |at| layer.whole(&at)),
            None => own,
        };
        let whole = outcome.span();
        Found {
            place: whole.as_ref().map(|at| self.place(at, layer)),
            text: layer.map_or(self.whole.text(), |layer| layer.text.as_str()),
            at,
            over_struck: whole.as_ref().is_some_and(|at| self.words.is_struck(at)),
            said: whole.as_ref().and_then(|at| self.words.said(at)),
            line_column: whole.as_ref().map(|at| line_column(&self.words.text, at.start)),
            outcome,
        }
    }

    /// The place that all of a passage stands in.
    fn place(&self, at: &Range<usize>, layer: Option<&Layer>) -> PagePart {
        let first = self.words.place(at.start);
        let last = self.words.place(at.end.saturating_sub(1));
        match layer {
            _ if first == last => first,
            Some(layer) => layer.place,
            None => PagePart::Page,
        }
    }
}

/// Whether what was found in all of a page says more of a quote, though it does not hold, than what was found in a part.
fn is_better(whole: &Outcome, part: &Outcome) -> bool {
    match part {
        Outcome::Misplaced(_) => false,
        _ => matches!(whole, Outcome::Ambiguous(_) | Outcome::Misplaced(_)),
    }
}

/// An outcome of which each place is another.
fn moved(outcome: Outcome, place: impl Fn(Range<usize>) -> Range<usize>) -> Outcome {
    match outcome {
        Outcome::Exact(at) => Outcome::Exact(place(at)),
        Outcome::Folded(at) => Outcome::Folded(place(at)),
        Outcome::Misplaced(at) => Outcome::Misplaced(place(at)),
        Outcome::Elided(pieces) => Outcome::Elided(pieces.into_iter().map(place).collect()),
        Outcome::Ambiguous(places) => Outcome::Ambiguous(places.into_iter().map(place).collect()),
        Outcome::Near(Near { at, differs }) => Outcome::Near(Near { at: place(at), differs }),
        Outcome::Absent(absence @ (Absence::NothingAlike | Absence::EmptyQuote | Absence::EmptyText)) => {
            Outcome::Absent(absence)
        }
    }
}
