//! The rule `quote-altered`.

use crate::judge::court::Court;
use crate::judge::finder::rule;
use crate::judge::finding::Finding;
use crate::judge::label::shortened;
use crate::judge::phrase::Phrase;
use crate::judge::quoted::{about, seen};
use crate::model::table::SourceId;
use crate::text::{Difference, Outcome};

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
    "quote-altered", Deny, Quote, find
}

/// So many differences are told; the passage shows the rest.
const MOST_DIFFERENCES: usize = 6;

fn find(court: &Court, found: &mut Vec<Finding>) {
    for (id, seen) in seen(court) {
        let Outcome::Near(near) = &seen.outcome else { continue };
        let source = court.dossier().claims[id].source;
        let (finding, quote) = about(court, &RULE, id, "is not what its source says");
        let mut label = Phrase::default();
        for (index, difference) in near.differs.iter().take(MOST_DIFFERENCES).enumerate() {
            label = label.and(if index > 0 { "; " } else { "" }).join(told(source, difference));
        }
        let mut finding = finding.mark(quote, label);
        if let (Some(passage), Some((line, column))) = (&seen.passage, seen.place) {
            let note = Phrase::from(format!("the text says, at line {line}, column {column}: “"));
            finding = finding.note(note.theirs(&[source], shortened(passage)).and("”"));
        }
        found.push(finding);
    }
}

/// One difference in words: what is quoted, what stands, and of which kind.
fn told(source: SourceId, difference: &Difference) -> Phrase {
    let words = |words: &str| Phrase::from("`").theirs(&[source], words).and("`");
    let phrase = match (difference.quote.as_str(), difference.text.as_str()) {
        ("", text) => words(text).and(" is left out"),
        (quote, "") => words(quote).and(" does not stand there"),
        (quote, text) => words(quote).and(" where the text has ").join(words(text)),
    };
    phrase.and(format!(" ({})", difference.kind.name()))
}
