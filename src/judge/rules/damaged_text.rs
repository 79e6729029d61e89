//! The rule `damaged-text`.

use crate::align::looked::TextState;
use crate::judge::court::Court;
use crate::judge::finder::rule;
use crate::judge::finding::Finding;
use crate::model::table::Id;

rule! {
    /// An archived text that holds bytes which are no text in its encoding, or whose encoding nothing tells.
    ///
    /// ## Fires on
    ///
    /// ```toml sources/example.toml
    /// [source.leaflet]
    /// title = "A leaflet"
    /// publisher = "herald"
    /// published = "2024-03-01"
    /// text = "leaflet.txt"
    /// ```
    ///
    /// ```text sources/leaflet.txt and
    /// The mayor said that 34 people were killed at the caf�.
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
    /// Look at how the file was saved. What is no character is passed over: no quote is found across it. An encoding
    /// that was guessed may be wrong: `gainsay text SOURCE` shows the words as they were read.
    "damaged-text", Warn, Quote, find
}

fn find(court: &Court, found: &mut Vec<Finding>) {
    let dossier = court.dossier();
    for (id, source) in dossier.sources.iter() {
        let TextState::Damaged(why) = &court.alignment.texts[id.index()] else { continue };
        let name = dossier.sources.name(id);
        let mut finding = Finding::new(&RULE, format!("the text of source `{name}` is damaged: {why}"));
        finding.key = name.to_owned();
        found.push(finding.mark(source.text.as_ref().map_or(source.spot, |(_, spot)| *spot), "this text"));
    }
}
