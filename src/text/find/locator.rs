//! Reading a locator (page, paragraph, line, time code) and telling which place of a quote it means.

use std::ops::Range;

use crate::text::line_column::blank_line;

/// What a locator says of a place. Parts that it does not name, or that a text does not show, settle nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Locator {
    /// From 1; pages end at form feeds.
    page: Option<usize>,
    /// From 1, within the page if there is one; paragraphs end at blank lines, or with each line where there are
    /// none.
    paragraph: Option<usize>,
    /// From 1, within the page if there is one.
    line: Option<usize>,
    /// Seconds; the quote stands behind the last time code that is not later.
    time: Option<u64>,
}

/// Whether a locator names a line.
pub(crate) fn counts_lines(words: &str) -> bool {
    Locator::read(words).is_some_and(|locator| locator.line.is_some())
}

impl Locator {
    /// Reads words such as `paragraph 2`, `p. 4, para. 3`, `line 12`, `00:12:34`; `None` where nothing is understood.
    pub(super) fn read(words: &str) -> Option<Self> {
        let mut locator = Locator::default();
        if let Some((_, time)) = times(words).first() {
            locator.time = Some(*time);
            return Some(locator);
        }
        let words = words.to_lowercase();
        let mut words = words
            .split(|c: char| !c.is_alphanumeric() && c != '¶')
            .filter(|word| !word.is_empty())
            .peekable();
        while let Some(word) = words.next() {
            let split = word.find(|c: char| c.is_ascii_digit()).unwrap_or(word.len());
            let (unit, digits) = word.split_at(split);
            let number = if digits.is_empty() {
                words.peek().and_then(|word| word.parse().ok())
            } else {
                digits.parse().ok()
            };
            match unit {
                "page" | "p" | "pp" | "pg" => locator.page = number,
                "paragraph" | "para" | "par" | "¶" => locator.paragraph = number,
                "line" | "l" | "ln" => locator.line = number,
                _ => {}
            }
        }
        (locator != Locator::default()).then_some(locator)
    }

    /// The places that the locator leaves: one where it settles which; all of them where it fits none.
    ///
    /// `times` are those that are known of the text; where there are none it is searched for them.
    pub(super) fn settle(
        &self,
        text: &str,
        times: &[(usize, u64)],
        places: Vec<Range<usize>>,
    ) -> Vec<Range<usize>> {
        let Some(region) = self.region(text, times) else { return places };
        let left: Vec<_> =
            places.iter().filter(|at| region.start <= at.start && at.start < region.end).cloned().collect();
        if left.is_empty() { places } else { left }
    }

    /// Whether the locator names a stretch of `text` in which a place does not begin, however paragraphs are counted: whoever
    /// wrote it may have counted lines.
    pub(super) fn rules_out(&self, text: &str, times: &[(usize, u64)], at: &Range<usize>) -> bool {
        let regions = [blank_line, newline].map(|end| self.region_by(text, times, end));
        let mut named = regions.into_iter().flatten().peekable();
        named.peek().is_some() && !named.any(|region| region.start <= at.start && at.start < region.end)
    }

    /// The stretch of `text` that the locator names; `None` where the text does not show it.
    fn region(&self, text: &str, times: &[(usize, u64)]) -> Option<Range<usize>> {
        let paragraphs = if blank_line(text).is_some() { blank_line } else { newline };
        self.region_by(text, times, paragraphs)
    }

    /// As [`Self::region`], with paragraphs that end where `end` says.
    fn region_by(
        &self,
        text: &str,
        known: &[(usize, u64)],
        end: fn(&str) -> Option<(usize, usize)>,
    ) -> Option<Range<usize>> {
        if let Some(time) = self.time {
            let codes = if known.is_empty() { times(text) } else { known.to_vec() };
            let first = codes.iter().rposition(|(_, code)| *code <= time)?;
            return Some(codes[first].0..codes.get(first + 1).map_or(text.len(), |next| next.0));
        }
        let mut region = 0..text.len();
        if let Some(page) = self.page {
            region = match nth(text, &region, page, |text| text.find('\u{C}').map(|at| (at, at + 1))) {
                // Many texts have no pages; the other parts may still settle it.
                _ if !text.contains('\u{C}') => region,
                page => page?,
            };
            if !text.contains('\u{C}') && self.paragraph.is_none() && self.line.is_none() {
                return None;
            }
        }
        if let Some(paragraph) = self.paragraph {
            region = nth(text, &region, paragraph, end)?;
        }
        match self.line {
            Some(line) => nth_kept(text, &region, line),
            None => Some(region),
        }
    }
}

fn newline(text: &str) -> Option<(usize, usize)> {
    text.find('\n').map(|at| (at, at + 1))
}

/// The `number`th part of a region that is not blank, from 1.
fn nth(
    text: &str,
    region: &Range<usize>,
    number: usize,
    end: fn(&str) -> Option<(usize, usize)>,
) -> Option<Range<usize>> {
    let mut parts = parts(text, region, end).filter(|part| !text[part.clone()].trim().is_empty());
    parts.nth(number.checked_sub(1)?)
}

/// The `number`th line of a region, blank ones counted.
fn nth_kept(text: &str, region: &Range<usize>, number: usize) -> Option<Range<usize>> {
    parts(text, region, newline).nth(number.checked_sub(1)?)
}

fn parts(
    text: &str,
    region: &Range<usize>,
    end: fn(&str) -> Option<(usize, usize)>,
) -> impl Iterator<Item = Range<usize>> {
    let mut from = Some(region.start);
    std::iter::from_fn(move || {
        let start = from?;
        match end(&text[start..region.end]) {
            Some((at, next)) => {
                from = Some(start + next);
                Some(start..start + at)
            }
            None => {
                from = None;
                Some(start..region.end)
            }
        }
    })
}

/// Every `mm:ss` and `hh:mm:ss` in `text`: where it begins, and the seconds it says.
fn times(text: &str) -> Vec<(usize, u64)> {
    let mut found = Vec::new();
    let is_code = |c: char| c.is_ascii_digit() || c == ':';
    let words = text.split(|c| !is_code(c)).filter(|word| word.contains(':'));
    for (at, word) in words.map(|word| (word.as_ptr() as usize - text.as_ptr() as usize, word)) {
        let parts: Vec<&str> = word.split(':').collect();
        let well_formed = matches!(parts.len(), 2 | 3)
            && (1..=3).contains(&parts[0].len())
            && parts[1..].iter().all(|part| part.len() == 2 && **part < *"60");
        if well_formed {
            found.push((at, parts.iter().fold(0, |sum, part| sum * 60 + part.parse::<u64>().unwrap_or(0))));
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn settled(text: &str, quote: &str, locator: &str) -> Vec<usize> {
        let places = text.match_indices(quote).map(|(at, part)| at..at + part.len()).collect();
        let locator = Locator::read(locator).unwrap();
        locator.settle(text, &[], places).into_iter().map(|at| at.start).collect()
    }

    #[test]
    fn a_locator_is_read_in_many_forms() {
        let page_and_paragraph = Locator { page: Some(4), paragraph: Some(3), ..Locator::default() };
        assert_eq!(Locator::read("page 4, paragraph 3"), Some(page_and_paragraph.clone()));
        assert_eq!(Locator::read("p. 4, ¶3"), Some(page_and_paragraph));
        assert_eq!(Locator::read("at 01:02:03"), Some(Locator { time: Some(3723), ..Locator::default() }));
        assert_eq!(Locator::read("near the end"), None);
    }

    #[test]
    fn paragraphs_lines_and_pages_settle() {
        let text = "a gate\nwraps\n\n \nthe gate\n\n\u{C}a gate";
        assert_eq!(settled(text, "gate", "paragraph 2"), [20]);
        assert_eq!(settled(text, "gate", "line 1"), [2]);
        assert_eq!(settled(text, "gate", "page 2"), [29]);
        assert_eq!(settled(text, "gate", "paragraph 9"), [2, 20, 29]);
        assert_eq!(settled("a gate\na gate", "gate", "paragraph 2"), [9]);
    }

    #[test]
    fn a_place_is_ruled_out_however_paragraphs_are_counted() {
        let text = "one\n\ntwo\nthree\n\nfour";
        let ruled_out = |word: &str, locator: &str| {
            let at = text.find(word).unwrap();
            Locator::read(locator).unwrap().rules_out(text, &[], &(at..at + word.len()))
        };
        assert!(!ruled_out("four", "paragraph 3") && !ruled_out("four", "paragraph 4"));
        assert!(!ruled_out("four", "paragraph 9") && !ruled_out("four", "page 2"));
        assert!(
            ruled_out("four", "paragraph 2") && ruled_out("one", "paragraph 3") && ruled_out("one", "line 3")
        );
    }

    #[test]
    fn time_codes_settle() {
        let text = "[00:10] the gate\n[00:20] the gate\n[01:30] the gate";
        assert_eq!(settled(text, "gate", "0:20"), [29]);
        assert_eq!(settled(text, "gate", "00:45"), [29]);
        assert_eq!(settled(text, "gate", "00:05"), [12, 29, 46]);
    }
}
