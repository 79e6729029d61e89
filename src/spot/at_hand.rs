//! A text that is looked at, with what of it is named, recorded or waived.

use std::ops::Range;

use super::found::Recording;
use super::mentions::Mention;
use crate::capture::Words;
use crate::model::table::{ClaimId, SourceId};
use crate::text::{Haystack, Outcome};

/// A text that is looked at.
pub(super) struct TextAtHand<'t> {
    pub(super) source: SourceId,
    pub(super) words: &'t Words<'t>,
    /// The article of it.
    pub(super) text: &'t str,
    /// The claims of the source whose quotes are held, with where.
    pub(super) claims: Vec<(ClaimId, &'t [Range<usize>])>,
    /// By waiver: where its words stand in the article.
    pub(super) waived: Vec<Vec<Range<usize>>>,
    pub(super) mentions: Vec<Mention>,
}

impl TextAtHand<'_> {
    /// Whether some words lie within a name, as the figure of `Tower 22` does. One that begins with a number word, `several
    /// groups`, says how many they are.
    pub(super) fn is_named(&self, at: &Range<usize>) -> bool {
        let first = self.mentions.partition_point(|mention| mention.at.end <= at.start);
        let is_digits = self.text[at.clone()].starts_with(|c: char| c.is_ascii_digit());
        self.mentions.get(first).is_some_and(|mention| {
            at.end <= mention.at.end
                && (mention.at.start < at.start || mention.at.start == at.start && is_digits)
        })
    }

    /// Whether some words are a name and nothing else.
    pub(super) fn is_a_name(&self, at: &Range<usize>) -> bool {
        let first = self.mentions.partition_point(|mention| mention.at.end <= at.start);
        self.mentions.get(first).is_some_and(|it| it.at.start <= at.start && at.end <= it.at.end)
    }

    /// How words stand in the record, given the claims that record them.
    pub(super) fn state(&self, by: Vec<ClaimId>, at: &Range<usize>) -> Recording {
        if !by.is_empty() {
            return Recording::Recorded(by);
        }
        let waives = |places: &Vec<Range<usize>>| {
            places.iter().any(|place| place.start <= at.start && at.end <= place.end)
        };
        self.waived.iter().position(waives).map_or(Recording::Open, Recording::Waived)
    }
}

/// Where words stand in a text: everywhere as they are written, or else but for typography.
pub(crate) fn stands(text: &str, words: &str) -> Vec<Range<usize>> {
    let words = words.trim();
    if words.is_empty() {
        return Vec::new();
    }
    let exact: Vec<Range<usize>> = text.match_indices(words).map(|(at, _)| at..at + words.len()).collect();
    if !exact.is_empty() {
        return exact;
    }
    match Haystack::new(text).find(words) {
        Outcome::Exact(at) | Outcome::Folded(at) => vec![at],
        Outcome::Ambiguous(places) | Outcome::Elided(places) => places,
        _ => Vec::new(),
    }
}
