//! The unit of an amount: its own names, those of units that convert into it exactly, and those of all others.

use super::ratio::Ratio;
use super::si::prefixed;
use super::tokens::{Make, Token, begins, tokens};
use super::units::{Dimension, HUNDREDTHS, KNOWN, KnownUnit, METRIC_TON, MONEY, TON};

/// A question's unit.
#[derive(Clone, Debug)]
pub(crate) struct Unit<'u> {
    /// As the question has it.
    pub(crate) written: &'u str,
    meant: Meant,
}

#[derive(Clone, Debug)]
enum Meant {
    /// One of a known dimension, and what it is of that dimension's own unit, at least and at most.
    Known(Dimension, [Ratio; 2]),
    /// Another, by its own words as [`tokens`] gives them.
    Own(Vec<String>),
}

/// The unit that a number is said in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum SaidIn {
    /// The question's own, or none.
    Own,
    /// Another, of which one is so much of the question's unit, at least and at most.
    Other([Ratio; 2]),
}

/// How many tokens the longest name of a known unit has.
pub(crate) const LONGEST_UNIT: usize = 5;

impl<'u> Unit<'u> {
    pub(crate) fn new(written: &'u str) -> Self {
        let own = tokens(written);
        let whole = named(&own, 0).find(|(.., end)| *end == own.len());
        let meant = match whole {
            Some((dimension, size, _)) => Meant::Known(dimension, size),
            None => Meant::Own(own.iter().map(|token| token.text.to_string()).collect()),
        };
        Unit { written, meant }
    }

    /// Whether it is a share of all there is, in hundredths.
    pub(crate) fn is_share(&self) -> bool {
        matches!(self.meant, Meant::Known(Dimension::Share, _))
    }

    /// The unit behind a number, where this one or one that converts into it stands at `at`, and where it ends.
    pub(crate) fn behind(&self, tokens: &[Token], at: usize) -> Option<(SaidIn, usize)> {
        match &self.meant {
            Meant::Known(dimension, size) => {
                let of_kind = named(tokens, at).filter(|(of, ..)| of == dimension);
                let (_, said, end) = of_kind.max_by_key(|(.., end)| *end)?;
                if said == *size {
                    return Some((SaidIn::Own, end));
                }
                let low = said[0].times(size[1].inverse()?)?;
                Some((SaidIn::Other([low, said[1].times(size[0].inverse()?)?]), end))
            }
            Meant::Own(own) => {
                let (last, first) = own.split_last()?;
                let end = begins(tokens, at, first.iter().map(String::as_str))?;
                is_one_noun(&tokens.get(end)?.text, last).then_some((SaidIn::Own, end + 1))
            }
        }
    }

    /// The unit before a number: this one, or what it is a hundredth of.
    pub(crate) fn before(&self, tokens: &[Token], at: usize) -> Option<(SaidIn, usize)> {
        let is_money = matches!(self.meant, Meant::Known(Dimension::Money(_), _));
        self.behind(tokens, at).filter(|(said_in, _)| is_money || *said_in == SaidIn::Own)
    }
}

/// The token behind the longest name of any known unit at `at`. A single letter is a unit only right behind a digit.
pub(crate) fn known_unit(tokens: &[Token], at: usize) -> Option<usize> {
    let letter = |end: usize| {
        let token = &tokens[at];
        let before = at.checked_sub(1).map(|before| tokens[before].make).filter(|_| token.glued);
        end == at + 1
            && token.make == Make::Word
            && token.text.chars().count() == 1
            && before != Some(Make::Digits)
    };
    named(tokens, at).map(|(.., end)| end).filter(|end| !letter(*end)).max()
}

/// All known units that are named at a token: what they measure, their size, and where the name ends.
fn named(tokens: &[Token], at: usize) -> impl Iterator<Item = (Dimension, [Ratio; 2], usize)> {
    let one = [Ratio::ONE; 2];
    let money = MONEY
        .iter()
        .filter_map(move |(code, names)| Some((Dimension::Money(code), one, longest(names, tokens, at)?)));
    let hundredths = HUNDREDTHS.iter().flat_map(move |(codes, names)| {
        let end = longest(names, tokens, at);
        codes.iter().filter_map(move |code| Some((Dimension::Money(code), [Ratio::new(1, 100); 2], end?)))
    });
    let others = KNOWN.iter().chain([&TON, &METRIC_TON]);
    let others = others.filter_map(move |KnownUnit { dimension, size, names }| {
        Some((*dimension, *size, longest(names, tokens, at)?))
    });
    let si = prefixed(tokens, at).map(|(dimension, size, end)| (dimension, [size; 2], end));
    money.chain(others).chain(si).chain(hundredths)
}

fn longest(names: &[&str], tokens: &[Token], at: usize) -> Option<usize> {
    // A single letter keeps its case.
    let is_written =
        |name: &&&str| name.len() > 1 || tokens.get(at).is_some_and(|token| token.written == **name);
    names.iter().filter(is_written).filter_map(|name| begins(tokens, at, name.split(' '))).max()
}

/// Whether two words are one noun, in the singular or the plural.
fn is_one_noun(one: &str, other: &str) -> bool {
    let plural =
        |one: &str, other: &str| other.strip_prefix(one).is_some_and(|ending| matches!(ending, "s" | "es"));
    one == other || plural(one, other) || plural(other, one)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said_in(unit: &str, text: &str) -> Option<SaidIn> {
        let tokens = tokens(text);
        Unit::new(unit).behind(&tokens, 0).filter(|(_, end)| *end == tokens.len()).map(|(said_in, _)| said_in)
    }

    fn own(unit: &str, text: &str) -> bool {
        said_in(unit, text) == Some(SaidIn::Own)
    }

    #[test]
    fn a_currency_has_its_sign_its_code_and_its_words() {
        for text in ["$", "US$", "US $", "USD", "dollars", "U.S. dollars", "US dollar"] {
            assert!(own("USD", text), "{text}");
            assert!(own("dollars", text), "{text}");
        }
        for text in ["€", "EUR", "Canadian dollars", "C$"] {
            assert!(said_in("USD", text).is_none(), "{text}");
            assert!(known_unit(&tokens(text), 0).is_some(), "{text}");
        }
        assert!(own("CAD", "C$") && own("CAD", "$") && own("£", "pounds"));
    }

    #[test]
    fn other_units_are_their_own_word_in_either_number() {
        assert!(own("l", "L") && own("tonnes", "tonne") && own("tonne", "Tonnes") && own("feet", "foot"));
        assert!(own("square kilometres", "sq km") && own("km", "KM") && own("houses", "house"));
        assert!(
            said_in("km", "k").is_none() && said_in("", "km").is_none() && said_in("km/h", "km").is_none()
        );
    }

    #[test]
    fn units_of_one_dimension_convert_exactly() {
        for (unit, text, [over, under]) in [
            ("km", "miles", [1_609_344, 1_000_000]),
            ("km", "m", [1, 1000]),
            ("m", "ft", [3048, 10_000]),
            ("ha", "acres", [40_468_564_224, 100_000_000_000]),
            ("sq mi", "acre", [1, 640]),
            ("km2", "sq. mi", [2_589_988_110_336, 1_000_000_000_000]),
            ("kg", "lb", [45_359_237, 100_000_000]),
            ("lb", "kg", [100_000_000, 45_359_237]),
            ("t", "kilograms", [1, 1000]),
            ("t", "Mt", [1_000_000, 1]),
            ("MW", "kW", [1, 1000]),
            ("MW", "mW", [1, 1_000_000_000]),
            ("MWh", "gigawatt-hours", [1000, 1]),
            ("GBP", "p", [1, 100]),
            ("USD", "cents", [1, 100]),
            ("l", "mL", [1, 1000]),
            ("pence", "£", [100, 1]),
        ] {
            let ratio = Ratio::new(over, under);
            assert_eq!(said_in(unit, text), Some(SaidIn::Other([ratio, ratio])), "{text} in {unit}");
        }
        let ton = [Ratio::new(907, 1000), Ratio::new(1017, 1000)];
        assert_eq!(said_in("t", "tons"), Some(SaidIn::Other(ton)));
        assert!(own("tons", "ton") && own("t", "metric tons"));
    }

    #[test]
    fn what_differs_in_case_or_kind_is_no_such_unit() {
        for (unit, text) in [
            ("MW", "mw"),
            ("t", "MT"),
            ("m", "M"),
            ("GBP", "cents"),
            ("GBP", "P"),
            ("m", "mL"),
            ("USD", "p"),
            ("kg", "km"),
            ("MW", "MWh"),
        ] {
            assert_eq!(said_in(unit, text), None, "{text} in {unit}");
        }
    }

    #[test]
    fn codes_are_not_taken_for_other_units_names() {
        for (code, names) in MONEY {
            assert!(own(code, code), "{code}");
            let lengths = names.iter().map(|name| (name.split(' ').count(), tokens(name).len()));
            assert!(
                lengths.into_iter().all(|(parts, tokens)| parts == tokens && tokens <= LONGEST_UNIT),
                "{code}"
            );
        }
    }

    #[test]
    fn before_a_number_stands_the_unit_itself_or_money() {
        let before =
            |unit: &str, text: &str| Unit::new(unit).before(&tokens(text), 0).map(|(said_in, _)| said_in);
        assert_eq!(before("km", "km"), Some(SaidIn::Own));
        assert_eq!(before("km", "miles"), None);
        assert_eq!(before("USD", "$"), Some(SaidIn::Own));
        assert_eq!(before("USD", "cents"), Some(SaidIn::Other([Ratio::new(1, 100); 2])));
    }

    #[test]
    fn a_single_letter_is_a_unit_right_behind_digits_alone() {
        for (text, at, end) in [
            ("km", 0, Some(1)),
            ("m", 0, None),
            ("5m", 1, Some(2)),
            ("5 m", 1, None),
            ("$", 0, Some(1)),
            ("houses", 0, None),
        ] {
            assert_eq!(known_unit(&tokens(text), at), end, "{text}");
        }
    }
}
