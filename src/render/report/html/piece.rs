//! Running text with marked stretches: messages with words in backticks, and quotes with the words that only they have.

use askama::Template;
use askama::filters::HtmlSafe;

/// A run of text, marked or not.
#[derive(Debug, PartialEq, Eq)]
pub(in crate::render) struct Piece {
    text: String,
    marked: bool,
}

/// A message; what stands in backticks is code.
#[derive(Debug, PartialEq, Eq, Template)]
#[template(
    ext = "html",
    source = "{% for it in pieces %}{% if it.marked %}<code>{{ it.text }}</code>{% else %}{{ it.text }}{% endif %}{% endfor %}"
)]
pub(in crate::render) struct Message {
    pieces: Vec<Piece>,
}

/// A quote; what it has and the one beside it has not is marked.
#[derive(Debug, PartialEq, Eq, Template)]
#[template(
    ext = "html",
    source = "{% for it in pieces %}{% if it.marked %}<mark>{{ it.text }}</mark>{% else %}{{ it.text }}{% endif %}{% endfor %}"
)]
pub(in crate::render) struct QuoteWords {
    pieces: Vec<Piece>,
}

/// What a quote says in the language of the dossier, to stand behind it.
#[derive(Debug, PartialEq, Eq, Template)]
#[template(ext = "html", source = "<span class=\"dim\">translated: “<bdi>{{ words }}</bdi>”</span>")]
pub(in crate::render) struct Translation {
    words: String,
}

impl HtmlSafe for Translation {}
impl HtmlSafe for Message {}
impl HtmlSafe for QuoteWords {}

impl Message {
    pub(in crate::render) fn new(message: &str) -> Self {
        let parts = message.split('`').enumerate();
        let parts = parts.map(|(index, text)| Piece { text: text.to_owned(), marked: index % 2 == 1 });
        Message { pieces: parts.filter(|piece| !piece.text.is_empty()).collect() }
    }
}

impl Translation {
    /// `None` where none is recorded.
    pub(in crate::render) fn of(words: Option<&str>) -> Option<Self> {
        words.map(|words| Translation { words: words.to_owned() })
    }
}

impl QuoteWords {
    pub(in crate::render) fn plain(text: &str) -> Self {
        QuoteWords { pieces: vec![Piece { text: text.to_owned(), marked: false }] }
    }

    /// Runs of words, the space behind a marked one outside the mark and none at the end.
    pub(in crate::render) fn of<'a>(runs: impl Iterator<Item = (&'a str, bool)>) -> Self {
        let mut pieces: Vec<Piece> = Vec::new();
        for (text, marked) in runs {
            let words = text.trim_end();
            pieces.push(Piece { text: words.to_owned(), marked });
            pieces.push(Piece { text: text[words.len()..].to_owned(), marked: false });
        }
        pieces.pop();
        pieces.retain(|piece| !piece.text.is_empty());
        QuoteWords { pieces }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_stands_in_backticks_is_code_and_what_is_no_markup_stays_text() {
        assert_eq!(
            Message::new("`nine` and `12 or more` have <nothing> in common").to_string(),
            "<code>nine</code> and <code>12 or more</code> have &#60;nothing&#62; in common"
        );
    }

    #[test]
    fn no_space_is_marked_and_none_ends_a_quote() {
        let runs = [("the ", false), ("Jordan ", true), ("attack ", false)];
        assert_eq!(QuoteWords::of(runs.into_iter()).to_string(), "the <mark>Jordan</mark> attack");
    }
}
