//! Reading one number as people write it: `1,200`, `1.2 million`, `twenty-one`, `two dozen`.

use std::borrow::Cow;

use super::in_words;
use super::in_words::Scale;
use super::tokens::{Make, Token};
use super::written::{Measure, not_whole};
use crate::value::unreadable::Unreadable;

/// A number as it was said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Numeral {
    /// The number is `digits` times ten to the `exponent`.
    pub(super) digits: i128,
    pub(super) exponent: i32,
    /// Where it ends in a scale word from thousand up: the power of ten of the last place it shows.
    pub(crate) last_place: Option<i32>,
    pub(crate) said: Said,
    /// Whether there is a scale word, dozen or score anywhere in it.
    pub(super) has_scale: bool,
    /// What its closing scale words multiply by, all of them and the last alone; 1 for none.
    pub(super) closing: [i128; 2],
    /// The token behind it.
    pub(crate) end: usize,
}

/// In what a number was said: decides how finely its reader takes it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Said {
    Plainly,
    InDozens,
    InScores,
}

impl Numeral {
    pub(super) fn plain(digits: i128, exponent: i32, end: usize) -> Self {
        let said = Said::Plainly;
        Numeral { digits, exponent, last_place: None, said, has_scale: false, closing: [1, 1], end }
    }

    /// The number times a scale word that ends at `end`.
    pub(super) fn times(self, scale: Scale, end: usize) -> Self {
        let closing = [self.closing[1].saturating_mul(scale.factor()), scale.factor()];
        let said = scale.said();
        let number = Numeral { said, has_scale: true, closing, end, ..self };
        match scale {
            // `two hundred thousand` shows thousands, as `200 thousand` does.
            Scale::Thousands(power) if self.has_scale => {
                Numeral { exponent: self.exponent + power, last_place: Some(power), ..number }
            }
            Scale::Thousands(power) => {
                let exponent = self.exponent + power;
                Numeral { exponent, last_place: Some(exponent), ..number }
            }
            _ => Numeral { digits: self.digits.saturating_mul(scale.factor()), ..number },
        }
    }

    /// A whole number and a half, times a scale word: `two and a half million`, `half a million`.
    pub(super) fn and_a_half(whole: i128, scale: Scale, end: usize) -> Self {
        match scale {
            Scale::Thousands(_) => {
                Self::plain(whole.saturating_mul(10).saturating_add(5), -1, end).times(scale, end)
            }
            _ => {
                let scaled = Self::plain(whole, 0, end).times(scale, end);
                Numeral { digits: scaled.digits.saturating_add(scale.factor() / 2), ..scaled }
            }
        }
    }

    /// Its value in the numbers of the measure; `said` is how a message names it.
    ///
    /// # Errors
    /// A number too large, or finer than the measure. A count has a decimal point only before a scale word, so that
    /// `1.200`, which some write for twelve hundred, is never taken for one.
    pub(crate) fn value(&self, measure: Measure, said: &str) -> Result<i128, Unreadable> {
        if measure == Measure::Count && self.exponent < 0 && !self.has_scale {
            return Err(not_whole(said));
        }
        measure.number(self.digits, self.exponent, said)
    }

    /// The value with the closing scale words of a range's second number bound to it: where it has none of its own
    /// and then stays below the second.
    pub(crate) fn bound_by(&self, second: &Numeral, measure: Measure) -> Option<i128> {
        let limit = second.value(measure, "").ok().filter(|_| !self.has_scale)?;
        second.closing.into_iter().filter(|by| *by > 1).find_map(|by| {
            let bound = Numeral { digits: self.digits.checked_mul(by)?, has_scale: true, ..*self };
            bound.value(measure, "").ok().filter(|bound| *bound < limit)
        })
    }
}

/// The number that begins at a token, if one does. `unit` is a word that is a unit there and so no scale letter.
///
/// # Errors
/// Digits that are not well formed.
pub(crate) fn numeral(
    tokens: &[Token],
    at: usize,
    unit: Option<&str>,
) -> Result<Option<Numeral>, Unreadable> {
    match tokens.get(at).map(|token| token.make) {
        Some(Make::Digits) => in_digits(tokens, at, unit).map(Some),
        Some(Make::Word) => Ok(in_words::numeral(tokens, at)),
        _ => Ok(None),
    }
}

fn in_digits(tokens: &[Token], at: usize, unit: Option<&str>) -> Result<Numeral, Unreadable> {
    let (text, end) = joined(tokens, at);
    let (digits, exponent) = written(&text)?;
    let plain = Numeral::plain(digits, exponent, end);
    let letter = tokens.get(end).filter(|token| token.make == Make::Word && Some(&*token.text) != unit);
    if let Some(scale) = letter.and_then(|token| scale_letter(&token.text)) {
        return Ok(plain.times(scale, end + 1));
    }
    let small = exponent == 0 && digits < 100;
    if let Some((scale, end)) = in_words::and_a_half(tokens, end).filter(|_| small) {
        return Ok(Numeral::and_a_half(digits, scale, end));
    }
    Ok(match in_words::scale(tokens, end) {
        Some((scale @ Scale::Thousands(_), end)) => plain.times(scale, end),
        Some((Scale::Hundred, end)) if small => {
            let hundreds = plain.times(Scale::Hundred, end);
            match in_words::scale(tokens, end) {
                Some((scale @ Scale::Thousands(_), end)) if digits < 10 => hundreds.times(scale, end),
                _ => hundreds,
            }
        }
        Some((scale @ (Scale::Dozen | Scale::Score), end)) if small => plain.times(scale, end),
        _ => plain,
    })
}

/// A letter behind digits: `3k`, `2m`, `1.5bn`.
fn scale_letter(word: &str) -> Option<Scale> {
    match word {
        "k" => Some(Scale::Thousands(3)),
        "m" | "mn" => Some(Scale::Thousands(6)),
        "b" | "bn" => Some(Scale::Thousands(9)),
        "tn" => Some(Scale::Thousands(12)),
        _ => None,
    }
}

/// Digits with the groups of three that follow them behind white space, as `1 200 000`, and where they end.
fn joined<'t>(tokens: &'t [Token], at: usize) -> (Cow<'t, str>, usize) {
    let first = &tokens[at].text;
    let mut text = Cow::Borrowed(&**first);
    let mut end = at + 1;
    if first.len() > 3 || first.starts_with('0') || !all_digits(first) {
        return (text, end);
    }
    while let Some(next) = tokens.get(end).filter(|next| next.make == Make::Digits && !next.glued) {
        let (group, decimals) = next.text.split_at(next.text.find('.').unwrap_or(next.text.len()));
        if group.len() != 3 || !all_digits(group) {
            break;
        }
        text.to_mut().push(',');
        text.to_mut().push_str(&next.text);
        end += 1;
        if !decimals.is_empty() {
            break;
        }
    }
    (text, end)
}

/// The digits and the power of ten of a number such as `1200`, `1,200` or `1,200.25`.
fn written(text: &str) -> Result<(i128, i32), Unreadable> {
    let malformed =
        |help: &str| Err(Unreadable::new(format!("`{text}` is not a well-formed number")).help(help));
    let (whole, decimals) = text.split_once('.').map_or((text, None), |(whole, rest)| (whole, Some(rest)));
    let mut groups = whole.split(',');
    let first = groups.next().unwrap_or_default();
    let parted = first.len() < whole.len();
    let in_threes = groups.all(|group| group.len() == 3 && all_digits(group));
    if !all_digits(first)
        || !in_threes
        || parted && first.len() > 3
        || decimals.is_some_and(|rest| !all_digits(rest))
    {
        return malformed(
            "thousands are parted by commas or spaces, as in `1,200`, decimals by a point, as in `1.2`",
        );
    }
    if first.starts_with('0') && whole.len() > 1 {
        return malformed("a number does not begin with 0");
    }
    let decimals = decimals.unwrap_or_default();
    let digits = whole.replace(',', "") + decimals;
    match (digits.parse(), i32::try_from(decimals.len())) {
        (Ok(digits), Ok(places)) => Ok((digits, -places)),
        _ => Err(Unreadable::new(format!("`{text}` has too many digits"))),
    }
}

fn all_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;
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
        ];
        for (text, number) in table {
            assert_eq!(value(text, Measure::Count), Some(number), "{text}");
        }
    }

    #[test]
    fn malformed_digits_are_no_number() {
        for text in
            ["1,2", "5,00", "12,34,567", "1,2345", "1234,567", "0,123", "007", "1'200", "1_000", "1.2.3"]
        {
            assert!(numeral(&tokens(text), 0, None).is_err(), "{text}");
        }
        for text in
            ["4.8", "1.000", "5.00", "1.2345 thousand", "1e10", "29km", "1 20", "1 2000", "2 hundred dozen"]
        {
            assert_eq!(value(text, Measure::Count), None, "{text}");
        }
        assert_eq!(value(&"9".repeat(31), Measure::Count), None);
        assert_eq!(value(&"9".repeat(300), Measure::Count), None);
        assert_eq!(value(&format!("0.{} million", "0".repeat(300)), Measure::Count), Some(0));
    }

    #[test]
    fn a_letter_that_is_the_unit_is_no_scale() {
        let tokens = tokens("5 m");
        assert_eq!(numeral(&tokens, 0, Some("m")).unwrap().map(|numeral| numeral.end), Some(1));
    }

    #[test]
    fn a_closing_scale_word_binds_the_first_number_below_the_second() {
        let bound = |first: &str, second: &str| {
            let read = |text: &str| numeral(&tokens(text), 0, None).unwrap().unwrap();
            read(first).bound_by(&read(second), Measure::Count)
        };
        assert_eq!(bound("2", "3 million"), Some(2_000_000));
        assert_eq!(bound("1.5", "2 million"), Some(1_500_000));
        assert_eq!(bound("two", "three hundred thousand"), Some(200_000));
        assert_eq!(bound("fifty", "a hundred thousand"), Some(50_000));
        assert_eq!(bound("two", "three dozen"), Some(24));
        assert_eq!(bound("fifty", "a hundred"), None);
        assert_eq!(bound("500", "1 thousand"), None);
        assert_eq!(bound("2k", "3 million"), None);
        assert_eq!(bound("2", "three thousand two hundred"), None);
    }
}
