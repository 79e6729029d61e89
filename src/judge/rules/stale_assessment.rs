//! The rule `stale-assessment`.

use crate::judge::{Court, Finding};
use crate::model::claim::Assessment;
use crate::model::table::ClaimId;
use crate::judge::rule::rule;

rule! {
    /// An assessment that no longer fits what it explains.
    ///
    /// Its day of review has passed, a claim has joined the conflict that it explains, or the conflict is gone. A conflict that was
    /// joined is open again: the assessment no longer explains it.
    ///
    /// ## Fires on
    ///
    /// ```toml claims/example.toml
    /// [[claim]]
    /// source = "herald"
    /// question = "fire/country"
    /// value = "arvo"
    /// quote = "the fire in Arvo"
    ///
    /// [[claim]]
    /// source = "courier"
    /// question = "fire/country"
    /// value = "mill"
    /// quote = "the fire at the mill"
    ///
    /// [[assessment]]
    /// question = "fire/country"
    /// status = "contested"
    /// rationale = "The two papers place it in different countries."
    /// claims = ["herald#country", "courier#country"]
    /// ```
    ///
    /// ## Silent on
    ///
    /// ```toml claims/example.toml
    /// [[claim]]
    /// source = "herald"
    /// question = "fire/country"
    /// value = "arvo"
    /// quote = "the fire in Arvo"
    ///
    /// [[claim]]
    /// source = "courier"
    /// question = "fire/country"
    /// value = "belmar"
    /// quote = "the fire in Belmar"
    ///
    /// [[assessment]]
    /// question = "fire/country"
    /// status = "contested"
    /// rationale = "The two papers place it in different countries."
    /// claims = ["herald#country", "courier#country"]
    /// ```
    ///
    /// ## What to do
    ///
    /// Look at the question again, and decide anew: add the claim that joined, set a new `review-after`, or take the assessment out.
    "stale-assessment", Warn, find
}

fn find(court: &Court, found: &mut Vec<Finding>) {
    let dossier = court.dossier();
    for assessment in &dossier.assessments {
        let name = dossier.questions.name(assessment.question);
        let mut say = |why: String, label: String| {
            let finding = Finding::new(&RULE, format!("the assessment of `{name}` is stale: {why}"));
            let mut finding = finding.question(name).mark(assessment.spot, label);
            finding.key = why;
            found.push(finding);
        };
        if let Some(review) = &assessment.review_after
            && review.last.is_some_and(|last| last.div_euclid(86_400) < court.today)
        {
            say(format!("it was to be reviewed after {}", review.words), "decided before that day".to_owned());
        }
        if assessment.claims.is_empty() {
            continue;
        }
        match standing(court, assessment) {
            None => say("the conflict that it explains is gone".to_owned(), "nothing here is in dispute".to_owned()),
            Some(joined) if !joined.is_empty() => {
                let names: Vec<String> = joined.iter().map(|id| format!("`{}`", dossier.claims.name(*id))).collect();
                say(format!("the conflict was joined by {}", names.join(", ")), "not among these claims".to_owned());
            }
            Some(_) => {}
        }
    }
}

/// The claims that joined the conflicts an assessment explains; `None` where there is no such conflict.
fn standing(court: &Court, assessment: &Assessment) -> Option<Vec<ClaimId>> {
    let mut joined: Option<Vec<ClaimId>> = None;
    let disputes = court.disputes_on(assessment.question).iter().map(|dispute| dispute.claims.clone());
    for claims in disputes.chain(across(court, assessment)) {
        if claims.iter().any(|id| assessment.claims.contains(id)) {
            let new = claims.into_iter().filter(|id| !assessment.claims.contains(id));
            let joined = joined.get_or_insert_default();
            joined.extend(new);
            joined.sort_unstable();
            joined.dedup();
        }
    }
    joined
}

/// The breaches of laws between questions that an assessment's claims have a part in.
fn across(court: &Court, assessment: &Assessment) -> Vec<Vec<ClaimId>> {
    let involved = court.across.iter().map(|law| law.claims());
    involved.filter(|claims| claims.iter().any(|id| assessment.claims.contains(id))).collect()
}
