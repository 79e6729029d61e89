//! Whether two addresses are of one page.

/// An address as it is compared: the scheme, `www.`, a slash at the end, the fragment, the port that goes without saying, the
/// case of the host and how characters are escaped put aside.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Address(Vec<u8>);

/// What stands escaped in an address because it means something else where it is not.
const RESERVED: &[u8] = b"%/?#&=+";

impl Address {
    /// The address of a page; `None` of what servers of pages do not answer to (`urn:`, `dns:`, `metadata://`).
    pub(super) fn new(url: &str) -> Option<Self> {
        let (authority, path, query) = parts(url)?;
        let host = authority.rsplit('@').next().unwrap_or(authority).to_ascii_lowercase();
        let host = [":80", ":443", ":"].iter().find_map(|port| host.strip_suffix(port)).unwrap_or(&host);
        let host = host.trim_end_matches('.');
        let mut all = host.strip_prefix("www.").unwrap_or(host).as_bytes().to_vec();
        for step in steps(path) {
            all.push(b'/');
            unescape(step, &mut all);
        }
        while all.ends_with(b"/") {
            all.pop();
        }
        if !query.is_empty() {
            all.push(b'?');
            unescape(&query.replace('+', " "), &mut all);
        }
        Some(Address(all))
    }

    /// The address that a `Location` names in the answer to another.
    pub(super) fn behind(url: &str, location: &str) -> Option<Self> {
        let location = location.trim();
        let (authority, path, query) = parts(url)?;
        let target = match location {
            _ if location.starts_with("//") => format!("http:{location}"),
            _ if has_scheme(location) => return Address::new(location),
            _ if location.starts_with('/') => format!("http://{authority}{location}"),
            _ if location.starts_with('?') => format!("http://{authority}{path}{location}"),
            _ if location.is_empty() || location.starts_with('#') => {
                format!("http://{authority}{path}?{query}")
            }
            _ => format!(
                "http://{authority}{}/{location}",
                path.rsplit_once('/').map_or("", |(folder, _)| folder)
            ),
        };
        Address::new(&target)
    }
}

/// The authority, the path and the query of an address of the web.
fn parts(url: &str) -> Option<(&str, &str, &str)> {
    let url = url.trim().split('#').next().unwrap_or("");
    let rest = match url.split_once("://") {
        Some((scheme, rest)) if has_scheme(url) => {
            (scheme.eq_ignore_ascii_case("http") || scheme.eq_ignore_ascii_case("https")).then_some(rest)?
        }
        _ if has_scheme(url) => return None,
        _ => url,
    };
    let (before, query) = rest.split_once('?').unwrap_or((rest, ""));
    let end = before.find('/').unwrap_or(before.len());
    Some((&before[..end], &before[end..], query))
}

/// Whether letters and a colon stand at the head, which are no host and its port.
fn has_scheme(url: &str) -> bool {
    let Some((scheme, rest)) = url.split_once(':') else { return false };
    let is_name = |c: char| c.is_ascii_alphanumeric() || matches!(c, '+' | '-');
    scheme.starts_with(|c: char| c.is_ascii_alphabetic())
        && scheme.chars().all(is_name)
        && !rest.starts_with(|c: char| c.is_ascii_digit())
}

/// The steps of a path, those that lead up taken back.
fn steps(path: &str) -> Vec<&str> {
    let mut steps = Vec::new();
    for step in path.split('/').skip(1) {
        match step {
            "." => {}
            ".." => {
                steps.pop();
            }
            step => steps.push(step),
        }
    }
    steps
}

/// Writes down what escapes stand for, but of those that are needed.
fn unescape(text: &str, out: &mut Vec<u8>) {
    let bytes = text.as_bytes();
    let mut at = 0;
    while let Some(byte) = bytes.get(at) {
        let hex = |offset: usize| bytes.get(at + offset).and_then(|hex| char::from(*hex).to_digit(16));
        let escaped = (*byte == b'%').then(|| hex(1).zip(hex(2))).flatten();
        match escaped.and_then(|(high, low)| u8::try_from(high * 16 + low).ok()) {
            Some(meant) if RESERVED.contains(&meant) => {
                out.extend(bytes[at..at + 3].to_ascii_uppercase());
                at += 3;
            }
            Some(meant) => {
                out.push(meant);
                at += 3;
            }
            None => {
                out.push(*byte);
                at += 1;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn addresses_of_one_page_are_one() {
        for (a, b) in [
            ("https://ex.org/a", "http://www.EX.org:80/a/#top"),
            ("https://ex.org", "HTTPS://ex.org:443/"),
            ("https://ex.org./a?", "ex.org/a"),
            ("https://ex.org/wiki/F%C3%BCr_%28a%29", "https://ex.org/wiki/Für_(a)"),
            ("https://ex.org/a?q=a%20b", "https://ex.org/a/?q=a+b"),
            ("https://ex.org/a%2fb", "https://ex.org/a%2Fb"),
            ("https://ex.org/c/../a/./b", "https://ex.org/a/b"),
            ("https://me:pw@ex.org/a", "https://ex.org/a"),
            ("https://ex.org:8080/a", "http://ex.org:8080/a"),
        ] {
            assert_eq!(Address::new(a), Address::new(b), "{a} {b}");
        }
    }

    #[test]
    fn addresses_of_two_pages_are_two() {
        for (a, b) in [
            ("https://ex.org/a", "https://ex.org/b"),
            ("https://ex.org/a", "https://ads.org/a"),
            ("https://ex.org/a", "https://ex.org/A"),
            ("https://ex.org/a", "https://ex.org/a?page=2"),
            ("https://ex.org/a%2Fb", "https://ex.org/a/b"),
            ("https://ex.org/?a=b%26c=d", "https://ex.org/?a=b&c=d"),
            ("https://ex.org/%E4", "https://ex.org/%F6"),
            ("https://ex.org/a", "https://ex.org:8080/a"),
            ("https://ex.org/a", "https://m.ex.org/a"),
        ] {
            assert!(Address::new(a) != Address::new(b) && Address::new(a).is_some(), "{a} {b}");
        }
        for other in ["urn:text:https://ex.org/a", "dns:ex.org", "metadata://gnu.org/wget", "mailto:a@ex.org"]
        {
            assert_eq!(Address::new(other), None, "{other}");
        }
    }

    #[test]
    fn a_location_may_be_said_in_part() {
        for (location, target) in [
            ("https://b.org/x", "https://b.org/x"),
            ("//b.org/x", "https://b.org/x"),
            ("/x", "https://ex.org/x"),
            ("x?y=1", "https://ex.org/news/x?y=1"),
            ("../x", "https://ex.org/x"),
            ("?y=1", "https://ex.org/news/a?y=1"),
            ("#end", "https://ex.org/news/a?q=2"),
        ] {
            let behind = Address::behind("https://ex.org/news/a?q=2", location);
            assert_eq!(behind, Address::new(target), "{location}");
        }
        assert_eq!(Address::behind("https://ex.org", "x"), Address::new("https://ex.org/x"));
    }

    proptest! {
        #[test]
        fn any_words_are_an_address_or_none(url in ".{0,40}", location in ".{0,40}") {
            let _ = Address::new(&url);
            let _ = Address::behind(&url, &location);
            let _ = Address::behind("http://ex.org/a", &location);
        }
    }
}
