//! Which characters of a page as it is written are its texts: what stands outside of tags, with where it stands.

use std::collections::HashMap;

use dom_query::Document;
use memchr::{memchr, memmem};

use super::noscript::{Closings, RAW, tag_end};
use crate::capture::runs::Runs;

/// So many names of characters are looked up; what else is written as one stands as it is.
const MOST_NAMES: usize = 4096;

/// No character has a longer name.
const LONGEST_NAME: usize = 33;

/// The texts of a page, one behind the other, with where each character of them is written.
pub(super) struct Texts {
    pub(super) text: String,
    pub(super) written: Runs,
    names: HashMap<String, String>,
}

impl Texts {
    /// Takes the texts of a page, of scripts and styles too. Time is linear in its length.
    pub(super) fn of(page: &str) -> Self {
        let mut texts = Texts { text: String::new(), written: Runs::default(), names: HashMap::new() };
        let bytes = page.as_bytes();
        let (mut at, mut from) = (0, 0);
        let mut closed = Closings::default();
        while let Some(tag) = memchr(b'<', &bytes[at..]).map(|tag| at + tag) {
            let is_end = bytes.get(tag + 1) == Some(&b'/');
            let name = tag + 1 + usize::from(is_end);
            let length = bytes[name..].iter().take_while(|byte| byte.is_ascii_alphanumeric()).count();
            let behind = |mark: &[u8]| {
                memmem::find(&bytes[tag..], mark).map_or(bytes.len(), |end| tag + end + mark.len())
            };
            let is_named = bytes.get(name).is_some_and(u8::is_ascii_alphabetic);
            let end = match bytes.get(tag + 1) {
                _ if bytes[tag..].starts_with(b"<!--") => behind(b"-->"),
                _ if is_named => tag_end(bytes, name + length),
                Some(b'!' | b'?' | b'/') => behind(b">"),
                _ => {
                    at = tag + 1;
                    continue;
                }
            };
            texts.decoded(page, from, tag);
            (at, from) = (end, end);
            let own = bytes[name..name + length.min(16)].to_ascii_lowercase();
            if is_end || !(RAW.contains(&own.as_slice()) || own == b"noscript") {
                continue;
            }
            if let Some(close) = closed.find(bytes, &own, end) {
                match own.as_slice() {
                    b"title" | b"textarea" => texts.decoded(page, end, close),
                    b"noscript" => {}
                    _ => texts.verbatim(page, end, close),
                }
                (at, from) = (close, close);
            }
        }
        texts.decoded(page, from, page.len());
        texts
    }

    fn verbatim(&mut self, page: &str, from: usize, to: usize) {
        let own = self.text.len();
        self.text.push_str(&page[from..to]);
        self.written.push(own..self.text.len(), from);
    }

    /// Characters some of which are written by their names.
    fn decoded(&mut self, page: &str, from: usize, to: usize) {
        let mut at = from;
        while let Some(mark) = memchr(b'&', &page.as_bytes()[at..to]).map(|mark| at + mark) {
            self.verbatim(page, at, mark);
            let name = name(&page[mark..to]);
            match self.named(name) {
                Some(characters) => {
                    let own = self.text.len();
                    self.text.push_str(&characters);
                    self.written.push_whole(own..self.text.len(), mark..mark + name.len());
                    at = mark + name.len();
                }
                None => {
                    self.verbatim(page, mark, mark + 1);
                    at = mark + 1;
                }
            }
        }
        self.verbatim(page, at, to);
    }

    /// The characters that are written by a name, as browsers read it; `None` where it is none.
    fn named(&mut self, name: &str) -> Option<String> {
        if name.len() < 3 {
            return None;
        }
        if let Some(characters) = self.names.get(name) {
            return Some(characters.clone()).filter(|characters| characters != name);
        }
        if self.names.len() >= MOST_NAMES {
            return None;
        }
        let characters = Document::from(format!("<p>{name}")).root().text().to_string();
        self.names.insert(name.to_owned(), characters.clone());
        Some(characters).filter(|characters| characters != name)
    }
}

/// What may be the name of a character, its marks included.
fn name(text: &str) -> &str {
    let is_part = |byte: &u8| byte.is_ascii_alphanumeric() || *byte == b'#';
    let length = text.bytes().skip(1).take(LONGEST_NAME).take_while(is_part).count() + 1;
    let is_ended = text.as_bytes().get(length) == Some(&b';');
    &text[..length + usize::from(is_ended)]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_stand_outside_of_tags_comments_and_declarations() {
        for (page, text) in [
            ("<!doctype html><p title='34 > 3'>34 <!-- 34 --> men</p>", "34  men"),
            ("a < b &lt; c &amp;amp; d &eacute; &#8211; &#x2014;", "a < b < c &amp; d é – —"),
            ("AT&T, R&D; &copy2 &bogus;", "AT&T, R&D; ©2 &bogus;"),
            ("<script>if (a<b) '<p>34'</script>34", "if (a<b) '<p>34'34"),
            ("<title>A &amp; B</title><noscript>34</noscript>12", "A & B12"),
            ("<?xml?></ 34>é<b", "é"),
            ("3<b>4</b> <", "34 <"),
        ] {
            let texts = Texts::of(page);
            assert_eq!(texts.text, text, "{page}");
        }
    }

    #[test]
    fn each_character_is_known_by_where_it_is_written() {
        let page = "<p>34 &amp; <b title=34>12</b>";
        let texts = Texts::of(page);
        let written = |own: std::ops::Range<usize>| &page[texts.written.place(&own)];
        assert_eq!([0..2, 3..4, 5..7].map(written), ["34", "&amp;", "12"]);
    }

    proptest::proptest! {
        #[test]
        fn any_page_has_its_texts(pieces in proptest::collection::vec(0..PIECES.len(), 0..30)) {
            let page: String = pieces.iter().map(|piece| PIECES[*piece]).collect();
            let texts = Texts::of(&page);
            for (at, c) in texts.text.char_indices() {
                let place = texts.written.place(&(at..at + c.len_utf8()));
                proptest::prop_assert!(page.get(place).is_some());
            }
        }
    }

    const PIECES: [&str; 16] = [
        "<",
        ">",
        "&",
        "&amp",
        "&eacute;",
        ";",
        "é",
        "34",
        "<b a='",
        "'",
        "</",
        "<!--",
        "-->",
        "<script>",
        "</script>",
        " ",
    ];
}
