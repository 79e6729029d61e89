//! The rule `credibility-unsupported`.

use std::collections::HashMap;

use crate::align::origin::titled;
use crate::align::positions::Position;
use crate::judge::court::Court;
use crate::judge::finder::rule;
use crate::judge::finding::Finding;
use crate::model::table::{ClaimId, Id};

rule! {
    /// A claim rated as confirmed that no second origin confirms.
    ///
    /// In the Admiralty code, `credibility = 1` says that other, independent sources confirm a claim. The rule asks for a position
    /// that the claim supports and that two independent origins stand behind. Claims that are silent, withdrawn or projected hold
    /// no position, and are left alone.
    ///
    /// ## Fires on
    ///
    /// ```toml claims/example.toml
    /// [[claim]]
    /// source = "herald"
    /// question = "fire/killed"
    /// value = 3
    /// quote = "the mayor said 3 were killed"
    /// said-by = "mayor"
    /// credibility = 1
    ///
    /// [[claim]]
    /// source = "courier"
    /// question = "fire/killed"
    /// value = "three"
    /// quote = "three killed, the mayor said"
    /// said-by = "mayor"
    /// ```
    ///
    /// ## Silent on
    ///
    /// ```toml claims/example.toml
    /// [[claim]]
    /// source = "herald"
    /// question = "fire/killed"
    /// value = 3
    /// quote = "the mayor said 3 were killed"
    /// said-by = "mayor"
    /// credibility = 1
    ///
    /// [[claim]]
    /// source = "courier"
    /// question = "fire/killed"
    /// value = "three"
    /// quote = "three killed, the fire brigade said"
    /// said-by = "fire-brigade"
    /// ```
    ///
    /// ## What to do
    ///
    /// Record the claim that confirms it, or rate it as what one origin can be: 2, probably true, or less.
    "credibility-unsupported", Warn, Origin, find
}

/// By claim that is rated as confirmed: the positions that it holds.
// Growth: with the claims of the positions.
fn holding<'c>(court: &'c Court) -> HashMap<ClaimId, Vec<&'c Position>> {
    let claims = &court.dossier().claims;
    let mut holding: HashMap<ClaimId, Vec<&Position>> = HashMap::new();
    for position in court.positions.iter().flat_map(|it| &it.listed) {
        for id in position.claims.iter().filter(|id| claims[**id].credibility == Some(1)) {
            holding.entry(*id).or_default().push(position);
        }
    }
    holding
}

fn find(court: &Court, found: &mut Vec<Finding>) {
    let dossier = court.dossier();
    let holding = holding(court);
    for (id, claim) in dossier.claims.iter().filter(|(_, claim)| claim.credibility == Some(1)) {
        if !court.alignment.stands(id) {
            continue;
        }
        let holding = holding.get(&id).map_or(&[][..], Vec::as_slice);
        let confirmed = holding.iter().any(|position| {
            position.supporting.binary_search(&id).is_ok() && position.origins.independent > 1
        });
        // It may be confirmed in a position that is left out.
        let is_unseen = court.is_cut(claim.question);
        // What its own origin has since revised holds no position, and nobody would confirm it.
        if holding.is_empty() || confirmed || is_unseen {
            continue;
        }
        let name = dossier.claims.name(id);
        let question = dossier.questions.name(claim.question);
        let message = format!("`{name}` is rated as confirmed by others, and nobody independent confirms it");
        let mut finding = Finding::new(&RULE, message).question(question).claim(name);
        let most = holding.iter().map(|position| position.sources.len()).max().unwrap_or(1);
        if most > 1 {
            let origin = titled(dossier, court.alignment.origins[id.index()].speaker);
            finding = finding.note(format!("{most} sources hold this position; it goes back to {origin}, and to nobody else who is independent and established"));
        }
        found.push(finding.mark(claim.value_spot, format!("`{}`, credibility 1", dossier.said(claim))));
    }
}
