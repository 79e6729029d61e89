//! Word-level diffs of two texts.

use std::ops::Range;

use similar::{Algorithm, DiffOp, DiffTag, capture_diff_slices};

use super::in_parts;
use super::numbered::Numbered;
use super::worded::Worded;

/// One run of a word-level diff; the texts are slices of the two that were compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Change<'a> {
    /// In both, white space and typography aside; the slice is the second text's.
    Equal(&'a str),
    /// In the first text alone.
    Delete(&'a str),
    /// In the second text alone.
    Insert(&'a str),
}

/// What changed from `a` to `b`, word by word.
///
/// The equal and inserted runs, put together, are `b`; the equal and deleted ones are `a` but for white space and typography.
/// A text that was only wrapped or set anew has not changed. Work is bounded: two long texts with little in common may get a
/// longer diff than the shortest.
pub(crate) fn word_diff<'a>(a: &'a str, b: &'a str) -> Vec<Change<'a>> {
    let mut numbers = Numbered::of_bytes(a.len() + b.len());
    let (old, new) = (Worded::new(a, &mut numbers), Worded::new(b, &mut numbers));
    let runs = diff(&old.numbers, &new.numbers, in_parts::search);
    let mut changes = Vec::with_capacity(2 * runs.len());
    for (tag, old_run, new_run) in runs {
        let (deleted, inserted) = (old.stretch(old_run), new.stretch(new_run));
        match tag {
            DiffTag::Equal => changes.push(Change::Equal(inserted)),
            _ => {
                changes.extend(Some(deleted).filter(|text| !text.is_empty()).map(Change::Delete));
                changes.extend(Some(inserted).filter(|text| !text.is_empty()).map(Change::Insert));
            }
        }
    }
    changes
}

/// A run in which two lists of words agree or differ: what kind, and which of each list.
type Run = (DiffTag, Range<usize>, Range<usize>);

/// The runs in which two lists of words agree or differ.
pub(crate) fn token_diff(old: &[&str], new: &[&str]) -> Vec<Run> {
    diff(old, new, |old, new| match old.len() + new.len() {
        0..MANY => capture_diff_slices(Algorithm::Myers, old, new),
        _ => {
            let mut words = Numbered::of_bytes(MANY);
            capture_diff_slices(Algorithm::Myers, &words.all(old), &words.all(new))
        }
    })
}

/// So many words are compared as numbers; fewer are compared before they would be numbered.
const MANY: usize = 200;

/// The runs of two lists; `search` is asked about what stands between the words that they begin and end with alike.
fn diff<T: PartialEq>(old: &[T], new: &[T], search: impl FnOnce(&[T], &[T]) -> Vec<DiffOp>) -> Vec<Run> {
    let head = old.iter().zip(new).take_while(|(a, b)| a == b).count();
    let tail = old[head..].iter().rev().zip(new[head..].iter().rev()).take_while(|(a, b)| a == b).count();
    let (old_end, new_end) = (old.len() - tail, new.len() - tail);
    let (old_middle, new_middle) = (&old[head..old_end], &new[head..new_end]);
    let middle = match (old_middle, new_middle) {
        ([], _) => vec![(DiffTag::Insert, head..head, head..new_end)],
        (_, []) => vec![(DiffTag::Delete, head..old_end, head..head)],
        ([word], _) if !new_middle.contains(word) => {
            vec![(DiffTag::Replace, head..old_end, head..new_end)]
        }
        _ => middle_runs(old_middle, new_middle, &search(old_middle, new_middle), head),
    };
    let mut runs = Vec::with_capacity(middle.len() + 2);
    runs.push((DiffTag::Equal, 0..head, 0..head));
    runs.extend(middle);
    runs.push((DiffTag::Equal, old_end..old.len(), new_end..new.len()));
    runs.retain(|(_, old, new)| !old.is_empty() || !new.is_empty());
    runs
}

/// The runs of two lists whose ends differ, `offset` further on.
fn middle_runs<T: PartialEq>(old: &[T], new: &[T], ops: &[DiffOp], offset: usize) -> Vec<Run> {
    let shift = |run: Range<usize>| run.start + offset..run.end + offset;
    let edits: usize = ops
        .iter()
        .filter(|op| op.tag() != DiffTag::Equal)
        .map(|op| op.old_range().len() + op.new_range().len())
        .sum();
    let apart = || old.iter().zip(new).filter(|(a, b)| a != b).count();
    if old.len() != new.len() || 2 * apart() > edits {
        return ops.iter().map(|op| (op.tag(), shift(op.old_range()), shift(op.new_range()))).collect();
    }
    // Two words that change places are two changed words.
    let mut runs: Vec<Run> = Vec::new();
    for (i, (a, b)) in old.iter().zip(new).enumerate() {
        let tag = if a == b { DiffTag::Equal } else { DiffTag::Replace };
        match runs.last_mut() {
            Some((last, old, new)) if *last == tag => (old.end, new.end) = (old.end + 1, new.end + 1),
            _ => runs.push((tag, shift(i..i + 1), shift(i..i + 1))),
        }
    }
    runs
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::words::tokens;
    use proptest::prelude::*;

    #[test]
    fn a_changed_word_is_deleted_and_inserted() {
        assert_eq!(
            word_diff("Two men\nfled at dawn.", "Two women fled at dusk."),
            [
                Change::Equal("Two "),
                Change::Delete("men\n"),
                Change::Insert("women "),
                Change::Equal("fled at "),
                Change::Delete("dawn"),
                Change::Insert("dusk"),
                Change::Equal("."),
            ]
        );
    }

    #[test]
    fn words_that_change_places_are_changed_each() {
        let changed = |(tag, ..): &(DiffTag, Range<usize>, Range<usize>)| *tag == DiffTag::Replace;
        assert_eq!(
            token_diff(&["Chad", "left", "Niger"], &["Niger", "left", "Chad"])
                .iter()
                .filter(|run| changed(run))
                .count(),
            2
        );
    }

    #[test]
    fn wrapping_anew_changes_nothing() {
        assert_eq!(word_diff("a b\nc", "a\nb c"), [Change::Equal("a\nb c")]);
        assert_eq!(word_diff("", ""), []);
    }

    #[test]
    fn typography_is_no_change() {
        let (set, plain) = (
            "“We won’t go…” — 34\u{A0}died. The gov\u{AD}ernment",
            "\"We won't go...\" - 34 died. The government",
        );
        assert_eq!(word_diff(set, plain), [Change::Equal(plain)]);
        assert_eq!(word_diff(plain, set), [Change::Equal(set)]);
        let changed = word_diff("“34” died", "\"84\" died");
        assert_eq!(changed[1..3], [Change::Delete("34"), Change::Insert("84")]);
    }

    proptest! {
        #[test]
        fn many_words_are_compared_as_few_are(words in prop::collection::vec(0..40u8, MANY..2 * MANY), gone in prop::collection::vec(0..MANY, 1..40)) {
            let old: Vec<String> = words.iter().map(u8::to_string).collect();
            let mut new = old.clone();
            for (n, at) in gone.iter().enumerate() {
                match n % 3 {
                    0 => drop(new.remove(at % new.len())),
                    1 => new.insert(at % new.len(), at.to_string()),
                    _ => { let end = new.len(); new[at % end] = at.to_string(); }
                }
            }
            let (old, new): (Vec<&str>, Vec<&str>) = (old.iter().map(String::as_str).collect(), new.iter().map(String::as_str).collect());
            let mut numbers = Numbered::of_bytes(0);
            let numbered = capture_diff_slices(Algorithm::Myers, &numbers.all(&old), &numbers.all(&new));
            prop_assert_eq!(numbered, capture_diff_slices(Algorithm::Myers, &old, &new));
        }

        #[test]
        fn both_texts_can_be_put_together_again(a in "[ab \n.,3é一]{0,40}", b in "[ab \n.,3é一]{0,40}") {
            let (mut old, mut new) = (String::new(), String::new());
            for change in word_diff(&a, &b) {
                match change {
                    Change::Equal(text) => { old += text; new += text; }
                    Change::Delete(text) => old += text,
                    Change::Insert(text) => new += text,
                }
            }
            let bare = |text: &str| text.split_whitespace().collect::<String>();
            prop_assert_eq!(bare(&old), bare(&a));
            if !tokens(&b).is_empty() { prop_assert_eq!(new, b); }
        }
    }
}
