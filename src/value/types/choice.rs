//! Reading a choice: one of the question's options.

use super::raw::{Form, Raw};
use super::refusal::Refusal;
use crate::value::unreadable::Unreadable;

/// The option's number.
///
/// # Errors
/// Anything but one of `options`, to the letter.
pub(super) fn read(raw: &Raw, options: &[String]) -> Result<Vec<u32>, Refusal> {
    let chosen = match &raw.form {
        Form::Text(word) => options.iter().position(|option| option == word),
        _ => None,
    };
    match chosen {
        Some(index) => Ok(vec![index as u32]),
        None => {
            let listed = options.iter().map(|option| format!("`{option}`")).collect::<Vec<_>>().join(", ");
            let why = Unreadable::new(format!("`{}` is none of the question's options", raw.words()));
            Err(Refusal::Unreadable(why.help(format!("expected one of {listed}")), raw.at.clone()))
        }
    }
}
