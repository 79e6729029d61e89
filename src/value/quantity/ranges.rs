//! The words that open a range and that join its ends, as the English table lists them.

use std::sync::LazyLock;

use crate::value::number::{Token, begins};
use crate::value::tables::{Range, RangeKind, Words, english, first_form, forms};

/// What opens a range, and the word between its ends.
#[derive(Debug)]
struct Opening {
    words: Vec<&'static str>,
    join: &'static str,
}

#[derive(Debug)]
struct RangeWords {
    /// By the first word.
    openings: Words<Vec<Opening>>,
    /// Words that join two ends where nothing opens the range.
    joins: Words<RangeKind>,
}

static WORDS: LazyLock<RangeWords> = LazyLock::new(|| {
    let opened = english().ranges.iter().flat_map(|range| forms(&range.open).map(move |form| (form, range)));
    let opening = |(form, range): (&'static str, &'static Range)| Opening {
        words: form.split(' ').collect(),
        join: first_form(&range.join),
    };
    let all: Vec<Opening> = opened.map(opening).collect();
    let firsts = all.iter().map(|opening| opening.words[0]);
    let starting = |first: &str| {
        let starts = |opening: &&Opening| opening.words[0] == first;
        all.iter().filter(starts).map(|it| Opening { words: it.words.clone(), join: it.join }).collect()
    };
    let bare = english().ranges.iter().filter(|range| range.open.is_empty());
    RangeWords {
        openings: firsts.map(|first| (first, starting(first))).collect(),
        joins: bare.flat_map(|range| forms(&range.join).map(move |form| (form, range.kind))).collect(),
    }
});

/// Whether what opens a range may begin with a word.
pub(super) fn may_open(word: &str) -> bool {
    WORDS.openings.has(word)
}

/// What opens a range at a token: where it ends, and the word between the ends of the range.
pub(super) fn opening(tokens: &[Token], at: usize) -> Option<(usize, &'static str)> {
    let openings = WORDS.openings.get(&tokens.get(at)?.text)?.iter();
    openings.filter_map(|it| Some((begins(tokens, at, it.words.iter().copied())?, it.join))).max()
}

/// Whether a word joins the ends of a range that nothing opens: `20 to 30`, `one or two`.
pub(super) fn joins(word: &str) -> bool {
    WORDS.joins.has(word)
}

/// Whether it leaves a choice between the two: `one or two`.
pub(super) fn is_choice(word: &str) -> bool {
    WORDS.joins.get(word) == Some(&RangeKind::Or)
}
