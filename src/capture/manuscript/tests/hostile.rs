//! What is no draft, and what is made to be none: refused with a reason.

use super::*;
use crate::capture::docx::BODY;
use crate::capture::unpack::{MOST_UNPACKED, gzip};
use crate::capture::zipped::stored;

fn refused(bytes: &[u8], name: &str) -> String {
    Manuscript::read(bytes, name).expect_err("it is refused")
}

#[test]
fn what_is_no_draft_is_named() {
    for (bytes, name, kind) in [
        (b"%PDF-1.7 ...".to_vec(), "a.md", "PDF"),
        (b"\x89PNG\r\n\x1A\n".to_vec(), "a.png", "image"),
        (b"WARC/1.1\r\n".to_vec(), "a.warc", "WARC"),
        (gzip(b"34"), "a.md.gz", "gzip"),
        (stored(&[("a.txt", b"34")]), "a.docx", "ZIP"),
        (stored(&[("xl/workbook.xml", b"")]), "a.xlsx", "spreadsheet"),
        (stored(&[("archive/a.warc.gz", b"")]), "a.wacz", "WACZ"),
        (stored(&[("mimetype", b"application/vnd.oasis.opendocument.text")]), "a.odt", "OpenDocument"),
        (b"WEBVTT\n\n00:01.000 --> 00:02.000\nYes".to_vec(), "a.txt", "WebVTT"),
        (b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1".to_vec(), "a.doc", "old Office document"),
    ] {
        let expected = format!("it is {kind}, and a draft is Markdown, HTML, DOCX or plain text");
        assert_eq!(refused(&bytes, name), expected);
    }
}

#[test]
fn a_document_without_its_parts_is_refused() {
    let comments = b"<w:comments/>";
    assert_eq!(
        refused(&stored(&[("word/comments.xml", comments)]), "a.docx"),
        "DOCX: it has no part `word/document.xml`"
    );
    assert_eq!(refused(b"PK\x03\x04 and no more", "a.docx"), "it is a ZIP whose directory cannot be read");
    let broken = stored(&[(BODY, b"<w:p/>"), ("word/comments.xml", b"<w:comment><w:p></w:comment>")]);
    assert!(refused(&broken, "a.docx").starts_with("DOCX: its part `word/comments.xml`: it is broken"));
}

#[test]
fn entities_that_a_document_declares_are_refused() {
    let bomb =
        "<!DOCTYPE w [<!ENTITY a SYSTEM \"file:///etc/hostname\">]><w:p><w:r><w:t>&a;</w:t></w:r></w:p>";
    for part in [BODY, "word/comments.xml", "word/footnotes.xml", "word/_rels/document.xml.rels"] {
        let bytes = match part {
            BODY => stored(&[(BODY, bomb.as_bytes())]),
            part => stored(&[(BODY, b"<w:p/>"), (part, bomb.as_bytes())]),
        };
        let why = refused(&bytes, "a.docx");
        assert!(why.contains("declares its own entities"), "{part}: {why}");
    }
    // One that is declared nowhere is nothing.
    let bytes = stored(&[(BODY, b"<w:p><w:r><w:t>34&a; men</w:t></w:r></w:p>")]);
    assert_eq!(read(&bytes, "a.docx").words.article(), "34 men");
}

/// A ZIP with one part more, packed.
fn packed(part: &str, content: &[u8]) -> Vec<u8> {
    use std::io::Write;
    let mut encoder = flate2::write::DeflateEncoder::new(Vec::new(), flate2::Compression::best());
    encoder.write_all(content).expect("memory takes it");
    let content = encoder.finish().expect("memory takes it");
    let mut bytes = stored(&[(BODY, b"<w:p/>"), (part, &content)]);
    // The directory says how the last part is packed.
    let entry = memchr::memmem::rfind(&bytes, b"PK\x01\x02").expect("it has a directory");
    bytes[entry + 10] = 8;
    bytes
}

#[test]
fn a_part_that_unpacks_without_end_is_refused() {
    let bytes = packed("word/comments.xml", &vec![b' '; MOST_UNPACKED + 1]);
    assert!(bytes.len() < 1 << 20);
    assert_eq!(refused(&bytes, "a.docx"), "DOCX: it unpacks to more than 64 MiB, and is refused");
}

#[test]
fn a_page_that_is_more_than_is_read_is_refused() {
    let body = format!("<w:p><w:r><w:t>{}</w:t></w:r></w:p>", "34 men ".repeat(2_400_000));
    let why = refused(&stored(&[(BODY, body.as_bytes())]), "a.docx");
    assert!(why.ends_with("it holds more than 16 MB of characters"), "{why}");
    let text = "34 men ".repeat(2_400_000);
    assert!(refused(text.as_bytes(), "a.md").ends_with("it holds more than 16 MB of characters"));
}

#[test]
fn comments_that_nest_by_the_thousand_are_read() {
    let all = |edge: &str| -> String {
        (0..5_000).map(|id| format!("<w:commentRange{edge} w:id=\"{id}\"/>")).collect()
    };
    let comments: String = (0..5_000)
        .map(|id| {
            format!("<w:comment w:id=\"{id}\"><w:p><w:r><w:t>herald#{id}</w:t></w:r></w:p></w:comment>")
        })
        .collect();
    let paragraphs = "<w:p><w:r><w:t>34 men</w:t></w:r></w:p>".repeat(200);
    let body = format!("{}{paragraphs}{}", all("Start"), all("End"));
    let bytes = stored(&[(BODY, body.as_bytes()), ("word/comments.xml", comments.as_bytes())]);
    let draft = read(&bytes, "a.docx");
    let whole = 0..draft.words.article().len();
    assert_eq!(draft.marks.len(), 5_000);
    assert!(draft.marks.iter().all(|mark| mark.at == whole));
}

#[test]
fn a_note_that_is_referred_to_without_end_is_refused() {
    let note = "word ".repeat(100_000);
    let page = format!("<!doctype html>{}<p class=footnotes id=n>{note}", "34<a href=#n>1</a> ".repeat(100));
    assert_eq!(refused(page.as_bytes(), "a.html"), "HTML: its marks say more than 16 MB together");
    let text = format!("{}\n\n[^1]: {note}", "34[^1] ".repeat(100));
    assert_eq!(refused(text.as_bytes(), "a.md"), "Markdown: its marks say more than 16 MB together");
}

#[test]
fn notes_without_number_are_refused() {
    let text: String = (0..50_001).map(|id| format!("[^{id}]: x\n\n")).collect();
    assert_eq!(refused(text.as_bytes(), "a.md"), "Markdown: it has more than 50000 notes and comments");
}

#[test]
fn notes_that_stand_in_each_other_take_time_by_their_length() {
    let open: String = (0..1_000).map(|id| format!("<a href='#n{id}'>1</a>")).collect();
    let notes: String = (0..1_000).map(|id| format!("<div class=footnote id=n{id}>")).collect();
    let page = format!("<!doctype html>{open}{notes}{}", "<i></i>".repeat(100_000));
    let draft = read(page.as_bytes(), "a.html");
    assert!(draft.marks.is_empty() && draft.words.article().starts_with("1"));
}

#[test]
fn what_is_nested_beyond_reason_is_refused() {
    let page = format!("<!doctype html>{}", "<div>".repeat(5_000));
    assert!(refused(page.as_bytes(), "a.html").contains("nested beyond reason"));
    let body = "<w:tbl>".repeat(5_000) + &"</w:tbl>".repeat(5_000);
    assert!(refused(&stored(&[(BODY, body.as_bytes())]), "a.docx").contains("nested beyond reason"));
}

#[test]
fn bytes_that_are_no_characters_are_read_as_texts_are() {
    for name in ["a.md", "a.txt", "a.html", "-"] {
        let bytes = b"34 men\0 held\0.[^a#b] \xFF <b data-claim='a#b\0'>12</b>";
        let draft = read(bytes, name);
        assert!(draft.words.article().starts_with("34 men"), "{name}");
        for (at, c) in draft.words.article().char_indices() {
            assert!(draft.file.get(draft.place(&(at..at + c.len_utf8()))).is_some(), "{name}: {at}");
        }
    }
}

proptest::proptest! {
    #[test]
    fn any_draft_is_read_or_refused_and_each_word_has_a_place(kind in 0..NAMES.len(), pieces in proptest::collection::vec(0..PIECES.len(), 0..40)) {
        let text: String = pieces.iter().map(|piece| PIECES[*piece]).collect();
        let docx = stored(&[(BODY, text.as_bytes()), ("word/footnotes.xml", text.as_bytes()), ("word/comments.xml", text.as_bytes())]);
        let bytes = if NAMES[kind] == "a.docx" { &docx } else { text.as_bytes() };
        if let Ok(draft) = Manuscript::read(bytes, NAMES[kind]) {
            draft.words.are_sound();
            let article = draft.words.article();
            for mark in &draft.marks {
                proptest::prop_assert!(article.get(mark.at.clone()).is_some(), "{:?}", mark);
                proptest::prop_assert!(draft.file.get(draft.place(&mark.at)).is_some(), "{:?}", mark);
            }
            for (at, c) in article.char_indices() {
                let place = draft.place(&(at..at + c.len_utf8()));
                proptest::prop_assert!(draft.file.get(place.clone()).is_some(), "{:?}", place);
            }
        }
    }
}

const NAMES: [&str; 5] = ["a.md", "-", "a.html", "a.txt", "a.docx"];

const PIECES: [&str; 40] = [
    "34",
    " men ",
    "\n\n",
    "[^",
    "a#b",
    "]",
    "[",
    "](x/y)",
    "[^1]",
    "\n\n[^1]: ",
    "*",
    "`",
    "```\n",
    "    ",
    "| a |\n|---|\n| ",
    "&amp;",
    "&eacute",
    "é",
    "\0",
    "<p>",
    "</p>",
    "<b data-claim='a#b'>",
    "</b>",
    "<a href='#n'>",
    "</a>",
    "<a id=n>",
    "<sup>",
    "</sup>",
    "<del>",
    "</del>",
    "<!--",
    "-->",
    "![",
    "\\",
    "<w:p><w:r><w:t>",
    "</w:t></w:r></w:p>",
    "<w:commentRangeStart w:id='1'/>",
    "<w:commentRangeEnd w:id='1'/>",
    "<w:comment w:id='1'>",
    "</w:comment>",
];
