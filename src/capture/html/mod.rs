//! The words of an HTML page: what a reader sees, blocks, cells and line breaks apart, and which of it is the article.

mod about;
mod article;
mod elements;
mod hidden;
mod instead;
mod marks;
mod nesting;
mod walk;

use dom_query::Document;

use super::wordless::Wordless;
use super::words::{PagePart, Words};

/// What takes the words of a page, with its version: recorded with every offset into them.
pub(crate) const EXTRACTOR: &str = "gainsay-page 1, dom_smoothie 0.19";

/// The words of a page, and why it has none of its own, where it has none.
pub(super) struct Page {
    pub(super) words: Words<'static>,
    pub(super) wordless: Option<Wordless>,
}

/// Reads a page.
///
/// # Errors
/// It is nested beyond reason.
pub(super) fn read(page: &str) -> Result<Page, String> {
    if nesting::is_bottomless(page) {
        return Err("its elements are nested beyond reason, and it is refused".to_owned());
    }
    let document = Document::from(page.trim_start_matches('\u{FEFF}'));
    let walked = walk::walk(&document);
    for node in &walked.left_out {
        node.remove_from_parent();
    }
    let shape = walked.shape;
    let (words, blocks) = walked.pen.done();
    let article = article::blocks(document, &shape, &words, blocks);
    let body = words.parts.iter().filter(|part| part.place != PagePart::Title);
    let body = body.map(|part| letters(&words.text[part.at.clone()])).sum();
    let shown = instead::Shown { page, words: &words.text, body, has_scripts: shape.has_scripts };
    Ok(Page { wordless: instead::instead(&shown), words: words.layered(&article) })
}

fn letters(words: &str) -> usize {
    words.chars().filter(|c| c.is_alphanumeric()).count()
}
