//! How deep a page is nested, told before it is parsed: parsing takes time by the depth of each element.

use memchr::memchr;

/// Browsers nest no deeper than 512; a page that would go further than this is no page of words.
const DEEPEST: usize = 4096;

/// Elements that have no end, or whose end is often left out.
const OPEN: [&[u8]; 30] = [
    b"p",
    b"li",
    b"td",
    b"tr",
    b"th",
    b"dt",
    b"dd",
    b"option",
    b"optgroup",
    b"thead",
    b"tbody",
    b"tfoot",
    b"colgroup",
    b"rt",
    b"rp",
    b"br",
    b"hr",
    b"img",
    b"input",
    b"meta",
    b"link",
    b"area",
    b"base",
    b"col",
    b"embed",
    b"source",
    b"track",
    b"wbr",
    b"param",
    b"path",
];

/// # Errors
/// The page is nested beyond reason.
pub(in crate::capture) fn check_depth(page: &str) -> Result<(), String> {
    match is_bottomless(page) {
        true => Err("its elements are nested beyond reason, and it is refused".to_owned()),
        false => Ok(()),
    }
}

/// Whether a page is nested beyond reason. Time is linear in its length.
pub(super) fn is_bottomless(page: &str) -> bool {
    let bytes = page.as_bytes();
    let (mut at, mut depth) = (0, 0_usize);
    while let Some(tag) = memchr(b'<', &bytes[at..]).map(|tag| at + tag + 1) {
        let is_end = bytes.get(tag) == Some(&b'/');
        let from = tag + usize::from(is_end);
        let length =
            bytes[from..].iter().take_while(|byte| byte.is_ascii_alphanumeric() || **byte == b'-').count();
        let name = bytes[from..from + length].to_ascii_lowercase();
        at = from + length;
        if name.is_empty() || OPEN.contains(&name.as_slice()) {
            continue;
        }
        match is_end {
            true => depth = depth.saturating_sub(1),
            false if name == b"script" || name == b"style" => {
                let close = [b"</", name.as_slice()].concat();
                at += memchr::memmem::find(&bytes[at..], &close).map_or(0, |end| end + close.len());
            }
            false => depth += 1,
        }
        if depth > DEEPEST {
            return true;
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nesting_is_told_by_elements_that_are_closed() {
        assert!(is_bottomless(&"<div>".repeat(5_000)));
        assert!(!is_bottomless(&"<div>34</div>".repeat(5_000)));
        assert!(!is_bottomless(&"<p>34<br><li>".repeat(5_000)));
        assert!(!is_bottomless(&format!("<script>{}</script>", "'<b>' < ".repeat(5_000))));
    }
}
