//! Which of several places of a quote its prefix and suffix, or its locator, settle on.

use std::ops::Range;

use super::locator::Locator;
use crate::text::fold::fold;
use crate::text::glyph::is_content;

/// What is known of the surroundings of a quote in one text.
pub(super) struct Surroundings<'a> {
    text: &'a str,
    prefix: &'a str,
    suffix: &'a str,
    folded_prefix: String,
    folded_suffix: String,
    locator: Option<Locator>,
    times: &'a [(usize, u64)],
}

/// How closely a prefix and a suffix have to fit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Closeness {
    /// The same bytes, right beside the quote.
    Exact,
    /// Typography folded, and white space where they meet the quote put aside.
    Folded,
    /// Letters and digits alone.
    Letters,
}

impl Closeness {
    /// The closest first.
    pub(super) const ALL: [Closeness; 3] = [Closeness::Exact, Closeness::Folded, Closeness::Letters];
}

impl<'a> Surroundings<'a> {
    pub(super) fn new(
        text: &'a str,
        prefix: Option<&'a str>,
        suffix: Option<&'a str>,
        locator: Option<&str>,
    ) -> Self {
        let folded =
            |part: Option<&str>| part.map(|part| fold(part).as_str().trim().to_owned()).unwrap_or_default();
        Surroundings {
            text,
            prefix: prefix.unwrap_or(""),
            suffix: suffix.unwrap_or(""),
            folded_prefix: folded(prefix),
            folded_suffix: folded(suffix),
            locator: locator.and_then(Locator::read),
            times: &[],
        }
    }

    /// The same, where it is known when the words of the text were said.
    pub(super) fn with_times(self, times: &'a [(usize, u64)]) -> Self {
        Surroundings { times, ..self }
    }

    /// The places that the context leaves, of several: one where it settles which, else those it does not rule out,
    /// or all of them where it fits none.
    pub(super) fn settle(&self, places: Vec<Range<usize>>) -> Vec<Range<usize>> {
        let mut left = places;
        for fit in Closeness::ALL {
            let fits = |at: &&Range<usize>| self.fits_before(at.start, fit) && self.fits_after(at.end, fit);
            let fitting: Vec<_> = left.iter().filter(fits).cloned().collect();
            if !fitting.is_empty() {
                left = fitting;
                break;
            }
        }
        match &self.locator {
            Some(locator) if left.len() > 1 => locator.settle(self.text, self.times, left),
            _ => left,
        }
    }

    /// Whether the context rules a place out: prefix or suffix do not stand beside it, or the locator names another. A
    /// locator rules nothing out in a text that does not show what it names.
    pub(super) fn rules_out(&self, at: &Range<usize>) -> bool {
        let fits = |fit: &Closeness| self.fits_before(at.start, *fit) && self.fits_after(at.end, *fit);
        self.has_surroundings() && !Closeness::ALL.iter().any(fits)
            || self.locator.as_ref().is_some_and(|locator| locator.rules_out(self.text, self.times, at))
    }

    /// Whether a prefix or a suffix is known at all.
    pub(super) fn has_surroundings(&self) -> bool {
        !self.folded_prefix.is_empty() || !self.folded_suffix.is_empty()
    }

    /// Whether the prefix stands before `start`; true where there is none.
    pub(super) fn fits_before(&self, start: usize, fit: Closeness) -> bool {
        let head = &self.text[..start];
        if says_another(head.bytes().rev(), self.folded_prefix.bytes().rev()) {
            return false;
        }
        match fit {
            Closeness::Exact => head.ends_with(self.prefix),
            Closeness::Folded if self.folded_prefix.is_empty() => true,
            Closeness::Folded => {
                let from = head.floor_char_boundary(start.saturating_sub(reach(&self.folded_prefix)));
                fold(&head[from..]).as_str().trim_end().ends_with(&self.folded_prefix)
            }
            Closeness::Letters => {
                let from = head.floor_char_boundary(start.saturating_sub(reach(&self.folded_prefix)));
                letters(fold(&head[from..]).as_str()).ends_with(&letters(&self.folded_prefix))
            }
        }
    }

    /// Whether the suffix stands behind `end`; true where there is none.
    pub(super) fn fits_after(&self, end: usize, fit: Closeness) -> bool {
        let tail = &self.text[end..];
        if says_another(tail.bytes(), self.folded_suffix.bytes()) {
            return false;
        }
        match fit {
            Closeness::Exact => tail.starts_with(self.suffix),
            Closeness::Folded if self.folded_suffix.is_empty() => true,
            Closeness::Folded => {
                let to = tail.floor_char_boundary(reach(&self.folded_suffix).min(tail.len()));
                fold(&tail[..to]).as_str().trim_start().starts_with(&self.folded_suffix)
            }
            Closeness::Letters => {
                let to = tail.floor_char_boundary(reach(&self.folded_suffix).min(tail.len()));
                letters(fold(&tail[..to]).as_str()).starts_with(&letters(&self.folded_suffix))
            }
        }
    }
}

/// Whether what stands beside a quote says something else than its context at the first letter or digit in which they differ,
/// as most places do of a quote that stands very often. Beyond what is ASCII nothing is said, which folding may change.
fn says_another(beside: impl Iterator<Item = u8>, context: impl Iterator<Item = u8>) -> bool {
    let is_plain = |byte: &u8| byte.is_ascii();
    let is_said = |byte: &u8| byte.is_ascii_alphanumeric();
    let mut beside = beside.take(LONGEST_GAP).take_while(is_plain).filter(is_said);
    let mut context = context.take_while(is_plain).filter(is_said);
    context.by_ref().zip(beside.by_ref()).any(|(said, there)| said != there)
}

/// So many bytes beside a quote are looked at before they are folded.
const LONGEST_GAP: usize = 256;

fn letters(text: &str) -> String {
    text.chars().filter(|c| is_content(*c)).collect()
}

/// How many bytes of a text may fold to `folded`, generously: indents and invisible characters take more.
fn reach(folded: &str) -> usize {
    4 * folded.len() + 64
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "north gate open, south  gate shut, “east” gate open";

    fn settled(prefix: Option<&str>, suffix: Option<&str>) -> Vec<usize> {
        let gates = TEXT.match_indices("gate").map(|(at, gate)| at..at + gate.len()).collect();
        Surroundings::new(TEXT, prefix, suffix, None).settle(gates).into_iter().map(|at| at.start).collect()
    }

    #[test]
    fn what_says_another_thing_is_known_before_it_is_folded() {
        let before = |text: &str, context: &str| says_another(text.bytes().rev(), context.bytes().rev());
        for (text, context, another) in [
            ("at the north ", "north", false),
            ("at the north, ", "the \"north\"", false),
            ("at the south ", "north", true),
            ("at the forth ", "north", true),
            ("th ", "north", false),
            ("at the nörth ", "north", false),
            ("at the n\u{a0}forth ", "north", true),
            ("", "north", false),
        ] {
            assert_eq!(before(text, context), another, "{text:?} {context:?}");
        }
        assert!(says_another(", shut".bytes(), "open".bytes()));
        assert!(!says_another(", shut".bytes(), "shut.".bytes()));
        let far = format!("north{}", " ".repeat(LONGEST_GAP));
        assert!(!before(&far, "south"), "too far to tell");
        assert!(before(&far[1..LONGEST_GAP], "souti"));
    }

    #[test]
    fn the_exact_surroundings_settle() {
        assert_eq!(settled(Some("south  "), None), [24]);
        assert_eq!(settled(None, Some(" shut")), [24]);
        assert_eq!(settled(Some("north "), Some(" open")), [6]);
    }

    #[test]
    fn folded_surroundings_settle() {
        assert_eq!(settled(Some("south"), None), [24]);
        assert_eq!(settled(Some("\"east\""), None), [46]);
    }

    #[test]
    fn a_place_is_ruled_out_where_the_context_is_anothers() {
        let ruled_out = |prefix, suffix, locator| {
            let at = TEXT.find("gate shut").unwrap();
            Surroundings::new(TEXT, prefix, suffix, locator).rules_out(&(at..at + 9))
        };
        assert!(!ruled_out(Some("open, south "), None, None) && !ruled_out(Some("open south"), None, None));
        assert!(!ruled_out(None, Some(" 'east' gate"), None) && !ruled_out(None, None, Some("paragraph 3")));
        assert!(
            ruled_out(Some("open, north "), None, None) && ruled_out(Some("south "), Some(", west"), None)
        );
    }

    #[test]
    fn what_fits_several_or_none_settles_nothing() {
        assert_eq!(settled(None, Some(" open")), [6, 46]);
        assert_eq!(settled(Some("west "), None), [6, 24, 46]);
        assert_eq!(settled(Some("north "), Some(" shut")), [6, 24, 46]);
        assert_eq!(settled(None, None), [6, 24, 46]);
    }
}
