//! Reading one number in digits: `1,200`, `1.2 million`, `3k`, `2 dozen`.

use std::borrow::Cow;

use super::fraction::and_a_part;
use super::numeral::Numeral;
use super::scale::{ScaleWord, scale, scale_letter};
use super::tokens::{Make, Token};
use super::unit::Unit;
use crate::value::unreadable::Unreadable;

/// The number that begins with a token of digits. A letter behind it that is of the unit's kind is no scale letter.
///
/// # Errors
/// Digits that are not well formed.
pub(super) fn in_digits(tokens: &[Token], at: usize, unit: Option<&Unit>) -> Result<Numeral, Unreadable> {
    let (text, end) = joined(tokens, at);
    let (digits, exponent) = written(&text)?;
    let plain = Numeral::plain(digits, exponent, end);
    let is_unit = || unit.is_some_and(|unit| unit.behind(tokens, end).is_some());
    let letter = tokens.get(end).filter(|token| token.make == Make::Word);
    if let Some(scale) = letter.and_then(scale_letter).filter(|_| !is_unit()) {
        return Ok(plain.times(scale, end + 1));
    }
    let small = exponent == 0 && digits < 100;
    if let Some((part, scale, end)) = and_a_part(tokens, end).filter(|_| small) {
        return Ok(Numeral::and_a_part(digits, part, scale, end));
    }
    Ok(match scale(tokens, end) {
        Some((scale @ ScaleWord::Thousands(_), end)) => plain.times(scale, end),
        Some((ScaleWord::Hundred, end)) if small => {
            let hundreds = plain.times(ScaleWord::Hundred, end);
            match scale(tokens, end) {
                Some((scale @ ScaleWord::Thousands(_), end)) if digits < 10 => hundreds.times(scale, end),
                _ => hundreds,
            }
        }
        Some((scale @ (ScaleWord::Dozen | ScaleWord::Score), end)) if small => plain.times(scale, end),
        _ => plain,
    })
}

/// Digits with the groups of three that follow them behind white space, as `1 200 000`, and where they end.
fn joined<'t>(tokens: &'t [Token], at: usize) -> (Cow<'t, str>, usize) {
    let first = &tokens[at].text;
    let mut text = Cow::Borrowed(&**first);
    let mut end = at + 1;
    if first.len() > 3 || first.starts_with('0') || !all_digits(first) {
        return (text, end);
    }
    // What touches these digits is none: white space parts them from others.
    while let Some(next) = tokens.get(end) {
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
    let groups: Vec<&str> = groups.collect();
    if !all_digits(first)
        || !(in_threes(&groups) || first.len() < 3 && in_lakhs(&groups))
        || parted && first.len() > 3
        || decimals.is_some_and(|rest| !all_digits(rest))
    {
        return malformed(
            "thousands are parted by commas or spaces, as in `1,200` (or `4,81,486`), decimals by a point, as in `1.2`",
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

/// The groups behind the first, as `481,486` has them.
fn in_threes(groups: &[&str]) -> bool {
    groups.iter().all(|group| group.len() == 3 && all_digits(group))
}

/// The groups behind the first, as `4,81,486` has them.
fn in_lakhs(groups: &[&str]) -> bool {
    let (last, rest) = match groups.split_last() {
        Some((last, rest)) => (*last, rest),
        None => return false,
    };
    in_threes(&[last]) && !rest.is_empty() && rest.iter().all(|group| group.len() == 2 && all_digits(group))
}

fn all_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}
