//! Any bytes as a saved file: a page, a text, subtitles, what is packed in something.

use std::path::Path;

use super::TWICE;
use super::find::holds;
use super::printed::{SCREEN, is_text};
use super::recorded;
use crate::capture::{self, Hint, QuoteFinder, gzip, stored};
use crate::render;
use crate::text::Needle;
use crate::view::find::FoundQuote;
use crate::view::text::TextAsRead;

/// Reads a page, and looks for words of it.
pub fn page(input: &[u8]) {
    looked_at(input, &Hint::new(Path::new("page.html"), None));
}

/// Reads a file of any kind: the first byte says what it is called or packed in, the rest is in it.
pub fn capture(input: &[u8]) {
    let (first, rest) = input.split_first().unwrap_or((&b't', &[]));
    let url = Some("https://a.example/");
    let named = |bytes: &[u8], name: &str| looked_at(bytes, &Hint::new(Path::new(name), url));
    match first {
        b'm' => named(rest, "a.md"),
        b's' => named(rest, "a.srt"),
        b'v' => named(rest, "a.vtt"),
        b'z' => named(rest, "a"),
        b'g' => named(&gzip(rest), "a.txt.gz"),
        b'd' => named(&stored(&[("word/document.xml", rest), ("word/footnotes.xml", rest)]), "a.docx"),
        b'w' => named(rest, "a.warc"),
        b'W' => named(&stored(&[("archive/a.warc.gz", &gzip(rest))]), "a.wacz"),
        b'r' => named(&response(rest), "a.warc"),
        _ => named(rest, "a.txt"),
    }
}

/// A WARC of one record, in which a server answers with these bytes, its own headers among them.
fn response(answer: &[u8]) -> Vec<u8> {
    let head = format!(
        "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://a.example/\r\nContent-Type: application/http; msgtype=response\r\n\
         Content-Length: {}\r\n\r\n",
        answer.len()
    );
    [head.as_bytes(), answer, b"\r\n\r\n"].concat()
}

/// A quote with words left out that no text is likely to have, and a locator.
const ABSENT: Needle<'static> = Needle {
    quote: "34 trucks burned ... at dawn",
    prefix: None,
    suffix: None,
    locator: Some("line 2"),
    language: None,
};

fn looked_at(bytes: &[u8], hint: &Hint<'_>) {
    recorded::drafted(bytes, hint);
    let read = capture::read(bytes, hint);
    if bytes.len().is_multiple_of(TWICE) {
        assert_eq!(capture::read(bytes, hint), read, "read twice");
    }
    let Ok(read) = read else { return };
    let words = &read.words;
    words.are_sound();
    let finder = QuoteFinder::new(words);
    let lines = words.text.lines().filter(|line| !line.trim().is_empty());
    for needle in lines.take(2).map(Needle::new).chain([ABSENT]) {
        let found = finder.find(needle);
        if let Some(at) = &found.at {
            assert!(found.text.get(at.clone()).is_some(), "{found:?}");
        }
        // What was found in a part of a page may have gone over what stands between two pieces of it.
        if found.text == words.text {
            holds(&words.text, needle.quote, &found.outcome);
        }
        let view = FoundQuote::new(&read, &found);
        let mut out = render::json_line(&view);
        render::find::render(&mut out, &view, SCREEN);
        is_text(&out);
    }
    let view = TextAsRead::new("a", &read, "");
    let mut out = render::json(&view);
    render::text::render(&mut out, &view, SCREEN);
    is_text(&out);
}
