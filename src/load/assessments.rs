//! Taking `[[assessment]]`.

use super::dates::moment;
use super::entry::Entry;
use super::ids::Ids;
use super::keys::AssessmentKey;
use super::tree::Table;
use crate::model::Dossier;
use crate::model::claim::{Assessment, Status};
use crate::model::problem::Problem;
use crate::model::table::{Id, QuestionId};
use crate::text::Spot;

/// The full name of the question that an assessment is on.
pub(super) fn question_of<'t>(table: Table<'t>) -> Option<&'t str> {
    table.text(AssessmentKey::Question.name())
}

/// The desk's conclusion; `None` where it lacks what it needs.
pub(super) fn assessment<'t>(
    table: Table<'t>,
    spot: Spot,
    ids: &Ids,
    dossier: &Dossier,
    problems: &mut Vec<Problem>,
) -> Option<Assessment> {
    let mut entry = Entry::new(table, "assessment", spot, problems);
    let question = entry.required(AssessmentKey::Question);
    let status: Option<Status> = match entry.required(AssessmentKey::Status) {
        Some(_) => entry.one_of(AssessmentKey::Status),
        None => None,
    };
    let rationale = entry.required(AssessmentKey::Rationale).map(|text| text.value);
    let question: Option<QuestionId> = ids.questions.resolve(&question?, entry.problems());
    // A question that could not be taken has an id and no row.
    let question = question.and_then(|id| dossier.questions.find(ids.questions.name(id.index())?));
    let claims = entry.ids(AssessmentKey::Claims, ids);
    let preferred = entry.ids(AssessmentKey::Preferred, ids);
    let decided_by = entry.text(AssessmentKey::DecidedBy).map(|text| text.value);
    let decided_at = moment(&mut entry, AssessmentKey::DecidedAt, None);
    let review_after = moment(&mut entry, AssessmentKey::ReviewAfter, None);
    entry.text(AssessmentKey::Note);
    entry.finish();
    Some(Assessment {
        spot,
        question: question?,
        status: status.unwrap_or(Status::Undetermined),
        rationale: rationale?,
        claims,
        preferred,
        decided_by,
        decided_at,
        review_after,
    })
}
