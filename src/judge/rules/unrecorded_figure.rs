//! The rule `unrecorded-figure`.

use crate::judge::court::Court;
use crate::judge::finder::rule;
use crate::judge::finding::Finding;
use crate::judge::phrase::Phrase;

rule! {
    /// A figure or a calendar date in a source's text that no claim records and that the source does not waive.
    ///
    /// Allowed unless the manifest says otherwise: not all that an article tells need be in a record. A desk that codes whole texts sets it
    /// to warn or deny. A figure is recorded where a claim of the source has a quote that covers it and a value that is carried there; a
    /// date also where the claim's `as-of` or the period of its scope begins or ends with it. Looked for in the article alone, in English, where the text is at
    /// hand: `gainsay coverage` counts, and says which texts were not looked at.
    ///
    /// ## Fires on
    ///
    /// ```toml gainsay.toml
    /// [dossier]
    /// title = "A fire"
    ///
    /// [rules]
    /// unrecorded-figure = "warn"
    /// ```
    ///
    /// ```toml sources/example.toml and
    /// [source.leaflet]
    /// title = "A leaflet"
    /// publisher = "herald"
    /// published = "2024-03-01"
    /// text = "leaflet.txt"
    /// ```
    ///
    /// ```text sources/leaflet.txt and
    /// The mayor said that 34 people were killed at the old mill.
    /// ```
    ///
    /// ## Silent on
    ///
    /// ```toml gainsay.toml
    /// [dossier]
    /// title = "A fire"
    ///
    /// [rules]
    /// unrecorded-figure = "warn"
    /// ```
    ///
    /// ```toml sources/example.toml and
    /// [source.leaflet]
    /// title = "A leaflet"
    /// publisher = "herald"
    /// published = "2024-03-01"
    /// text = "leaflet.txt"
    /// waive = [{ quote = "four walls", reason = "a figure of speech" }]
    /// ```
    ///
    /// ```text sources/leaflet.txt and
    /// The mayor said that 34 people were killed within the four walls of the old mill.
    /// ```
    ///
    /// ```toml claims/example.toml and
    /// [[claim]]
    /// source = "leaflet"
    /// question = "fire/killed"
    /// value = 34
    /// quote = "34 people were killed"
    /// said-by = "mayor"
    /// ```
    ///
    /// ## What to do
    ///
    /// Record it, or have the source waive it with a reason. `gainsay spot SOURCE --open` shows the words to quote and the questions that they
    /// may answer.
    "unrecorded-figure", Allow, Record, find
}

fn find(court: &Court, found: &mut Vec<Finding>) {
    let dossier = court.dossier();
    for text in court.spotted() {
        let source = text.source;
        let name = dossier.sources.name(source);
        for spotted in text.open() {
            let (line, column) = spotted.line_column;
            let words = text.quote(spotted);
            let message = Phrase::from(format!("`{name}` says `"))
                .theirs(&[source], words.clone())
                .and("`, which no claim records");
            let told = Phrase::from(format!("its text, line {line}, column {column}, is read as `"))
                .theirs(&[source], spotted.reading.clone())
                .and("`");
            let mut finding = Finding::new(&RULE, message).mark(dossier.sources[source].spot, told);
            finding.key = format!("{name}\n{words}\n{}", spotted.reading);
            let asked: Vec<String> =
                spotted.questions.iter().map(|id| format!("`{}`", dossier.questions.name(*id))).collect();
            if !asked.is_empty() {
                finding = finding.help(format!("it may answer {}", asked.join(", ")));
            }
            found.push(finding);
        }
    }
}
