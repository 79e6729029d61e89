//! Reading yes or no: a TOML boolean.

use super::raw::{Form, Raw};
use super::refusal::Refusal;
use crate::value::shape::Runs;
use crate::value::unreadable::Unreadable;

/// Option 1 is yes, option 0 is no.
///
/// # Errors
/// Anything but `true` or `false`.
pub(super) fn read(raw: &Raw) -> Result<Runs, Refusal> {
    match raw.form {
        Form::Truth(yes) => Ok(Runs::one(i128::from(yes))),
        _ => {
            let why = Unreadable::new(format!("{} does not say yes or no", raw.described()));
            Err(Refusal::Unreadable(why.help("expected `true` or `false`, without quotes"), raw.at.clone()))
        }
    }
}
