//! Claims and assessments that are passed over, because their questions are in another share of the dossier.

use super::named::{ids, question_of, source_of};
use crate::load::key::{KeyForm, Referent, TableKey};
use crate::load::keys::ClaimKey;
use crate::load::tree::Table;
use crate::model::Dossier;
use crate::model::table::{AgentId, QuestionId, SourceId};

/// The question that a claim or an assessment is on, as its table says it.
pub(in crate::load) fn question(dossier: &Dossier, table: Table<'_>) -> Option<QuestionId> {
    dossier.questions.find(question_of(table)?)
}

/// Whether a claim or an assessment is on a question that is not in the share.
pub(in crate::load) fn is_elsewhere(dossier: &Dossier, table: Table<'_>) -> bool {
    !dossier.share.shard.is_whole() && question(dossier, table).is_some_and(|id| !dossier.share.holds(id))
}

/// Whom a claim names as who said it or as who passed it on; nobody where its source, its own or its file's, is restricted.
pub(in crate::load) fn speakers<'d>(
    dossier: &'d Dossier,
    table: Table<'d>,
    default: Option<SourceId>,
) -> impl Iterator<Item = AgentId> + 'd {
    let named = source_of(table).map(|name| dossier.sources.find(name));
    let source = named.unwrap_or(default).filter(|id| !dossier.sources[*id].is_restricted());
    let names_agents = |key: &ClaimKey| matches!(key.key().form, KeyForm::IdOrIds(Referent::Agent));
    let keys = ClaimKey::ALL.iter().copied().filter(names_agents).filter(move |_| source.is_some());
    keys.flat_map(move |key| ids(table, key)).filter_map(|id| dossier.agents.find(id))
}
