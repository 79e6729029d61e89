//! What asks for the rest of an answer: a place in it, the record that it is of, and the question.

use std::fmt;

use crate::capture::sha256;
use crate::error::{Error, ErrorKind};

/// So many digits name a question.
const DIGITS: usize = 12;

/// A place in an answer. It is written as one word, which whoever asks gives back as it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Cursor {
    /// How many items stand before it.
    pub(super) before: usize,
    /// The digits of the record.
    record: String,
    /// The digits of the question.
    question: String,
}

impl Cursor {
    /// A place in the answer that a record gives to a question.
    pub(super) fn new(before: usize, record: &str, question: &str) -> Self {
        let mut digits = sha256(question.as_bytes());
        digits.truncate(DIGITS);
        Cursor { before, record: record.to_owned(), question: digits }
    }

    /// The place that a word names in the answer that a record gives to a question.
    ///
    /// # Errors
    /// It is no cursor, that of another question, or of a record that has changed since.
    pub(super) fn read(word: &str, record: &str, question: &str) -> Result<Self, Error> {
        let before = word.split_once('.').and_then(|(before, _)| before.parse().ok());
        let refused = |message: &str| Error::new(ErrorKind::Refused, message);
        let Some(before) = before.filter(|_| word.split('.').count() == 3) else {
            let error = refused("this is no cursor");
            return Err(error.hint("give what stands under `next` in the answer before, as it stands there"));
        };
        let meant = Cursor::new(before, record, question);
        let [_, of_record, of_question] = [0, 1, 2].map(|at| word.split('.').nth(at).unwrap_or_default());
        if of_question != meant.question {
            let error = refused("this cursor belongs to another question");
            return Err(error.hint("give it beside the very arguments of the call that returned it"));
        }
        if of_record != meant.record {
            let error = refused("the record has changed since this cursor was given");
            return Err(error.hint("ask again without `cursor`"));
        }
        Ok(meant)
    }
}

impl fmt::Display for Cursor {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}.{}", self.before, self.record, self.question)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cursor_says_of_which_record_and_which_question_it_is() {
        let cursor = Cursor::new(12, "0123456789ab", "who_says {}");
        let word = cursor.to_string();
        assert_eq!(Cursor::read(&word, "0123456789ab", "who_says {}").unwrap(), cursor);
        let told = |word: &str, record: &str, question: &str| {
            Cursor::read(word, record, question).unwrap_err().to_string()
        };
        assert_eq!(
            told(&word, "0123456789ac", "who_says {}"),
            "the record has changed since this cursor was given"
        );
        let another = "this cursor belongs to another question";
        assert_eq!(told(&word, "0123456789ab", "disputes {}"), another);
        // Whichever of the two differs, what can be mended is told first.
        assert_eq!(told(&word, "0123456789ac", "disputes {}"), another);
        for no in ["", "12", "twelve.a.b", "12.a", "12.a.b.c", "-1.a.b", "99999999999999999999999.a.b"] {
            assert_eq!(told(no, "a", "b"), "this is no cursor", "{no}");
        }
    }
}
