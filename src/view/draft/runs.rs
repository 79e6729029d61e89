//! A paragraph of a draft in its pieces: each of its words belongs to one, and each note is known by where its words end.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use crate::vocabulary::vocabulary;

/// Words that the same notes are on.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct DraftRun {
    pub(crate) words: String,
    /// The gravest note on them, of several the one that begins last.
    pub(crate) on: Option<NoteMark>,
    /// The notes whose words end with them, in order.
    pub(crate) ends: Vec<NoteMark>,
}

/// A note, as words of the draft refer to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct NoteMark {
    pub(crate) state: NoteState,
    pub(crate) number: usize,
}

vocabulary! {
    /// How what a note is on stands, the gravest first.
    pub(crate) enum NoteState {
        Error = "error",
        Warning = "warning",
        Unchecked = "not checked",
        Carried = "carried",
    }
}

/// A paragraph cut up where the words of notes begin or end; what ends before `end` ends in it.
pub(super) fn runs(
    text: &str,
    at: &Range<usize>,
    end: usize,
    marks: &[(Range<usize>, NoteMark)],
) -> Vec<DraftRun> {
    let mut begins: BTreeMap<usize, Vec<NoteMark>> = BTreeMap::from([(at.start, Vec::new())]);
    let mut ends: BTreeMap<usize, Vec<NoteMark>> = BTreeMap::new();
    for (own, mark) in marks {
        let [from, to] = [own.start, own.end].map(|byte| byte.clamp(at.start, at.end));
        if from < to {
            begins.entry(from).or_default().push(*mark);
        }
        if own.end <= end {
            ends.entry(to).or_default().push(*mark);
        }
    }
    let cuts: BTreeSet<usize> = begins.keys().chain(ends.keys()).copied().chain([at.end]).collect();
    let mut over: BTreeSet<NoteMark> = BTreeSet::new();
    let mut runs = Vec::with_capacity(cuts.len());
    let mut from = at.start;
    for to in cuts {
        let ended = ends.remove(&to).unwrap_or_default();
        if to > from || !ended.is_empty() {
            runs.push(DraftRun {
                words: text[from..to].to_owned(),
                on: over.iter().copied().min_by_key(|mark| (mark.state, Reverse(mark.number))),
                ends: ended.clone(),
            });
        }
        over.retain(|mark| !ended.contains(mark));
        over.extend(begins.remove(&to).unwrap_or_default());
        from = to;
    }
    runs
}

#[cfg(test)]
mod tests {
    use super::*;

    const CARRIED: NoteState = NoteState::Carried;
    const ERROR: NoteState = NoteState::Error;

    /// The pieces of words between two bytes of `text`, the notes on which stand at some bytes: `words>on` and what ends with them.
    fn cut(text: &str, at: Range<usize>, end: usize, marks: &[(Range<usize>, NoteState)]) -> Vec<String> {
        let numbered = marks.iter().zip(1..);
        let marks: Vec<(Range<usize>, NoteMark)> =
            numbered.map(|((at, state), number)| (at.clone(), NoteMark { state: *state, number })).collect();
        let tell = |run: &DraftRun| {
            let on = run.on.map_or(String::new(), |mark| format!(">{}", mark.number));
            let ends: String = run.ends.iter().map(|mark| format!(" .{}", mark.number)).collect();
            format!("{}{on}{ends}", run.words)
        };
        runs(text, &at, end, &marks).iter().map(tell).collect()
    }

    #[test]
    fn words_without_a_note_are_one_piece() {
        assert_eq!(cut("one two", 0..7, usize::MAX, &[]), ["one two"]);
    }

    #[test]
    fn words_lead_to_the_note_on_them_and_it_ends_with_them() {
        assert_eq!(cut("one two six", 0..11, 11, &[(4..7, CARRIED)]), ["one ", "two>1 .1", " six"]);
        assert_eq!(cut("one two", 0..7, 7, &[(0..7, CARRIED)]), ["one two>1 .1"]);
    }

    #[test]
    fn of_two_notes_the_gravest_has_the_words_and_of_two_alike_the_one_that_begins_last() {
        let nested = [(0..11, CARRIED), (4..7, ERROR)];
        assert_eq!(cut("one two six", 0..11, 11, &nested), ["one >1", "two>2 .2", " six>1 .1"]);
        let graver = [(0..11, ERROR), (4..7, CARRIED)];
        assert_eq!(cut("one two six", 0..11, 11, &graver), ["one >1", "two>1 .2", " six>1 .1"]);
        let alike = [(0..7, CARRIED), (4..11, CARRIED)];
        assert_eq!(cut("one two six", 0..11, 11, &alike), ["one >1", "two>2 .1", " six>2 .2"]);
    }

    #[test]
    fn a_note_over_paragraphs_ends_in_the_last_of_them() {
        let text = "one two\n\nsix";
        let over = [(4..12, CARRIED)];
        assert_eq!(cut(text, 0..7, 9, &over), ["one ", "two>1"]);
        assert_eq!(cut(text, 9..12, usize::MAX, &over), ["six>1 .1"]);
    }

    #[test]
    fn a_note_without_words_is_known_all_the_same() {
        assert_eq!(cut("one two", 0..7, 7, &[(3..3, ERROR)]), ["one .1", " two"]);
        assert_eq!(cut("one two", 0..7, 7, &[(0..0, ERROR)]), [" .1", "one two"]);
        assert_eq!(cut("one\n\ntwo", 0..3, 5, &[(4..4, ERROR)]), ["one .1"], "it stands between paragraphs");
    }

    #[test]
    fn each_word_is_there_once_and_each_note_ends_once() {
        let text = "a\u{e9}b c\n\nd e f";
        let marks: Vec<(Range<usize>, NoteState)> =
            [(0..4, CARRIED), (1..3, ERROR), (3..9, ERROR), (8..12, CARRIED), (12..12, ERROR)].into();
        let pieces = [cut(text, 0..6, 8, &marks), cut(text, 8..13, usize::MAX, &marks[2..])].concat();
        let words: String = pieces.iter().map(|it| it.split(['>', '.']).next().unwrap_or("")).collect();
        assert_eq!(words.replace(' ', ""), "a\u{e9}bcdef");
        assert_eq!(pieces.iter().map(|it| it.matches('.').count()).sum::<usize>(), 5);
    }
}
