//! What the words around a date phrase do to it: they open it, widen it, or leave it unsure that it is the date meant.

use super::phrase::{DateForm, DatePhrase};
use super::said::{Said, Toward};
use super::words::{ProseWord, WordKind};
use crate::value::calendar::day;
use crate::value::shape::Runs;

/// Whether a phrase can be held against a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Bearing {
    Firmly,
    /// It may be a number of things, part of a name, or the day on which somebody spoke.
    Loosely,
}

/// What the words before a phrase do to it.
pub(super) struct Lead {
    /// The first word that changes what the phrase says.
    pub(super) from: usize,
    /// The first word that leads to the phrase, such as `in`; the phrase's own first where none does.
    pub(super) reach: usize,
    pub(super) toward: Toward,
    pub(super) is_around: bool,
}

/// What one word before a phrase does to it.
enum Step {
    /// Nothing; the word before it may.
    Pass,
    /// It leads to the phrase.
    Lead,
    Around,
    Move(Toward),
    Stop,
}

/// Goes back over the words that lead to a phrase.
pub(super) fn lead(words: &[ProseWord], phrase: &DatePhrase) -> Lead {
    let start = phrase.words.start;
    let mut lead = Lead { from: start, reach: start, toward: Toward::Itself, is_around: false };
    for at in (0..start).rev() {
        let word = &words[at];
        let step = match words.get(at + 1) {
            Some(next) if next.is(&["of"]) => before_of(word),
            _ => step(words, at, phrase),
        };
        match step {
            Step::Pass => continue,
            Step::Lead => {}
            Step::Around => (lead.from, lead.is_around) = (at, true),
            Step::Move(toward) => (lead.from, lead.toward) = (at, toward),
            Step::Stop => break,
        }
        lead.reach = at;
        if lead.toward != Toward::Itself {
            break;
        }
    }
    lead
}

fn step(words: &[ProseWord], at: usize, phrase: &DatePhrase) -> Step {
    match words[at].folded().as_str() {
        "the" | "-" | "of" | "to" => Step::Pass,
        // A part of a month or a year is taken as the whole of it.
        "in" | "on" | "during" | "year" | "back" | "mid" | "early" | "late" | "first" | "second" => {
            Step::Lead
        }
        "around" | "about" | "circa" | "c" | "approximately" | "roughly" | "near" => Step::Around,
        "from" | "between" if phrase.is_span => Step::Lead,
        "between" => Step::Move(Toward::Anywhere),
        "started" | "began" | "erupted" => {
            let clause = words[..at].iter().rev().take(8).take_while(|word| !word.ends_sentence());
            clause.into_iter().find_map(|word| conjunction(&word.folded())).map_or(Step::Stop, Step::Move)
        }
        "from" | "starting" | "beginning" | "post" => Step::Move(Toward::Later),
        "by" | "till" | "pre" | "prior" | "preceding" | "than" | "through" | "up" => {
            Step::Move(Toward::Earlier)
        }
        word => conjunction(word).map_or(Step::Stop, Step::Move),
    }
}

/// Where a word leads that may stand before a date, or before a clause that ends with one: `since the war began on ...`.
fn conjunction(word: &str) -> Option<Toward> {
    match word {
        "since" | "after" | "following" => Some(Toward::Later),
        "before" | "until" => Some(Toward::Earlier),
        _ => None,
    }
}

/// What a word before `of` does: `end of January`, `on the eve of January 28`.
fn before_of(word: &ProseWord) -> Step {
    match word.folded().as_str() {
        "start" | "beginning" | "middle" | "end" | "part" | "half" | "quarter" | "month" | "year" | "day" => {
            Step::Lead
        }
        "days" | "week" | "weekend" | "weeks" => Step::Around,
        "eve" | "ahead" => Step::Move(Toward::Earlier),
        "aftermath" | "wake" => Step::Move(Toward::Later),
        "anniversary" | "as" => Step::Move(Toward::Anywhere),
        _ => Step::Stop,
    }
}

/// Whether a phrase can be held against a value, by the words on both sides of it.
pub(super) fn bearing(words: &[ProseWord], phrase: &DatePhrase, lead: &Lead) -> Bearing {
    let before = phrase.words.start.checked_sub(1).map(|before| &words[before]);
    let next = words.get(phrase.words.end);
    let is_name = |word: Option<&ProseWord>| word.is_some_and(ProseWord::is_capitalized);
    let is_firm = match phrase.form {
        DateForm::Dated => true,
        DateForm::Relative => false,
        DateForm::Year => {
            let is_alone = words
                .iter()
                .enumerate()
                .all(|(at, word)| phrase.words.contains(&at) || word.kind == WordKind::Mark);
            let is_enclosed =
                before.is_some_and(|word| word.is(&["("])) && next.is_some_and(|word| word.is(&[")"]));
            let is_led = words[lead.reach..phrase.words.start].iter().any(leads_to_year);
            is_likely(&phrase.said)
                && (is_alone || is_enclosed || is_led && next.is_none_or(ProseWord::is_small))
        }
        DateForm::Month => lead.reach < phrase.words.start && !is_name(next),
        // `the October 7 attack` dates an event by its name; another date in the quote speaks for itself.
        DateForm::MonthDay => !is_reported(words, phrase),
        DateForm::Weekday => !is_name(before) && !is_name(next) && !is_reported(words, phrase),
    };
    if is_firm { Bearing::Firmly } else { Bearing::Loosely }
}

/// Whether four digits after this word are a year, where no noun follows them.
fn leads_to_year(word: &ProseWord) -> bool {
    matches!(
        word.folded().as_str(),
        "in" | "during"
            | "since"
            | "until"
            | "till"
            | "before"
            | "after"
            | "post"
            | "pre"
            | "circa"
            | "early"
            | "mid"
            | "late"
            | "year"
            | "start"
            | "beginning"
            | "middle"
            | "end"
            | "part"
            | "half"
            | "quarter"
    )
}

/// Whether these are years of which news may speak, rather than a number of things.
pub(super) fn is_likely(said: &Said) -> bool {
    let Said::Days(days) = said else { return false };
    days.hard.within(&Runs::between(day::number(1800, 1, 1), day::month_end(2100, 12)))
}

/// Whether a day may be the one on which somebody spoke: `the Pentagon said Monday`.
fn is_reported(words: &[ProseWord], phrase: &DatePhrase) -> bool {
    let goes_on = |word: &&ProseWord| !word.ends_sentence();
    let before = words[..phrase.words.start].iter().rev().take(5).take_while(goes_on);
    let after = words[phrase.words.end..].iter().take(3).take_while(goes_on);
    before.chain(after).any(ProseWord::reports)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::value::calendar::english::phrases;
    use crate::value::calendar::english::words::words;

    /// Where the words before the first phrase of a text lead, and whether it is firm.
    fn read(text: &str) -> (Toward, bool, Bearing) {
        let words = words(text);
        let phrase = (0..words.len()).find_map(|at| phrases::at(&words, at)).unwrap();
        let lead = lead(&words, &phrase);
        (lead.toward, lead.is_around, bearing(&words, &phrase, &lead))
    }

    #[test]
    fn the_words_before_a_date_lead_to_it() {
        use Bearing::{Firmly, Loosely};
        use Toward::{Anywhere, Earlier, Itself, Later};
        for (text, read_as) in [
            ("in 2014", (Itself, false, Firmly)),
            ("in 2014 militants", (Itself, false, Loosely)),
            ("in 1500", (Itself, false, Loosely)),
            ("in 2150", (Itself, false, Loosely)),
            ("in January", (Itself, false, Firmly)),
            ("the January rain", (Itself, false, Loosely)),
            ("in January Storms", (Itself, false, Loosely)),
            ("since about 2014", (Later, true, Firmly)),
            ("no later than 3 May 2014", (Earlier, false, Firmly)),
            ("within days of 3 May 2014", (Itself, true, Firmly)),
            ("in the wake of the 3 May 2014 attack", (Later, false, Firmly)),
            ("since it began on 3 May 2014", (Later, false, Firmly)),
            ("it began on 3 May 2014", (Itself, false, Firmly)),
            ("as of 3 May 2014", (Anywhere, false, Firmly)),
            ("a total of 2014", (Itself, false, Loosely)),
            ("at the end of 2014", (Itself, false, Firmly)),
            ("told reporters on May 3", (Itself, false, Loosely)),
            ("told reporters. On May 3", (Itself, false, Firmly)),
        ] {
            assert_eq!(read(text), read_as, "{text}");
        }
    }
}
