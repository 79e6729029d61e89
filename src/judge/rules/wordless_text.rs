//! The rule `wordless-text`.

use crate::align::looked::TextState;
use crate::capture::Wordless;
use crate::judge::court::Court;
use crate::judge::finder::rule;
use crate::judge::finding::Finding;
use crate::model::table::Id;

rule! {
    /// A text that is at hand and yields no words of its source: something else was saved.
    ///
    /// A page that asks whether its reader is human, for consent or to log in, the answer of a server that did not give the page, a
    /// page that only a script fills, an empty file. Its SHA-256 may be right: it is what was saved. Its quotes are unchecked; in an empty
    /// file they do not stand.
    ///
    /// ## Fires on
    ///
    /// ```toml sources/example.toml
    /// [source.leaflet]
    /// title = "A leaflet"
    /// publisher = "herald"
    /// published = "2024-03-01"
    /// text = "leaflet.txt"
    /// sha256 = "01ba4719c80b6fe911b091a7c05124b64eeece964e09c058ef8f9805daca546b"
    /// ```
    ///
    /// ```text sources/leaflet.txt and
    ///
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
    /// Look at the file (`gainsay text SOURCE`), and save the page again: with a browser that has shown it, or from a web archive.
    "wordless-text", Deny, Quote, find
}

fn find(court: &Court, found: &mut Vec<Finding>) {
    let dossier = court.dossier();
    for (id, source) in dossier.sources.iter() {
        let TextState::Wordless(why) = &court.alignment.texts[id.index()] else { continue };
        let name = dossier.sources.name(id);
        let mut finding = Finding::new(&RULE, format!("the text of source `{name}` has no words of it"));
        finding.key = name.to_owned();
        let spot = source.text.as_ref().map_or(source.spot, |(_, spot)| *spot);
        finding = finding.mark(spot, why.name());
        if *why != Wordless::Empty {
            finding = finding.note("its quotes were not held against it: they are unchecked");
        }
        found.push(finding);
    }
}
