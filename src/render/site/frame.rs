//! What all pages of a site have around them.

use crate::render::policy::{policy_of_page, policy_of_search};

/// The way from the folder of a question to that of the first page.
pub(super) const FROM_QUESTION: &str = "../../../";

/// What is said of the site on each of its pages.
#[derive(Clone, Copy)]
pub(crate) struct About<'a> {
    /// The title of the dossier.
    pub(crate) title: &'a str,
    /// Where it is to stand, with a slash at its end.
    pub(crate) url: Option<&'a str>,
    /// How many sources are kept back.
    pub(crate) kept_back: usize,
}

/// What stands around a page.
pub(super) struct Frame<'a> {
    pub(super) site: About<'a>,
    pub(super) policy: String,
    pub(super) title: String,
    /// What the page says, in a sentence.
    pub(super) about: Option<String>,
    /// The way to the folder of the first page.
    pub(super) first: &'static str,
    pub(super) heading: String,
}

impl<'a> Frame<'a> {
    pub(super) fn new(site: About<'a>, first: &'static str, heading: &str) -> Self {
        Frame {
            site,
            policy: policy_of_page(),
            title: match heading == site.title {
                true => heading.to_owned(),
                false => format!("{heading} · {}", site.title),
            },
            about: None,
            first,
            heading: heading.to_owned(),
        }
    }

    pub(super) fn says(self, about: Option<String>) -> Self {
        Frame { about, ..self }
    }

    /// With a script, which alone may run.
    pub(super) fn runs(self, script: &str) -> Self {
        Frame { policy: policy_of_search(script), ..self }
    }
}

impl About<'_> {
    /// A path from the first page as others write it: an address where it is known, else the way from a page.
    pub(super) fn address(&self, path: &str, from_page: &str) -> String {
        match self.url {
            Some(url) => format!("{url}{path}"),
            None => from_page.to_owned(),
        }
    }
}
