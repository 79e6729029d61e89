//! Which blocks of a page are its article.

use dom_query::{Document, NodeRef};
use dom_smoothie::{Config, Readability, TextMode};
use memchr::memmem;

use super::walk::Shape;
use crate::capture::words::{PagePart, Words};

/// A page that is nested deeper, or has more elements, is read without making out its article.
const DEEPEST: usize = 2_000;
const MOST_ELEMENTS: usize = 200_000;

/// Steps of writing a page down as HTML again, which takes the square of a text full of marks that are escaped.
const MOST_ESCAPED: usize = 1 << 33;

/// A block of so many letters is known by them alone; a shorter one by its neighbours too.
const TELLING: usize = 24;

/// At most so many bytes are compared.
const MOST_COMPARED: usize = 1 << 28;

/// An article that holds less than one part in so many of what the page shows, and little of it, is none.
const FRACTION: usize = 6;
const LITTLE: usize = 400;

/// By block, whether it is of the article; of none where no article can be made out.
pub(super) fn blocks(
    page: &str,
    document: Document,
    shape: &Shape,
    words: &Words<'_>,
    blocks: usize,
) -> Vec<bool> {
    let nothing = vec![false; blocks];
    if shape.depth > DEEPEST || shape.elements > MOST_ELEMENTS || is_long_in_writing(page, &document) {
        return nothing;
    }
    let config = Config { text_mode: TextMode::Formatted, disable_json_ld: true, ..Config::default() };
    let article =
        Readability::with_document(document, None, Some(config)).ok().and_then(|mut page| page.parse().ok());
    let Some(article) = article else { return nothing };
    let of_article = letters(&article.text_content);
    let own = own_letters(words, blocks);
    let marked = marked(&own, &of_article);
    let of_blocks = |taken: bool| {
        own.iter().zip(&marked).filter(|(_, is)| **is || !taken).map(|(own, _)| own.len()).sum::<usize>()
    };
    let (kept, all) = (of_blocks(true), of_blocks(false));
    if kept < LITTLE && kept * FRACTION < all { nothing } else { marked }
}

/// Whether the reader of articles would take long to write a page down: it goes through the rest of a text, or of an attribute, for
/// each mark in it that is escaped.
fn is_long_in_writing(page: &str, document: &Document) -> bool {
    let steps =
        |text: &str| memchr::memchr2_iter(b'&', 0xC2, text.as_bytes()).count().saturating_mul(text.len());
    if steps(page) <= MOST_ESCAPED {
        return false;
    }
    let root = document.root();
    let of_node = |node: NodeRef<'_>| match node.is_text() {
        true => steps(&node.text()),
        false => node.attrs().iter().map(|attribute| steps(&attribute.value)).fold(0, usize::saturating_add),
    };
    root.descendants_it().map(of_node).fold(0, usize::saturating_add) > MOST_ESCAPED
}

/// The letters of each block, title aside; digits, which marks of notes may alter, are put aside.
fn own_letters(words: &Words<'_>, blocks: usize) -> Vec<String> {
    let mut own = vec![String::new(); blocks];
    for part in words.parts.iter().filter(|part| part.place != PagePart::Title) {
        own[part.block].push_str(&letters(&words.text[part.at.clone()]));
    }
    own
}

fn letters(words: &str) -> String {
    words.chars().filter(|c| c.is_alphabetic()).collect()
}

fn marked(own: &[String], article: &str) -> Vec<bool> {
    let mut compared = 0;
    let mut stands = |letters: &String| {
        compared += article.len();
        compared < MOST_COMPARED && memmem::find(article.as_bytes(), letters.as_bytes()).is_some()
    };
    let mut marked: Vec<bool> =
        own.iter().map(|letters| letters.len() >= TELLING && stands(letters)).collect();
    // A short block, or one without letters, is of the article where the telling blocks on both sides are.
    let telling: Vec<usize> = (0..own.len()).filter(|block| own[*block].len() >= TELLING).collect();
    for sides in telling.windows(2) {
        let &[before, behind] = sides else { continue };
        if marked[before] && marked[behind] {
            for block in before + 1..behind {
                marked[block] = own[block].is_empty() || stands(&own[block]);
            }
        }
    }
    marked
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_full_of_marks_is_not_written_down_again_and_many_short_ones_are() {
        let is_long = |page: &str| is_long_in_writing(page, &Document::from(page));
        assert!(is_long(&format!("<p>{}", "&amp;".repeat(150_000))));
        assert!(is_long(&format!("<p title='{}'>", "&amp;".repeat(150_000))));
        assert!(!is_long(&"<p>a &amp; b".repeat(15_000)));
        assert!(!is_long("<p>a &amp; b"));
    }
}
