//! The English words that numbers and scales of other languages are put into.

use crate::value::quantity::plural;

/// The word for a scale from thousand up.
pub(super) fn scale_name(factor: i128) -> Option<&'static str> {
    Some(match factor {
        1_000 => "thousand",
        1_000_000 => "million",
        1_000_000_000 => "billion",
        1_000_000_000_000 => "trillion",
        _ => return None,
    })
}

/// What a vague word multiplies: `several tens`.
pub(super) fn times_of(factor: i128) -> Option<&'static str> {
    Some(match factor {
        10 => "tens",
        12 => "dozen",
        100 => "hundred",
        10_000 => "tens of thousands",
        100_000 => "hundred thousand",
        10_000_000 => "tens of millions",
        100_000_000 => "hundred million",
        _ => return scale_name(factor),
    })
}

/// Some of a scale: `hundreds of thousands`.
pub(super) fn plural_of(factor: i128) -> Option<&'static str> {
    if factor == 12 { Some("dozens") } else { plural(factor) }
}

/// A number counted in dozens.
pub(super) fn dozens(number: i128) -> Option<String> {
    match number / 12 {
        1 => Some("a dozen".to_owned()),
        many @ 2..100 => Some(format!("{many} dozen")),
        _ => None,
    }
}

/// What a whole is parted into.
pub(super) fn denominator(of: i128) -> Option<&'static str> {
    Some(match of {
        3 => "third",
        4 => "quarter",
        5 => "fifth",
        6 => "sixth",
        7 => "seventh",
        8 => "eighth",
        9 => "ninth",
        10 => "tenth",
        _ => return None,
    })
}

/// A number of parts.
pub(super) fn units(number: i128) -> Option<&'static str> {
    Some(match number {
        2 => "two",
        3 => "three",
        4 => "four",
        5 => "five",
        6 => "six",
        7 => "seven",
        8 => "eight",
        9 => "nine",
        _ => return None,
    })
}
