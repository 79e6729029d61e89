//! By what an answer that somebody gave elsewhere knows that it still fits: digests of the passage and of the question.

use std::ops::Range;

use crate::capture::sha256;
use crate::model::Dossier;
use crate::model::table::QuestionId;
use crate::value::types::Kind;

/// So many digits of a SHA-256 tell passages apart.
const DIGITS: usize = 16;

/// Of a passage of a text: sixteen hexadecimal digits that change where the text does, or the bytes of it, or the words.
pub(crate) fn of_passage(text_sha256: &str, at: &Range<usize>, quote: &str) -> String {
    digest(&[text_sha256, &at.start.to_string(), &at.end.to_string(), quote])
}

/// Of a text as a whole, for words of it that nobody spotted.
pub(crate) fn of_text(text_sha256: &str) -> String {
    of_passage(text_sha256, &(0..0), "")
}

/// Of a question: sixteen hexadecimal digits that change where it asks something else, or of another type.
pub(crate) fn of_question(dossier: &Dossier, id: QuestionId) -> String {
    let question = &dossier.questions[id];
    let mut parts =
        vec![dossier.questions.name(id), &question.ask, question.kind.name(), question.over_time.name()];
    match &question.kind {
        Kind::Amount { unit } => parts.extend(unit.as_deref()),
        Kind::Place { many } | Kind::Agent { many } => parts.push(if *many { "many" } else { "one" }),
        Kind::Choice { options } => parts.extend(options.ids()),
        Kind::Count | Kind::Date | Kind::Set | Kind::YesNo | Kind::Text => {}
    }
    digest(&parts)
}

/// Parts are kept apart by their lengths, so that no two lists of them run into one.
fn digest(parts: &[&str]) -> String {
    let whole: String = parts.iter().map(|part| format!("{}:{part}", part.len())).collect();
    let mut digest = sha256(whole.as_bytes());
    digest.truncate(DIGITS);
    digest
}
