//! Reading a date: EDTF in quotes, or a TOML date.

use super::raw::{Form, Raw};
use super::refusal::Refusal;
use crate::value::calendar::date;
use crate::value::shape::Bounds;
use crate::value::unreadable::Unreadable;

/// The days.
///
/// # Errors
/// A form that says no date, and whatever stopped the reading of its words.
pub(super) fn read(raw: &Raw) -> Result<Bounds, Refusal> {
    match &raw.form {
        Form::Text(words) => date::read(words),
        Form::Date(words) => date::read_toml(words),
        _ => {
            let message = format!("{} does not say a date", raw.described());
            let help = "expected an EDTF date in quotes such as \"2024-01-28\" or \"2020~\", or a TOML date";
            Err(Unreadable::new(message).help(help))
        }
    }
    .map_err(|why| Refusal::of(why, raw))
}
