//! What files of many kinds say, worked out by hand.

mod pages;

use super::*;

fn capture(bytes: &[u8]) -> Capture<'_> {
    read(bytes, &Hint::default()).expect("it is read")
}

/// How a quote stands in a page, and where.
fn found(capture: &Capture<'_>, quote: &str) -> (&'static str, Option<PagePart>) {
    let found = QuoteFinder::new(&capture.words).find(quote);
    (found.outcome.name(), found.place)
}

#[test]
fn what_is_not_read_is_named() {
    for (bytes, name) in [
        (b"%PDF-1.7 ...".to_vec(), "PDF"),
        (b"\x89PNG\r\n\x1A\n".to_vec(), "image"),
        (zipped::stored(&[("a.txt", b"34")]), "ZIP"),
        (zipped::stored(&[("mimetype", b"application/epub+zip")]), "EPUB"),
        (zipped::stored(&[("xl/workbook.xml", b"")]), "spreadsheet"),
        (unpack::gzip(b"%PDF-1.7"), "gzip: it holds a file of kind PDF, which is not read there"),
        (unpack::gzip(&unpack::gzip(b"34")), "gzip: it holds a file of kind gzip, which is not read there"),
        (
            b"From: <Saved by Blink>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related\r\n".to_vec(),
            "MHTML",
        ),
    ] {
        assert_eq!(read(&bytes, &Hint::default()).expect_err("it is not read").to_string(), name);
    }
}

/// Each kind of file with these words in it.
fn each_kind(words: &str) -> Vec<(&'static str, Vec<u8>)> {
    let body = format!("<w:document><w:p><w:r><w:t>{words}</w:t></w:r></w:p></w:document>");
    let (first, last) = words.split_at(words.find(" people").expect("it is in the words"));
    let page = format!("<!DOCTYPE html><title>Flood</title><body><p>It rained.</p><p>{words}</p>");
    let answer = format!("HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n{page}");
    let warc = warc::record("response", "https://a.org/", &answer).into_bytes();
    let utf_16 =
        |words: &str| [vec![0xFF, 0xFE], words.encode_utf16().flat_map(u16::to_le_bytes).collect()].concat();
    vec![
        ("a.txt", words.as_bytes().to_vec()),
        ("b.txt", utf_16(words)),
        ("a.txt.gz", unpack::gzip(words.as_bytes())),
        ("a.md", format!("# Flood\n\n{}", words.replace("34", "**34**")).into_bytes()),
        (
            "a.srt",
            format!(
                "1\n00:00:01,000 --> 00:00:02,000\n{first}\n\n2\n00:00:02,000 --> 00:00:03,500\n{last}\n"
            )
            .into_bytes(),
        ),
        (
            "a.vtt",
            format!("WEBVTT\n\n00:01.000 --> 00:02.000\n<v Ann>{first}\n\n00:02.000 --> 00:03.500\n{last}\n")
                .into_bytes(),
        ),
        ("b", format!("[00:01] {first}\n[00:02] {last}\n").into_bytes()),
        ("a.docx", zipped::stored(&[(docx::BODY, body.as_bytes())])),
        ("a.html", page.clone().into_bytes()),
        ("b.html", format!("<?xml version=\"1.0\"?><!-- saved -->{page}").into_bytes()),
        ("c.html", utf_16(&page)),
        ("a.html.gz", unpack::gzip(page.as_bytes())),
        ("a.warc", warc.clone()),
        ("a.warc.gz", unpack::gzip(&warc)),
        ("a.wacz", zipped::stored(&[("pages/pages.jsonl", b"{}"), ("archive/data.warc", &warc)])),
    ]
}

#[test]
fn in_every_kind_of_file_true_words_hold_and_altered_ones_do_not() {
    let words = "The mayor said that 34 people were not warned and that the road is “shut”.";
    for (name, bytes) in each_kind(words) {
        let hint = Hint::new(std::path::Path::new(name), None);
        let capture = read(&bytes, &hint).expect("it is read");
        let how = |quote: &str| found(&capture, quote).0;
        assert!(["exact", "folded"].contains(&how("34 people were not warned")), "{name}");
        assert_eq!(how("the road is \"shut\""), "folded", "{name}");
        assert_eq!(how("the mayor said that 84 people were not warned"), "near", "{name}");
        assert_eq!(how("34 people were warned and that the road"), "near", "{name}");
    }
}

#[test]
fn a_time_code_says_which_of_several_places_is_meant_and_the_time_of_a_quote_is_known() {
    let srt = "1\n00:00:10,000 --> 00:00:12,000\nthe gate is open\n\n2\n00:01:30,000 --> 00:01:32,000\nand the gate\n\n\
               3\n00:01:32,000 --> 00:01:33,500\nis\n\n4\n00:01:33,500 --> 00:01:35,000\nshut";
    let capture = capture(srt.as_bytes());
    let finder = QuoteFinder::new(&capture.words);
    assert_eq!(finder.find("and the gate is shut").said, Some((90_000, Some(95_000))));
    assert_eq!(finder.find("the gate").outcome.name(), "ambiguous");
    let asked = crate::text::Needle::new("the gate").with_locator("00:01:31");
    assert_eq!(finder.find(asked).said, Some((90_000, Some(92_000))));
}

proptest::proptest! {
    #[test]
    fn any_bytes_at_all_are_read_or_refused(head in 0..HEADS.len(), bytes: Vec<u8>) {
        let _ = read(&[HEADS[head], &bytes].concat(), &Hint::default());
    }
}

const HEADS: [&[u8]; 9] = [
    b"",
    b"\x1F\x8B\x08",
    b"PK\x03\x04",
    b"WARC/1.0\r\n",
    b"%PDF-",
    b"WEBVTT\n",
    b"<html>",
    b"\xFF\xFE",
    b"1\n00:00:01,000 --> 00:00:02,000\n",
];

#[test]
fn so_many_characters_are_read_and_no_more() {
    let most = 16 << 20;
    for (size, is_read) in [(most, true), (most + 1, false)] {
        let text = "word ".repeat(size / 5 + 1);
        let bytes = &text.as_bytes()[..size];
        let plain = read(bytes, &Hint::default());
        assert_eq!(plain.is_ok(), is_read, "{size}");
        let packed = unpack::gzip(bytes);
        let unpacked = read(&packed, &Hint::default());
        assert_eq!(unpacked.is_ok(), is_read, "{size} packed in {}", packed.len());
        for refused in [plain, unpacked].into_iter().filter_map(Result::err) {
            assert!(refused.to_string().ends_with("it holds more than 16 MB of characters"), "{refused}");
        }
    }
}
