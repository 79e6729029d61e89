//! Reading free words: compared as words, after folding typography, never contradictory by themselves.

use super::raw::{Form, Raw};
use super::refusal::Refusal;
use crate::text::fold_text;
use crate::value::unreadable::Unreadable;

/// The folded words.
///
/// # Errors
/// Anything but a string with at least one character that shows.
pub(super) fn read(raw: &Raw) -> Result<String, Refusal> {
    match &raw.form {
        Form::Text(words) if !words.trim().is_empty() => Ok(folded(words)),
        Form::Text(_) => Err(Refusal::unreadable("the text is empty", raw)),
        _ => {
            let why = Unreadable::new(format!("{} is no text", raw.described()));
            Err(Refusal::Unreadable(why.help("expected the words in quotes"), raw.at.clone()))
        }
    }
}

/// Words as they are compared: typography folded, white space at the ends dropped.
pub(crate) fn folded(words: &str) -> String {
    fold_text(words).trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::folded;

    #[test]
    fn words_are_kept_but_for_typography_and_the_white_space_at_their_ends() {
        assert_eq!(folded(" kept words\n"), "kept words");
        assert_eq!(folded("\u{201C}kept\u{201D}"), folded("\"kept\""));
        assert_ne!(folded("kept"), folded("left"));
    }
}
