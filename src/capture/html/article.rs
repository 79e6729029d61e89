//! Which blocks of a page are its article.

use dom_query::Document;
use dom_smoothie::{Config, Readability, TextMode};
use memchr::memmem;

use super::walk::Shape;
use crate::capture::words::{PagePart, Words};

/// A page that is nested deeper, or has more elements, is read without making out its article.
const DEEPEST: usize = 2_000;
const MOST_ELEMENTS: usize = 200_000;

/// A block of so many letters is known by them alone; a shorter one by its neighbours too.
const TELLING: usize = 24;

/// At most so many bytes are compared.
const MOST_COMPARED: usize = 1 << 28;

/// An article that holds less than one part in so many of what the page shows, and little of it, is none.
const FRACTION: usize = 6;
const LITTLE: usize = 400;

/// By block, whether it is of the article; of none where no article can be made out.
pub(super) fn blocks(document: Document, shape: &Shape, words: &Words<'_>, blocks: usize) -> Vec<bool> {
    let nothing = vec![false; blocks];
    if shape.depth > DEEPEST || shape.elements > MOST_ELEMENTS {
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
