//! The rule `lock-incomplete`.

use crate::align::looked::Evidence;
use crate::judge::court::Court;
use crate::judge::finder::rule;
use crate::judge::finding::Finding;
use crate::model::table::{ClaimId, Id};
use crate::text::counted;

rule! {
    /// Quotes that stand in their texts, and that the lock does not attest yet.
    ///
    /// Told once, of all of them: with the texts at hand nothing is missing, and only who has them not needs the lock.
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
    /// encoding = "UTF-8"
    /// words = "c7e7e5535c62b69e4d10c8c20e5cf579e832501b8398a0736ef49d4dc4a52ea8"
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
    /// Run `gainsay lock`, and commit what it writes.
    "lock-incomplete", Warn, Quote, find
}

fn find(court: &Court, found: &mut Vec<Finding>) {
    let dossier = court.dossier();
    if dossier.lock.is_empty() {
        return;
    }
    let is_open = |id: &ClaimId| {
        let is_held =
            matches!(&court.alignment.evidence[id.index()], Evidence::Seen(seen) if seen.outcome.is_held());
        is_held && !dossier.lock.entries.contains_key(dossier.claims.name(*id))
    };
    let open: Vec<ClaimId> = dossier.claims.ids().filter(is_open).collect();
    let Some(first) = open.first().map(|id| &dossier.claims[*id]) else { return };
    let are = if open.len() == 1 { "is" } else { "are" };
    let mut finding = Finding::new(&RULE, format!("{} {are} not yet locked", counted(open.len(), "quote")));
    finding.claims = open.iter().map(|id| dossier.claims.name(*id).to_owned()).collect();
    let spot = first.quote.as_ref().map_or(first.spot, |quote| quote.spot);
    let label = if open.len() == 1 { "it was seen now" } else { "the first of them; all were seen now" };
    found.push(finding.mark(spot, label).help("whoever holds the texts runs `gainsay lock`"));
}
