//! Claims and assessments that are passed over, because their questions are in another share of the dossier.

use super::keys::ClaimKey;
use super::tree::Table;
use crate::model::Dossier;
use crate::model::table::QuestionId;

/// The question that a claim or an assessment is on, as its table says it.
pub(super) fn question(dossier: &Dossier, table: Table<'_>) -> Option<QuestionId> {
    dossier.questions.find(table.text(ClaimKey::Question.name())?)
}

/// Whether a claim or an assessment is on a question that is not in the share.
pub(super) fn is_elsewhere(dossier: &Dossier, table: Table<'_>) -> bool {
    !dossier.share.shard.is_whole() && question(dossier, table).is_some_and(|id| !dossier.share.holds(id))
}
