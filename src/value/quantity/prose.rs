//! Finding what a text says about quantities, so that a value can be held against its own quote.

use std::ops::Range;

use super::formula::Formula;
use super::found::{Quantity, ReadBy};
use super::reader::QuantityReader;
use crate::value::number::{LONGEST_UNIT, Make, Token, Unit, clause_end, currency, tokens};
use crate::value::shape::{Bounds, Runs};

/// Words that say that a figure changed, as they stand before "from".
const CHANGES: &str = "rose rises risen rising rise climbed climbing increased increasing increase grew grown growing \
    jumped jumping soared surged swelled up went gone doubled fell fallen falling dropped drop \
    decreased declined down shrank raised lowered reduced cut revised changed updated corrected";

/// A quantity and the tokens that say it.
struct Expression {
    at: Range<usize>,
    quantity: Quantity,
}

/// Whether some expression in the quote is read as the value is, or lies within it: hard sets alone count.
pub(crate) fn states(quote: &str, value: &Bounds, reader: QuantityReader) -> bool {
    expressions(quote, reader).iter().any(|(_, said)| said.hard.within(&value.hard))
}

/// Every expression of a quantity in a text, with the bytes it stands at: each the longest that can be read there,
/// with all that stands around its number, and none of them within another. "3" is not found in "3,000", nor "34" in
/// "at least 34". A long dash with white space beside it may set off a clause, so that "20 — 30" is two numbers; where it
/// is meant as a range, either of them lies within it.
pub(crate) fn expressions(text: &str, reader: QuantityReader) -> Vec<(Range<usize>, Bounds)> {
    let tokens = tokens(text);
    let mut expressions = Vec::new();
    let (mut reached, mut clause) = (0, 0);
    for at in 0..tokens.len() {
        if at >= clause {
            clause = clause_end(&tokens, at);
        }
        if !may_begin(&tokens, at) {
            continue;
        }
        let longest = reader.longest(text, &tokens[..clause], at);
        let Some(quantity) = longest.filter(|quantity| quantity.end > reached) else { continue };
        reached = quantity.end;
        let found = Expression { at: at..quantity.end, quantity };
        if !may_end(&tokens, found.at.end) || found.counts_other_things(&tokens, reader) {
            continue;
        }
        let bytes = tokens[at].at.start..tokens[found.at.end - 1].at.end;
        expressions.extend(found.ends_of_change(&tokens).map(|end| (bytes.clone(), end)));
        expressions.push((bytes, found.quantity.bounds));
    }
    expressions
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
            "%" | "percent" | "pct" => true,
            "per" => word(next + 1) == "cent",
            "halves" | "thirds" | "quarters" | "fourths" | "fifths" | "sixths" | "sevenths" | "eighths"
            | "ninths" | "tenths" | "hundredths" => true,
            "half" | "third" | "quarter" | "fourth" | "fifth" | "sixth" | "seventh" | "eighth" | "ninth"
            | "tenth" => {
                let is_one = self.quantity.bounds.hard == Runs::one(reader.measure.one());
                hyphen && tokens[end - 1].make == Make::Word || !hyphen && is_one && word(next + 1) != "-"
            }
            "first" | "second" => hyphen && tokens[end - 1].make == Make::Word,
            _ => false,
        };
        // "No. 34" is a label, and "no one" is nobody.
        let digits_follow = tokens.get(end + 1).is_some_and(|token| token.make == Make::Digits);
        let label = word(end - 1) == "no" && word(end) == "." && digits_follow;
        let nobody = word(start) == "one" && start > 0 && word(start - 1) == "no";
        share || label || nobody || reader.unit.is_some_and(|unit| self.is_of_another_unit(tokens, unit))
    }

    fn is_of_another_unit(&self, tokens: &[Token], unit: &Unit) -> bool {
        let Range { start, end } = self.at;
        let other =
            |at: usize, end: usize| currency(tokens, at) == Some(end) && unit.end(tokens, at) != Some(end);
        let behind = currency(tokens, end).is_some_and(|name| other(end, name));
        let before =
            (start.saturating_sub(LONGEST_UNIT)..start).find(|at| currency(tokens, *at) == Some(start));
        behind || before.is_some_and(|at| other(at, start))
    }

    /// Both numbers of "rose from 20 to 34", which are two figures at two times and no range.
    fn ends_of_change(&self, tokens: &[Token]) -> impl Iterator<Item = Bounds> {
        let is_range = matches!(self.quantity.by, ReadBy::Row(row) if row.formula == Formula::Range);
        let start = self.at.start;
        let before = &tokens[start.saturating_sub(3)..start];
        let changes = is_range
            && tokens[start].text == "from"
            && before.iter().any(|token| CHANGES.split(' ').any(|change| change == token.text));
        let hard = &self.quantity.bounds.hard;
        let ends = [hard.least(), hard.greatest()].into_iter().flatten().filter(move |_| changes);
        ends.map(|end| Bounds::exactly(Runs::one(end)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::value::number::grouped;
    use crate::value::quantity::quantifiers::Quantifiers;
    use crate::value::types::{amount, count};
    use proptest::prelude::*;

    fn found(text: &str) -> Vec<&str> {
        let quantifiers = Quantifiers::default();
        expressions(text, count::reader(&quantifiers)).into_iter().map(|(at, _)| &text[at]).collect()
    }

    fn stated(quote: &str, value: &str) -> bool {
        let quantifiers = Quantifiers::default();
        let value = count::explain(value, &quantifiers).unwrap().bounds;
        states(quote, &value, count::reader(&quantifiers))
    }

    #[test]
    fn expressions_are_found_whole() {
        let table: [(&str, &[&str]); 18] = [
            ("a wave of nearly 200 attacks", &["nearly 200"]),
            ("Hundreds of drone and rocket attacks", &["Hundreds of"]),
            ("at least 34 people, some of them children", &["at least 34", "some of"]),
            ("over 1,200 Israelis", &["over 1,200"]),
            ("killed three Americans and injured dozens", &["three", "dozens"]),
            ("more than five to 10 attacks", &["more than five", "five to 10"]),
            ("the 25–34 dead, twenty-one of them here", &["25–34", "twenty-one"]),
            ("10M and 29km, the 34th, 5k-20k", &["10M", "5k-20k"]),
            ("Tower 22, T-22, F-16s and an MQ-9", &["22"]),
            ("a 12-man crew, three-day, 100-plus", &["12", "three", "100-plus"]),
            ("on 2024-01-28 at 10:30, 3/4 of them", &[]),
            ("one third of Iraq, two-thirds, 34%, 5 per cent, twenty-first", &[]),
            ("21 third-country nationals, one of five", &["21", "one", "five"]),
            ("No. 34; no one; -5; 1,3; 007; .25", &["34", "no"]),
            ("$20 from 100 won", &["20", "100"]),
            ("there were no deaths", &["no"]),
            ("between 20 and 30 or 1 414 021 100.", &["between 20 and 30", "30 or 1 414 021 100"]),
            ("20 \u{2014} 30", &["20", "30"]),
        ];
        for (text, expected) in table {
            assert_eq!(found(text), expected, "{text}");
        }
    }

    #[test]
    fn a_value_comes_from_its_own_quote() {
        for (quote, value) in [
            ("at least 34 people", "at least 34"),
            ("34 people", "34"),
            ("thirty-four people", "dozens"),
            ("there were no deaths", "0"),
            ("The toll rose from 20 to 34", "34"),
            ("2 million people", "2m"),
        ] {
            assert!(stated(quote, value), "{quote}: {value}");
        }
        for (quote, value) in [
            ("at least 34 people", "34"),
            ("nearly 200", "200"),
            ("3,000 troops", "3"),
            ("10M people", "10"),
            ("dozens of people", "34"),
            ("from 20 to 34 people", "34"),
            ("No one was killed", "1"),
            ("more than 34", "at least 36"),
        ] {
            assert!(!stated(quote, value), "{quote}: {value}");
        }
    }

    #[test]
    fn a_range_comes_from_its_own_quote_whatever_its_dash() {
        for dash in
            "-\u{2010}\u{2011}\u{2012}\u{2013}\u{2014}\u{2015}\u{2212}\u{FE58}\u{FE63}\u{FF0D}".chars()
        {
            for quote in [format!("aged 6{dash}23 years"), format!("aged 6 {dash} 23 years")] {
                assert!(stated(&quote, "6 to 23"), "{quote}: U+{:04X}", dash as u32);
                assert!(stated(&quote, &quote[5..quote.len() - 6]), "{quote}: U+{:04X}", dash as u32);
                assert!(!stated(&quote, "7 to 22"), "{quote}: U+{:04X}", dash as u32);
            }
            let glued = format!("aged 6{dash}23 years");
            assert!(!stated(&glued, "6"), "{glued}: U+{:04X}", dash as u32);
        }
    }

    #[test]
    fn a_dash_that_sets_off_a_clause_makes_no_range() {
        for (quote, expected) in [
            ("it hit 20 \u{2014} 30 were hurt", ["20", "30"].as_slice()),
            ("it hit 20\u{2014} 30 were hurt", &["20", "30"]),
            ("it hit at least 20 \u{2015} 30 or more by night", &["at least 20", "30 or more"]),
            ("the 34 men \u{2014} 12 of them boys \u{2014} fled", &["34", "12"]),
            ("a third \u{2014} one third \u{2014} of 12", &["12"]),
            ("they fled \u{2014}34 in all", &["34"]),
        ] {
            assert_eq!(found(quote), expected, "{quote}");
        }
    }

    #[test]
    fn an_amount_has_the_questions_unit_or_none() {
        let quantifiers = Quantifiers::default();
        let unit = Unit::new("USD");
        let reader = amount::reader(Some(&unit), &quantifiers);
        let found = |text: &'static str| {
            expressions(text, reader).into_iter().map(|(at, _)| &text[at]).collect::<Vec<_>>()
        };
        assert_eq!(found("receive $100 million annual from Tehran"), ["$100 million"]);
        assert_eq!(found("hundreds of millions of dollars"), ["hundreds of millions of dollars"]);
        assert_eq!(found("€100 million, C$5, 7 euros, HK$ 9, 10 Canadian dollars, 11%"), [] as [&str; 0]);
        assert_eq!(found("US$5bn or 8.5"), ["US$5bn", "8.5"]);
    }

    proptest! {
        #[test]
        fn expressions_stand_in_order_and_none_in_another(text in "[a-z0-9 ,.$–-]{0,40}|.{0,40}") {
            let quantifiers = Quantifiers::default();
            let mut last = 0..0;
            for (at, bounds) in expressions(&text, count::reader(&quantifiers)) {
                prop_assert!(text.get(at.clone()).is_some_and(|said| !said.is_empty()));
                prop_assert!(at == last || at.start >= last.start && at.end > last.end, "{text}");
                prop_assert!(bounds.soft.within(&bounds.hard));
                last = at;
            }
        }

        #[test]
        fn a_number_that_stands_alone_is_found(n in 0..10_000_000_i128) {
            let quantifiers = Quantifiers::default();
            let number = grouped(&n.to_string());
            let value = Bounds::exactly(Runs::one(n));
            let [bare, over] = ["", "over "].map(|before| format!("In all, {before}{number} were hurt."));
            prop_assert!(states(&bare, &value, count::reader(&quantifiers)));
            prop_assert!(!states(&over, &value, count::reader(&quantifiers)));
        }
    }
}
