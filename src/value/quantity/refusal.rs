//! Why words are not read as a quantity: which of them stopped the reading, and what was expected.

use std::ops::Range;

use super::reader::QuantityReader;
use crate::value::number::{Make, Measure, Token, known_unit, numeral};
use crate::value::unreadable::Unreadable;

const EXPECTED: &str =
    "expected a number such as `34`, `at least 34`, `20 to 30` or `dozens`, and no other words";

/// What form would do, by the words that stop a reading.
const HINTS: [(&str, &str); 9] = [
    ("low mid high", "write `in the low hundreds`, `in the high thousands`"),
    ("greater bigger larger higher >", "write `more than 34`, or `at least 34`"),
    ("smaller lower <", "write `fewer than 34`, or `at most 34`"),
    (
        "half third thirds quarter quarters fifth fifths tenth tenths in out percent per %",
        "a share is the value of a question of type amount with `unit = \"%\"`",
    ),
    (
        "½ ⅓ ⅔ ¼ ¾ ⅕ / point",
        "write fractions of a scale word in words, as `half a million`, and decimals in digits",
    ),
    ("or plus +", "a bound stands before a vague word or a range: `at least a few dozen`"),
    ("dozens scores", "after a number it is `three dozen`; for no number `dozens`, or `several dozen`"),
    (
        "hundred thousand million billion trillion lakh crore dozen",
        "say how many of them: `a hundred`, `two million`",
    ),
    (
        "few lots plenty",
        "write `a few`, `several` or `many`, or give your dossier's own words under `[quantifiers]`",
    ),
];

/// What form would do where this word stops a reading.
fn hint(reader: QuantityReader, token: &Token) -> &'static str {
    let is_share = matches!(&*token.text, "%" | "percent" | "per") && reader.measure == Measure::Amount;
    let known = HINTS.iter().find(|(words, _)| words.split(' ').any(|word| word == token.text));
    known.filter(|_| !is_share).map_or(EXPECTED, |(_, help)| help)
}

/// What stands at `at`, behind a quantity, is no part of it.
pub(super) fn left_over(reader: QuantityReader, words: &str, tokens: &[Token], at: usize) -> Unreadable {
    foreign_unit(reader, words, tokens, at).unwrap_or_else(|| {
        let help = hint(reader, &tokens[at]);
        let at = tokens[at].at.clone();
        let message = format!("`{}` is not part of the number before it", &words[at.clone()]);
        Unreadable::new(message).help(help).at(at)
    })
}

/// No quantity begins with the first word.
pub(super) fn not_begun(reader: QuantityReader, words: &str, tokens: &[Token]) -> Unreadable {
    let Some(first) = tokens.first() else {
        return Unreadable::new("there are no words to read").help(EXPECTED);
    };
    let is_minus =
        matches!(first.make, Make::Hyphen | Make::Dash) || matches!(&*first.text, "minus" | "negative");
    if let Some(number) = numeral(tokens, 1, None).ok().flatten().filter(|_| is_minus) {
        let at = bytes(tokens, 0..number.end);
        return reader.measure.negative(&words[at.clone()]).at(at);
    }
    foreign_unit(reader, words, tokens, 0).unwrap_or_else(|| {
        let at = first.at.clone();
        let message = format!("`{}` does not begin a number", &words[at.clone()]);
        Unreadable::new(message).help(hint(reader, first)).at(at)
    })
}

/// No number follows the words of a phrase that takes one.
pub(super) fn no_number(
    reader: QuantityReader,
    words: &str,
    tokens: &[Token],
    phrase: Range<usize>,
) -> Unreadable {
    let next = phrase.end;
    if let Some(foreign) = foreign_unit(reader, words, tokens, next) {
        return foreign;
    }
    let before = &words[bytes(tokens, phrase.clone())];
    let vague =
        "a vague word or a range takes `at least`, `more than`, `up to`, `at most` or `fewer than` before it";
    let number = "expected a number such as `34`, `1,200` or `two dozen`";
    let Some(token) = tokens.get(next) else {
        return Unreadable::new(format!("no number follows `{before}`"))
            .help(number)
            .at(bytes(tokens, phrase));
    };
    let phrases = reader.quantifiers.starting(&token.text).iter();
    let phrase = phrases.filter_map(|phrase| phrase.end(tokens, next)).max();
    let help = match (phrase, hint(reader, token)) {
        (Some(_), _) => vague,
        (None, EXPECTED) => number,
        (None, hint) => hint,
    };
    let at = bytes(tokens, next..phrase.unwrap_or(next + 1));
    let message = format!("`{}` is no number that `{before}` can stand before", &words[at.clone()]);
    Unreadable::new(message).help(help).at(at)
}

/// A unit stands at `at` that is not the question's own.
fn foreign_unit(reader: QuantityReader, words: &str, tokens: &[Token], at: usize) -> Option<Unreadable> {
    let at = bytes(tokens, at..known_unit(tokens, at)?);
    let said = &words[at.clone()];
    let message = match (reader.measure, reader.unit) {
        (Measure::Count, _) => format!("`{said}` is a unit, and a count has none"),
        (Measure::Amount, Some(unit)) => format!("`{said}` is not the question's unit, `{}`", unit.written),
        (Measure::Amount, None) => format!("`{said}` is a unit, and the question has none"),
    };
    let why = Unreadable::new(message).at(at);
    Some(match (reader.measure, reader.unit) {
        (Measure::Count, _) => why.help("what has a unit is the value of a question of type amount"),
        (Measure::Amount, Some(_)) => why.help(
            "a unit is the question's own or converts into it exactly, as miles into km; currencies never do",
        ),
        (Measure::Amount, None) => why.help("give the question a `unit`"),
    })
}

/// The bytes of some tokens, of which there is at least one.
pub(super) fn bytes(tokens: &[Token], at: Range<usize>) -> Range<usize> {
    tokens[at.start].at.start..tokens[at.end - 1].at.end
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::value::quantity::quantifiers::Quantifiers;
    use crate::value::types::count;

    fn read(words: &str) -> Result<(), Unreadable> {
        count::explain(words, &Quantifiers::default()).map(|_| ())
    }

    #[test]
    fn refusals_say_where_the_reading_stopped() {
        let stopped = |words: &str| {
            let why = read(words).unwrap_err();
            (why.message, why.at.map_or(String::new(), |at| words[at].to_owned()))
        };
        let table = [
            ("34 people", "people", "`people` is not part of the number before it"),
            ("lots", "lots", "`lots` does not begin a number"),
            ("-5", "-5", "`-5` is negative"),
            ("minus five", "minus five", "`minus five` is negative"),
            ("over 8.5", "8.5", "`8.5` is not a whole number"),
            ("nearly several", "several", "`several` is no number that `nearly` can stand before"),
            ("at least lots", "lots", "`lots` is no number that `at least` can stand before"),
            ("at least several people", "people", "`people` is not part of the number before it"),
            ("more than", "more than", "no number follows `more than`"),
            ("about 5,00", "5,00", "`5,00` is not a well-formed number"),
            ("30 to 20", "30 to 20", "`30 to 20` does not run from a smaller number to a larger one"),
            ("25-odd", "25-odd", "`25-odd` is not said of a multiple of ten"),
            ("0-odd", "0-odd", "`0-odd` is not said of a multiple of ten"),
            ("fewer than 0", "fewer than 0", "`fewer than 0` allows nothing that could be read"),
            ("$20", "$", "`$` is a unit, and a count has none"),
            ("", "", "there are no words to read"),
        ];
        for (words, at, message) in table {
            assert_eq!(stopped(words), (message.to_owned(), at.to_owned()), "{words}");
        }
        for (words, help) in [
            ("low hundreds", "write `in the low hundreds`, `in the high thousands`"),
            ("greater than 5", "write `more than 34`, or `at least 34`"),
            ("a few dozen or more", "a bound stands before a vague word or a range: `at least a few dozen`"),
            ("two thirds", "a share is the value of a question of type amount with `unit = \"%\"`"),
            ("34%", "what has a unit is the value of a question of type amount"),
        ] {
            assert_eq!(read(words).unwrap_err().help.as_deref(), Some(help), "{words}");
        }
        assert!(read("30 to 20").unwrap_err().out_of_order);
        assert!(!read("34 people").unwrap_err().out_of_order);
    }
}
