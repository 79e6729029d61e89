//! The rule `as-of-assumed`.

use crate::judge::court::Court;
use crate::judge::finder::rule;
use crate::judge::finding::Finding;
use crate::model::table::Id;

rule! {
    /// Figures of a running toll that do not say which moment they hold for.
    ///
    /// On a question that `grows`, what is a contradiction and what an update hangs on the as-of. Where a claim gives none, its
    /// source's date stands in; this says so.
    ///
    /// ## Fires on
    ///
    /// ```toml claims/example.toml
    /// [[claim]]
    /// source = "herald"
    /// question = "fire/toll"
    /// value = 3
    /// quote = "3 dead"
    /// ```
    ///
    /// ## Silent on
    ///
    /// ```toml claims/example.toml
    /// [[claim]]
    /// source = "herald"
    /// question = "fire/toll"
    /// value = 3
    /// quote = "3 dead by noon"
    /// as-of = "2024-03-01T12:00:00"
    /// ```
    ///
    /// ## What to do
    ///
    /// State `as-of` where the source tells the moment. Where it does not, its date is the best there is.
    "as-of-assumed", Warn, Record, find
}

fn find(court: &Court, found: &mut Vec<Finding>) {
    let dossier = court.dossier();
    for (id, _) in dossier.questions.iter().filter(|(_, question)| question.moves()) {
        let assumed = |claim: &&crate::model::table::ClaimId| {
            dossier.claims[**claim].shape().is_some() && court.alignment.basics[claim.index()].when.assumed
        };
        let claims: Vec<_> = court.alignment.claims.on(id).iter().filter(assumed).collect();
        let Some(first) = claims.first() else { continue };
        let name = dossier.questions.name(id);
        let message = match claims.len() {
            1 => format!("an answer to `{name}`, which time changes, does not say which moment it holds for"),
            count => format!(
                "{count} answers to `{name}`, which time changes, do not say which moment they hold for"
            ),
        };
        let when = court.alignment.basics[first.index()].when.as_of.told();
        let label = format!("taken to hold for its source's date, {when}");
        let mut finding =
            Finding::new(&RULE, message).question(name).mark(dossier.claims[**first].spot, label);
        for claim in claims {
            finding = finding.claim(dossier.claims.name(*claim));
        }
        found.push(finding);
    }
}
