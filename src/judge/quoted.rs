//! What the rules about quotes have in common.

use super::court::Court;
use super::finding::Finding;
use super::rule::Rule;
use crate::align::looked::{Evidence, Seen};
use crate::model::table::{ClaimId, Id};
use crate::text::Spot;

/// The claims whose quotes were looked for in their texts, with what was seen.
pub(crate) fn seen<'a>(court: &Court<'a>) -> impl Iterator<Item = (ClaimId, &'a Seen)> + use<'a> {
    let alignment = court.alignment;
    alignment.dossier.claims.ids().filter_map(|id| match &alignment.evidence[id.index()] {
        Evidence::Seen(seen) => Some((id, seen.as_ref())),
        _ => None,
    })
}

/// A finding about a claim's quote, and where the quote stands in the dossier.
pub(crate) fn about(court: &Court, rule: &'static Rule, id: ClaimId, what: &str) -> (Finding, Spot) {
    let dossier = court.dossier();
    let claim = &dossier.claims[id];
    let name = dossier.claims.name(id);
    let finding = Finding::new(rule, format!("the quote of `{name}` {what}"));
    let finding = match court.alignment.reread(claim.source) {
        Some((then, now)) => finding.note(format!(
            "when its text was locked, {} took the words; now it is {}: its bytes are the same",
            then.taker(),
            now.taker()
        )),
        None => finding,
    };
    let spot = claim.quote.as_ref().map_or(claim.spot, |quote| quote.spot);
    (finding.claim(name).question(dossier.questions.name(claim.question)), spot)
}
