//! Asking at a terminal: what is proposed is taken by Enter.

use crate::cli::output::Output;
use crate::error::Error;
use crate::text::one_line;

/// What somebody answers.
pub(super) enum Answer {
    /// What is proposed.
    Proposed,
    /// Nothing: the key is left out.
    Nothing,
    Given(String),
    /// No more is answered.
    Ended,
}

/// Whether somebody sits there who can be asked.
pub(super) fn can_be_asked() -> bool {
    Output::is_talk()
}

/// Asks for the value of a key.
///
/// # Errors
/// The terminal cannot be read from or written to.
pub(super) fn ask(output: &Output, key: &str, proposed: &str, from: &str) -> Result<Answer, Error> {
    let asked = format!("{key} [{}] ({}): ", one_line(proposed), one_line(from));
    let Some(line) = output.ask(&asked)? else { return Ok(Answer::Ended) };
    Ok(match line.trim() {
        "" => Answer::Proposed,
        "-" => Answer::Nothing,
        given => Answer::Given(given.to_owned()),
    })
}

/// Asks whether something is to be done; Enter says yes, input that ends says no.
///
/// # Errors
/// As above.
pub(super) fn agrees(output: &Output, question: &str) -> Result<bool, Error> {
    let Some(line) = output.ask(&format!("{question} [Y/n] "))? else { return Ok(false) };
    Ok(matches!(line.trim().to_ascii_lowercase().as_str(), "" | "y" | "yes"))
}
