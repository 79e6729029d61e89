//! A claim that quotes a passage, as TOML, ready to be filled in.

use super::quoted;
use crate::view::pin::PinnedPlace;

/// One claim for each place of the passage in a source.
pub(crate) fn render(out: &mut String, source: &str, places: &[PinnedPlace]) {
    if places.len() > 1 {
        out.push_str(&format!("# It stands at {} places: keep the one that is meant.\n\n", places.len()));
    }
    places.iter().for_each(|place| claim(out, source, place));
}

fn claim(out: &mut String, source: &str, place: &PinnedPlace) {
    out.push_str(&format!(
        "[[claim]]\nsource = \"{source}\"\nquestion = \"\"           # EVENT/QUESTION\nvalue = \"\"              # as its question's type reads it\nquote = {}\n",
        quoted(&place.quote)
    ));
    for (key, words) in [("prefix", &place.prefix), ("suffix", &place.suffix), ("locator", &place.locator)] {
        if let Some(words) = words {
            out.push_str(&format!("{key} = {}\n", quoted(words)));
        }
    }
    out.push_str("# said-by = \"\"          # who says so; left out: the source in its own voice\n\n");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_claim_is_toml_that_quotes_the_very_words() {
        let place = |quote: &str, prefix: Option<&str>| PinnedPlace {
            quote: quote.to_owned(),
            prefix: prefix.map(str::to_owned),
            suffix: None,
            locator: None,
        };
        let places = [
            place("It held 34 \"trucks\"", Some("He said: “")),
            place("a\n::error::b ##[c]", None),
            place("a\\b\nc", Some("\u{1b}\u{202e}\n\\\"")),
        ];
        let mut out = String::new();
        render(&mut out, "herald", &places);
        let read: toml::Table = out.parse().expect("what is written is TOML");
        let claims = read["claim"].as_array().expect("there are three");
        let key = |claim: usize, key: &str| claims[claim].get(key).and_then(toml::Value::as_str);
        assert_eq!(key(0, "quote"), Some("It held 34 \"trucks\""));
        assert_eq!((key(0, "prefix"), key(0, "suffix")), (Some("He said: “"), None));
        assert_eq!(key(1, "quote"), Some("a\n::error::b ##[c]"));
        assert!(!out.contains("\n::") && !out.contains("##["), "{out}");
        assert_eq!((key(2, "source"), key(2, "quote")), (Some("herald"), Some("a\\b\nc")));
        assert_eq!(key(2, "prefix"), Some("\u{1b}\u{202e}\n\\\""));
        assert!(!out.contains('\u{202e}'), "{out}");
        assert!(out.starts_with("# It stands at 3 places"), "{out}");
    }
}
