//! Where links of a page's parts lead: to other parts of it, or to the pages of a site.

use crate::view::name::QuestionName;
use crate::view::site::address;

/// The id of a question's article.
pub(super) fn anchor(question: &QuestionName) -> String {
    format!("q-{}", question.as_str().replace('/', "--"))
}

/// Where links of a page's parts lead.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Leads {
    /// To other parts of the page.
    Within,
    /// To the pages of a site, whose first page stands here from where they are: ``, `../`, `../../`.
    Site(&'static str),
}

impl Leads {
    /// To a question.
    pub(crate) fn question(self, question: &QuestionName) -> String {
        match self {
            Leads::Within => format!("#{}", anchor(question)),
            Leads::Site(first) => format!("{first}{}", address::question(question)),
        }
    }

    /// To a source.
    pub(crate) fn source(self, id: &str) -> String {
        match self {
            Leads::Within => format!("#source-{id}"),
            Leads::Site(first) => format!("{first}{}", address::source(id)),
        }
    }
}
