//! What turns around the words that stand beside a passage, or the words that an elision leaves out.

use std::cmp::Reverse;
use std::ops::Range;

use super::language::{Side, Turn};
use super::matching::Found;
use super::ready::{Listed, Ready, listed};
use super::said::{Mark, Said, mark_behind};
use super::walk::Walk;

/// A word behind a quote that is told past what it governs belongs to a phrase of at least so many: `which is false`.
const VERDICT: usize = 3;
/// Past so many marks behind a quote nothing is told of it.
const MOST_MARKS: usize = 3;

/// Words that turn others around.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Turned {
    pub(crate) turn: Turn,
    /// Their bytes in the stretch that was asked of.
    pub(crate) at: Range<usize>,
}

/// What turns around the words that come behind `head`, the text of their sentence before them.
///
/// A turning word counts with at most two words between it and the end that are no small ones (`denied reports that`),
/// and none that begin another clause. What governs a verb of saying governs what is said (`nobody said that`). A comma ends
/// what a word governs, but for a parenthesis between two (`denied, in a statement, that`), a doubt (`Allegedly, `) and a
/// verdict (`False: `).
pub(crate) fn turned_before(head: &str, listed: &Listed) -> Option<Turned> {
    listed.each().find_map(|ready| {
        let words = ready.words(head);
        if !may_turn(&words) {
            return None;
        }
        let walk = Walk { ready, words: &words, behind: mark_behind(head) };
        walk.governing().map(|(last, count, turn)| turned(&words, last, count, turn))
    })
}

/// What turns around the words that come before `tail`, the text of their sentence behind them. One comma may stand
/// before whoever denies: `..., officials denied`. A word that begins a clause ends it: what stands behind is said of that,
/// but for a verdict on all that stands before (`which is false`).
pub(crate) fn turned_behind(tail: &str, listed: &Listed) -> Option<Turned> {
    listed.each().find_map(|ready| {
        let words = ready.words(tail);
        if !may_turn(&words) {
            return None;
        }
        directly_behind(ready, &words)
            .or_else(|| alone_behind(ready, &words, tail))
            .or_else(|| governing_behind(ready, &words))
            .or_else(|| verdict_behind(ready, &words))
    })
}

/// Whether some phrase may stand among words; in most sentences none does.
fn may_turn(words: &[Said<'_>]) -> bool {
    words.iter().any(|word| word.may_end)
}

/// The verb of what is quoted: `12 people | were not killed`.
fn directly_behind(ready: &Ready, words: &[Said<'_>]) -> Option<Turned> {
    if words.first()?.mark.parts() {
        return None;
    }
    let (last, found) = ready.phrase_from(words, 0, |side| side == Side::Next || side.is_behind())?;
    // Where `and` is joined to it, what is negated comes behind: `12 people, and not 13`.
    let joined = found.words == 1 && !ready.turns(&words[0].plain);
    // Such a doubt is of something else: `a video | allegedly showing`, `the mayor | reportedly said`.
    let of_more = found.turns == Some(Turn::Doubt)
        && words.get(last + 1).is_some_and(|next| {
            ready.says.contains(&next.plain) || ready.participles.iter().any(|end| end.fits(&next.plain))
        });
    if joined || of_more {
        return None;
    }
    Some(turned(words, last, found.words, found.turns?))
}

/// Words that are all that stands up to the next mark, as `..., allegedly`, `... - not` and `... (false)`, or an adverb that
/// is all that stands at the end, as `..., he said, falsely`.
fn alone_behind(ready: &Ready, words: &[Said<'_>], tail: &str) -> Option<Turned> {
    let late = words.len().checked_sub(1).filter(|at| *at > 0 && words[*at].mark.parts());
    let late = late.filter(|at| ready.adverbs.iter().any(|adverb| adverb.fits(&words[*at].plain)));
    let (last, found) = ready
        .phrase_from(words, 0, Side::is_before)
        .filter(|(last, found)| is_alone(words, *last, found.turns, tail))
        .or_else(|| late.and_then(|at| ready.phrase_from(words, at, Side::is_before)))?;
    Some(turned(words, last, found.words, found.turns?))
}

/// Whether words that begin a tail and end with that number are told of what stands before the tail.
fn is_alone(words: &[Said<'_>], last: usize, turn: Option<Turn>, tail: &str) -> bool {
    let ends = last + 1 == words.len();
    let alone = ends || words[last + 1].mark.parts();
    let bracketed = tail.trim_start().starts_with('(');
    match turn {
        Some(Turn::Doubt) => alone,
        Some(Turn::Denial) => ends && words[0].mark.parts() || bracketed && alone,
        // Behind a comma it may be a tag: `he came, no?`
        Some(Turn::Negation) => ends && words[0].mark > Mark::Comma,
        Some(Turn::Condition) | None => false,
    }
}

fn governing_behind(ready: &Ready, words: &[Said<'_>]) -> Option<Turned> {
    let mut between = 0;
    for at in 0..words.len() {
        if words[at].mark.parts() && at > 0 {
            return None;
        }
        let word = &*words[at].plain;
        match ready.phrase_from(words, at, Side::is_behind) {
            Some((last, Found { turns: Some(turn), words: count })) => {
                let negates = turn == Turn::Negation && words[0].mark.parts();
                return (!negates).then(|| turned(words, last, count, turn));
            }
            _ if ready.ends(word) || ready.clauses.contains(word) => return None,
            _ => between += usize::from(!ready.through.contains(word)),
        }
        if between > ready.language.between {
            return None;
        }
    }
    None
}

/// What is said of all that stands before a mark: `..., but that is not true`.
fn verdict_behind(ready: &Ready, words: &[Said<'_>]) -> Option<Turned> {
    let marked = (0..words.len()).filter(|at| words[*at].mark.parts()).take(MOST_MARKS);
    marked.into_iter().find_map(|at| {
        let (last, found) = ready.phrase_from(words, at, Side::is_behind)?;
        let turn = found.turns.filter(|turn| *turn != Turn::Condition && found.words >= VERDICT)?;
        Some(turned(words, last, found.words, turn))
    })
}

/// The first words of a stretch that turn anything around.
pub(crate) fn turned_within(stretch: &str, listed: &Listed) -> Option<Turned> {
    listed.each().find_map(|ready| {
        let words = ready.words(stretch);
        let ends = !mark_behind(stretch).parts();
        let may_stand = |last: usize, side: Side| {
            side != Side::Touching || ends && last + 1 == words.len() && !words[last].mark.parts()
        };
        let mut found: Vec<(usize, Found)> = (0..words.len())
            .filter_map(|last| Some((last, ready.phrase(&words, last, |side| may_stand(last, side))?)))
            .collect();
        let harmless: Vec<Range<usize>> = found
            .iter()
            .filter(|(_, found)| found.turns.is_none())
            .map(|(last, found)| last + 1 - found.words..last + 1)
            .collect();
        found.retain(|(last, _)| !harmless.iter().any(|words| words.contains(last)));
        let first = |(last, found): &(usize, Found)| (last + 1 - found.words, Reverse(found.words));
        let (last, Found { turns, words: count }) = found.into_iter().min_by_key(first)?;
        turns.map(|turn| turned(&words, last, count, turn))
    })
}

/// The first words in a text of a language that negate or deny, empty where none do; `None` where there is no list to read by.
pub(crate) fn turned_around(text: &str, language: Option<&str>) -> Option<String> {
    let lists = listed(language, text);
    if lists.is_empty() {
        return None;
    }
    let mut from = 0;
    while let Some(turned) = turned_within(&text[from..], &lists) {
        let words = &text[from + turned.at.start..from + turned.at.end];
        // What casts doubt by a negation negates too: `could not confirm`.
        let negates = |word: &str| turned_within(word, &lists).is_some_and(|it| it.turn == Turn::Negation);
        if matches!(turned.turn, Turn::Negation | Turn::Denial) || words.split_whitespace().any(negates) {
            return Some(words.to_owned());
        }
        from += turned.at.end;
    }
    Some(String::new())
}

fn turned(words: &[Said<'_>], last: usize, count: usize, turn: Turn) -> Turned {
    Turned { turn, at: words[last + 1 - count].at.start..words[last].at.end }
}
