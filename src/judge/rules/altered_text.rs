//! The rule `altered-text`.

use crate::align::looked::TextState;
use crate::judge::court::Court;
use crate::judge::finder::rule;
use crate::judge::finding::Finding;
use crate::model::table::Id;

rule! {
    /// An archived text that is not the one that was recorded: its SHA-256 differs.
    ///
    /// ## Fires on
    ///
    /// ```toml sources/example.toml
    /// [source.leaflet]
    /// title = "A leaflet"
    /// publisher = "herald"
    /// published = "2024-03-01"
    /// text = "leaflet.txt"
    /// sha256 = "0000000000000000000000000000000000000000000000000000000000000000"
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
    /// Archived texts are never rewritten. Restore the bytes; a page that changed since is another source, with `capture-of`.
    "altered-text", Deny, Quote, find
}

fn find(court: &Court, found: &mut Vec<Finding>) {
    let dossier = court.dossier();
    for (id, source) in dossier.sources.iter() {
        let (TextState::Altered(hash), Some((_, spot))) =
            (&court.alignment.texts[id.index()], &source.sha256)
        else {
            continue;
        };
        let name = dossier.sources.name(id);
        let mut finding =
            Finding::new(&RULE, format!("the text of source `{name}` has changed since it was recorded"));
        finding.key = name.to_owned();
        finding = finding.mark(*spot, format!("the file has the SHA-256 {hash}"));
        found.push(finding.note("its quotes were not held against it: they are unchecked"));
    }
}
