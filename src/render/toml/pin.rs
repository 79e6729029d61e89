//! A claim that quotes a passage, as TOML, ready to be filled in.

use std::ops::Range;

use crate::text::outcome::Outcome;

/// What pinning gives.
pub(crate) enum Stub {
    /// One claim for each place of the passage, as TOML.
    Claims(String),
    /// The words do not stand in the text.
    Refused,
}

/// So many characters of what stands around a passage are taken into prefix and suffix.
const AROUND: usize = 32;

/// The claim or claims that quote what was found in `text`.
pub(crate) fn stub(source: &str, text: &str, outcome: &Outcome) -> Stub {
    let places: Vec<Range<usize>> = match outcome {
        Outcome::Exact(at) | Outcome::Folded(at) => vec![at.clone()],
        Outcome::Elided(pieces) => match (pieces.first(), pieces.last()) {
            (Some(first), Some(last)) => std::iter::once(first.start..last.end).collect(),
            _ => return Stub::Refused,
        },
        Outcome::Ambiguous(places) => places.clone(),
        Outcome::Near(_) | Outcome::Absent(_) => return Stub::Refused,
    };
    let several = places.len() > 1;
    let mut claims = String::new();
    if several {
        claims.push_str(&format!("# It stands at {} places: keep the one that is meant.\n\n", places.len()));
    }
    for at in places {
        claims.push_str(&claim(source, text, &at));
    }
    Stub::Claims(claims)
}

fn claim(source: &str, text: &str, at: &Range<usize>) -> String {
    let before: String = {
        let chars: Vec<char> = text[..at.start].chars().rev().take(AROUND).collect();
        chars.into_iter().rev().collect()
    };
    let after: String = text[at.end..].chars().take(AROUND).collect();
    let prefix = before.rsplit('\n').next().unwrap_or_default();
    let suffix = after.split('\n').next().unwrap_or_default();
    let mut claim = format!(
        "[[claim]]\nsource = \"{source}\"\nquestion = \"\"           # EVENT/QUESTION\nvalue = \"\"              # as its question's type reads it\nquote = {}\n",
        quoted(&text[at.clone()])
    );
    for (key, words) in [("prefix", prefix), ("suffix", suffix)] {
        if !words.trim().is_empty() {
            claim.push_str(&format!("{key} = {}\n", quoted(words)));
        }
    }
    claim + "# said-by = \"\"          # who says so; left out: the source in its own voice\n\n"
}

/// A TOML string.
fn quoted(words: &str) -> String {
    toml::Value::String(words.to_owned()).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::find::find;

    #[test]
    fn a_stub_is_toml_that_quotes_the_very_words() {
        let text = "He said: “It held 34 \"trucks\"”.\nThen 9 left.";
        let outcome = find(text, "It held 34 \"trucks\"");
        let Stub::Claims(claims) = stub("herald", text, &outcome) else { panic!("it stands there") };
        let read: toml::Table = claims.parse().expect("a stub is TOML");
        let claim = &read["claim"][0];
        assert_eq!(claim["quote"].as_str(), Some("It held 34 \"trucks\""));
        assert_eq!(claim["prefix"].as_str(), Some("He said: “"));
        assert_eq!(claim["suffix"].as_str(), Some("”."));
    }

    #[test]
    fn what_does_not_stand_there_is_refused_and_what_stands_twice_is_given_twice() {
        assert!(matches!(
            stub("herald", "It held 34 trucks", &find("It held 34 trucks", "It held 84 trucks")),
            Stub::Refused
        ));
        let text = "9 left. Then 9 left.";
        let Stub::Claims(claims) = stub("herald", text, &find(text, "9 left")) else {
            panic!("it stands there")
        };
        assert_eq!(claims.matches("[[claim]]").count(), 2);
    }
}
