//! Finding what a text says about quantities, so that a value can be held against its own quote.

use std::ops::Range;

use super::expression::{Expression, Says, expressions};
use super::formula::Formula;
use super::found::{Quantity, ReadBy};
use super::reader::QuantityReader;
use crate::value::number::{Ratio, factor, tokens};
use crate::value::shape::{Bounds, Runs};
use crate::value::tables::number_words;

/// Whether some expression in the quote is read as the value is, or lies within it: hard sets alone count, and a bare
/// number as it was said.
pub(crate) fn states(quote: &str, value: &Bounds, reader: QuantityReader) -> bool {
    let tokens = tokens(quote);
    let all = expressions(quote, &tokens, reader);
    let mut levels = all.iter().filter(|found| found.says == Says::Level);
    levels.any(|found| found.ends(&tokens).any(|said| said.within(&value.hard)))
}

/// A quantity that a text says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct SaidQuantity {
    /// The bytes that say it, with all that stands around its number.
    pub(crate) at: Range<usize>,
    pub(crate) quantity: Quantity,
}

/// Every quantity that a text says, in order, none of them within another.
pub(crate) fn quantities(text: &str, reader: QuantityReader) -> Vec<SaidQuantity> {
    let tokens = tokens(text);
    let said = |found: Expression| {
        let at = tokens[found.at.start].at.start..tokens[found.at.end - 1].at.end;
        SaidQuantity { at, quantity: found.quantity }
    };
    expressions(text, &tokens, reader).into_iter().map(said).collect()
}

impl SaidQuantity {
    /// The row of the table whose words hedge the number or stand for one, by its name; `None` of a plain number.
    pub(crate) fn hedge(&self) -> Option<&'static str> {
        let ReadBy::Row(row) = self.quantity.by else { return None };
        match row.formula {
            Formula::Exactly
            | Formula::Rounded
            | Formula::Scaled
            | Formula::Decimal
            | Formula::Share
            | Formula::ShareInWords
            | Formula::OtherUnit => None,
            _ => Some(row.name),
        }
    }

    /// Whether it is a share in words: `one third`.
    pub(crate) fn is_share_in_words(&self) -> bool {
        matches!(self.quantity.by, ReadBy::Row(row) if row.formula == Formula::ShareInWords)
    }
}

/// The numbers that a text says, by the expressions in it: as they were said, and as far as each reaches.
pub(crate) fn numbers_said(text: &str, reader: QuantityReader) -> Vec<Runs> {
    let tokens = tokens(text);
    let said = |found: Expression| {
        let ends: Vec<Runs> = found.ends(&tokens).collect();
        ends.into_iter().chain([found.quantity.bounds.soft])
    };
    expressions(text, &tokens, reader).into_iter().flat_map(said).collect()
}

/// Whether the quote says a difference of so many, as `106 fewer` and `lowered by 106` do.
pub(crate) fn states_difference(quote: &str, by: &Bounds, reader: QuantityReader) -> bool {
    expressions(quote, &tokens(quote), reader).iter().any(|found| found.quantity.bounds.hard.within(&by.hard))
}

/// Whether the quote says that something is so many times another, or that part of it.
pub(crate) fn states_factor(quote: &str, times: Ratio) -> bool {
    let tokens = tokens(quote);
    let ends = |at: usize| at + 1..=tokens.len().min(at + LONGEST_FACTOR);
    (0..tokens.len()).any(|at| ends(at).any(|end| factor(&tokens[at..end]) == Some(times)))
}

/// Whether the quote speaks of one by an article: `a stillborn baby`.
pub(crate) fn names_one(quote: &str) -> bool {
    let is_one = |word: &str| matches!(word, "a" | "an") || number_words().get(word) == Some(&1);
    tokens(quote).iter().any(|token| is_one(&token.text))
}

/// How many tokens say a factor: "one and three quarters times".
const LONGEST_FACTOR: usize = 8;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::value::number::Unit;
    use crate::value::number::grouped;
    use crate::value::quantity::quantifiers::Quantifiers;
    use crate::value::types::{amount, count};
    use proptest::prelude::*;

    /// The words of the expressions in a text.
    fn said<'t>(text: &'t str, reader: QuantityReader) -> Vec<&'t str> {
        let all = tokens(text);
        let words = |found: Expression| &text[all[found.at.start].at.start..all[found.at.end - 1].at.end];
        expressions(text, &all, reader).into_iter().map(words).collect()
    }

    fn found(text: &str) -> Vec<&str> {
        said(text, count::reader(&Quantifiers::default()))
    }

    fn stated(quote: &str, value: &str) -> bool {
        let quantifiers = Quantifiers::default();
        let value = count::explain(value, &quantifiers).unwrap().bounds;
        states(quote, &value, count::reader(&quantifiers))
    }

    #[test]
    fn almost_none_is_not_none() {
        for quote in [
            "almost no injuries",
            "nearly none were hurt",
            "little or no damage",
            "virtually none",
            "not quite none",
        ] {
            assert!(!stated(quote, "none"), "{quote}");
        }
        for quote in
            ["no injuries", "none were hurt", "reports of no injuries", "nearly all say that there were none"]
        {
            assert!(stated(quote, "none"), "{quote}");
        }
    }

    #[test]
    fn expressions_are_found_whole() {
        let table: [(&str, &[&str]); 36] = [
            ("a wave of nearly 200 attacks", &["nearly 200"]),
            ("Hundreds of drone and rocket attacks", &["Hundreds of"]),
            ("at least 34 people, some of them children", &["at least 34", "some of"]),
            ("over 1,200 Israelis", &["over 1,200"]),
            ("killed three Americans and injured dozens", &["three", "dozens"]),
            ("more than five to 10 attacks", &["more than five to 10"]),
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
            // Signs that make no fraction part two numbers; a fraction is written without white space.
            ("12;34, men/56", &["12", "34", "56"]),
            ("3/ 4 of them", &["3", "4"]),
            ("3/a", &["3"]),
            ("dozens/5", &["dozens", "5"]),
            ("100+men", &["100+"]),
            // Two that a hyphen joins are a range, or two numbers; three are a date.
            ("25-34", &["25-34"]),
            ("30-20", &["30", "20"]),
            ("1-2-3", &[]),
            // Digits go on behind white space in threes alone.
            ("1000 200", &["1000", "200"]),
            ("0 123", &["0", "123"]),
            ("1 2000", &["1", "2000"]),
            // A word behind a number that is no ordinal of it.
            ("a 12-quarter run", &["12"]),
            ("three third graders", &["three"]),
            ("one third-country national", &["one"]),
            ("the twenty-third", &[]),
            ("a 10-second delay", &["10"]),
            ("Of 34. 12 died", &["34", "12"]),
            ("killed by 20 to 30 men", &["20 to 30"]),
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
            ("the toll surpassed 130", "more than 130"),
            ("the toll has topped 130", "surpassed 130"),
            ("the toll reached 1,200", "1,200"),
            ("the toll reached 1,200", "exactly 1,200"),
            ("the toll was lowered by 100 to 253", "253"),
            ("it fell by 20 and rose to 34", "34"),
            ("it rose 14 to 34", "34"),
            ("lowered by 100 people to 253", "253"),
            ("it was cut by 100 in the hours that led to 30 arrests", "100"),
            ("the cut by 100 that was announced", "100"),
            ("4,81,486 deaths", "4,81,486"),
            ("47.4 lakh deaths", "47.4 lakh"),
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
            ("the toll surpassed 130", "130"),
            ("the toll was lowered by 100 to 253", "100"),
            ("lowered by 100 people to 253", "100"),
            ("killed by 20 to 30 men", "30"),
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
            ("it hit 20 \u{2014} 30 were hurt", ["hit 20", "30"].as_slice()),
            ("it hit 20\u{2014} 30 were hurt", &["hit 20", "30"]),
            ("it hit at least 20 \u{2015} 30 or more by night", &["at least 20", "30 or more"]),
            ("the 34 men \u{2014} 12 of them boys \u{2014} fled", &["34", "12"]),
            ("a third \u{2014} one third \u{2014} of 12", &["12"]),
            ("they fled \u{2014}34 in all", &["34"]),
        ] {
            assert_eq!(found(quote), expected, "{quote}");
        }
    }

    #[test]
    fn differences_and_factors_stand_in_the_quote() {
        let quantifiers = Quantifiers::default();
        let by = count::explain("106", &quantifiers).unwrap().bounds;
        for (quote, stands) in [("lowered by 106 to 253", true), ("106 fewer", true), ("1,106 fewer", false)]
        {
            assert_eq!(states_difference(quote, &by, count::reader(&quantifiers)), stands, "{quote}");
        }
        let by = count::explain("24", &quantifiers).unwrap().bounds;
        assert!(states_difference("lowered by two dozen", &by, count::reader(&quantifiers)));
        for (quote, times, stands) in [
            ("twice as many died", Ratio::new(2, 1), true),
            ("the toll doubled", Ratio::new(2, 1), true),
            ("three times what the ministry said", Ratio::new(3, 1), true),
            ("a third of that", Ratio::new(1, 3), true),
            ("one and a half times that", Ratio::new(3, 2), true),
            ("many times that", Ratio::new(2, 1), false),
            ("by one and three quarters times", Ratio::new(7, 4), true),
        ] {
            assert_eq!(states_factor(quote, times), stands, "{quote}");
        }
    }

    #[test]
    fn an_article_speaks_of_one() {
        for (quote, speaks) in
            [("a stillborn baby", true), ("An infant", true), ("one of them", true), ("no infants", false)]
        {
            assert_eq!(names_one(quote), speaks, "{quote}");
        }
    }

    #[test]
    fn an_amount_has_the_questions_unit_or_none() {
        let quantifiers = Quantifiers::default();
        let unit = Unit::new("USD");
        let reader = amount::reader(Some(&unit), &quantifiers);
        let found = |text: &'static str| said(text, reader);
        assert_eq!(found("receive $100 million annual from Tehran"), ["$100 million"]);
        assert_eq!(found("hundreds of millions of dollars"), ["hundreds of millions of dollars"]);
        assert_eq!(found("€100 million, C$5, 7 euros, HK$ 9, 10 Canadian dollars, 11%"), [] as [&str; 0]);
        assert_eq!(found("US$5bn or 8.5"), ["US$5bn", "8.5"]);
        assert_eq!(found("in USD more than 5 million"), ["more than 5 million"]);
        assert_eq!(found("8.5 200"), ["8.5", "200"]);
        let share = Unit::new("%");
        assert_eq!(said("a 34-percent rise", amount::reader(Some(&share), &quantifiers)), ["34"]);
    }

    proptest! {
        #[test]
        fn expressions_stand_in_order_and_none_in_another(text in "[a-z0-9 ,.$–-]{0,40}|.{0,40}") {
            let quantifiers = Quantifiers::default();
            let mut last = 0..0;
            for Expression { at, quantity, .. } in expressions(&text, &tokens(&text), count::reader(&quantifiers)) {
                prop_assert!(at.start >= last.start && at.end > last.end, "{text}");
                prop_assert!(quantity.bounds.soft.within(&quantity.bounds.hard));
                last = at;
            }
        }

        #[test]
        fn a_number_that_stands_alone_is_found(n in 0..10_000_000_i128) {
            let quantifiers = Quantifiers::default();
            let number = grouped(&n.to_string());
            let value = count::explain(&number, &quantifiers).unwrap().bounds;
            let [bare, over] = ["", "over "].map(|before| format!("In all, {before}{number} were hurt."));
            prop_assert!(states(&bare, &value, count::reader(&quantifiers)));
            prop_assert!(!states(&over, &value, count::reader(&quantifiers)));
        }
    }
}
