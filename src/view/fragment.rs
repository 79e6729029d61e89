//! Links that lead to a quote inside a page: a source's address with a text fragment.
//!
//! See the WICG's URL Fragment Text Directives, section 3.3: `#:~:text=[prefix-,]start[,end][,-suffix]`.

use std::fmt::Write;

use crate::capture::span_of_time;
use crate::model::claim::Quote;
use crate::text::{percent_encoded, verbatim};

/// The address of a page that a reader can be sent to; `None` where it is none of the web.
pub(crate) fn address(url: &str) -> Option<String> {
    let scheme = url.split_once("://").map(|(scheme, _)| scheme.to_ascii_lowercase());
    let of_the_web = matches!(scheme.as_deref(), Some("http" | "https"));
    (of_the_web && !url.contains(|c: char| c.is_whitespace() || c.is_control())).then(|| url.to_owned())
}

/// The address of the quote within the page at `url`; of a recording that of the time that its locator names.
///
/// Times are those of the W3C's Media Fragments URI 1.0, section 4.2.1: `#t=65,69.5`, in seconds.
pub(crate) fn link(url: &str, quote: &Quote) -> Option<String> {
    let mut link = address(url)?;
    if let Some((from, to)) =
        quote.context.locator.as_deref().and_then(span_of_time).filter(|_| !link.contains('#'))
    {
        let seconds = |ms: u64| {
            format!("{}.{:03}", ms / 1000, ms % 1000).trim_end_matches('0').trim_end_matches('.').to_owned()
        };
        let to = to.map(|to| format!(",{}", seconds(to))).unwrap_or_default();
        return Some(format!("{link}#t={}{to}", seconds(from)));
    }
    let pieces = verbatim(&quote.words);
    let (Some(first), Some(last)) = (pieces.first(), pieces.last()) else { return Some(link) };
    link.push_str(if link.contains('#') { ":~:text=" } else { "#:~:text=" });
    if let Some(prefix) = &quote.context.prefix {
        let _ = write!(link, "{}-,", encoded(prefix.trim()));
    }
    link.push_str(&encoded(first));
    if pieces.len() > 1 {
        let _ = write!(link, ",{}", encoded(last));
    }
    if let Some(suffix) = &quote.context.suffix {
        let _ = write!(link, ",-{}", encoded(suffix.trim()));
    }
    Some(link)
}

/// Percent-encoded, with the comma, dash and ampersand that a text directive gives a meaning of its own.
fn encoded(text: &str) -> String {
    percent_encoded(text, |_, c| c.is_ascii_alphanumeric() || matches!(c, '.' | '_' | '~'))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::claim::Context;
    use crate::model::rare::Rare;
    use crate::text::{FileId, Spot};

    fn linked(url: &str, words: &str, context: Option<(&str, &str)>) -> Option<String> {
        let quote = Quote {
            words: words.to_owned(),
            spot: Spot { file: FileId(0), start: 0, end: 0 },
            context: Rare::new(Context {
                prefix: context.map(|(prefix, _)| prefix.to_owned()),
                suffix: context.map(|(_, suffix)| suffix.to_owned()),
                locator: None,
            }),
        };
        link(url, &quote)
    }

    #[test]
    fn what_a_directive_would_take_for_its_own_is_encoded() {
        let found = linked("https://a.example/p", "nine, well-known & “hurt”", None);
        assert_eq!(
            found.as_deref(),
            Some("https://a.example/p#:~:text=nine%2C%20well%2Dknown%20%26%20%E2%80%9Churt%E2%80%9D")
        );
    }

    #[test]
    fn a_time_leads_into_a_recording() {
        let linked = |locator: &str| {
            let spot = Spot { file: FileId(0), start: 0, end: 0 };
            let quote = Quote {
                words: "three".to_owned(),
                spot,
                context: Rare::new(Context { locator: Some(locator.to_owned()), ..Context::default() }),
            };
            link("https://a.example/v", &quote).expect("it is an address")
        };
        assert_eq!(linked("00:01:05.0-00:01:09.5"), "https://a.example/v#t=65,69.5");
        assert_eq!(linked("1:05"), "https://a.example/v#t=65");
        assert_eq!(linked("page 3"), "https://a.example/v#:~:text=three");
    }

    #[test]
    fn context_and_a_fragment_that_is_there_are_kept() {
        let found = linked("https://a.example/p#part", "three", Some(("killed", "people")));
        assert_eq!(found.as_deref(), Some("https://a.example/p#part:~:text=killed-,three,-people"));
    }

    #[test]
    fn an_elided_quote_is_linked_from_its_first_piece_to_its_last() {
        for words in [
            "they left ... at dawn",
            "they left… at dawn",
            "they left . . . at dawn",
            "they left .\u{A0}.\u{A0}. at dawn",
            "they left .... at dawn",
            "they left [...] at dawn",
            "they left […] at dawn",
            "they left [ . . . ] at dawn",
            "they left (...) at dawn",
            "they left (. . .) at dawn",
            "they left [sic] at dawn",
            "they left […] quietly [sic] at dawn",
            "... they left … at dawn . . .",
        ] {
            let found = linked("https://a.example", words, None);
            assert_eq!(found.as_deref(), Some("https://a.example#:~:text=they%20left,at%20dawn"), "{words}");
        }
    }

    #[test]
    fn a_quote_that_leaves_nothing_out_is_linked_as_it_stands() {
        for (words, text) in [
            ("[T]hey left", "They%20left"),
            ("they left (at dawn)", "they%20left%20%28at%20dawn%29"),
            ("they left [at dawn", "they%20left%20%5Bat%20dawn"),
            (" they left.. at ‘dawn’. ", "they%20left..%20at%20%E2%80%98dawn%E2%80%99."),
        ] {
            let found = linked("https://a.example", words, None);
            assert_eq!(found, Some(format!("https://a.example#:~:text={text}")), "{words}");
        }
        assert_eq!(linked("https://a.example", "...", None).as_deref(), Some("https://a.example"));
    }

    #[test]
    fn only_pages_of_the_web_are_linked() {
        for url in [
            "javascript://%0aalert(1)",
            "javascript:alert(1)",
            "data:text/html,x",
            "file:///etc",
            "a page",
            "https://a b",
        ] {
            assert_eq!(linked(url, "three", None), None, "{url}");
        }
    }
}
