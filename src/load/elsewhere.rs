//! Claims and assessments that are passed over, because their questions are in another share of the dossier.

use super::key::TableKey;
use super::keys::ClaimKey;
use super::tree::{List, Table, Value};
use crate::model::Dossier;
use crate::model::table::{AgentId, QuestionId, SourceId};

/// The question that a claim or an assessment is on, as its table says it.
pub(super) fn question(dossier: &Dossier, table: Table<'_>) -> Option<QuestionId> {
    dossier.questions.find(table.text(ClaimKey::Question.name())?)
}

/// Whether a claim or an assessment is on a question that is not in the share.
pub(super) fn is_elsewhere(dossier: &Dossier, table: Table<'_>) -> bool {
    !dossier.share.shard.is_whole() && question(dossier, table).is_some_and(|id| !dossier.share.holds(id))
}

/// Whom a claim names as who said it or as who passed it on; nobody where its source, its own or its file's, is restricted.
pub(super) fn speakers<'d>(
    dossier: &'d Dossier,
    table: Table<'d>,
    default: Option<SourceId>,
) -> impl Iterator<Item = AgentId> + 'd {
    let named = table.text(ClaimKey::Source.name()).map(|name| dossier.sources.find(name));
    let source = named.unwrap_or(default).filter(|id| !dossier.sources[*id].is_restricted());
    let keys = [ClaimKey::SaidBy, ClaimKey::Via].into_iter().filter(move |_| source.is_some());
    keys.flat_map(move |key| ids(table, key)).filter_map(|id| dossier.agents.find(id))
}

/// The ids under a key, one or a list.
pub(super) fn ids<'t>(table: Table<'t>, key: impl TableKey) -> impl Iterator<Item = &'t str> {
    let value = table.get(key.word());
    let listed = value.and_then(Value::list).into_iter().flat_map(List::items).filter_map(Value::text);
    value.and_then(Value::text).into_iter().chain(listed)
}
