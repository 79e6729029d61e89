//! The discrepancy report as one HTML page that needs nothing else: no script to be read, no request to anywhere.

mod anchor;
mod answers;
mod article;
mod badge;
mod dispute;
mod entry;
mod grid;
mod legend;
mod line;
mod page;
mod pair;
mod piece;
mod places;
mod positions;
mod scale;
mod sources;
mod tree;
mod way;

#[cfg(test)]
mod tests;

use askama::Template;

use crate::render::unheard::unheard_html;
use crate::view::report::Report;
use page::Page;

/// The whole page.
pub(crate) fn page(view: &Report) -> String {
    let page = Page::new(view).render().expect("a string can always be written to");
    unheard_html(&page).into_owned()
}
