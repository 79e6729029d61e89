//! The rule `language-not-listed`.

use crate::align::looked::Evidence;
use crate::judge::court::Court;
use crate::judge::finder::rule;
use crate::judge::finding::Finding;
use crate::model::table::Id;
use crate::text::{counted, has_list};

rule! {
    /// A source in a language for which there are no lists of words that turn a sentence around.
    ///
    /// What an elision leaves out, and what stands beside a quote, is looked through for negations and for words of denial, doubt and
    /// condition; docs/quotes.md says in which languages. In another nothing is found, which is not to say that nothing stands there.
    /// Said once a source of which a quote was looked for in its text.
    ///
    /// ## Fires on
    ///
    /// ```toml sources/example.toml
    /// [source.leaflet]
    /// title = "A leaflet"
    /// publisher = "herald"
    /// published = "2024-03-01"
    /// text = "leaflet.txt"
    /// sha256 = "2203477950a5655f3d1f55e98d69fb5f31e073a5b3fca4c55a1f14e36fa5ac97"
    /// language = "tr"
    /// ```
    ///
    /// ```text sources/leaflet.txt and
    /// Kasabada 34 kişi öldü.
    /// ```
    ///
    /// ```toml claims/example.toml and
    /// [[claim]]
    /// source = "leaflet"
    /// question = "fire/killed"
    /// value = 34
    /// quote = "34 kişi öldü"
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
    /// sha256 = "67e9cd76964650740095683eea27329cc7b269291e6fc7623456f851ca8b467c"
    /// language = "de"
    /// ```
    ///
    /// ```text sources/leaflet.txt and
    /// Am Ende starben 34 Menschen.
    /// ```
    ///
    /// ```toml claims/example.toml and
    /// [[claim]]
    /// source = "leaflet"
    /// question = "fire/killed"
    /// value = 34
    /// quote = "starben 34 Menschen"
    /// ```
    ///
    /// ## What to do
    ///
    /// Have somebody who reads the language look at what stands before and behind each quote, then allow the rule beside the source.
    "language-not-listed", Warn, Quote, find
}

fn find(court: &Court, found: &mut Vec<Finding>) {
    let dossier = court.dossier();
    let mut looked_at = vec![0_usize; dossier.sources.len()];
    for (id, claim) in dossier.claims.iter() {
        let seen = matches!(court.alignment.evidence[id.index()], Evidence::Seen(_));
        looked_at[claim.source.index()] += usize::from(seen);
    }
    for (id, source) in dossier.sources.iter() {
        let quotes = looked_at[id.index()];
        let Some(language) = dossier.language_of(id).filter(|tag| quotes > 0 && !has_list(tag)) else {
            continue;
        };
        let name = dossier.sources.name(id);
        let message = format!(
            "nothing is known of what turns a sentence around in `{language}`, the language of `{name}`"
        );
        let mut finding = Finding::new(&RULE, message);
        finding.key = name.to_owned();
        let what = format!("what stands beside {} of it was not looked at", counted(quotes, "quote"));
        found.push(finding.mark(source.spot, what));
    }
}
