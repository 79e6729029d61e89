//! The rule `assessment-without-claims`.

use std::collections::{BTreeSet, HashMap};

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

/// So many assessments of one question have the claims named that they may explain; the others are told to look there.
const MOST_NAMED: usize = 8;

// Growth: with the assessments, and with the disputes of each question that has one.
fn find(court: &Court, found: &mut Vec<Finding>) {
    let without: Vec<&Assessment> =
        court.dossier().assessments.iter().filter(|assessment| assessment.claims.is_empty()).collect();
    let laws = if without.is_empty() { Laws::new() } else { laws(court) };
    for of_question in without.chunk_by(|a, b| a.question == b.question) {
        let question = of_question[0].question;
        let open = unexplained(court, &laws, question);
        let alone = alone(court, question);
        let mut told = 0;
        for assessment in of_question {
            let is_alone = open.is_empty() && assessment.status == Status::SingleSource;
            let claims = if is_alone { &alone } else { &open };
            if !claims.is_empty() {
                told += 1;
                found.push(finding(court, assessment, if told > MOST_NAMED { &[] } else { claims }));
            }
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
    if names.is_empty() {
        let help = format!(
            "name what it explains, of the claims that the first of these findings of `{question}` names"
        );
        return finding.mark(assessment.spot, "which conflict does this explain?").help(help);
    }
    let pasted: Vec<String> = names.iter().map(|name| format!("\"{name}\"")).collect();
    let help = format!("name what it explains: `claims = [{}]`", pasted.join(", "));
    finding.mark(assessment.spot, "which conflict does this explain?").help(help)
}

/// By question, the claims that break a law with each other, some of them on that question.
type Laws = HashMap<QuestionId, Vec<Vec<ClaimId>>>;

fn laws(court: &Court) -> Laws {
    let claims = &court.dossier().claims;
    let mut laws = Laws::new();
    for involved in court.across.iter().map(|law| law.claims()) {
        let questions: BTreeSet<QuestionId> = involved.iter().map(|id| claims[*id].question).collect();
        questions.into_iter().for_each(|question| laws.entry(question).or_default().push(involved.clone()));
    }
    laws
}

/// The claims that are in a dispute on a question, or break a law with another, which no assessment explains; in order.
fn unexplained(court: &Court, laws: &Laws, question: QuestionId) -> Vec<ClaimId> {
    let disputes = court.disputes_on(question).iter().map(|dispute| &dispute.claims);
    let laws = laws.get(&question).into_iter().flatten();
    let open = disputes.chain(laws).filter(|it| assessment::explaining(court, question, it).is_none());
    let mut found: Vec<ClaimId> = open.flatten().copied().collect();
    found.sort_unstable();
    found.dedup();
    found
}

#[cfg(test)]
mod tests {
    use crate::judge::tests::{DISPUTED, judged};

    /// How many claims each finding names, where so many assessments of one question name none.
    fn named(assessments: usize) -> Vec<usize> {
        let each = |n: usize| {
            format!(
                "[[assessment]]\nquestion = \"fire/country\"\nstatus = \"contested\"\nrationale = \"R{n:02}\"\n"
            )
        };
        let more: String = (0..assessments).map(each).collect();
        let files: Vec<(&str, &str)> = DISPUTED.iter().copied().chain([("claims/z.toml", &*more)]).collect();
        let found = judged(&files, 20_000);
        let found = found.iter().filter(|it| it.rule.name == "assessment-without-claims");
        found.map(|it| it.claims.len()).collect()
    }

    #[test]
    fn eight_assessments_of_a_question_name_its_claims_and_more_point_to_the_first() {
        assert_eq!(named(1), [2]);
        assert_eq!(named(8), [2; 8]);
        assert_eq!(named(10), [2, 2, 2, 2, 2, 2, 2, 2, 0, 0]);
    }
}
