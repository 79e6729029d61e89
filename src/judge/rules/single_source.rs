//! The rule `single-source`.

use crate::judge::assessment;
use crate::judge::court::Court;
use crate::judge::finder::rule;
use crate::judge::finding::Finding;
use crate::model::claim::Status;
use crate::model::table::{ClaimId, QuestionId};

rule! {
    /// A question that one source alone answers.
    ///
    /// Allowed unless the manifest says otherwise: most of what one article tells, it tells alone. A desk that publishes nothing on one
    /// source's word sets it to warn or deny, and explains exceptions in an `[[assessment]]` with the status `single-source` that names the claims.
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
        let Some(claims) = alone(court, question) else { continue };
        let first = &dossier.claims[claims[0]];
        let name = dossier.questions.name(question);
        let message = format!("`{}` alone answers `{name}`", dossier.sources.name(first.source));
        let mut finding = Finding::new(&RULE, message).question(name);
        finding = finding.mark(first.spot, "no other source speaks of it");
        let accepted = assessment::of(court, question).filter(|it| it.status == Status::SingleSource);
        finding.explained = accepted.into_iter().find(|it| it.names(&claims)).map(|it| it.rationale.clone());
        for claim in claims {
            finding = finding.claim(dossier.claims.name(claim));
        }
        found.push(finding);
    }
}

/// The claims that say something on a question, where all of them stand in one source.
pub(super) fn alone(court: &Court, question: QuestionId) -> Option<Vec<ClaimId>> {
    let claims = &court.dossier().claims;
    let speaks = |id: &ClaimId| claims[*id].shape().is_some();
    let speaking: Vec<ClaimId> = court.alignment.claims.on(question).iter().copied().filter(speaks).collect();
    let source = claims[*speaking.first()?].source;
    let is_one = |id: &ClaimId| court.alignment.sources.one_family(claims[*id].source, source);
    speaking.iter().all(is_one).then_some(speaking)
}
