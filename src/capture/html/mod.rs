//! The words of an HTML page: what a reader sees, blocks, cells and line breaks apart, and which of it is the article.

mod about;
mod article;
mod elements;
mod gates;
mod hung;
mod instead;
mod look;
mod machines;
mod marks;
mod nesting;
mod noscript;
mod notes;
mod selector;
mod sheet;
mod style;
#[cfg(test)]
mod tests;
mod texts;
mod walk;

use dom_query::Document;

use self::gates::letters;
use self::hung::shown;
pub(super) use self::hung::{Drafted, Hanging, Hung, SET, drafted};
pub(super) use self::machines::{data, is_data};
pub(super) use self::nesting::check_depth;
use self::noscript::{NoScript, without_noscript};
pub(super) use self::notes::{could_name, is_nothing_but_a_name, with_addresses};
use super::wordless::Wordless;
use super::words::{PagePart, Words};

/// What takes the words of a page, with its version: recorded with every offset into them.
pub(crate) const EXTRACTOR: &str = "gainsay-page 1, dom_smoothie 0.19";

/// So many letters that are said to those who run no scripts are more than a request to run them.
const MUCH: usize = 500;

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
    check_depth(page)?;
    let cut = without_noscript(page, NoScript::CutOut);
    let read = tree(page, &cut.page);
    if cut.letters > MUCH && cut.letters > read.body {
        let kept = without_noscript(page, NoScript::Kept);
        return Ok(tree(page, &kept.page).page);
    }
    Ok(read.page)
}

/// Reads what another format was written as: all of it is seen, and none is more the article than the rest.
///
/// # Errors
/// It is nested beyond reason.
pub(super) fn rendered(page: &str) -> Result<Words<'static>, String> {
    check_depth(page)?;
    let cut = without_noscript(page, NoScript::CutOut);
    let document = Document::from(cut.page.as_ref());
    Ok(shown(walk::walk(&document).pen))
}

/// A page, and how many letters and digits of it stand below the title.
struct Read {
    page: Page,
    body: usize,
}

/// Reads what is left of a page that was saved.
fn tree(saved: &str, page: &str) -> Read {
    let document = Document::from(page.trim_start_matches('\u{FEFF}'));
    let mut walked = walk::walk(&document);
    let for_machines = machines::article(&document, walked.pen.written());
    let first_of_machines = for_machines.map(|article| machines::write(&mut walked.pen, &article));
    for node in &walked.left_out {
        node.remove_from_parent();
    }
    let shape = walked.shape;
    let (words, blocks) = walked.pen.done();
    let article = match first_of_machines {
        Some(first) => (0..blocks).map(|block| block >= first).collect(),
        None => article::blocks(page, document, &shape, &words, blocks),
    };
    let body = words.parts.iter().filter(|part| part.place != PagePart::Title);
    let body = body.map(|part| letters(&words.text[part.at.clone()])).sum();
    let shown = instead::Shown { page: saved, words: &words.text, body, has_scripts: shape.has_scripts };
    Read { page: Page { wordless: instead::instead(&shown), words: words.layered(&article) }, body }
}
