//! Reading one number in words: `three`, `one hundred and fifty`, `half a dozen`, up to trillions.

use super::fraction::{and_a_part, part_of_scale, whole_part};
use super::numeral::{Numeral, Saying};
use super::scale::{ScaleWord, scale};
use super::tokens::{Make, Token, word};
use crate::value::tables::{english, number_words};

/// A number below ten thousand, up to its `hundred` and what follows that.
struct Hundreds {
    number: i128,
    has_hundred: bool,
    /// Whether `hundred` is its last word.
    is_round: bool,
    end: usize,
}

/// The number in words that begins at a token, if one does.
pub(super) fn in_words(tokens: &[Token], at: usize) -> Option<Numeral> {
    if number_words().get(&tokens[at].text) == Some(&0) {
        return Some(Numeral::plain(0, 0, at + 1));
    }
    if let Some(part) = part_of_scale(tokens, at) {
        return Some(part);
    }
    let first = group(tokens, at).or_else(|| article(tokens, at))?;
    let last = match scale(tokens, first.end) {
        Some((scale @ ScaleWord::Thousands(_), end)) if first.number < 1000 => first.times(scale, end),
        Some((scale @ (ScaleWord::Dozen | ScaleWord::Score), end)) if !first.has_hundred => {
            return Some(first.times(scale, end));
        }
        _ => match and_a_part(tokens, first.end).filter(|_| !first.has_hundred) {
            Some((part, scale, end)) => return Some(Numeral::and_a_part(first.number, part, scale, end)),
            None => return Some(first.alone()),
        },
    };
    Some(sum(tokens, last))
}

/// Whether a number in words may begin with a word; none begins with another.
pub(super) fn may_begin(word: &str) -> bool {
    matches!(word, "a" | "an") || number_words().has(word) || whole_part(word).is_some()
}

/// A number that ends in a scale word, with the smaller numbers that follow it: `two thousand and two hundred`.
fn sum(tokens: &[Token], first: Numeral) -> Numeral {
    let mut total = first;
    let mut limit = first.closing[1];
    let mut whole = first.digits * 10_i128.pow(first.exponent.unsigned_abs());
    while let Some(group) = group(tokens, behind_and(tokens, total.end)) {
        let scaled = match scale(tokens, group.end) {
            Some((scale @ ScaleWord::Thousands(_), end)) if group.number < 1000 => group.times(scale, end),
            _ => group.alone(),
        };
        let number = scaled.digits * 10_i128.pow(scaled.exponent.unsigned_abs());
        if number >= limit {
            break;
        }
        whole += number;
        total = Numeral { digits: whole, exponent: 0, has_scale: true, closing: [1, 1], ..scaled };
        if scaled.saying != Saying::Scaled {
            break;
        }
        limit = scaled.closing[1];
    }
    total
}

impl Hundreds {
    fn alone(&self) -> Numeral {
        let numeral = Numeral::plain(self.number, 0, self.end);
        let closing = if self.is_round { [100, 100] } else { [1, 1] };
        Numeral { has_scale: self.has_hundred, closing, ..numeral }
    }

    fn times(&self, scale: ScaleWord, end: usize) -> Numeral {
        self.alone().times(scale, end)
    }
}

fn group(tokens: &[Token], at: usize) -> Option<Hundreds> {
    let (lead, end) = match below_hundred(tokens, at) {
        Some(found) => found,
        None if tokens.get(at)?.text == "a" => (1, at + 1),
        None => return None,
    };
    match scale(tokens, end) {
        Some((ScaleWord::Hundred, end)) => Some(match below_hundred(tokens, behind_and(tokens, end)) {
            Some((rest, end)) => {
                Hundreds { number: lead * 100 + rest, has_hundred: true, is_round: false, end }
            }
            None => Hundreds { number: lead * 100, has_hundred: true, is_round: true, end },
        }),
        _ if tokens[at].text == "a" => None,
        _ => Some(Hundreds { number: lead, has_hundred: false, is_round: false, end }),
    }
}

/// `a` before a dozen, a score, a thousand or more.
fn article(tokens: &[Token], at: usize) -> Option<Hundreds> {
    scale(tokens, at + 1).filter(|_| tokens[at].text == "a")?;
    Some(Hundreds { number: 1, has_hundred: false, is_round: false, end: at + 1 })
}

fn below_hundred(tokens: &[Token], at: usize) -> Option<(i128, usize)> {
    let first = tokens.get(at).filter(|token| token.make == Make::Word)?;
    match (number_words().get(&first.text)?, word(tokens, at + 1)) {
        (0, _) => None,
        (tens @ 20.., Some((second, end))) => match number_words().get(second) {
            Some(unit @ 1..=9) => Some((tens + unit, end)),
            _ => Some((*tens, at + 1)),
        },
        (number, _) => Some((*number, at + 1)),
    }
}

/// Where a number goes on behind an `and` with its hyphens; `at` itself where there is no `and`.
fn behind_and(tokens: &[Token], at: usize) -> usize {
    match word(tokens, at).filter(|(word, _)| *word == english().order.and) {
        Some((_, end)) if tokens.get(end).is_some_and(|next| next.is_dash() && next.glued) => end + 1,
        Some((_, end)) => end,
        None => at,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::value::number::measure::Measure;
    use crate::value::number::tokens::tokens;
    use crate::value::tables::And;

    fn read(text: &str) -> Option<i128> {
        let tokens = tokens(text);
        let numeral = in_words(&tokens, 0).filter(|numeral| numeral.end == tokens.len())?;
        numeral.value(Measure::Count, text).ok()
    }

    #[test]
    fn each_word_of_a_number_is_known() {
        let ones = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen \
                    seventeen eighteen nineteen";
        let tens = "twenty thirty forty fifty sixty seventy eighty ninety";
        for (value, word) in (0..).zip(ones.split_whitespace()) {
            assert_eq!(read(word), Some(value), "{word}");
        }
        for (value, word) in (2..).zip(tens.split_whitespace()) {
            assert_eq!(read(word), Some(10 * value), "{word}");
            assert_eq!(read(&format!("{word}-one")), Some(10 * value + 1), "{word}");
        }
    }

    #[test]
    fn words_are_numbers() {
        let table = [
            ("zero", 0),
            ("nineteen", 19),
            ("twenty-one", 21),
            ("Fifty   two", 52),
            ("a hundred", 100),
            ("one hundred and fifty", 150),
            ("one-hundred-and-fifty", 150),
            ("fifteen hundred", 1500),
            ("twenty-five hundred and one", 2501),
            ("a thousand", 1000),
            ("two thousand and two hundred", 2200),
            ("two hundred and two thousand", 202_000),
            ("a hundred thousand", 100_000),
            ("one million two hundred thousand", 1_200_000),
            ("one million two hundred thousand and three", 1_200_003),
            ("seven hundred twenty-one thousand twelve", 721_012),
            ("two million fifteen hundred", 2_001_500),
            ("a dozen", 12),
            ("two-dozen", 24),
            ("half a dozen", 6),
            ("half-a-dozen", 6),
            ("a half-dozen", 6),
            ("half a hundred", 50),
            ("three score", 60),
            ("a score", 20),
            ("half a million", 500_000),
            ("three quarters of a million", 750_000),
            ("one and a half million", 1_500_000),
            ("two and a quarter thousand", 2250),
            ("three lakh crore", 3_000_000_000_000),
            ("three crore twelve lakh fifty-six thousand seven hundred and one", 31_256_701),
            ("two billion", 2_000_000_000),
            ("a trillion", 1_000_000_000_000),
        ];
        for (text, number) in table {
            assert_eq!(read(text), Some(number), "{text}");
        }
    }

    #[test]
    fn the_parts_of_a_number_follow_each_other_as_the_table_says() {
        let order = &english().order;
        assert!(!order.units_first && order.hyphens && order.and_units == And::No);
        assert!(order.and_rest == And::May && order.and_groups == And::May);
        for (text, number) in [
            ("one twenty", None),
            ("one and twenty", None),
            ("twenty and one", None),
            ("two-hundred-and-one", Some(201)),
            ("two hundred one", Some(201)),
            ("two hundred and one", Some(201)),
            ("two thousand one", Some(2001)),
            ("two thousand and one", Some(2001)),
        ] {
            assert_eq!(read(text), number, "{text}");
        }
    }

    #[test]
    fn what_is_not_one_number_is_none() {
        for text in [
            "a",
            "an",
            "half",
            "a half",
            "a half a dozen",
            "hundred",
            "thousand",
            "five zero",
            "ten five",
            "sixty fifteen",
            "thousand thousand",
            "hundred hundreds",
            "two thousand three thousand",
            "two hundred and three hundred",
            "two hundred dozen",
            "fifteen hundred thousand",
            "ten hundred thousand",
            "two million ten hundred thousand",
            "two billion ten hundred thousand",
            "three dozens",
            "one and a half",
            "one and a half dozen",
            "a million and a half",
            "twenty-first",
            "twenty -one",
            "twenty- one",
            "one hundred and -fifty",
            "nineteen seventy-three",
            "one hundred and",
            "two thirds of a million",
        ] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
