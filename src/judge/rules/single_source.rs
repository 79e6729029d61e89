//! The rule `single-source`.

use crate::judge::assessment;
use crate::judge::court::Court;
use crate::judge::finder::rule;
use crate::judge::finding::Finding;
use crate::model::claim::Status;

rule! {
    /// A question that one source alone answers.
    ///
    /// Allowed unless the manifest says otherwise: most of what one article tells, it tells alone. A desk that publishes nothing on one
    /// source's word sets it to warn or deny, and explains exceptions in an `[[assessment]]` with the status `single-source`.
    ///
    /// ## Fires on
    ///
    /// ```toml gainsay.toml
    /// [dossier]
    /// title = "A fire"
    ///
    /// [rules]
    /// single-source = "warn"
    /// ```
    ///
    /// ```toml claims/example.toml and
    /// [[claim]]
    /// source = "herald"
    /// question = "fire/killed"
    /// value = 3
    /// quote = "3 were killed"
    /// ```
    ///
    /// ## Silent on
    ///
    /// ```toml gainsay.toml
    /// [dossier]
    /// title = "A fire"
    ///
    /// [rules]
    /// single-source = "warn"
    /// ```
    ///
    /// ```toml claims/example.toml and
    /// [[claim]]
    /// source = "herald"
    /// question = "fire/killed"
    /// value = 3
    /// quote = "3 were killed"
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
    /// Look for a second source.
    "single-source", Allow, Origin, find
}

fn find(court: &Court, found: &mut Vec<Finding>) {
    let dossier = court.dossier();
    for question in dossier.questions.ids() {
        let speaks = |id: &&crate::model::table::ClaimId| dossier.claims[**id].shape().is_some();
        let claims: Vec<_> = court.alignment.claims.on(question).iter().filter(speaks).collect();
        let Some(first) = claims.first() else { continue };
        let source = dossier.claims[**first].source;
        if claims.iter().any(|id| !court.alignment.sources.one_family(dossier.claims[**id].source, source)) {
            continue;
        }
        let name = dossier.questions.name(question);
        let message = format!("`{}` alone answers `{name}`", dossier.sources.name(source));
        let mut finding = Finding::new(&RULE, message).question(name);
        finding = finding.mark(dossier.claims[**first].spot, "no other source speaks of it");
        let accepted = assessment::of(court, question).find(|it| it.status == Status::SingleSource);
        finding.explained = accepted.map(|it| it.rationale.clone());
        for claim in claims {
            finding = finding.claim(dossier.claims.name(*claim));
        }
        found.push(finding);
    }
}
