//! The desk page: the text on the left, what of it waits and what is recorded on the right, in one file that asks nobody for anything.
//!
//! The text and the record are there without a script; the script decides on what waits, and keeps the answers.

mod marks;
mod page;

use askama::Template;

use super::unheard::unheard_html;
use crate::view::desk::Desk;
use page::Page;

/// The whole page.
pub(crate) fn page(view: &Desk) -> String {
    let page = Page::new(view).render().expect("a string can always be written to");
    unheard_html(&page).into_owned()
}
