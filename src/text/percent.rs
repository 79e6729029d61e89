//! Percent-encoding (RFC 3986, section 2.1).

/// A text in which each character that may not stand there is encoded by its bytes; `is_kept` is asked with the byte at which one begins.
pub(crate) fn percent_encoded(text: &str, is_kept: impl Fn(usize, char) -> bool) -> String {
    let mut encoded = String::with_capacity(text.len());
    for (at, c) in text.char_indices() {
        if is_kept(at, c) {
            encoded.push(c);
        } else {
            let bytes = &text.as_bytes()[at..at + c.len_utf8()];
            bytes.iter().for_each(|byte| encoded.push_str(&format!("%{byte:02X}")));
        }
    }
    encoded
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_kept_is_encoded_by_its_bytes() {
        assert_eq!(percent_encoded("a b/é", |_, c| c.is_ascii_alphabetic()), "a%20b%2F%C3%A9");
        assert_eq!(percent_encoded("%%", |at, _| at == 1), "%25%");
    }
}
