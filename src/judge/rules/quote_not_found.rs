//! The rule `quote-not-found`.

use crate::judge::court::Court;
use crate::judge::finder::rule;
use crate::judge::finding::Finding;
use crate::judge::quoted::{about, seen};
use crate::text::{Absence, Outcome};

rule! {
    /// A quote that does not stand in the text of its source, nor anything like it.
    ///
    /// The quote was looked for in the archived bytes. Semantics of the outcomes: docs/quotes.md.
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
    /// value = 34
    /// quote = "twelve lorries crossed the bridge, with 34 on board"
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
    /// quote = "34 people were killed"
    /// ```
    ///
    /// ## What to do
    ///
    /// Look the passage up again: it may be of another source, or of another capture of the page. `gainsay pin SOURCE "words"` finds the
    /// exact words.
    "quote-not-found", Deny, Quote, find
}

fn find(court: &Court, found: &mut Vec<Finding>) {
    for (id, seen) in seen(court) {
        let Outcome::Absent(absence) = &seen.outcome else { continue };
        let (finding, quote) = about(court, &RULE, id, "does not stand in its source");
        let why = match absence {
            Absence::EmptyQuote => "the quote is empty or only punctuation, which holds nothing",
            Absence::EmptyText => "the text of the source is empty",
            _ => "nothing in the text resembles it",
        };
        found.push(finding.mark(quote, why));
    }
}
