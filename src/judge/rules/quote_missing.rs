//! The rule `quote-missing`.

use crate::judge::court::Court;
use crate::judge::finder::rule;
use crate::judge::finding::Finding;

rule! {
    /// A claim without the words of its source.
    ///
    /// A claim is worth its quote: without it nobody can hold the claim against the text.
    ///
    /// ## Fires on
    ///
    /// ```toml claims/example.toml
    /// [[claim]]
    /// source = "herald"
    /// question = "fire/killed"
    /// value = 3
    /// ```
    ///
    /// ## Silent on
    ///
    /// ```toml claims/example.toml
    /// [[claim]]
    /// source = "herald"
    /// question = "fire/killed"
    /// value = 3
    /// quote = "3 were killed"
    /// ```
    ///
    /// ## What to do
    ///
    /// Copy the few words that carry the value into `quote`, as they stand. Where the sources are data sets without sentences, allow
    /// the rule in gainsay.toml.
    "quote-missing", Deny, Quote, find
}

fn find(court: &Court, found: &mut Vec<Finding>) {
    let dossier = court.dossier();
    for (id, claim) in dossier.claims.iter() {
        if claim.quote.is_none() {
            let name = dossier.claims.name(id);
            let finding = Finding::new(&RULE, format!("`{name}` has no quote"));
            let finding = finding.claim(name).question(dossier.questions.name(claim.question));
            found.push(finding.mark(claim.spot, "`quote` is missing here: which words say so?"));
        }
    }
}
