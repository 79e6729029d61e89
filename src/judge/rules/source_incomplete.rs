//! The rule `source-incomplete`.

use crate::judge::court::Court;
use crate::judge::finder::rule;
use crate::judge::finding::Finding;
use crate::model::source::Unsaid;

rule! {
    /// A source of which it is not known who published it or when.
    ///
    /// Written "unknown", it is honest, and still worth finding out: origin and as-of of its claims hang on it.
    ///
    /// ## Fires on
    ///
    /// ```toml sources/example.toml
    /// [source.leaflet]
    /// title = "A leaflet"
    /// publisher = "unknown"
    /// published = "2024-03-01"
    /// ```
    ///
    /// ```toml claims/example.toml and
    /// [[claim]]
    /// source = "leaflet"
    /// question = "fire/killed"
    /// value = 3
    /// quote = "3 were killed"
    /// ```
    ///
    /// ## Silent on
    ///
    /// ```toml claims/example.toml
    /// [[claim]]
    /// source = "herald"
    /// question = "fire/killed"
    /// value = 3
    /// quote = "3 were killed"
    /// ```
    ///
    /// ## What to do
    ///
    /// Find the publisher and the date: an archived copy, a byline, the first mention elsewhere. An uncertain date is better than none:
    /// `published = "2024-02~"`.
    "source-incomplete", Warn, Record, find
}

fn find(court: &Court, found: &mut Vec<Finding>) {
    let dossier = court.dossier();
    for (id, source) in dossier.sources.iter() {
        if let Some((_, spot)) = source.unknown.first() {
            let unsaid: Vec<Unsaid> = source.unknown.iter().map(|(unsaid, _)| *unsaid).collect();
            let name = dossier.sources.name(id);
            let what = unsaid.iter().map(|key| format!("`{key}`")).collect::<Vec<_>>().join(" and ");
            let mut finding = Finding::new(&RULE, format!("{what} of source `{name}` is not known"));
            if unsaid.contains(&Unsaid::Publisher) {
                finding = finding
                    .note("without a publisher, what it says in its own voice has no established origin");
            }
            if unsaid.contains(&Unsaid::Published) {
                finding = finding
                    .note("without a date, its claims without `as-of` hold for no moment that is known");
            }
            finding.key = name.to_owned();
            let asked = match unsaid.as_slice() {
                [Unsaid::Publisher] => "who published this?",
                [Unsaid::Published] => "when was this published?",
                _ => "who published this, and when?",
            };
            found.push(finding.mark(*spot, asked));
        }
    }
}
