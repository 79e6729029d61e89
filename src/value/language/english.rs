//! The English words that numbers and scales of other languages are put into.

use crate::value::quantity::plural;
use crate::value::tables::{english, first_form, scale, thousands};

/// The word for a scale from thousand up.
pub(super) fn scale_name(factor: i128) -> Option<&'static str> {
    thousands().find(|scale| scale.is == factor).map(|scale| first_form(&scale.forms))
}

/// What a vague word multiplies: `several tens`.
pub(super) fn times_of(factor: i128) -> Option<String> {
    let short = |factor: i128| scale(factor).map(|scale| first_form(&scale.forms));
    Some(match factor {
        12 | 100 => short(factor)?.to_owned(),
        10 | 10_000 | 10_000_000 => plural(factor)?.to_owned(),
        100_000 | 100_000_000 => format!("{} {}", short(100)?, scale_name(factor / 100)?),
        _ => scale_name(factor)?.to_owned(),
    })
}

/// Some of a scale: `hundreds of thousands`.
pub(super) fn plural_of(factor: i128) -> Option<&'static str> {
    if factor == 12 { scale(12).map(|dozen| first_form(&dozen.plural)) } else { plural(factor) }
}

/// A number counted in dozens.
pub(super) fn dozens(number: i128) -> Option<String> {
    let dozen = times_of(12)?;
    match number / 12 {
        1 => Some(format!("a {dozen}")),
        many @ 2..100 => Some(format!("{many} {dozen}")),
        _ => None,
    }
}

/// What a whole is parted into.
pub(super) fn denominator(of: i128) -> Option<&'static str> {
    english().parts.iter().find(|part| part.of == of).map(|part| first_form(&part.forms))
}
