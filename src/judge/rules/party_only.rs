//! The rule `party-only`.

use crate::align::origin::titled;
use crate::align::party;
use crate::judge::assessment;
use crate::judge::court::Court;
use crate::judge::finder::rule;
use crate::judge::finding::Finding;
use crate::model::table::Id;

rule! {
    /// A position that only parties to the event stand behind.
    ///
    /// Whoever fought in a battle is not the one to count its dead. A party is an agent, or the publisher of a source, with `party-to`
    /// the event or one that it is part of; so is whoever is `part-of` a party. Every origin of the position counts, the ones that
    /// cannot be established too: one of whom it is not known that it is a party keeps the rule silent.
    ///
    /// ## Fires on
    ///
    /// ```toml sources/example.toml
    /// [agent.mill-owner]
    /// name = "the owner of the mill"
    /// party-to = ["fire"]
    /// ```
    ///
    /// ```toml claims/example.toml and
    /// [[claim]]
    /// source = "herald"
    /// question = "fire/killed"
    /// value = 3
    /// quote = "the owner said 3 were killed"
    /// said-by = "mill-owner"
    /// ```
    ///
    /// ## Silent on
    ///
    /// ```toml sources/example.toml
    /// [agent.mill-owner]
    /// name = "the owner of the mill"
    /// party-to = ["fire"]
    /// ```
    ///
    /// ```toml claims/example.toml and
    /// [[claim]]
    /// source = "herald"
    /// question = "fire/killed"
    /// value = 3
    /// quote = "the owner said 3 were killed"
    /// said-by = "mill-owner"
    ///
    /// [[claim]]
    /// source = "courier"
    /// question = "fire/killed"
    /// value = 3
    /// quote = "3 were killed, the fire brigade said"
    /// said-by = "fire-brigade"
    /// ```
    ///
    /// ## What to do
    ///
    /// Look for someone without a stake who knows it, and say in print who says so. An `[[assessment]]` that covers the claims
    /// explains the finding.
    "party-only", Warn, Origin, find
}

fn find(court: &Court, found: &mut Vec<Finding>) {
    let dossier = court.dossier();
    for question in dossier.questions.ids() {
        for position in court.supported_on(question) {
            if !position.supporting.iter().all(|id| party::is_from_party(court.alignment, *id)) {
                continue;
            }
            let mut parties: Vec<String> = position
                .supporting
                .iter()
                .map(|id| titled(dossier, court.alignment.origins[id.index()].speaker))
                .collect();
            parties.sort();
            parties.dedup();
            let name = dossier.questions.name(question);
            let first = || format!("`{}`", dossier.said(&dossier.claims[position.supporting[0]]));
            let said = court.items_of(position).unwrap_or_else(first);
            let message = format!("only parties to the event say {said} on `{name}`: {}", parties.join(", "));
            let mut finding = Finding::new(&RULE, message).question(name);
            for id in &position.supporting {
                let claim = &dossier.claims[*id];
                finding = finding.claim(dossier.claims.name(*id));
                if finding.marks.len() < 4 {
                    let label = format!(
                        "{}, in `{}`",
                        titled(dossier, court.alignment.origins[id.index()].speaker),
                        dossier.sources.name(claim.source)
                    );
                    finding = finding.mark(claim.value_spot, label);
                }
            }
            let explaining = assessment::explaining(court, question, &position.supporting);
            finding.explained = explaining.map(|it| it.rationale.clone());
            found.push(finding);
        }
    }
}
