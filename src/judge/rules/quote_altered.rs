//! The rule `quote-altered`.

use crate::judge::quoted::{about, seen, shortened};
use crate::judge::rule::rule;
use crate::judge::{Court, Finding};
use crate::text::differs::Difference;
use crate::text::outcome::Outcome;

rule! {
    /// A quote whose words differ from those of its source.
    ///
    /// A passage resembles the quote, and is shown with the words that differ. It is never taken for the quote, however alike: one digit,
    /// one "not", one name is another claim.
    ///
    /// ## Fires on
    ///
    /// ```toml sources/example.toml
    /// [source.leaflet]
    /// title = "A leaflet"
    /// publisher = "herald"
    /// published = "2024-03-01"
    /// text = "leaflet.txt"
    /// sha256 = "c7e7e5535c62b69e4d10c8c20e5cf579e832501b8398a0736ef49d4dc4a52ea8"
    /// ```
    ///
    /// ```text sources/leaflet.txt and
    /// The mayor said that 34 people were killed at the old mill. Nobody knew the cause.
    /// ```
    ///
    /// ```toml claims/example.toml and
    /// [[claim]]
    /// source = "leaflet"
    /// question = "fire/killed"
    /// value = 84
    /// quote = "84 people were killed at the old mill"
    /// ```
    ///
    /// ## Silent on
    ///
    /// ```toml sources/example.toml
    /// [source.leaflet]
    /// title = "A leaflet"
    /// publisher = "herald"
    /// published = "2024-03-01"
    /// text = "leaflet.txt"
    /// sha256 = "c7e7e5535c62b69e4d10c8c20e5cf579e832501b8398a0736ef49d4dc4a52ea8"
    /// ```
    ///
    /// ```text sources/leaflet.txt and
    /// The mayor said that 34 people were killed at the old mill. Nobody knew the cause.
    /// ```
    ///
    /// ```toml claims/example.toml and
    /// [[claim]]
    /// source = "leaflet"
    /// question = "fire/killed"
    /// value = 34
    /// quote = "34 people were killed at the old mill"
    /// ```
    ///
    /// ## What to do
    ///
    /// Quote the words as they stand. Words left out are shown by `...`; your own go into brackets: `[note]`.
    "quote-altered", Deny, find
}

fn find(court: &Court, found: &mut Vec<Finding>) {
    for (id, seen) in seen(court) {
        let Outcome::Near(near) = &seen.outcome else { continue };
        let (finding, quote) = about(court, &RULE, id, "is not what its source says");
        let differs: Vec<String> = near.differs.iter().take(6).map(told).collect();
        let mut finding = finding.mark(quote, differs.join("; "));
        if let (Some(passage), Some((line, column))) = (&seen.passage, seen.place) {
            finding = finding
                .note(format!("the text says, at line {line}, column {column}: “{}”", shortened(passage)));
        }
        found.push(finding);
    }
}

/// One difference in words: what is quoted, what stands, and of which kind.
fn told(difference: &Difference) -> String {
    let kind = difference.kind.name();
    match (difference.quote.as_str(), difference.text.as_str()) {
        ("", text) => format!("`{text}` is left out ({kind})"),
        (quote, "") => format!("`{quote}` does not stand there ({kind})"),
        (quote, text) => format!("`{quote}` where the text has `{text}` ({kind})"),
    }
}
