//! What the desk concludes, as far as it rests on public claims alone.

use super::whole::Exchange;
use crate::judge::assessment;
use crate::model::claim::Assessment;
pub(crate) use crate::model::claim::Status;
use crate::model::table::ClaimId;
use crate::view::name::{ClaimName, QuestionName};

/// A conclusion of the desk on a question, which names the claims that it explains.
pub(crate) struct Conclusion {
    pub(crate) question: QuestionName,
    pub(crate) status: Status,
    pub(crate) rationale: String,
    pub(crate) claims: Vec<ClaimName>,
    /// Who signed it.
    pub(crate) decided_by: Option<String>,
    pub(crate) decided_at: Option<String>,
}

impl Exchange<'_> {
    /// The conclusions that rest on public claims alone, by their questions.
    pub(crate) fn conclusions(&self) -> impl Iterator<Item = Conclusion> {
        let questions = self.public.questions.iter();
        questions.flat_map(|question| {
            assessment::of(self.court, *question)
                .filter(|it| self.is_public(it))
                .map(|it| self.conclusion(it))
        })
    }

    /// Those of them that name a claim.
    pub(super) fn conclusions_on(&self, claim: ClaimId) -> Vec<Conclusion> {
        let all = assessment::of(self.court, self.dossier().claims[claim].question);
        let named = all.filter(|it| it.names(&[claim]) && self.is_public(it));
        named.map(|it| self.conclusion(it)).collect()
    }

    /// Whether an assessment rests on public claims alone: those that it names, else all on its question.
    fn is_public(&self, assessment: &Assessment) -> bool {
        let claims = match assessment.claims.as_slice() {
            [] => self.court.alignment.claims.on(assessment.question),
            named => named,
        };
        claims.iter().chain(&assessment.preferred).all(|id| self.gate().shows_claim(*id))
    }

    fn conclusion(&self, assessment: &Assessment) -> Conclusion {
        Conclusion {
            question: QuestionName::new(self.dossier(), assessment.question),
            status: assessment.status,
            rationale: assessment.rationale.clone(),
            claims: ClaimName::all(self.dossier(), &assessment.claims),
            decided_by: assessment.decided_by.clone(),
            decided_at: assessment.decided_at.as_ref().map(|date| date.words.clone()),
        }
    }
}
