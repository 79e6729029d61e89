//! The rule `quote-over-struck`.

use crate::judge::court::Court;
use crate::judge::finder::rule;
use crate::judge::finding::Finding;
use crate::judge::quoted::{about, seen};

rule! {
    /// A quote that holds, with words between its own that the source has struck.
    ///
    /// What is struck is no part of what a reader is told, and is left out: the quote is what the source says now. That it said
    /// something else is worth knowing.
    ///
    /// ## Fires on
    ///
    /// ```toml sources/example.toml
    /// [source.leaflet]
    /// title = "A leaflet"
    /// publisher = "herald"
    /// published = "2024-03-01"
    /// text = "leaflet.md"
    /// ```
    ///
    /// ```text sources/leaflet.md and
    /// On Friday the mayor said that ~~12~~ 34 people were killed.
    /// ```
    ///
    /// ```toml claims/example.toml and
    /// [[claim]]
    /// source = "leaflet"
    /// question = "fire/killed"
    /// value = 34
    /// quote = "the mayor said that 34 people were killed"
    /// ```
    ///
    /// ## Silent on
    ///
    /// ```toml sources/example.toml
    /// [source.leaflet]
    /// title = "A leaflet"
    /// publisher = "herald"
    /// published = "2024-03-01"
    /// text = "leaflet.md"
    /// ```
    ///
    /// ```text sources/leaflet.md and
    /// On Friday the mayor said that 34 people were killed. ~~He is sad.~~
    /// ```
    ///
    /// ```toml claims/example.toml and
    /// [[claim]]
    /// source = "leaflet"
    /// question = "fire/killed"
    /// value = 34
    /// quote = "the mayor said that 34 people were killed"
    /// ```
    ///
    /// ## What to do
    ///
    /// Look at what was struck. An earlier capture of the page, if there is one, is a source of its own (`capture-of`).
    "quote-over-struck", Warn, Quote, find
}

fn find(court: &Court, found: &mut Vec<Finding>) {
    for (id, seen) in seen(court).filter(|(_, seen)| seen.over_struck && seen.outcome.is_held()) {
        let (finding, quote) = about(court, &RULE, id, "runs over words that its source has struck");
        let place =
            seen.place.map(|(line, column)| format!(" (line {line}, column {column})")).unwrap_or_default();
        found.push(finding.mark(quote, format!("words between these are struck in the text{place}")));
    }
}
