//! The rule `translation-differs`.

use crate::judge::court::Court;
use crate::judge::finder::rule;
use crate::judge::finding::Finding;
use crate::judge::translated::differences;
use crate::model::claim::Claim;
use crate::spot::NameIndex;

rule! {
    /// A translation whose figures, names or negations are not those of its quote.
    ///
    /// Each figure of the quote must stand in `translation`, in digits or in words (figures in words are read in the languages of docs/languages.md);
    /// each place and agent that the quote names by a recorded name must be named in it by one of its own; and where both languages have
    /// lists of negations and denials, either both negate or neither does. What is not read is not compared.
    ///
    /// ## Fires on
    ///
    /// ```toml sources/example.toml
    /// [source.leaflet]
    /// title = "A leaflet"
    /// publisher = "herald"
    /// published = "2024-03-01"
    /// text = "leaflet.txt"
    /// sha256 = "c9011e73b96a623a1f5ad394e9b52fca2bd88e3d30c26b9eb9c953fae278e0d1"
    /// language = "de"
    /// ```
    ///
    /// ```text sources/leaflet.txt and
    /// Am Ende starben 34 Menschen, wie es heißt.
    /// ```
    ///
    /// ```toml claims/example.toml and
    /// [[claim]]
    /// source = "leaflet"
    /// question = "fire/killed"
    /// value = 43
    /// quote = "starben 34 Menschen"
    /// translation = "43 people died"
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
    /// sha256 = "c9011e73b96a623a1f5ad394e9b52fca2bd88e3d30c26b9eb9c953fae278e0d1"
    /// language = "de"
    /// ```
    ///
    /// ```text sources/leaflet.txt and
    /// Am Ende starben 34 Menschen, wie es heißt.
    /// ```
    ///
    /// ```toml claims/example.toml and
    /// [[claim]]
    /// source = "leaflet"
    /// question = "fire/killed"
    /// value = 34
    /// quote = "starben 34 Menschen"
    /// translation = "thirty-four people died"
    /// ```
    ///
    /// ## What to do
    ///
    /// Hold the translation against the quote, word by word. Where both say the same and the rule is wrong, allow it beside the claim.
    "translation-differs", Warn, Quote, find
}

fn find(court: &Court, found: &mut Vec<Finding>) {
    let dossier = court.dossier();
    let is_translated = |claim: &Claim| claim.beside.translation.is_some();
    if !dossier.claims.iter().any(|(_, claim)| is_translated(claim)) {
        return;
    }
    let names = NameIndex::new(dossier);
    for (id, claim) in dossier.claims.iter().filter(|(_, claim)| is_translated(claim)) {
        let Some(quote) = &claim.quote else { continue };
        for difference in differences(dossier, &names, claim) {
            let name = dossier.claims.name(id);
            let finding =
                Finding::new(&RULE, format!("the translation of `{name}` does not say what its quote does"));
            let finding = finding.claim(name).question(dossier.questions.name(claim.question));
            found.push(finding.mark(quote.spot, difference));
        }
    }
}
