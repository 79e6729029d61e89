//! The rule `unread-source`.

use std::collections::HashSet;

use crate::judge::court::Court;
use crate::judge::finder::rule;
use crate::judge::finding::Finding;

rule! {
    /// A source that is recorded and of which no claim is.
    ///
    /// ## Fires on
    ///
    /// ```toml sources/example.toml
    /// [source.leaflet]
    /// title = "A leaflet"
    /// publisher = "herald"
    /// published = "2024-03-01"
    /// ```
    ///
    /// ```toml claims/example.toml and
    /// [[claim]]
    /// source = "herald"
    /// question = "fire/killed"
    /// value = 3
    /// quote = "3 were killed"
    /// ```
    ///
    /// ## Silent on
    ///
    /// ```toml sources/example.toml
    /// [source.leaflet]
    /// title = "A leaflet"
    /// publisher = "herald"
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
    /// ## What to do
    ///
    /// Record what it says, also that it says nothing (`stance = "unknown"`, `stance = "declines"`), or take the source out.
    "unread-source", Warn, Record, find
}

fn find(court: &Court, found: &mut Vec<Finding>) {
    let dossier = court.dossier();
    let read: HashSet<_> = dossier.claims.iter().map(|(_, claim)| claim.source).collect();
    // A source whose every claim was left out was read; what stands in the way is said elsewhere.
    let named: HashSet<&str> =
        dossier.problems.iter().filter_map(|problem| problem.claim.as_deref()?.split('#').next()).collect();
    for (id, source) in dossier.sources.iter() {
        let name = dossier.sources.name(id);
        if !read.contains(&id) && !named.contains(name) {
            let mut finding = Finding::new(&RULE, format!("no claim is recorded of source `{name}`"));
            finding.key = name.to_owned();
            found.push(finding.mark(source.spot, "what does it say?"));
        }
    }
}
