//! Amounts: how much, as intervals of [`GRAIN`](crate::value::number::GRAIN)ths of the question's unit.

use super::context::Context;
use super::measured;
use super::measured::Measured;
use super::raw::Raw;
use super::refusal::Refusal;
use crate::value::number::Unit;
use crate::value::quantity::{Quantifiers, Quantity, QuantityReader};
use crate::value::unreadable::Unreadable;

/// An amount of the question's unit, and what a denial of it leaves.
///
/// # Errors
/// A form that says no number, words that are not read, and bounds that allow nothing.
pub(super) fn read(raw: &Raw, unit: Option<&str>, context: &Context) -> Result<Measured, Refusal> {
    let unit = unit.map(Unit::new);
    let reader =
        QuantityReader { certainty: context.certainty, ..reader(unit.as_ref(), context.quantifiers) };
    measured::figure(raw, reader, context.other)
}

/// Reads a source's words for an amount ("$100 million", "over 8.5 km") and tells the row of the table that they were read
/// by. A currency sign or unit that stands beside the number must be the question's own, or one that converts into it.
///
/// # Errors
/// Words that are no amount, say one of another unit, negative, of 10^21 or more, or with more than nine decimal
/// places, or stand beside the number.
pub(crate) fn explain(
    words: &str,
    unit: Option<&str>,
    quantifiers: &Quantifiers,
) -> Result<Quantity, Unreadable> {
    let unit = unit.map(Unit::new);
    reader(unit.as_ref(), quantifiers).read(words)
}

pub(crate) fn reader<'a>(unit: Option<&'a Unit<'a>>, quantifiers: &'a Quantifiers) -> QuantityReader<'a> {
    QuantityReader::amounts(unit, quantifiers)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::value::number::{GRAIN, Measure};
    use crate::value::shape::Bounds;

    fn read(words: &str, unit: Option<&str>, quantifiers: &Quantifiers) -> Result<Bounds, Unreadable> {
        explain(words, unit, quantifiers).map(|quantity| quantity.bounds)
    }

    /// The hard set as people write it.
    fn hard(words: &str, unit: Option<&str>) -> Option<String> {
        let bounds = read(words, unit, &Quantifiers::default()).ok()?;
        Some(Measure::Amount.shown(&bounds.hard))
    }

    fn both(words: &str, unit: &str) -> [String; 2] {
        let bounds =
            read(words, Some(unit), &Quantifiers::default()).unwrap_or_else(|why| panic!("{words}: {why:?}"));
        [&bounds.hard, &bounds.soft].map(|set| Measure::Amount.shown(set))
    }

    #[test]
    fn an_amount_has_the_questions_unit_on_either_side() {
        let million = Some("at least 90,000,000 and less than 110,000,000".to_owned());
        for words in [
            "100 million",
            "$100 million",
            "$100m",
            "US$100m",
            "US$ 100M",
            "USD 100 million",
            "100 million dollars",
            "100 million US dollars",
            "100m USD",
            "$ 100 million",
        ] {
            assert_eq!(hard(words, Some("USD")), million, "{words}");
        }
        for (words, unit, expected) in [
            ("8.5", "km", "at least 8.45 and less than 8.55"),
            ("8.5km", "km", "at least 8.45 and less than 8.55"),
            ("8.50", "km", "at least 8.495 and less than 8.505"),
            ("0.3", "km", "at least 0.27 and less than 0.33"),
            ("over 8.5 km", "km", "more than 8.5"),
            ("1 tonne", "tonnes", "1"),
            ("1,200 tonnes", "t", "at least 1,150 and less than 1,250"),
            ("5 m", "m", "5"),
            ("5 m", "USD", "at least 4,500,000 and less than 5,500,000"),
            ("$2-3 million", "USD", "2,000,000 to 3,000,000"),
            ("between $2 and $3 million", "USD", "2,000,000 to 3,000,000"),
            ("$2 million to $3 million", "USD", "2,000,000 to 3,000,000"),
            ("£5 or more", "GBP", "5 or more"),
            ("5+ pounds", "GBP", "5 or more"),
            ("€1.25bn", "EUR", "at least 1,245,000,000 and less than 1,255,000,000"),
            ("Rs 5,031 crore", "INR", "at least 50,305,000,000 and less than 50,315,000,000"),
            ("up to $5", "USD", "0 to 5"),
            ("less than $489 million", "USD", "less than 489,000,000"),
            ("20-odd dollars", "USD", "at least 20 and less than 30"),
            ("hundreds of millions of dollars", "USD", "more than 100,000,000"),
            ("in the low hundreds of dollars", "USD", "at least 100 and less than 500"),
            ("a few thousand dollars", "USD", "2,000 to 10,000"),
            ("dozens of tonnes", "tonnes", "13 or more"),
            ("nearly 0.5", "km", "0.4 to 0.5"),
            ("two thirds of a million dollars", "USD", "at least 600,000 and less than 733,333.33333333333"),
        ] {
            assert_eq!(hard(words, Some(unit)).as_deref(), Some(expected), "{words}");
        }
    }

    #[test]
    fn shares_are_rounded_to_their_last_digit_and_cut_at_all_there_is() {
        for (words, hard, soft) in [
            ("20%", "at least 19.5 and less than 20.5", "20"),
            ("20 per cent", "at least 19.5 and less than 20.5", "20"),
            ("8.50%", "at least 8.495 and less than 8.505", "8.5"),
            ("1", "at least 0.5 and less than 1.5", "1"),
            ("0%", "0", "0"),
            ("0.0%", "0", "0"),
            ("100.0%", "100", "100"),
            ("99.9%", "at least 99.85 and less than 99.95", "99.9"),
            ("120%", "at least 119.5 and less than 120.5", "120"),
            ("half", "45 to 55", "47.5 to 52.5"),
            ("one in five", "18 to 22", "19 to 21"),
            ("1 in 5", "18 to 22", "19 to 21"),
            ("three quarters", "67.5 to 82.5", "71.25 to 78.75"),
            ("nineteen in twenty", "85.5 to 100", "90.25 to 99.75"),
            ("two-thirds", "60 to 73.33333333333", "63.33333333333 to 70"),
            ("more than half", "more than 50 and at most 100", "more than 50 and at most 100"),
            ("about a fifth", "16 to 24", "18 to 22"),
            ("nearly half", "40 to 50", "at least 45 and less than 50"),
            ("at least 90%", "90 to 100", "90 to 100"),
            ("at least 100%", "100 or more", "100 to 200"),
            ("more than 100%", "more than 100", "more than 100 and at most 200"),
            ("about 95%", "90 to 100", "92 to 98"),
            ("about 90%", "72 to 100", "81 to 99"),
            ("no more than 100%", "0 to 100", "0 to 100"),
            ("at most more than 100%", "0 or more", "0 to 200"),
            ("between a third and a half", "33.33333333333 to 50", "33.33333333333 to 50"),
            ("at least 90 to 100 per cent", "90 or more", "90 to 100"),
            ("dozens of per cent", "13 to 100", "24 to 99"),
            ("hundreds of per cent", "more than 100", "at least 200 and less than 1,000"),
            ("half a per cent", "0.45 to 0.55", "0.475 to 0.525"),
        ] {
            assert_eq!(both(words, "%"), [hard, soft], "{words}");
        }
    }

    #[test]
    fn what_is_said_in_another_unit_is_rounded_there_and_then_converted() {
        for (words, unit, hard, soft) in [
            ("5 miles", "km", "at least 7.242048 and less than 8.851392", "as hard"),
            ("500 miles", "km", "at least 724.2048 and less than 885.1392", "as hard"),
            ("8.5 miles", "km", "at least 13.5989568 and less than 13.7598912", "as hard"),
            ("50p", "GBP", "at least 0.45 and less than 0.55", "as hard"),
            ("99 cents", "USD", "at least 0.985 and less than 0.995", "as hard"),
            ("exactly 5 miles", "km", "8.04672", "as hard"),
            ("about 100 miles", "km", "128.74752 to 193.12128", "144.84096 to 177.02784"),
            ("more than 2 kt", "t", "more than 2,000", "more than 2,000 and at most 3,000"),
            ("5 to 10 miles", "km", "8.04672 to 16.09344", "as hard"),
            ("dozens of miles", "km", "20.921472 or more", "38.624256 to 159.325056"),
            ("200 kW", "MW", "at least 0.18 and less than 0.22", "as hard"),
            ("100 tons", "t", "at least 81.63 and less than 111.87", "as hard"),
            ("500 m", "km", "at least 0.45 and less than 0.55", "as hard"),
            ("5 km", "m", "at least 4,500 and less than 5,500", "as hard"),
            ("5+ miles", "km", "8.04672 or more", "8.04672 to 24.14016"),
        ] {
            let [read_hard, read_soft] = both(words, unit);
            let soft = if soft == "as hard" { hard } else { soft };
            assert_eq!([&*read_hard, &*read_soft], [hard, soft], "{words}");
        }
    }

    #[test]
    fn a_bare_amount_has_a_last_digit_where_it_is_one_number() {
        for (words, unit, bare) in [
            ("8.5", "km", Some(["8.5", "0.1"])),
            ("1,200 km", "km", Some(["1200", "100"])),
            ("reached 8.50", "km", Some(["8.5", "0.01"])),
            ("20%", "%", Some(["20", "1"])),
            ("5 miles", "km", Some(["8.04672", "1.609344"])),
            ("5 tons", "t", None), // how many tonnes a ton is cannot be told
            ("half", "%", None),
            ("about 8.5", "km", None),
        ] {
            let read = explain(words, Some(unit), &Quantifiers::default()).unwrap().bare;
            let shown =
                read.map(|bare| [bare.number, bare.place].map(|number| Measure::Amount.plain(number)));
            assert_eq!(shown, bare.map(|bare| bare.map(str::to_owned)), "{words}");
        }
    }

    #[test]
    fn another_unit_is_refused() {
        for (words, unit, stopped) in [
            ("€100 million", Some("USD"), "€"),
            ("100 million euros", Some("USD"), "euros"),
            ("C$5", Some("USD"), "C$"),
            ("over €5", Some("USD"), "€"),
            ("$100", None, "$"),
            ("8.5 miles", Some("kg"), "miles"),
            ("5 mw", Some("MW"), "mw"),
            ("8.5 km", None, "km"),
        ] {
            let why = read(words, unit, &Quantifiers::default()).unwrap_err();
            assert_eq!(why.at.map(|at| &words[at]), Some(stopped), "{words}");
        }
    }

    #[test]
    fn decimals_are_exact_to_nine_places() {
        let quantifiers = Quantifiers::default();
        let one = read("exactly 0.000000001", None, &quantifiers).unwrap().hard;
        assert_eq!(one.least(), Some(GRAIN / 1_000_000_000));
        for words in ["0.0000000001", "1000000000000000000000", "-8.5", ".5", "1,5", "1e6"] {
            assert!(read(words, None, &quantifiers).is_err(), "{words}");
        }
        assert!(read("at least 999999999999999999999", None, &quantifiers).is_ok());
    }

    #[test]
    fn soft_ends_leave_out_what_counts_add() {
        for (words, soft) in [
            ("more than $34", "more than 34 and at most 37.4"),
            ("under $100", "less than 100"),
            ("nearly $200", "at least 180 and less than 200"),
            // The table's n + 10 holds for amounts too; only the 10 beside g and p is left out.
            ("at least $3", "3 to 13"),
            ("up to $9", "0 to 9"),
            ("more than two dozen dollars", "more than 24 and at most 35"),
        ] {
            assert_eq!(both(words, "USD")[1], soft, "{words}");
        }
    }
}
