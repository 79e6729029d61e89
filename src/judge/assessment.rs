//! Which conflicts the desk has explained, and which of its assessments no longer fit.

use super::court::Court;
use crate::model::claim::Assessment;
use crate::model::table::{ClaimId, QuestionId};

/// The assessment that explains a conflict between these claims on a question: it names all of them. One that names no
/// claims explains nothing.
pub(crate) fn explaining<'a>(
    court: &Court<'a>,
    question: QuestionId,
    claims: &[ClaimId],
) -> Option<&'a Assessment> {
    let explains = |assessment: &&Assessment| !assessment.claims.is_empty() && assessment.names(claims);
    of(court, question).find(explains)
}

/// The assessments of a question.
pub(crate) fn of<'a>(
    court: &Court<'a>,
    question: QuestionId,
) -> impl Iterator<Item = &'a Assessment> + use<'a> {
    let all = &court.dossier().assessments;
    let start = all.partition_point(|assessment| assessment.question < question);
    all[start..].iter().take_while(move |assessment| assessment.question == question)
}
