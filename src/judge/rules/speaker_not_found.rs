//! The rule `speaker-not-found`.

use crate::align::looked::Attributed;
use crate::judge::court::Court;
use crate::judge::finder::rule;
use crate::judge::finding::Finding;
use crate::judge::quoted::{about, seen};

rule! {
    /// A claim that is given to a speaker whom its text does not name.
    ///
    /// No name or alias of the speaker stands in the quote, in `attribution`, in the paragraph of the quote or in the one before it; or the
    /// words of `attribution` do not stand in the text. Of several in `said-by` the last is looked for, by the names and aliases of the
    /// agent and of those within it, and by the last name of a person. It needs the text, and says nothing of a speaker without a name
    /// (`named = false`), or of one who published or signed the source.
    ///
    /// A name that stands only within a longer name of another, of whom `confusable-with` says that the two may be confused, is the other's:
    /// "Kata'ib Hezbollah said" does not name Hezbollah. Where such another is named there, the message names both.
    ///
    /// ## Fires on
    ///
    /// ```toml sources/example.toml
    /// [source.leaflet]
    /// title = "A leaflet"
    /// publisher = "herald"
    /// published = "2024-03-01"
    /// text = "leaflet.txt"
    /// sha256 = "bb6f5f3b362ed7daedea73438fec21b1f163c9f31b195efe9794303e86f75179"
    /// ```
    ///
    /// ```text sources/leaflet.txt and
    /// Nobody knew the cause. The bells rang.
    ///
    /// In the end 34 people were killed, by all accounts.
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
    /// ## Silent on
    ///
    /// ```toml sources/example.toml
    /// [source.leaflet]
    /// title = "A leaflet"
    /// publisher = "herald"
    /// published = "2024-03-01"
    /// text = "leaflet.txt"
    /// sha256 = "72aa827f0ef48e9c5b160d695598fa0ca688817368aecf3b35b4278215a5417c"
    /// ```
    ///
    /// ```text sources/leaflet.txt and
    /// The mayor came at noon. The bells rang.
    ///
    /// In the end 34 people were killed, by all accounts.
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
    /// Look in the text for who says so. Where the name stands further off, or only as "the official", give those words as
    /// `attribution`; a name that the source writes otherwise belongs to the `aliases` of the agent. Where nobody says so, take
    /// `said-by` out: then the source speaks for itself.
    "speaker-not-found", Warn, Quote, find
}

fn find(court: &Court, found: &mut Vec<Finding>) {
    let dossier = court.dossier();
    for (id, seen) in seen(court) {
        let claim = &dossier.claims[id];
        let Some(speaker) = claim.said_by.last() else { continue };
        let name = &dossier.agents[*speaker].name;
        let (what, label) = match seen.attributed {
            Attributed::Unasked | Attributed::Named => continue,
            Attributed::Unnamed => (
                format!("is given to {name}, whom the text does not name"),
                format!("no name or alias of {name} stands here, in this paragraph, or in the one before it"),
            ),
            Attributed::Another(other) => {
                let other = dossier.node_title(other);
                (
                    format!(
                        "is given to {name}, and the text names {other} there, which may be confused with {name}"
                    ),
                    format!(
                        "a name of {other} stands here, in this paragraph, or in the one before it, and none of {name}"
                    ),
                )
            }
            Attributed::Unfounded => (
                format!("is given to {name} by words that do not stand in the text"),
                "`attribution` does not stand in the text of the source".to_owned(),
            ),
        };
        let (finding, spot) = about(court, &RULE, id, &what);
        let help = "`attribution` holds the words of the text that name the speaker";
        found.push(finding.mark(spot, label).help(help));
    }
}
