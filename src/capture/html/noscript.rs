//! What a page says to those who run no scripts: cut out, as browsers that run them do, before it is read.
//!
//! An element that is left open in it would take the rest of the page along.

use std::borrow::Cow;

use memchr::memchr;

/// A page without what it says to those who run no scripts.
pub(super) struct Cut<'p> {
    pub(super) page: Cow<'p, str>,
    /// Letters of what was cut out.
    pub(super) letters: usize,
}

/// What becomes of what is said to those who run no scripts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum NoScript {
    CutOut,
    /// It is a part of the page.
    Kept,
}

/// What says more to those who run no scripts, and has another one in it, was left open: it is the page.
const MUCH: usize = 500;

/// Elements whose content is no markup.
pub(super) const RAW: [&[u8]; 8] =
    [b"script", b"style", b"textarea", b"title", b"xmp", b"iframe", b"noembed", b"noframes"];

/// A page without what it says to those who run no scripts, or with all of it. Time is linear in its length.
pub(super) fn without_noscript(page: &str, noscript: NoScript) -> Cut<'_> {
    let bytes = page.as_bytes();
    let small = |from: usize, length: usize| {
        bytes.get(from..from + length).map(<[u8]>::to_ascii_lowercase).unwrap_or_default()
    };
    let mut kept = String::new();
    let (mut at, mut from, mut letters) = (0, 0, 0);
    let (mut closed, mut last) = (Closings::default(), None);
    while let Some(tag) = memchr(b'<', &bytes[at..]).map(|tag| at + tag) {
        if bytes[tag..].starts_with(b"<!--") {
            at = memchr::memmem::find(&bytes[tag..], b"-->").map_or(bytes.len(), |end| tag + end + 3);
            continue;
        }
        let is_end = bytes.get(tag + 1) == Some(&b'/');
        let name = tag + 1 + usize::from(is_end);
        let length = bytes[name..].iter().take_while(|byte| byte.is_ascii_alphanumeric()).count();
        if length == 0 {
            at = tag + 1;
            continue;
        }
        let own = small(name, length.min(16));
        at = tag_end(bytes, name + length);
        if !is_end && RAW.contains(&own.as_slice()) {
            at = closed.find(bytes, &own, at).unwrap_or(at);
        } else if own == b"noscript" {
            kept.push_str(&page[from..tag]);
            kept.push(' ');
            from = at;
            // One that is never closed is passed over: what is in it is the page.
            if !is_end
                && !bytes[..at].ends_with(b"/>")
                && noscript == NoScript::CutOut
                && let Some(close) =
                    last.filter(|close| *close >= at).or_else(|| closed.find(bytes, b"noscript", at))
            {
                last = Some(close);
                let inner = &page[at..close];
                let is_unclosed = opening(inner).is_some_and(|next| visible_letters(&inner[..next]) > MUCH);
                if !is_unclosed {
                    letters += visible_letters(inner);
                    at = tag_end(bytes, close + 2 + own.len());
                    from = at;
                }
            }
        }
    }
    if from == 0 {
        return Cut { page: Cow::Borrowed(page), letters };
    }
    kept.push_str(&page[from..]);
    Cut { page: Cow::Owned(kept), letters }
}

/// Where another one begins within one.
fn opening(inner: &str) -> Option<usize> {
    let mut at = 0;
    while let Some(tag) = memchr(b'<', &inner.as_bytes()[at..]).map(|tag| at + tag) {
        let name = inner.as_bytes().get(tag + 1..tag + 9);
        if name.is_some_and(|name| name.eq_ignore_ascii_case(b"noscript")) {
            return Some(tag);
        }
        at = tag + 1;
    }
    None
}

/// Names whose end was looked for to the end of the page in vain: they are not looked for again.
#[derive(Default)]
pub(super) struct Closings(Vec<Vec<u8>>);

impl Closings {
    /// Where the end of the element of a name is, from a place on.
    pub(super) fn find(&mut self, bytes: &[u8], name: &[u8], from: usize) -> Option<usize> {
        if self.0.iter().any(|missing| missing == name) {
            return None;
        }
        let mut at = from;
        while let Some(end) = memchr::memmem::find(bytes.get(at..)?, b"</").map(|end| at + end) {
            let own = bytes.get(end + 2..end + 2 + name.len());
            let is_whole = bytes.get(end + 2 + name.len()).is_none_or(|byte| !byte.is_ascii_alphanumeric());
            if own.is_some_and(|own| own.eq_ignore_ascii_case(name)) && is_whole {
                return Some(end);
            }
            at = end + 2;
        }
        self.0.push(name.to_vec());
        None
    }
}

/// The byte behind the end of a tag, whose values may hold its mark.
pub(super) fn tag_end(bytes: &[u8], from: usize) -> usize {
    let mut at = from;
    while let Some(&byte) = bytes.get(at) {
        at += 1;
        match byte {
            b'>' => return at,
            b'"' | b'\'' if bytes[..at - 1].trim_ascii_end().ends_with(b"=") => {
                // A value that is never closed is a slip; the tag ends with its line.
                match memchr(byte, &bytes[at..]) {
                    Some(close) => at += close + 1,
                    None => return bytes.len(),
                }
            }
            _ => {}
        }
    }
    bytes.len()
}

/// Letters and digits outside of tags.
fn visible_letters(markup: &str) -> usize {
    let mut letters = 0;
    for (number, piece) in markup.split('<').enumerate() {
        let words = if number == 0 { piece } else { piece.split_once('>').map_or("", |(_, words)| words) };
        letters += words.chars().filter(|c| c.is_alphanumeric()).count();
    }
    letters
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_said_to_those_who_run_no_scripts_is_cut_out() {
        for (page, kept) in [
            ("a<noscript>b</noscript>c", "a c"),
            ("a<NOSCRIPT class='>'><div><p>b</NoScript >c", "a c"),
            ("a<noscript>b", "a b"),
            ("a</noscript>b", "a b"),
            ("a<noscript/>b<noscript>c</noscript>", "a b "),
            ("a<noscript>b<noscript>c</noscript>d</noscript>e", "a d e"),
            ("<!-- <noscript> -->a<noscript>b</noscript>", "<!-- <noscript> -->a "),
            ("<script>'<noscript>'</script>a</noscript>", "<script>'<noscript>'</script>a "),
            ("<a title='<noscript>'>a</a>", "<a title='<noscript>'>a</a>"),
            ("<noscripts>a", "<noscripts>a"),
            ("é<noscript>ü</noscript>ж", "é ж"),
            ("a < b </", "a < b </"),
        ] {
            assert_eq!(without_noscript(page, NoScript::CutOut).page, kept, "{page}");
        }
        let story = "b".repeat(501);
        let open = format!("a<noscript>{story}<noscript>c</noscript>d");
        assert_eq!(without_noscript(&open, NoScript::CutOut).page, format!("a {story} d"));
        assert_eq!(without_noscript("a<noscript><b>b</b></noscript>c", NoScript::Kept).page, "a <b>b</b> c");
        assert_eq!(without_noscript("<noscript><img alt=x>34 b</noscript>", NoScript::CutOut).letters, 3);
    }
}
