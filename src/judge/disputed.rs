//! Disputes told as findings: what all rules about relations have in common.

use super::assessment;
use super::court::Court;
use super::family::Family;
use super::finding::Finding;
use super::label::Label;
use super::phrase::Phrase;
use super::rule::Rule;
use crate::align::disputes::Dispute;
use crate::align::relation::{reason, relate};
use crate::model::problem::ProblemKind;
use crate::model::table::QuestionId;

/// At most so many claims are marked in one finding; the rest are counted.
const MOST_MARKS: usize = 8;

/// One finding for each dispute of the kind that a rule tells of.
// Growth: with the claims in dispute.
pub(super) fn tell(court: &Court, found: &mut Vec<Finding>, rule: &'static Rule, headline: &str) {
    let Family::Relation(kind, _) = rule.family else { return };
    for (question, disputes) in court.disputes() {
        for dispute in disputes.iter().filter(|dispute| dispute.kind == kind) {
            found.push(finding(court, rule, question, dispute, headline));
        }
    }
}

fn finding(
    court: &Court,
    rule: &'static Rule,
    question: QuestionId,
    dispute: &Dispute,
    headline: &str,
) -> Finding {
    let dossier = court.dossier();
    let name = dossier.questions.name(question);
    // Who denies stands first: what is denied follows from it.
    let mut told_first = dispute.claims.clone();
    told_first
        .sort_by_key(|id| !(dossier.claims[*id].denies() || dossier.claims[*id].calls_wrong().is_some()));
    let mut readings: Vec<String> = Vec::new();
    for id in &told_first {
        let said = format!("`{}`", dossier.said(&dossier.claims[*id]));
        if !readings.contains(&said) && readings.len() < 5 {
            readings.push(said);
        }
    }
    let mut finding =
        Finding::new(rule, format!("{headline} on `{name}`: {}", readings.join(" against "))).question(name);
    finding.claims = dispute.claims.iter().map(|id| dossier.claims.name(*id).to_owned()).collect();
    for id in told_first.iter().take(MOST_MARKS) {
        finding = finding.mark(dossier.claims[*id].value_spot, Label::Claim(*id));
    }
    if dispute.claims.len() > MOST_MARKS {
        finding = finding.note(format!("and {} more claims", dispute.claims.len() - MOST_MARKS));
    }
    if let Some((a, b)) = dispute.pairs.first() {
        let relation = relate(court.alignment, *a, *b);
        finding = finding.note(reason(court.alignment, *a, *b, &relation));
    }
    finding.explained =
        assessment::explaining(court, question, &dispute.claims).map(|it| it.rationale.clone());
    finding.pairs = dispute.pairs.clone();
    finding
}

/// One finding for each problem of a kind.
pub(crate) fn problems(court: &Court, found: &mut Vec<Finding>, rule: &'static Rule, kind: ProblemKind) {
    for problem in court.dossier().problems.iter().filter(|problem| problem.kind == kind) {
        let mut finding =
            Finding::new(rule, problem.message.clone()).mark(problem.spot, problem.label.clone());
        for (spot, label) in &problem.related {
            finding = finding.mark(*spot, label.clone());
        }
        finding.help = problem.help.clone().map(Phrase::from);
        finding.claims.extend(problem.claim.clone());
        finding.question.clone_from(&problem.question);
        finding.key = format!("{}\n{}", court.dossier().files.get(problem.spot.file).path, problem.message);
        found.push(finding);
    }
}
