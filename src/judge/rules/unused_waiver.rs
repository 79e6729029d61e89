//! The rule `unused-waiver`.

use crate::judge::court::Court;
use crate::judge::finder::rule;
use crate::judge::finding::Finding;
use crate::judge::phrase::Phrase;

rule! {
    /// Words that a source waives and that do not stand in its text.
    ///
    /// `waive` names words of the article that a reader need not record. Where they stand there and nothing in them is read as a figure, the
    /// rule is silent: `gainsay coverage` says so. It needs the text.
    ///
    /// ## Fires on
    ///
    /// ```toml sources/example.toml
    /// [source.leaflet]
    /// title = "A leaflet"
    /// publisher = "herald"
    /// published = "2024-03-01"
    /// text = "leaflet.txt"
    /// waive = [{ quote = "five walls", reason = "a figure of speech" }]
    /// ```
    ///
    /// ```text sources/leaflet.txt and
    /// The mayor spoke within the four walls of the old mill.
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
    /// waive = [{ quote = "four walls", reason = "a figure of speech" }]
    /// ```
    ///
    /// ```text sources/leaflet.txt and
    /// The mayor spoke within the four walls of the old mill.
    /// ```
    ///
    /// ## What to do
    ///
    /// Copy the words from the text, or take the waiver out.
    "unused-waiver", Warn, Record, find
}

fn find(court: &Court, found: &mut Vec<Finding>) {
    let dossier = court.dossier();
    for text in court.waiving().iter().filter(|text| text.not_looked_at.is_none()) {
        let (source, name) = (&dossier.sources[text.source], dossier.sources.name(text.source));
        let waivers = source.waive.iter().zip(&text.waivers);
        for (waiver, _) in waivers.filter(|(_, waived)| waived.stands == 0) {
            let message = Phrase::from(format!("`{name}` waives `"))
                .theirs(&[text.source], waiver.quote.clone())
                .and("`, which does not stand in its text");
            let mut finding = Finding::new(&RULE, message).mark(waiver.spot, "these words");
            finding.key = format!("{name}\n{}", waiver.quote);
            found.push(finding);
        }
    }
}
