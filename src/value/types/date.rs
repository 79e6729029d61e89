//! Reading a date: EDTF in quotes, or a TOML date.

use super::raw::{Form, Raw};
use super::refusal::Refusal;
use crate::value::calendar::{Zone, date};
use crate::value::shape::Times;
use crate::value::unreadable::Unreadable;

const FORMS: &str = "EDTF writes a date `2024-01-28`, `2024-01` or `2020~`, with a time `2024-01-28T05:30` or `2024-01-28T05:30+02:00`";

/// The minutes, and the clock that tells them: a time without an offset stands in the zone, where there is one.
///
/// # Errors
/// A form that says no date, and whatever stopped the reading of its words.
pub(super) fn read(raw: &Raw, zone: Option<&Zone>) -> Result<Times, Refusal> {
    match &raw.form {
        Form::Text(words) => date::read(words, zone),
        Form::Date(words) => date::read_toml(words, zone),
        _ => {
            let message = format!("{} does not say a date", raw.described());
            let help = "expected an EDTF date in quotes such as \"2024-01-28\", \"2024-01-28T05:30Z\" or \"2020~\", or a TOML date";
            Err(Unreadable::new(message).help(help))
        }
    }
    .map_err(|why| Refusal::of(if why.help.is_none() { why.help(FORMS) } else { why }, raw))
}
