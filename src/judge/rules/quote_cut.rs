//! The rule `quote-cut`.

use crate::judge::court::Court;
use crate::judge::finder::rule;
use crate::judge::finding::Finding;
use crate::judge::phrase::Phrase;
use crate::judge::quoted::{about, seen};
use crate::text::CutKind;

rule! {
    /// A quote that stops inside a word or a number, or leaves out words of its sentence that turn it around.
    ///
    /// Those are a negation, a word of denial, of doubt or of condition, before the quote or behind it, with at most two words between it
    /// and what it governs (`denied reports that`), in the language of the source: docs/quotes.md says in which there are lists.
    ///
    /// ## Fires on
    ///
    /// ```toml sources/example.toml
    /// [source.leaflet]
    /// title = "A leaflet"
    /// publisher = "herald"
    /// published = "2024-03-01"
    /// text = "leaflet.txt"
    /// sha256 = "7ff2a1ad274844e06392853832c8286294918a36a3f12e0e93b42bc25f68820b"
    /// ```
    ///
    /// ```text sources/leaflet.txt and
    /// It is not the case that 34 people were killed. The mayor did not count 12 of them, he said.
    /// ```
    ///
    /// ```toml claims/example.toml and
    /// [[claim]]
    /// source = "leaflet"
    /// question = "fire/killed"
    /// value = 12
    /// quote = "count 12 of them"
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
    /// Take the words that are left out into the quote, and read the value and the stance again.
    "quote-cut", Warn, Quote, find
}

fn find(court: &Court, found: &mut Vec<Finding>) {
    for (id, seen) in seen(court) {
        let Some((kind, words)) = &seen.cut else { continue };
        let (finding, quote) = about(court, &RULE, id, "is cut");
        let (before, behind) = match kind {
            CutKind::Word => ("cuts through `", "`".to_owned()),
            CutKind::Number => ("cuts through the number in `", "`".to_owned()),
            CutKind::Before(turn) => {
                ("leaves out `", format!("`, a {turn} that stands before it in its sentence"))
            }
            CutKind::Behind(turn) => {
                ("leaves out `", format!("`, a {turn} that stands behind it in its sentence"))
            }
            CutKind::Bound => ("leaves out `", "`, which stands directly before it".to_owned()),
        };
        let source = court.dossier().claims[id].source;
        let label = Phrase::from(before).theirs(&[source], words).and(behind);
        found.push(finding.mark(quote, label));
    }
}
