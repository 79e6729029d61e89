//! The discrepancy report as one HTML page that needs nothing else: no script to be read, no request to anywhere.

mod answers;
pub(in crate::render) mod article;
pub(in crate::render) mod badge;
mod dispute;
pub(in crate::render) mod entry;
pub(in crate::render) mod grid;
mod leads;
mod legend;
mod line;
mod page;
mod pair;
pub(in crate::render) mod piece;
mod places;
mod positions;
pub(in crate::render) mod scale;
pub(in crate::render) mod sources;
mod tree;
mod way;

#[cfg(test)]
pub(in crate::render) mod tests;

use askama::Template;

use crate::render::unheard::unheard_html;
use crate::view::report::Report;
pub(in crate::render) use leads::Leads;
use page::Page;
pub(in crate::render) use page::STYLE;

/// The whole page.
pub(crate) fn page(view: &Report) -> String {
    let page = Page::new(view).render().expect("a string can always be written to");
    unheard_html(&page).into_owned()
}
