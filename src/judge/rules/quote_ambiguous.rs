//! The rule `quote-ambiguous`.

use crate::judge::court::Court;
use crate::judge::finder::rule;
use crate::judge::finding::Finding;
use crate::judge::quoted::{about, seen};
use crate::text::Outcome;

rule! {
    /// A quote that stands more than once in its source, with nothing to settle which is meant.
    ///
    /// ## Fires on
    ///
    /// ```toml sources/example.toml
    /// [source.leaflet]
    /// title = "A leaflet"
    /// publisher = "herald"
    /// published = "2024-03-01"
    /// text = "leaflet.txt"
    /// sha256 = "af1dd9c2384ef642179517b9df6c95fe0928f5123580d7a1e538b3a5df3d3b12"
    /// ```
    ///
    /// ```text sources/leaflet.txt and
    /// 34 people were killed, the mayor said. Later: 34 people were killed.
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
    /// Give the words directly before it as `prefix` or directly behind it as `suffix`, or a longer quote.
    "quote-ambiguous", Deny, Quote, find
}

fn find(court: &Court, found: &mut Vec<Finding>) {
    for (id, seen) in seen(court) {
        let Outcome::Ambiguous(places) = &seen.outcome else { continue };
        let (finding, quote) = about(court, &RULE, id, "stands more than once in its source");
        let label = format!("stands at {} places; `prefix` or `suffix` would settle which", places.len());
        found.push(finding.mark(quote, label));
    }
}
