//! The rule `silent-edit`.

use crate::align::looked::{Fate, says_updated};
use crate::judge::court::Court;
use crate::judge::finder::rule;
use crate::judge::finding::Finding;
use crate::judge::label::shortened;
use crate::judge::phrase::Phrase;
use crate::model::table::Id;

rule! {
    /// The words of a claim changed between two captures of a page, and the later one does not say that it was updated.
    ///
    /// Two sources joined by `capture-of` are one page at two times. The quotes of the earlier are looked for in the text of the later.
    ///
    /// ## Fires on
    ///
    /// ```toml sources/example.toml
    /// [source.page-morning]
    /// title = "A page"
    /// publisher = "herald"
    /// published = "2024-03-01"
    /// text = "morning.txt"
    /// sha256 = "fa7d822f5cf89f9f625e437e1173c107bd7a37d72d9a0307e8a82cfad5020d2f"
    ///
    /// [source.page-evening]
    /// title = "A page"
    /// publisher = "herald"
    /// published = "2024-03-01"
    /// capture-of = "page-morning"
    /// text = "evening.txt"
    /// sha256 = "f6735eb9f9efc878347627f7682d12b7ffc1d1beef451bc9d0de21d39c1da439"
    /// ```
    ///
    /// ```text sources/morning.txt and
    /// The mayor said that 34 people were killed at the old mill on Friday night.
    /// ```
    ///
    /// ```text sources/evening.txt and
    /// The mayor said that 31 people were killed at the old mill on Friday night.
    /// ```
    ///
    /// ```toml claims/example.toml and
    /// [[claim]]
    /// source = "page-morning"
    /// question = "fire/killed"
    /// value = 34
    /// quote = "34 people were killed"
    ///
    /// [[claim]]
    /// source = "page-evening"
    /// question = "fire/killed"
    /// value = 31
    /// quote = "31 people were killed"
    /// ```
    ///
    /// ## Silent on
    ///
    /// ```toml sources/example.toml
    /// [source.page-morning]
    /// title = "A page"
    /// publisher = "herald"
    /// published = "2024-03-01"
    /// text = "morning.txt"
    /// sha256 = "fa7d822f5cf89f9f625e437e1173c107bd7a37d72d9a0307e8a82cfad5020d2f"
    ///
    /// [source.page-evening]
    /// title = "A page"
    /// publisher = "herald"
    /// published = "2024-03-01"
    /// updated = "2024-03-01T18:00:00"
    /// capture-of = "page-morning"
    /// text = "evening.txt"
    /// sha256 = "f6735eb9f9efc878347627f7682d12b7ffc1d1beef451bc9d0de21d39c1da439"
    /// ```
    ///
    /// ```text sources/morning.txt and
    /// The mayor said that 34 people were killed at the old mill on Friday night.
    /// ```
    ///
    /// ```text sources/evening.txt and
    /// The mayor said that 31 people were killed at the old mill on Friday night.
    /// ```
    ///
    /// ```toml claims/example.toml and
    /// [[claim]]
    /// source = "page-morning"
    /// question = "fire/killed"
    /// value = 34
    /// quote = "34 people were killed"
    ///
    /// [[claim]]
    /// source = "page-evening"
    /// question = "fire/killed"
    /// value = 31
    /// quote = "31 people were killed"
    /// ```
    ///
    /// ## What to do
    ///
    /// See both with `gainsay diff OLD NEW`. If the page does say that it was updated, record when: `updated`. Record what it says now as a
    /// claim of the later capture; the earlier is then superseded.
    "silent-edit", Warn, Quote, find
}

fn find(court: &Court, found: &mut Vec<Finding>) {
    let dossier = court.dossier();
    for it in &court.alignment.recaptured {
        let claim = &dossier.claims[it.claim];
        let fate = it.fate(&court.alignment.evidence[it.claim.index()]);
        if !matches!(fate, Fate::Changed | Fate::Gone) || says_updated(dossier, claim.source, it.later) {
            continue;
        }
        let (name, later) = (dossier.claims.name(it.claim), dossier.sources.name(it.later));
        let message = format!(
            "the words of `{name}` are {} in the later capture `{later}`, which does not say so",
            fate.name()
        );
        let mut finding =
            Finding::new(&RULE, message).claim(name).question(dossier.questions.name(claim.question));
        finding.key = later.to_owned();
        finding =
            finding.mark(claim.quote.as_ref().map_or(claim.spot, |quote| quote.spot), "as the page had it");
        if let (Fate::Changed, Some(passage)) = (fate, &it.seen.passage) {
            // It is the page's word in both: what one of the two captures withholds, the other does not tell.
            let note = Phrase::from("the later capture says: “");
            finding = finding.note(note.theirs(&[claim.source, it.later], shortened(passage)).and("”"));
        }
        found.push(finding.mark(dossier.sources[it.later].spot, "`updated` is not given here"));
    }
}
