//! The ids of the page's parts, and what leads to them.

/// The id of a question's article.
pub(super) fn anchor(question: &str) -> String {
    format!("q-{}", question.replace('/', "--"))
}
