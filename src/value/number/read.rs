//! Reading one number as people write it: `1,200`, `1.2 million`, `twenty-one`, `two dozen`.

use super::digits::in_digits;
use super::numeral::Numeral;
use super::tokens::{Make, Token};
use super::unit::Unit;
use super::words;
use super::words::in_words;
use crate::value::unreadable::Unreadable;

/// The number that begins at a token, if one does. A letter behind it that is of the unit's kind is no scale letter.
///
/// # Errors
/// Digits that are not well formed.
pub(crate) fn numeral(
    tokens: &[Token],
    at: usize,
    unit: Option<&Unit>,
) -> Result<Option<Numeral>, Unreadable> {
    match tokens.get(at).map(|token| token.make) {
        Some(Make::Digits) => in_digits(tokens, at, unit).map(Some),
        Some(Make::Word) => Ok(in_words(tokens, at)),
        _ => Ok(None),
    }
}

/// Whether a number may begin with a token; of most words of a text none does, and that is seen at once.
pub(crate) fn may_begin(token: &Token) -> bool {
    match token.make {
        Make::Digits => true,
        Make::Word => words::may_begin(&token.text),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::value::number::measure::Measure;
    use crate::value::number::tokens::tokens;

    /// The value of a whole text that is one number.
    fn value(text: &str, measure: Measure) -> Option<i128> {
        let tokens = tokens(text);
        let numeral = numeral(&tokens, 0, None).ok()??;
        (numeral.end == tokens.len()).then(|| numeral.value(measure, text).ok()).flatten()
    }

    #[test]
    fn digits_are_exact() {
        let table = [
            ("0", 0),
            ("1,200", 1200),
            ("1 200", 1200),
            ("1\u{202f}200\u{a0}000", 1_200_000),
            ("3k", 3000),
            ("3 K", 3000),
            ("2m", 2_000_000),
            ("1.5bn", 1_500_000_000),
            ("1.25 million", 1_250_000),
            ("1,674.5 million", 1_674_500_000),
            ("3 hundred", 300),
            ("2 hundred thousand", 200_000),
            ("2 dozen", 24),
            ("3 score", 60),
            ("2 and a half million", 2_500_000),
            ("1 trillion", 1_000_000_000_000),
            ("4,81,486", 481_486),
            ("12,34,567", 1_234_567),
            ("47.4 lakh", 4_740_000),
            ("5,031 crore", 50_310_000_000),
            ("2.5 lakh crore", 2_500_000_000_000),
            ("2mil", 2_000_000),
            ("5t", 5_000_000_000_000),
            ("1.5tn", 1_500_000_000_000),
            ("9 hundred thousand", 900_000),
            ("99 dozen", 1188),
        ];
        for (text, number) in table {
            assert_eq!(value(text, Measure::Count), Some(number), "{text}");
        }
    }

    #[test]
    fn malformed_digits_are_no_number() {
        for text in [
            "1,2",
            "5,00",
            "123,45,678",
            "12,34",
            "1,2345",
            "1234,567",
            "0,123",
            "007",
            "1'200",
            "1_000",
            "1.2.3",
            "1,23,4567",
            "1,2345,678",
        ] {
            assert!(numeral(&tokens(text), 0, None).is_err(), "{text}");
        }
        for text in [
            "4.8",
            "1.000",
            "5.00",
            "1.2345 thousand",
            "1e10",
            "29km",
            "1 20",
            "1 2000",
            "2 hundred dozen",
            "1.5 hundred",
            "1.5 dozen",
            "100 hundred",
            "100 dozen",
            "10 hundred thousand",
            "5 t",
        ] {
            assert_eq!(value(text, Measure::Count), None, "{text}");
        }
        assert_eq!(value(&"9".repeat(31), Measure::Count), None);
        assert_eq!(value(&"9".repeat(300), Measure::Count), None);
        assert_eq!(value(&format!("0.{} million", "0".repeat(300)), Measure::Count), Some(0));
    }

    #[test]
    fn a_letter_that_is_the_unit_is_no_scale() {
        for (text, unit, end) in [
            ("5 m", "m", 1),
            ("5 m", "km", 1),
            ("5m", "USD", 2),
            ("5t", "kg", 1),
            ("5k", "km", 2),
            ("5M", "m", 2),
        ] {
            let unit = Unit::new(unit);
            let numeral = numeral(&tokens(text), 0, Some(&unit)).unwrap();
            assert_eq!(numeral.map(|numeral| numeral.end), Some(end), "{text} in {}", unit.written);
        }
    }

    #[test]
    fn a_closing_scale_word_binds_the_first_number_below_the_second() {
        let bound = |first: &str, second: &str| {
            let read = |text: &str| numeral(&tokens(text), 0, None).unwrap().unwrap();
            let bound = read(first).bound_by(&read(second), Measure::Count)?;
            bound.value(Measure::Count, "").ok()
        };
        assert_eq!(bound("2", "3 million"), Some(2_000_000));
        assert_eq!(bound("1.5", "2 million"), Some(1_500_000));
        assert_eq!(bound("two", "three hundred thousand"), Some(200_000));
        assert_eq!(bound("fifty", "a hundred thousand"), Some(50_000));
        assert_eq!(bound("two", "three dozen"), Some(24));
        assert_eq!(bound("fifty", "a hundred"), None);
        assert_eq!(bound("500", "1 thousand"), None);
        assert_eq!(bound("2k", "3 million"), None);
        assert_eq!(bound("two dozen", "30 thousand"), None);
        assert_eq!(bound("two hundred", "three hundred thousand"), None);
        assert_eq!(bound("two thousand and five", "3,000 thousand"), None);
        assert_eq!(bound("3", "3 million"), None);
        assert_eq!(bound("2", "three thousand two hundred"), None);
    }
}
