//! Where the parts of a site stand: paths from its first page.

use crate::view::name::QuestionName;

/// The first page.
pub(crate) const FIRST: &str = "index.html";
/// What is said of the site as a whole, for programs; a folder that holds it is a site.
pub(crate) const INDEX: &str = "site.json";
/// How all pages look.
pub(crate) const STYLE: &str = "style.css";
/// The page that searches.
pub(crate) const SEARCH: &str = "search.html";
/// The list of all sources.
pub(crate) const SOURCES: &str = "sources.html";
/// The list of all speakers.
pub(crate) const SPEAKERS: &str = "speakers.html";

/// All that a site has in its folder.
pub(crate) const TOP: [&str; 10] =
    [FIRST, INDEX, STYLE, SEARCH, SOURCES, SPEAKERS, "questions", "events", "sources", "speakers"];

/// The folder of a question: `questions/EVENT/QUESTION/`.
pub(crate) fn folder(question: &QuestionName) -> String {
    format!("questions/{}/", question.as_str())
}

/// The page of a question.
pub(crate) fn question(question: &QuestionName) -> String {
    format!("{}index.html", folder(question))
}

/// The page of an event.
pub(crate) fn event(id: &str) -> String {
    format!("events/{id}.html")
}

/// The page of a source.
pub(crate) fn source(id: &str) -> String {
    format!("sources/{id}.html")
}

/// The page of a speaker.
pub(crate) fn speaker(id: &str) -> String {
    format!("speakers/{id}.html")
}
