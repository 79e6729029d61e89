//! Figures and times that changed between two captures of a page, and that no claim records.

use std::ops::Range;

use serde::Serialize;

use crate::align::looked::{Evidence, Seen};
use crate::judge::Court;
use crate::model::table::{Id, SourceId};
use crate::text::{Change, is_number, line_column, word_diff};
use crate::value::calendar::english::names_time;

/// So many words that both texts have are given on either side of a change.
const BESIDE: usize = 4;

/// A figure or a time that changed, in no passage that a claim of either capture quotes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Unrecorded {
    /// The words of both that stand before it; empty where none do.
    pub before: String,
    /// The words of the earlier capture; empty where nothing stood there.
    pub old: String,
    /// The words of the later capture; empty where nothing stands there now.
    pub new: String,
    /// The words of both that stand behind it; empty where none do.
    pub after: String,
    /// The line of the later capture's words at which it stands, from 1.
    pub line: usize,
}

/// The figures and times that changed from one capture to the other and that no claim records, in the order of the page.
pub(super) fn unrecorded(
    court: &Court,
    (old, new): (SourceId, SourceId),
    (old_text, new_text): (&str, &str),
) -> Vec<Unrecorded> {
    let quoted = |source: SourceId, text: &str| -> Vec<Range<usize>> {
        let claims = court.dossier().claims.iter().filter(|(_, claim)| claim.source == source);
        let seen = claims.filter_map(|(id, _)| match &court.alignment.evidence[id.index()] {
            Evidence::Seen(seen) => Some(&**seen),
            _ => None,
        });
        seen.flat_map(|seen| places(seen, text)).collect()
    };
    let recaptured = court.alignment.recaptured.iter().filter(|it| it.later == new);
    let mut in_new = quoted(new, new_text);
    in_new.extend(recaptured.flat_map(|it| places(&it.seen, new_text)));
    let in_old = quoted(old, old_text);
    changed(old_text, new_text)
        .into_iter()
        .filter(|change| !touches(&in_old, &change.old) && !touches(&in_new, &change.new))
        .map(|change| Unrecorded {
            before: last_words(&new_text[..change.new.start]),
            old: old_text[change.old.clone()].trim().to_owned(),
            new: new_text[change.new.clone()].trim().to_owned(),
            after: first_words(&new_text[change.new.end..]),
            line: line_column(new_text, change.new.start).0,
        })
        .collect()
}

/// A stretch of the earlier text in whose place one of the later stands; either may be empty.
#[derive(Debug, PartialEq, Eq)]
struct Stretch {
    old: Range<usize>,
    new: Range<usize>,
}

/// The stretches that differ in figures or times. What was added or dropped by whole sentences is no changed figure.
fn changed(old: &str, new: &str) -> Vec<Stretch> {
    let at = |part: &str, text: &str| {
        let start = part.as_ptr() as usize - text.as_ptr() as usize;
        start..start + part.len()
    };
    let (mut found, mut new_end) = (Vec::<Stretch>::new(), 0);
    let mut gone: Option<Range<usize>> = None;
    for change in word_diff(old, new) {
        match change {
            Change::Delete(part) => {
                gone = Some(at(part, old));
                found.push(Stretch { old: at(part, old), new: new_end..new_end });
            }
            Change::Insert(part) => {
                let part = at(part, new);
                new_end = part.end;
                match (gone.take(), found.last_mut()) {
                    (Some(_), Some(last)) => last.new = part,
                    _ => found.push(Stretch { old: 0..0, new: part }),
                }
            }
            Change::Equal(part) => {
                gone = None;
                new_end = at(part, new).end;
            }
        }
    }
    let says = |stretch: &Stretch| {
        let (gone, come) = (&old[stretch.old.clone()], &new[stretch.new.clone()]);
        let alone = gone.trim().is_empty() || come.trim().is_empty();
        figures(gone) != figures(come) && !(alone && [gone, come].concat().contains(['.', '!', '?', '\n']))
    };
    found.retain(says);
    found
}

/// The words of figures and times among some words, in order.
fn figures(words: &str) -> Vec<String> {
    let is_apart = |c: char| c.is_whitespace() || matches!(c, '“' | '”' | '"' | '(' | ')' | ';');
    let words = words.split(is_apart).map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()));
    let says = |word: &&str| !word.is_empty() && (is_number(&word.to_lowercase()) || names_time(word));
    words.filter(says).map(str::to_owned).collect()
}

/// Where the passage of a quote stands in a text; nowhere where there is none.
fn places(seen: &Seen, text: &str) -> Vec<Range<usize>> {
    let passage = seen.passage.as_deref().filter(|passage| !passage.is_empty());
    let found = passage.into_iter().flat_map(|passage| text.match_indices(passage));
    found.map(|(at, passage)| at..at + passage.len()).collect()
}

fn touches(passages: &[Range<usize>], at: &Range<usize>) -> bool {
    passages.iter().any(|passage| passage.start < at.end && at.start < passage.end)
}

fn last_words(text: &str) -> String {
    let line = text.rsplit('\n').next().unwrap_or_default();
    let mut words: Vec<&str> = line.split_whitespace().rev().take(BESIDE).collect();
    words.reverse();
    words.join(" ")
}

fn first_words(text: &str) -> String {
    let line = text.split('\n').next().unwrap_or_default();
    line.split_whitespace().take(BESIDE).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(old: &str, new: &str) -> Vec<(String, String)> {
        let said = |it: Stretch| (old[it.old].trim().to_owned(), new[it.new].trim().to_owned());
        changed(old, new).into_iter().map(said).collect()
    }

    fn pair(old: &str, new: &str) -> (String, String) {
        (old.to_owned(), new.to_owned())
    }

    #[test]
    fn a_figure_or_a_time_that_changed_is_found() {
        assert_eq!(words("At 9:40 the mill burned.", "At 10:15 the mill burned."), [pair("9:40", "10:15")]);
        assert_eq!(words("It burned on Monday.", "It burned on Tuesday."), [pair("Monday", "Tuesday")]);
        assert_eq!(words("two men died", "three men died"), [pair("two", "three")]);
        assert_eq!(words("34 people died", "people died"), [pair("34", "")]);
    }

    #[test]
    fn other_words_and_whole_sentences_are_no_changed_figure() {
        assert_eq!(words("the red mill", "the old mill"), []);
        assert_eq!(words("It burned.", "It burned. Some 34 men fled."), []);
        assert_eq!(words("“34” died", "\"34\" died"), []);
    }
}
