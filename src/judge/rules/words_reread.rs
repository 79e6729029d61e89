//! The rule `words-reread`.

use crate::judge::court::Court;
use crate::judge::finder::rule;
use crate::judge::finding::Finding;

rule! {
    /// The words of a text are taken otherwise than when it was locked, though its bytes are the same.
    ///
    /// Another version of what takes the words of a page may see more of it, or less. A quote that no longer stands then was not altered,
    /// and its page was not either.
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
    /// ```toml sources/quotes.lock and
    /// version = 1
    ///
    /// [[text]]
    /// source = "leaflet"
    /// sha256 = "c7e7e5535c62b69e4d10c8c20e5cf579e832501b8398a0736ef49d4dc4a52ea8"
    /// encoding = "windows-1252"
    /// words = "0000000000000000000000000000000000000000000000000000000000000000"
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
    /// Run `gainsay lock`. It refuses what no longer stands; `gainsay text SOURCE` shows the words as they are read now.
    "words-reread", Warn, Quote, find
}

fn find(court: &Court, found: &mut Vec<Finding>) {
    let dossier = court.dossier();
    for (id, source) in dossier.sources.iter() {
        let Some((then, now)) = court.alignment.reread(id) else { continue };
        let name = dossier.sources.name(id);
        let message = format!("the words of source `{name}` are taken otherwise than when it was locked");
        let mut finding = Finding::new(&RULE, message);
        finding.key = name.to_owned();
        let spot = source.text.as_ref().map_or(source.spot, |(_, spot)| *spot);
        finding = finding.mark(spot, format!("by {} then, by {} now", then.taker(), now.taker()));
        found
            .push(finding.note("its bytes are the same").help("whoever holds the texts runs `gainsay lock`"));
    }
}
