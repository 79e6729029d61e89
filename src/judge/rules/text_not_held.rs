//! The rule `text-not-held`.

use crate::align::looked::{Evidence, TextState};
use crate::judge::court::Court;
use crate::judge::finder::rule;
use crate::judge::finding::Finding;
use crate::judge::phrase::Phrase;
use crate::model::table::{ClaimId, Id, SourceId};

rule! {
    /// Quotes that nobody has held against their source here: its text is not at hand.
    ///
    /// Said, never a pass: the text is elsewhere, or is a file of a kind that is not read, such as PDF. Where the lock attests that the quotes were seen, it is silent.
    ///
    /// ## Fires on
    ///
    /// ```toml claims/example.toml
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
    /// Of a kind of file that is not read, a PDF say, keep the words in a text: `text = "x.txt"`, `text-of = "x.pdf"`.
    ///
    /// Keep the text beside its source (`text`), or point at an archive: `gainsay check --archive DIR` takes every file whose SHA-256 is
    /// a source's. Whoever holds the texts runs `gainsay lock`, so that others know that each quote was seen.
    "text-not-held", Warn, Quote, find
}

fn find(court: &Court, found: &mut Vec<Finding>) {
    let dossier = court.dossier();
    let mut unchecked: Vec<Vec<ClaimId>> = vec![Vec::new(); dossier.sources.len()];
    for (id, claim) in dossier.claims.iter() {
        if court.alignment.evidence[id.index()] == Evidence::Unchecked {
            unchecked[claim.source.index()].push(id);
        }
    }
    for (id, source) in dossier.sources.iter() {
        let claims = &unchecked[id.index()];
        let label = match &court.alignment.texts[id.index()] {
            TextState::Missing(why) => tried(court, id).and(format!(": {why}")),
            TextState::NotHeld => "no text is held of this source".into(),
            TextState::Unread(unread) => format!("the file is not read: {unread}").into(),
            TextState::Held
            | TextState::Damaged(_)
            | TextState::Wordless(_)
            | TextState::Altered(_)
            | TextState::Refused(..) => continue,
        };
        if claims.is_empty() {
            continue;
        }
        let name = dossier.sources.name(id);
        let quotes =
            if claims.len() == 1 { "a quote".to_owned() } else { format!("{} quotes", claims.len()) };
        let why = match &court.alignment.texts[id.index()] {
            TextState::Unread(unread) => format!("{} is not read", unread.kind),
            _ => "its text is not held here".to_owned(),
        };
        let message = format!("{quotes} of source `{name}` could not be checked: {why}");
        let mut finding = Finding::new(&RULE, message);
        finding = finding.mark(source.text.as_ref().map_or(source.spot, |(_, spot)| *spot), label);
        finding.claims = claims.iter().map(|claim| dossier.claims.name(*claim).to_owned()).collect();
        finding.key = name.to_owned();
        found.push(finding);
    }
}

/// The path that was tried for the text of a source, below the dossier.
fn tried(court: &Court, id: SourceId) -> Phrase {
    let dossier = court.dossier();
    let Some((path, spot)) = &dossier.sources[id].text else { return Phrase::default() };
    let beside = &dossier.files.get(spot.file).path;
    let folder = beside.rfind('/').map_or("", |slash| &beside[..=slash]);
    Phrase::from("`").theirs(&[id], format!("{folder}{path}")).and("`")
}
