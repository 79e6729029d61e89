//! The rule `quote-misplaced`.

use crate::judge::court::Court;
use crate::judge::finder::rule;
use crate::judge::finding::Finding;
use crate::judge::label::shortened;
use crate::judge::phrase::Phrase;
use crate::judge::quoted::{about, seen};
use crate::text::Outcome;

rule! {
    /// A quote whose words stand in its source, but not where its prefix, suffix or locator say.
    ///
    /// What stands around the words is part of what they mean: who says so, of what. Where the words stand more than once and the
    /// context fits none of the places, the quote is ambiguous.
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
    /// quote = "34 people were killed"
    /// prefix = "The fire brigade said that "
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
    /// prefix = "The mayor said that "
    /// ```
    ///
    /// ## What to do
    ///
    /// Look the passage up again. Correct `prefix`, `suffix` or `locator` by what stands there, and then read the claim again: the words
    /// may be another's.
    "quote-misplaced", Deny, Quote, find
}

fn find(court: &Court, found: &mut Vec<Finding>) {
    for (id, seen) in seen(court) {
        let Outcome::Misplaced(_) = &seen.outcome else { continue };
        let source = court.dossier().claims[id].source;
        let (mut finding, spot) = about(court, &RULE, id, "stands elsewhere than its context says");
        let keys = court.dossier().claims[id].quote.as_ref().map(|quote| {
            let keys = [
                ("`prefix`", &quote.context.prefix),
                ("`suffix`", &quote.context.suffix),
                ("`locator`", &quote.context.locator),
            ];
            let stated = keys.into_iter().filter(|(_, words)| words.is_some());
            stated.map(|(key, _)| key).collect::<Vec<_>>().join(" and ")
        });
        let keys = keys.unwrap_or_default();
        finding = finding.mark(spot, format!("its words stand in the text, and not where {keys} says"));
        if let (Some(sentence), Some((line, column))) = (&seen.passage, seen.place) {
            let note = Phrase::from(format!("the text says, at line {line}, column {column}: “"));
            finding = finding.note(note.theirs(&[source], shortened(sentence)).and("”"));
        }
        found.push(finding);
    }
}
