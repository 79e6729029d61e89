//! Words that were looked for in a source: how they were found.

use super::output::Output;
use crate::error::Error;
pub(super) use crate::render::find::render;
use crate::view::find::FoundQuote;

/// Tells it.
///
/// # Errors
/// Standard output cannot be written to.
pub(super) fn tell(output: &Output, found: &FoundQuote) -> Result<(), Error> {
    let mut text = String::new();
    render(&mut text, found, output.screen());
    output.address(&text)
}
