//! How many columns a text takes, and where it may be broken.

use std::ops::Range;

use textwrap::core::Fragment;
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

use crate::text::is_unspaced;

/// The columns that a text takes. Terminals that join letters or emoji take fewer than those that do not: it is
/// measured both ways, and the larger counts.
pub(crate) fn columns(text: &str) -> usize {
    // Most of what is shown.
    if text.bytes().all(|byte| matches!(byte, b' '..=b'~')) {
        return text.len();
    }
    text.width().max(text.chars().map(|c| c.width().unwrap_or(0)).sum())
}

/// A stretch of text that no line breaks apart, by its bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Unbroken {
    pub(super) start: usize,
    pub(super) end: usize,
    /// Its columns.
    width: usize,
    /// The columns of the white space behind it.
    space: usize,
}

impl Fragment for Unbroken {
    fn width(&self) -> f64 {
        self.width as f64
    }

    fn whitespace_width(&self) -> f64 {
        self.space as f64
    }

    fn penalty_width(&self) -> f64 {
        0.0
    }
}

/// The words of a text, of which those that are wider than `room` columns are broken where their script allows it.
///
/// Han, kana and emoji are broken anywhere but before what closes and behind what opens; scripts that put no spaces
/// between words, only where a word does not fit in a line. All others never are: what is copied from the terminal
/// stays whole.
pub(super) fn words(text: &str, room: usize) -> Vec<Unbroken> {
    let mut words = Vec::new();
    let mut at = 0;
    while let Some(start) = text[at..].find(|c: char| !c.is_whitespace()).map(|found| at + found) {
        let end = text[start..].find(char::is_whitespace).map_or(text.len(), |found| start + found);
        let next = text[end..].find(|c: char| !c.is_whitespace()).map_or(text.len(), |found| end + found);
        at = end;
        // Nothing of it breaks.
        if text[start..end].is_ascii() {
            let (width, space) = (columns(&text[start..end]), columns(&text[end..next]));
            words.push(Unbroken { start, end, width, space });
            continue;
        }
        let pieces = pieces(text, start..end, room);
        let last = pieces.len() - 1;
        words.extend(pieces.into_iter().enumerate().map(|(index, piece)| Unbroken {
            start: piece.start,
            end: piece.end,
            width: columns(&text[piece]),
            space: if index == last { columns(&text[end..next]) } else { 0 },
        }));
    }
    words
}

/// A word without white space, cut where lines may break.
fn pieces(text: &str, word: Range<usize>, room: usize) -> Vec<Range<usize>> {
    let is_wide = |cluster: &str| is_ideographic(cluster);
    let mut pieces = Vec::new();
    for piece in cut(text, word, is_wide) {
        let fits = columns(&text[piece.clone()]) <= room;
        match fits {
            true => pieces.push(piece),
            false => pieces.extend(cut(text, piece, |cluster| cluster.chars().any(is_unspaced))),
        }
    }
    pieces
}

/// A stretch of text, cut between any two clusters that are both of a kind, but where what opens or closes forbids it.
fn cut(text: &str, stretch: Range<usize>, is_of_kind: impl Fn(&str) -> bool) -> Vec<Range<usize>> {
    let mut pieces = Vec::new();
    let mut start = stretch.start;
    let mut before: Option<&str> = None;
    for (offset, cluster) in text[stretch.clone()].grapheme_indices(true) {
        let at = stretch.start + offset;
        let may_break =
            |before: &str| is_of_kind(before) && is_of_kind(cluster) && !opens(before) && !closes(cluster);
        if before.is_some_and(may_break) {
            pieces.push(start..at);
            start = at;
        }
        before = Some(cluster);
    }
    pieces.push(start..stretch.end);
    pieces
}

/// Whether a cluster is Han, kana, an emoji or the like: two columns wide, and no syllable of Hangul, which has spaces
/// between words.
fn is_ideographic(cluster: &str) -> bool {
    let is_hangul =
        |c: char| matches!(c, '\u{1100}'..='\u{11FF}' | '\u{3130}'..='\u{318F}' | '\u{AC00}'..='\u{D7FF}');
    columns(cluster) > 1 && !cluster.chars().any(is_hangul)
}

/// Whether a line may not end with it.
fn opens(cluster: &str) -> bool {
    cluster.starts_with(['「', '『', '（', '［', '｛', '【', '〈', '《', '〔', '〝', '＄', '￥'])
}

/// Whether a line may not begin with it: what closes, small kana and marks that repeat or lengthen.
fn closes(cluster: &str) -> bool {
    const CLOSING: &str = "、。，．・！？：；」』）］｝】〉》〕〟々〻ーゝゞヽヾ％\
                           ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮ";
    cluster.chars().next().is_some_and(|c| CLOSING.contains(c))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut_up(text: &str, room: usize) -> Vec<&str> {
        words(text, room).iter().map(|word| &text[word.start..word.end]).collect()
    }

    #[test]
    fn columns_are_those_of_the_widest_terminal() {
        assert_eq!(columns("arvo"), 4);
        assert_eq!(columns("三人"), 4);
        assert_eq!(columns("é"), 1);
        assert_eq!(columns("قُتِلَ"), 3, "three letters with their marks");
        // One picture of two columns where it is joined, three of two where it is not.
        assert_eq!(columns("👨‍👩‍👧"), 6);
    }

    #[test]
    fn words_are_what_white_space_leaves() {
        assert_eq!(cut_up("  at\u{a0}the  mill\n", 80), ["at", "the", "mill"]);
        assert_eq!(cut_up("", 80), Vec::<&str>::new());
        let spaces: Vec<usize> = words("a  b c", 80).iter().map(|word| word.space).collect();
        assert_eq!(spaces, [2, 1, 0]);
    }

    #[test]
    fn han_and_kana_break_but_before_what_closes_and_behind_what_opens() {
        assert_eq!(cut_up("三人が「死んだ」。", 80), ["三", "人", "が", "「死", "ん", "だ」。"]);
        assert_eq!(cut_up("34人が", 80), ["34人", "が"], "a figure stays with what it counts");
    }

    #[test]
    fn no_cluster_is_broken() {
        assert_eq!(cut_up("👨‍👩‍👧👍🏽", 80), ["👨‍👩‍👧", "👍🏽"]);
        assert_eq!(cut_up("か\u{3099}き", 80), ["か\u{3099}", "き"]);
    }

    #[test]
    fn words_without_spaces_break_where_they_do_not_fit_and_others_never() {
        assert_eq!(cut_up("คนตาย", 20), ["คนตาย"]);
        assert_eq!(cut_up("คนตาย", 3), ["ค", "น", "ต", "า", "ย"]);
        assert_eq!(cut_up("세사람이", 80), ["세사람이"]);
        assert_eq!(cut_up("세사람이", 4), ["세", "사", "람", "이"]);
        assert_eq!(cut_up("https://example.org/attack", 8), ["https://example.org/attack"]);
    }
}
