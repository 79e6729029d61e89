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
pub(crate) const SOURCES: &str = "sources/index.html";
/// The list of all speakers.
pub(crate) const SPEAKERS: &str = "speakers/index.html";

/// All that a site has in its folder.
pub(crate) const TOP: [&str; 8] = [FIRST, INDEX, STYLE, SEARCH, "questions", "events", "sources", "speakers"];

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

/// The page of a source: none is called `index`, as that is the list of all.
pub(crate) fn source(id: &str) -> String {
    format!("sources/{}.html", own(id))
}

/// The page of a speaker.
pub(crate) fn speaker(id: &str) -> String {
    format!("speakers/{}.html", own(id))
}

/// An id that is no name of another file.
fn own(id: &str) -> String {
    // No id has an underscore.
    if id == "index" { format!("{id}_") } else { id.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_page_takes_the_place_of_a_list() {
        assert_eq!(
            (source("index"), source("herald")),
            ("sources/index_.html".into(), "sources/herald.html".into())
        );
        assert_ne!(speaker("index"), SPEAKERS);
    }
}
