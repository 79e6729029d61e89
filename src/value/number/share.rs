//! Numbers that are said as parts or as multiples of others: `half`, `two-thirds`, `one in five`, `twice`.

use super::fraction::part;
use super::numeral::{Numeral, Saying};
use super::ratio::Ratio;
use super::read::numeral;
use super::scale::scale;
use super::tokens::{Token, begins, word};
use crate::value::tables::english;

/// A share in words, as a number of hundredths: `half`, `two-thirds`, `one in five`, `3 out of 4`.
pub(crate) fn share(tokens: &[Token], at: usize) -> Option<Numeral> {
    if let Some(([many, of], end)) = part(tokens, at).filter(|(_, end)| scale(tokens, *end).is_none()) {
        let percent = [["a", "percent"].as_slice(), &["a", "per", "cent"], &["of", "a", "percent"]];
        return Some(
            match percent.into_iter().find_map(|words| begins(tokens, end, words.iter().copied())) {
                Some(end) => Numeral::share([many, of], end),
                None => Numeral::share([100 * many, of], end),
            },
        );
    }
    let many = numeral(tokens, at, None).ok()??;
    let behind = match word(tokens, many.end)? {
        ("in", end) => end,
        ("out", end) => begins(tokens, end, [english().words.of.as_str()])?,
        _ => return None,
    };
    // "one-in-five".
    let behind = if tokens.get(behind)?.is_dash() && tokens[behind].glued { behind + 1 } else { behind };
    let of = numeral(tokens, behind, None).ok()??;
    let [many, whole] = [many.whole()?, of.whole()?];
    (0 < many && many <= whole && whole <= MOST).then(|| Numeral::share([100 * many, whole], of.end))
}

/// Of how many at most a share is said: "3 in 1,000,000".
const MOST: i128 = 1_000_000_000;

/// What all of the words multiply by: `double`, `twice`, `three times`, `half`, `one and a half times`.
pub(crate) fn factor(tokens: &[Token]) -> Option<Ratio> {
    let whole = |end: usize| end == tokens.len();
    let times = |end: usize| begins(tokens, end, ["times"]).unwrap_or(end);
    if let [only] = tokens {
        match &*only.text {
            "double" | "doubled" | "twice" => return Some(Ratio::new(2, 1)),
            "triple" | "tripled" | "treble" | "trebled" | "thrice" => return Some(Ratio::new(3, 1)),
            _ => {}
        }
    }
    if let Some(part) = part_alone(tokens) {
        return Some(part);
    }
    let many = numeral(tokens, 0, None).ok()??;
    let ratio = many.ratio()?;
    match begins(tokens, many.end, [english().order.and.as_str()]).and_then(|and| part(tokens, and)) {
        Some(([over, under], end)) if whole(times(end)) => ratio.plus(Ratio::new(over, under)),
        _ => Some(ratio).filter(|_| whole(times(many.end))),
    }
}

/// A fraction that all of the words say: `a third`, `half`.
pub(crate) fn part_alone(tokens: &[Token]) -> Option<Ratio> {
    let ([over, under], end) = part(tokens, 0)?;
    (end == tokens.len()).then(|| Ratio::new(over, under))
}

impl Numeral {
    /// So many of so many, in hundredths.
    fn share([many, of]: [i128; 2], end: usize) -> Self {
        Numeral { under: of, saying: Saying::Share, ..Self::plain(many, 0, end) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::value::number::tokens::tokens;

    #[test]
    fn shares_in_words_are_hundredths() {
        for (text, hundredths) in [
            ("half", [50, 1]),
            ("a half", [50, 1]),
            ("two-thirds", [200, 3]),
            ("three quarters", [75, 1]),
            ("a fifth", [20, 1]),
            ("one in five", [20, 1]),
            ("1 in 5", [20, 1]),
            ("one-in-five", [20, 1]),
            ("nine out of ten", [90, 1]),
            ("half a per cent", [1, 2]),
        ] {
            let tokens = tokens(text);
            let share = share(&tokens, 0).filter(|share| share.end == tokens.len()).unwrap();
            assert_eq!(share.ratio(), Some(Ratio::new(hundredths[0], hundredths[1])), "{text}");
        }
        for text in [
            "five in one",
            "a thirds",
            "three quarter",
            "five thirds",
            "1.5 in 3",
            "in five",
            "two",
            "0 in 5",
            "one in - five",
        ] {
            let tokens = tokens(text);
            assert!(share(&tokens, 0).is_none_or(|share| share.end < tokens.len()), "{text}");
        }
    }

    #[test]
    fn factors_multiply() {
        for (text, [over, under]) in [
            ("double", [2, 1]),
            ("Twice", [2, 1]),
            ("triple", [3, 1]),
            ("ten times", [10, 1]),
            ("2.5 times", [5, 2]),
            ("1.5", [3, 2]),
            ("one and a half times", [3, 2]),
            ("half", [1, 2]),
            ("a third", [1, 3]),
        ] {
            assert_eq!(factor(&tokens(text)), Some(Ratio::new(over, under)), "{text}");
        }
        for text in [
            "",
            "many times",
            "double that",
            "times",
            "about three times",
            "two and a half more",
            "twice over",
        ] {
            assert_eq!(factor(&tokens(text)), None, "{text}");
        }
    }
}
