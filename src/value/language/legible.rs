//! A text of any language as the readers of English take it.

use std::borrow::Cow;
use std::ops::Range;

use super::known::known;
use super::written::{Space, Written};
use crate::value::figures::rewritten;

/// A text in the words of the one table, with where they stand in the text as it was.
#[derive(Debug)]
pub(crate) struct Legible<'t> {
    pub(crate) text: Cow<'t, str>,
    /// Where each piece stands here, and where it stood; nothing where the text is as it was.
    pieces: Vec<(Range<usize>, Range<usize>)>,
}

/// A text in the words of the one table: as it is in English and where no table reads its language, but for figures of other
/// scripts and separators.
pub(crate) fn legible<'t>(text: &'t str, language: Option<&str>) -> Legible<'t> {
    let written = match known(language) {
        Some(known) => known.written(text, language),
        None => {
            let figures = rewritten(text, language);
            if figures.is_empty() {
                return Legible { text: Cow::Borrowed(text), pieces: Vec::new() };
            }
            let mut written = Written::default();
            let mut at = 0;
            for (figure, english) in figures {
                written.put(&text[at..figure.start], Space::None, at..figure.start);
                written.put(&english, Space::None, figure.clone());
                at = figure.end;
            }
            written.put(&text[at..], Space::None, at..text.len());
            written
        }
    };
    Legible { text: Cow::Owned(written.text), pieces: written.pieces }
}

impl Legible<'_> {
    /// The bytes of the text as it was that some bytes of this one stand for: whole pieces, but for those that are as they were.
    pub(crate) fn original(&self, at: Range<usize>) -> Range<usize> {
        if self.pieces.is_empty() {
            return at;
        }
        let place = |byte: usize| {
            let piece = self.pieces.partition_point(|(here, _)| here.end <= byte);
            self.pieces.get(piece.min(self.pieces.len() - 1)).map(|(here, there)| (here, there, byte))
        };
        let within = |(here, there, byte): (&Range<usize>, &Range<usize>, usize)| {
            (here.len() == there.len() && here.contains(&byte)).then(|| there.start + byte - here.start)
        };
        let start = place(at.start).map_or(at.start, |found| within(found).unwrap_or(found.1.start));
        let end = match at.end.checked_sub(1).and_then(place) {
            Some(found) => within(found).map_or(found.1.end, |byte| byte + 1),
            None => start,
        };
        start..end.max(start)
    }
}
