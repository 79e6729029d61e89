//! Bytes into characters: by their byte order mark, else as they declare, else as UTF-8.

use std::borrow::Cow;

use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};

use crate::text::read_text;
use crate::vocabulary::vocabulary;

/// Characters, and how they were read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Decoded<'b> {
    pub(crate) text: Cow<'b, str>,
    pub(crate) encoding: &'static str,
    pub(crate) told_by: ToldBy,
    /// The first byte that is no character in the encoding, or nothing more than that there are such bytes.
    pub(crate) damage: Option<String>,
}

vocabulary! {
    /// What tells an encoding.
    pub enum ToldBy {
        /// A byte order mark.
        Mark = "byte order mark",
        /// The server that sent it.
        Server = "server",
        /// The page's own declaration.
        Page = "declaration",
        /// Nothing: it is UTF-8.
        Nothing = "default",
        /// It declares none and is no UTF-8: what its bytes are likeliest to be.
        Guess = "guess",
    }
}

/// So much of a page is read for its declaration; browsers read 1024 bytes, saved pages have comments before it.
const DECLARED_WITHIN: usize = 4096;

/// So many bytes are looked at for a guess.
const GUESSED_BY: usize = 1 << 16;

/// Decodes `bytes`, where `server` is the encoding that came with them.
///
/// Without a mark and a declaration offsets are those of the bytes, as long as they are UTF-8 or nearly so.
pub(super) fn decode<'b>(bytes: &'b [u8], server: Option<&str>) -> Decoded<'b> {
    if let Some((encoding, _)) = Encoding::for_bom(bytes).filter(|(encoding, _)| *encoding != UTF_8) {
        return by(encoding, ToldBy::Mark, bytes);
    }
    let marked = bytes.starts_with(b"\xEF\xBB\xBF");
    if marked {
        return utf_8(bytes, ToldBy::Mark);
    }
    if let Some(encoding) = wide(bytes) {
        return by(encoding, ToldBy::Guess, bytes);
    }
    let told = server
        .and_then(|label| Encoding::for_label(label.as_bytes()))
        .map(|encoding| (encoding, ToldBy::Server))
        .or_else(|| declared(bytes).map(|encoding| (encoding, ToldBy::Page)));
    let utf_8_by = told.map_or(ToldBy::Nothing, |(_, told_by)| told_by);
    let is_other = told.filter(|(encoding, _)| *encoding != UTF_8);
    match (is_other, std::str::from_utf8(bytes)) {
        // What is UTF-8 with letters beyond ASCII is so by no accident in an encoding of single bytes.
        (Some((encoding, _)), Ok(text)) if encoding.is_single_byte() && !text.is_ascii() => {
            utf_8(bytes, ToldBy::Nothing)
        }
        // Nor is what is UTF-8 and not what it is said to be.
        (Some((encoding, told_by)), Ok(_)) => {
            let said = by(encoding, told_by, bytes);
            if said.damage.is_some() { utf_8(bytes, ToldBy::Nothing) } else { said }
        }
        (None, Ok(_)) => utf_8(bytes, utf_8_by),
        (None, Err(_)) if is_nearly_utf_8(bytes) => utf_8(bytes, utf_8_by),
        (None, Err(_)) => guessed(bytes),
        (Some((encoding, told_by)), Err(_)) => by(encoding, told_by, bytes),
    }
}

fn utf_8(bytes: &[u8], told_by: ToldBy) -> Decoded<'_> {
    let damage =
        std::str::from_utf8(bytes).err().map(|why| format!("byte {} is not UTF-8", why.valid_up_to()));
    Decoded { text: read_text(bytes), encoding: "UTF-8", told_by, damage }
}

fn by<'b>(encoding: &'static Encoding, told_by: ToldBy, bytes: &'b [u8]) -> Decoded<'b> {
    let (text, had_errors) = encoding.decode_with_bom_removal(bytes);
    let damage = had_errors.then(|| format!("it holds bytes that are not {}", encoding.name()));
    Decoded { text, encoding: encoding.name(), told_by, damage }
}

fn guessed(bytes: &[u8]) -> Decoded<'_> {
    let mut detector = chardetng::EncodingDetector::new(chardetng::Iso2022JpDetection::Deny);
    detector.feed(&bytes[..bytes.len().min(GUESSED_BY)], true);
    let encoding = detector.guess(None, chardetng::Utf8Detection::Deny);
    let mut decoded = by(encoding, ToldBy::Guess, bytes);
    decoded.damage.get_or_insert_with(|| {
        format!("it declares no encoding and is not UTF-8: it was read as {} by guess", encoding.name())
    });
    decoded
}

/// Whether few bytes are wrong in a text that is UTF-8 else.
fn is_nearly_utf_8(bytes: &[u8]) -> bool {
    let (mut right, mut wrong) = (0, 0);
    for chunk in bytes.utf8_chunks() {
        right += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        wrong += usize::from(!chunk.invalid().is_empty());
    }
    wrong <= 2 || wrong <= right
}

/// UTF-16 without a mark: every other byte of its Latin letters and its spaces is zero.
pub(super) fn wide(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = &bytes[..bytes.len().min(GUESSED_BY) & !1];
    if head.len() < 8 || memchr::memchr(0, head).is_none() {
        return None;
    }
    let zeros = |offset: usize| head.iter().skip(offset).step_by(2).filter(|byte| **byte == 0).count();
    let (even, odd) = (zeros(0), zeros(1));
    let many = head.len() / 2 * 2 / 5;
    match (even, odd) {
        (0, odd) if odd > many => Some(UTF_16LE),
        (even, 0) if even > many => Some(UTF_16BE),
        _ => None,
    }
}

/// The encoding that a page declares of itself, in an XML declaration or a `meta` of its head.
fn declared(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = &bytes[..bytes.len().min(DECLARED_WITHIN)];
    memchr::memchr(b'<', head)?;
    let head: Vec<u8> = head.to_ascii_lowercase();
    let head = read_text(&head).into_owned();
    let xml = head.trim_start().strip_prefix("<?xml").and_then(|rest| Some(&rest[..rest.find("?>")?]));
    if let Some(encoding) = xml.and_then(|xml| label(xml, "encoding")) {
        return Some(encoding);
    }
    let mut rest = head.as_str();
    while let Some(at) = rest.find('<') {
        rest = &rest[at..];
        if let Some(comment) = rest.strip_prefix("<!--") {
            rest = &comment[comment.find("-->")?..];
            continue;
        }
        let Some(end) = rest.find('>') else { break };
        let is_meta = rest.starts_with("<meta");
        if let Some(encoding) = label(&rest[..end], "charset").filter(|_| is_meta) {
            return Some(encoding);
        }
        rest = &rest[1..];
    }
    None
}

/// The encoding that `name=` is said to be; a page that was read as bytes of ASCII is no UTF-16.
fn label(words: &str, name: &str) -> Option<&'static Encoding> {
    let (_, said) = words.split_once(name)?;
    let said = said
        .trim_start()
        .strip_prefix('=')?
        .trim_start_matches(|c: char| c.is_whitespace() || "\"'".contains(c));
    let end = said.find(|c: char| c.is_whitespace() || "\"';/>".contains(c)).unwrap_or(said.len());
    let encoding = Encoding::for_label(&said.as_bytes()[..end])?;
    Some(if encoding == UTF_16LE || encoding == UTF_16BE { UTF_8 } else { encoding })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn read(bytes: &[u8]) -> (String, &'static str, ToldBy) {
        let decoded = decode(bytes, None);
        (decoded.text.trim_start_matches('\u{FEFF}').to_owned(), decoded.encoding, decoded.told_by)
    }

    #[test]
    fn a_mark_goes_before_a_declaration_and_that_before_utf_8() {
        let meta =
            |charset: &str, words: &[u8]| [b"<meta charset=", charset.as_bytes(), b">", words].concat();
        for (bytes, words, encoding, told_by) in [
            (b"\xFF\xFE3\x004\x00".to_vec(), "34", "UTF-16LE", ToldBy::Mark),
            (b"\xFE\xFF\x003\x004".to_vec(), "34", "UTF-16BE", ToldBy::Mark),
            (b"\xEF\xBB\xBF34".to_vec(), "34", "UTF-8", ToldBy::Mark),
            (b"3\x004\x00 \x00m\x00e\x00n\x00".to_vec(), "34 men", "UTF-16LE", ToldBy::Guess),
            (
                meta("windows-1252", b"tu\xE9es"),
                "<meta charset=windows-1252>tuées",
                "windows-1252",
                ToldBy::Page,
            ),
            (meta("iso-8859-1", b"\x93"), "<meta charset=iso-8859-1>“", "windows-1252", ToldBy::Page),
            (meta("gbk", b"\xCB\xC0"), "<meta charset=gbk>死", "GBK", ToldBy::Page),
            (meta("big5", b"\xA6\xBA"), "<meta charset=big5>死", "Big5", ToldBy::Page),
            (meta("shift_jis", b"\x8E\x80"), "<meta charset=shift_jis>死", "Shift_JIS", ToldBy::Page),
            (meta("euc-kr", b"\xC7\xD1"), "<meta charset=euc-kr>한", "EUC-KR", ToldBy::Page),
            (
                meta("windows-1251", b"\xE4\xE0"),
                "<meta charset=windows-1251>да",
                "windows-1251",
                ToldBy::Page,
            ),
            (
                meta("windows-1256", b"\xE3\xE4"),
                "<meta charset=windows-1256>من",
                "windows-1256",
                ToldBy::Page,
            ),
            (meta("utf-16", "né".as_bytes()), "<meta charset=utf-16>né", "UTF-8", ToldBy::Page),
            (
                meta("windows-1252", "né".as_bytes()),
                "<meta charset=windows-1252>né",
                "UTF-8",
                ToldBy::Nothing,
            ),
            ("né".as_bytes().to_vec(), "né", "UTF-8", ToldBy::Nothing),
        ] {
            assert_eq!(read(&bytes), (words.to_owned(), encoding, told_by), "{words}");
        }
    }

    #[test]
    fn declarations_have_many_forms() {
        for (head, encoding) in [
            ("<?xml version='1.0' encoding='ISO-8859-2'?><html>", Some("ISO-8859-2")),
            ("<META HTTP-EQUIV=\"Content-Type\" CONTENT=\"text/html; charset=EUC-KR\">", Some("EUC-KR")),
            ("<meta content='text/html;charset=big5' http-equiv=content-type />", Some("Big5")),
            ("<!-- <meta charset=gbk> --><meta charset = \"shift_jis\">", Some("Shift_JIS")),
            ("<meta name=description content=words>", None),
            ("<meta charset=nonsense>", None),
        ] {
            assert_eq!(declared(head.as_bytes()).map(Encoding::name), encoding, "{head}");
        }
    }

    #[test]
    fn what_a_server_says_goes_before_what_the_page_says() {
        let decoded = decode(b"<meta charset=utf-8>\xE4", Some("windows-1251"));
        assert_eq!((decoded.text.as_ref(), decoded.told_by), ("<meta charset=utf-8>д", ToldBy::Server));
    }

    #[test]
    fn few_wrong_bytes_make_damaged_utf_8_and_many_another_encoding() {
        assert_eq!(decode("né".as_bytes(), None).damage, None);
        let damaged = decode(b"It held.\xFF", None);
        assert_eq!((damaged.encoding, damaged.damage.as_deref()), ("UTF-8", Some("byte 8 is not UTF-8")));
        let russian =
            encoding_rs::WINDOWS_1251.encode("В результате взрыва погибли 34 человека, сообщили власти").0;
        let guessed = decode(&russian, None);
        assert_eq!((guessed.encoding, guessed.told_by), ("windows-1251", ToldBy::Guess));
        assert!(guessed.text.contains("погибли 34 человека") && guessed.damage.is_some());
    }

    proptest! {
        #[test]
        fn any_bytes_are_read(bytes: Vec<u8>) {
            let decoded = decode(&bytes, None);
            prop_assert!(decoded.text.len() <= 3 * bytes.len() + 3);
        }
    }
}
