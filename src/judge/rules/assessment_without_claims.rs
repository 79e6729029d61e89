//! The rule `assessment-without-claims`.

use super::single_source;
use crate::judge::assessment;
use crate::judge::court::Court;
use crate::judge::finder::rule;
use crate::judge::finding::Finding;
use crate::model::Level;
use crate::model::claim::{Assessment, Status};
use crate::model::table::{ClaimId, QuestionId};

rule! {
    /// An assessment that does not say which conflict it explains.
    ///
    /// An assessment explains the conflicts all of whose claims it names. One that names none explains nothing: what joins the question
    /// later would be explained before anybody has looked at it. The rule gives the claims that are in dispute and that no
    /// assessment of the question explains, ready to paste; for the status `single-source`, where `single-source` is not allowed, those that
    /// one source alone makes. Where nothing is, it is silent.
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
    /// value = "belmar"
    /// quote = "the fire in Belmar"
    ///
    /// [[assessment]]
    /// question = "fire/country"
    /// status = "contested"
    /// rationale = "The two papers place it in different countries."
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
    /// Paste the line, look at each of its claims, and take out those that the rationale does not speak of.
    "assessment-without-claims", Warn, Desk, find
}

fn find(court: &Court, found: &mut Vec<Finding>) {
    let dossier = court.dossier();
    for assessment in dossier.assessments.iter().filter(|assessment| assessment.claims.is_empty()) {
        let mut claims = unexplained(court, assessment.question);
        if claims.is_empty() && assessment.status == Status::SingleSource {
            claims = alone(court, assessment.question);
        }
        if !claims.is_empty() {
            found.push(finding(court, assessment, &claims));
        }
    }
}

/// The claims of a question that one source alone answers, where a rule tells of that.
fn alone(court: &Court, question: QuestionId) -> Vec<ClaimId> {
    let is_told = single_source::RULE.level_in(court.dossier()) != Level::Allow;
    single_source::alone(court, question).filter(|_| is_told).unwrap_or_default()
}

fn finding(court: &Court, assessment: &Assessment, claims: &[ClaimId]) -> Finding {
    let dossier = court.dossier();
    let question = dossier.questions.name(assessment.question);
    let names: Vec<&str> = claims.iter().map(|id| dossier.claims.name(*id)).collect();
    let message = format!("an assessment of `{question}` names no claims, and explains nothing");
    let mut finding = Finding::new(&RULE, message).question(question);
    finding.claims = names.iter().map(|name| (*name).to_owned()).collect();
    finding.key.clone_from(&assessment.rationale);
    let pasted: Vec<String> = names.iter().map(|name| format!("\"{name}\"")).collect();
    let help = format!("name what it explains: `claims = [{}]`", pasted.join(", "));
    finding.mark(assessment.spot, "which conflict does this explain?").help(help)
}

/// The claims that are in a dispute on a question, or break a law with another, which no assessment explains; in order.
fn unexplained(court: &Court, question: QuestionId) -> Vec<ClaimId> {
    let claims = &court.dossier().claims;
    let disputes = court.disputes_on(question).iter().map(|dispute| dispute.claims.clone());
    let laws = court.across.iter().map(|law| law.claims());
    let laws = laws.filter(|involved| involved.iter().any(|id| claims[*id].question == question));
    let open = disputes.chain(laws).filter(|it| assessment::explaining(court, question, it).is_none());
    let mut found: Vec<ClaimId> = open.flatten().collect();
    found.sort_unstable();
    found.dedup();
    found
}
