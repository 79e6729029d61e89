//! Drafts with notes in their margins, as one page that needs nothing else: no script, no request to anywhere.

mod note;
mod page;
mod passage;
#[cfg(test)]
mod tests;

use askama::Template;

use super::unheard::unheard_html;
use crate::view::draft::annotated::Annotated;
use page::Page;

/// The whole page.
pub(crate) fn page(view: &Annotated) -> String {
    let page = Page::new(view).render().expect("a string can always be written to");
    unheard_html(&page).into_owned()
}
