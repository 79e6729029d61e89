//! The expressions of quantities in a text: each whole, with all that stands around its number.

use std::ops::Range;
use std::sync::LazyLock;

use super::formula::{Formula, IsShare};
use super::found::{Quantity, ReadBy};
use super::reader::QuantityReader;
use super::row_words::words_of;
use crate::value::number::{
    LONGEST_UNIT, Make, Parts, Token, Unit, begins, clause_end, known_unit, part_word,
};
use crate::value::shape::Runs;
use crate::value::tables::{Words, english, forms};

/// A quantity and the tokens that say it.
pub(super) struct Expression {
    pub(super) at: Range<usize>,
    pub(super) quantity: Quantity,
    pub(super) says: Says,
}

/// What an expression says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Says {
    /// How many there are.
    Level,
    /// By how many that changed: `lowered by 100 to 253`.
    Change,
}

/// Words before `no` and `none` that leave some, besides those that hedge a number as `nearly` does.
const LEAVING: [&str; 6] = ["practically", "virtually", "hardly", "scarcely", "barely", "or"];

/// Every expression of a quantity in a text, of which the tokens are known: each the longest that can be read there, with all
/// that stands around its number, and none of them within another. "3" is not found in "3,000", nor "34" in "at least 34". A long dash with
/// white space beside it may set off a clause, so that "20 — 30" is two numbers; where it is meant as a range, either of
/// them lies within it.
pub(super) fn expressions(text: &str, tokens: &[Token], reader: QuantityReader) -> Vec<Expression> {
    let mut expressions = Vec::new();
    let (mut reached, mut clause) = (0, 0);
    for at in 0..tokens.len() {
        if at >= clause {
            clause = clause_end(tokens, at);
        }
        if !may_begin(tokens, at) {
            continue;
        }
        let longest = reader.longest(text, &tokens[..clause], at);
        let Some(mut quantity) = longest.filter(|quantity| quantity.end > reached) else { continue };
        let mut says = Says::Level;
        if let Some(to) = end_of_change(tokens, at..quantity.end) {
            let Some(change) = reader.longest(text, &tokens[..to], at) else { continue };
            (quantity, says) = (change, Says::Change);
        }
        if is_by(tokens, at) && says_level_behind(text, &tokens[..clause], quantity.end, reader) {
            says = Says::Change;
        }
        reached = quantity.end;
        let found = Expression { at: at..quantity.end, quantity, says };
        if may_end(tokens, found.at.end) && !found.counts_other_things(tokens, reader) {
            expressions.push(found);
        }
    }
    expressions
}

/// Where the difference ends in "lowered by 100 to 253", which are a difference and a figure and no range.
fn end_of_change(tokens: &[Token], at: Range<usize>) -> Option<usize> {
    let to = at.clone().skip(1).find(|to| tokens[*to].text == "to")?;
    is_by(tokens, at.start).then_some(to)
}

/// Whether what begins here says by how much something changed.
fn is_by(tokens: &[Token], at: usize) -> bool {
    at.checked_sub(1).is_some_and(|before| tokens[before].text == english().words.by)
        && is_changed(tokens, at)
}

/// Whether the figure that came of a change stands shortly behind it: "lowered by 100 people to 253".
fn says_level_behind(text: &str, tokens: &[Token], at: usize, reader: QuantityReader) -> bool {
    let near = at..tokens.len().min(at + 4);
    let to = near.clone().find(|to| tokens[*to].text == "to");
    to.is_some_and(|to| reader.longest(text, tokens, to + 1).is_some())
}

/// Whether a word of change stands shortly before.
fn is_changed(tokens: &[Token], at: usize) -> bool {
    let before = &tokens[at.saturating_sub(3)..at];
    before.iter().any(is_change)
}

/// Whether a word says that a figure changed, as it stands before "from".
fn is_change(token: &Token) -> bool {
    static CHANGES: LazyLock<Words<()>> =
        LazyLock::new(|| forms(&english().words.change).map(|form| (form, ())).collect());
    CHANGES.has(&token.text)
}

/// Whether a number may begin here: not within a name such as T-22, a date, a fraction, or below zero.
fn may_begin(tokens: &[Token], at: usize) -> bool {
    let token = &tokens[at];
    let Some(before) = at.checked_sub(1).map(|before| &tokens[before]).filter(|_| token.glued) else {
        return !is_in_chain(tokens, at);
    };
    let earlier = at.checked_sub(2).map(|earlier| tokens[earlier].make).filter(|_| before.glued);
    match before.make {
        Make::Word | Make::Digits => false,
        Make::Hyphen => match earlier {
            Some(Make::Word) => false,
            None => token.make != Make::Digits,
            _ => !is_in_chain(tokens, at),
        },
        Make::Sign if before.text == "." && token.make == Make::Digits => earlier.is_some(),
        _ => !(parts_digits(before) && earlier == Some(Make::Digits) && token.make == Make::Digits),
    }
}

/// Whether a number may end before this token: not within a word such as 34th, or a fraction.
fn may_end(tokens: &[Token], at: usize) -> bool {
    let Some(next) = tokens.get(at).filter(|next| next.glued) else { return true };
    let digits_follow = tokens.get(at + 1).is_some_and(|next| next.glued && next.make == Make::Digits);
    match next.make {
        Make::Word | Make::Digits => tokens[at - 1].make == Make::Sign,
        _ => !(parts_digits(next) && digits_follow && tokens[at - 1].make == Make::Digits),
    }
}

/// A sign that makes a fraction or a time of the digits around it.
fn parts_digits(token: &Token) -> bool {
    matches!(&*token.text, "/" | ":" | "^")
}

/// Whether the digits stand among three or more that hyphens join: a date, a telephone number.
fn is_in_chain(tokens: &[Token], at: usize) -> bool {
    let digits = |at: usize| tokens.get(at).is_some_and(|token| token.make == Make::Digits);
    let joined = |at: usize| {
        digits(at)
            && digits(at + 2)
            && tokens[at + 1].make == Make::Hyphen
            && tokens[at + 1].glued
            && tokens[at + 2].glued
    };
    let before = |steps: usize| at.checked_sub(2 * steps).is_some_and(joined);
    before(2) && before(1) || before(1) && joined(at) || joined(at) && joined(at + 2)
}

impl Expression {
    /// Whether what stands around it makes it a share, an ordinal, a label, or a number of another unit.
    fn counts_other_things(&self, tokens: &[Token], reader: QuantityReader) -> bool {
        let Range { start, end } = self.at;
        let word = |at: usize| tokens.get(at).map_or("", |token| &*token.text);
        let hyphen = tokens.get(end).is_some_and(|token| token.make == Make::Hyphen && token.glued);
        let next = if hyphen { end + 1 } else { end };
        let share = match word(next) {
            _ if reader.is_share() == IsShare::Yes => false,
            "%" | "percent" | "pct" => true,
            "per" => word(next + 1) == "cent",
            "hundredths" => true,
            "first" | "second" => hyphen && tokens[end - 1].make == Make::Word,
            other => match part_word(other).map(|part| part.says) {
                Some(Parts::Several) => true,
                Some(Parts::One) => {
                    let is_one = self.quantity.bounds.hard == Runs::one(reader.measure.one());
                    hyphen && tokens[end - 1].make == Make::Word || !hyphen && is_one && word(next + 1) != "-"
                }
                None => false,
            },
        };
        // "No. 34" is a label, and "no one" is nobody.
        let digits_follow = tokens.get(end + 1).is_some_and(|token| token.make == Make::Digits);
        let label = word(end - 1) == "no" && word(end) == "." && digits_follow;
        let before = start.checked_sub(1).map_or("", word);
        let nobody = word(start) == "one" && before == "no";
        // "almost none" and "little or no" are some.
        let is_none = matches!(self.quantity.by, ReadBy::Row(row) if row.name == "none");
        let hedges = |hedge: &&str| {
            let words = hedge.split(' ');
            let from = start.checked_sub(words.clone().count());
            from.and_then(|from| begins(tokens, from, words)) == Some(start)
        };
        let nearly_none =
            is_none && (LEAVING.contains(&before) || words_of("nearly").before.iter().any(hedges));
        share
            || label
            || nobody
            || nearly_none
            || reader.unit.is_some_and(|unit| self.is_of_another_unit(tokens, unit))
    }

    fn is_of_another_unit(&self, tokens: &[Token], unit: &Unit) -> bool {
        let Range { start, end } = self.at;
        let other = |at: usize, end: usize| {
            let own = unit.behind(tokens, at).map(|(_, end)| end);
            known_unit(tokens, at) == Some(end) && own != Some(end)
        };
        let behind = known_unit(tokens, end).is_some_and(|name| other(end, name));
        let before =
            (start.saturating_sub(LONGEST_UNIT)..start).find(|at| known_unit(tokens, *at) == Some(start));
        behind || before.is_some_and(|at| other(at, start))
    }

    /// What it may be held to say: all of it, a bare number as it was said, and both numbers of "rose from 20 to 34" and
    /// "rose 14 to 34", which are two figures and no range.
    pub(super) fn ends(&self, tokens: &[Token]) -> impl Iterator<Item = Runs> {
        let is_range = matches!(self.quantity.by, ReadBy::Row(row) if row.formula == Formula::Range);
        let start = self.at.start;
        let is_led =
            tokens[start].text == "from" || start.checked_sub(1).is_some_and(|at| is_change(&tokens[at]));
        let changes = is_range && is_led && is_changed(tokens, start);
        let hard = &self.quantity.bounds.hard;
        let ends = [hard.least(), hard.greatest()].into_iter().flatten().filter(move |_| changes);
        let bare = self.quantity.bare.map(|bare| bare.number);
        std::iter::once(hard.clone()).chain(ends.chain(bare).map(Runs::one))
    }
}
