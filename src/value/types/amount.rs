//! Amounts: how much, as intervals of [`GRAIN`](crate::value::number::GRAIN)ths of the question's unit.

use super::denied::Floor;
use super::measured;
use super::raw::Raw;
use super::refusal::Refusal;
use crate::value::number::{Measure, Unit};
use crate::value::quantity::{Quantifiers, Quantity, QuantityReader};
use crate::value::shape::Bounds;
use crate::value::unreadable::Unreadable;

/// The sets of an amount of the question's unit, and what a denial of it leaves.
///
/// # Errors
/// A form that says no number, words that are not read, and bounds that allow nothing.
pub(super) fn read(
    raw: &Raw,
    unit: Option<&str>,
    quantifiers: &Quantifiers,
) -> Result<(Bounds, Floor), Refusal> {
    measured::read(raw, reader(unit.map(Unit::new).as_ref(), quantifiers))
}

/// Reads a source's words for an amount ("$100 million", "over 8.5 km") and tells the row of the table that they were read
/// by. A currency sign or unit that stands beside the number must be the question's own.
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
    QuantityReader { measure: Measure::Amount, unit, quantifiers }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::value::number::GRAIN;
    use crate::value::shape::Runs;

    fn read(words: &str, unit: Option<&str>, quantifiers: &Quantifiers) -> Result<Bounds, Unreadable> {
        explain(words, unit, quantifiers).map(|quantity| quantity.bounds)
    }

    /// The hard set as decimal text, an open end as `inf`.
    fn hard(words: &str, unit: Option<&str>) -> Option<String> {
        let bounds = read(words, unit, &Quantifiers::default()).ok()?;
        let end = |end: Option<i128>| end.map_or("inf".to_owned(), |end| Measure::Amount.plain(end));
        Some(format!("{} {}", end(bounds.hard.least()), end(bounds.hard.greatest())))
    }

    #[test]
    fn an_amount_has_the_questions_unit_on_either_side() {
        let million = Some("99500000 100500000".to_owned());
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
            ("8.5", "km", "8.5 8.5"),
            ("8.5km", "km", "8.5 8.5"),
            ("over 8.5 km", "km", "8.5 inf"),
            ("1 tonne", "tonnes", "1 1"),
            ("5 m", "m", "5 5"),
            ("5 m", "USD", "4500000 5500000"),
            ("12.5%", "%", "12.5 12.5"),
            ("30 per cent", "percent", "30 30"),
            ("$2-3 million", "USD", "2000000 3000000"),
            ("between $2 and $3 million", "USD", "2000000 3000000"),
            ("$2 million to $3 million", "USD", "2000000 3000000"),
            ("£5 or more", "GBP", "5 inf"),
            ("5+ pounds", "GBP", "5 inf"),
            ("€1.25bn", "EUR", "1245000000 1255000000"),
            ("up to $5", "USD", "0 inf"),
            ("20-odd dollars", "USD", "20 30"),
            ("hundreds of millions of dollars", "USD", "100000001 inf"),
            ("a few thousand dollars", "USD", "2000 10000"),
            ("dozens of tonnes", "tonnes", "13 inf"),
            ("nearly 0.5", "km", "0.4 0.5"),
        ] {
            assert_eq!(hard(words, Some(unit)).as_deref(), Some(expected), "{words}");
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
            ("8.5 miles", Some("km"), "miles"),
            ("8.5 km", None, "km"),
        ] {
            let why = read(words, unit, &Quantifiers::default()).unwrap_err();
            assert_eq!(why.at.map(|at| &words[at]), Some(stopped), "{words}");
        }
    }

    #[test]
    fn decimals_are_exact_to_nine_places() {
        let quantifiers = Quantifiers::default();
        let one = read("0.000000001", None, &quantifiers).unwrap().hard;
        assert_eq!(one.least(), Some(GRAIN / 1_000_000_000));
        for words in ["0.0000000001", "1000000000000000000000", "-8.5", ".5", "1,5", "1e6"] {
            assert!(read(words, None, &quantifiers).is_err(), "{words}");
        }
        assert!(read("at least 999999999999999999999", None, &quantifiers).is_ok());
    }

    #[test]
    fn soft_ends_leave_out_what_counts_add() {
        let soft = |words: &str| read(words, Some("USD"), &Quantifiers::default()).unwrap().soft;
        let units = |low: i128, high: i128| Runs::between(low * GRAIN, high * GRAIN);
        assert_eq!(soft("more than $34"), Runs::between(34 * GRAIN, GRAIN * 374 / 10));
        assert_eq!(soft("under $100"), units(0, 100));
        assert_eq!(soft("nearly $200"), units(180, 200));
        // The table's n + 10 holds for amounts too; only the 10 beside g and p is left out.
        assert_eq!(soft("at least $3"), units(3, 13));
        assert_eq!(soft("up to $9"), units(0, 9));
        assert_eq!(soft("more than two dozen dollars"), units(24, 35));
    }
}
