//! The ids of the page's parts, and what leads to them.

use crate::view::name::QuestionName;

/// The id of a question's article.
pub(super) fn anchor(question: &QuestionName) -> String {
    format!("q-{}", question.as_str().replace('/', "--"))
}
