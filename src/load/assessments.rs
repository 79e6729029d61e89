//! Taking `[[assessment]]`.

use toml::de::DeTable;

use crate::model::Dossier;
use crate::model::claim::{Assessment, Status};
use crate::model::problem::Problem;
use crate::model::table::{Id, QuestionId};
use crate::text::spot::Spot;

use super::Ids;
use super::entry::Entry;
use super::sources::moment;

/// The desk's conclusion; `None` where it lacks what it needs.
pub(super) fn assessment<'t>(
    table: &'t DeTable<'t>,
    spot: Spot,
    ids: &Ids,
    dossier: &Dossier,
    problems: &mut Vec<Problem>,
) -> Option<Assessment> {
    let mut entry = Entry::new(table, "assessment", spot, problems);
    let question = entry.required("question");
    let status = match entry.required("status") {
        Some(_) => entry.one_of::<Status>("status"),
        None => None,
    };
    let rationale = entry.required("rationale");
    let claims = entry.texts("claims");
    let preferred = entry.texts("preferred");
    let read = Assessment {
        spot,
        question: {
            let found = ids.questions.resolve::<QuestionId>(question.as_ref()?, entry.problems());
            let found = found.and_then(|id| dossier.questions.find(ids.questions.name(id.index())?));
            found.unwrap_or(QuestionId(u32::MAX))
        },
        status: status.unwrap_or(Status::Undetermined),
        rationale: rationale.map(|text| text.value).unwrap_or_default(),
        claims: ids.claims.resolve_all(&claims, entry.problems()),
        preferred: ids.claims.resolve_all(&preferred, entry.problems()),
        decided_by: entry.text("decided-by").map(|text| text.value),
        decided_at: moment(&mut entry, "decided-at"),
        review_after: moment(&mut entry, "review-after"),
    };
    entry.text("note");
    entry.finish();
    (read.question != QuestionId(u32::MAX) && !read.rationale.is_empty()).then_some(read)
}
