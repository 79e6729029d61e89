//! A text of any language as the readers of English take it.

use std::borrow::Cow;
use std::ops::Range;

use super::known::known;
use super::written::{Space, Stretch, Written};
use crate::value::figures::rewritten;

/// A text in the words of the one table, with where they stand in the text as it was.
#[derive(Debug)]
pub(crate) struct Legible<'t> {
    pub(crate) text: Cow<'t, str>,
    /// Nothing where the text is as it was.
    stretches: Vec<Stretch>,
}

/// A text in the words of the one table: as it is in English and where no table reads its language, but for figures of other
/// scripts and separators.
pub(crate) fn legible<'t>(text: &'t str, language: Option<&str>) -> Legible<'t> {
    let written = match known(language) {
        Some(known) => known.written(text, language),
        None => {
            let figures = rewritten(text, language);
            if figures.is_empty() {
                return Legible { text: Cow::Borrowed(text), stretches: Vec::new() };
            }
            let mut written = Written::default();
            let mut at = 0;
            for (figure, english) in figures {
                written.copy(text, at..figure.start);
                written.put(&english, Space::None, figure.clone());
                at = figure.end;
            }
            written.copy(text, at..text.len());
            written
        }
    };
    Legible { text: Cow::Owned(written.text), stretches: written.stretches }
}

impl Legible<'_> {
    /// The bytes of the text as it was that some bytes of this one stand for: whole pieces, but for those that are as they were.
    pub(crate) fn original(&self, at: Range<usize>) -> Range<usize> {
        if self.stretches.is_empty() {
            return at;
        }
        let stretch = |byte: usize| {
            let number = self.stretches.partition_point(|stretch| stretch.here.end <= byte);
            &self.stretches[number.min(self.stretches.len() - 1)]
        };
        let (first, last) = (stretch(at.start), stretch(at.end.saturating_sub(1).max(at.start)));
        let start = match first.is_copy && first.here.contains(&at.start) {
            true => first.there.start + at.start - first.here.start,
            false => first.there.start,
        };
        let end = match last.is_copy && last.here.contains(&(at.end.max(1) - 1)) {
            true => last.there.start + at.end - last.here.start,
            false => last.there.end,
        };
        start..end.max(start)
    }
}
