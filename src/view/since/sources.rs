//! Sources added, changed and dropped, and what follows, in plain words.

use super::claims::key_changes;
use super::keys::of_source;
use super::record::{Gone, KeyChange, ListChange, PositionChange, SourceChange};
use super::side::Both;
use crate::load::keys::SourceKey;
use crate::model::Dossier;
use crate::model::table::SourceId;
use crate::text::counted;

/// So many questions are named in one sentence; the rest are counted.
const MOST_NAMED: usize = 5;

pub(super) fn changes(both: Both, positions: &[PositionChange]) -> ListChange<SourceChange> {
    let (old, new) = (both.earlier(), both.later());
    let mut changes = ListChange::none();
    for id in old.sources.ids().filter(|id| new.sources.find(old.sources.name(*id)).is_none()) {
        changes.removed.push(told(old, id, Vec::new(), dropped(old, new, id, positions)));
    }
    for id in new.sources.ids() {
        let Some(was) = old.sources.find(new.sources.name(id)) else {
            changes.added.push(told(new, id, Vec::new(), added(old, new, id, positions)));
            continue;
        };
        let keys = keys(both, was, id);
        if !keys.is_empty() {
            changes.changed.push(told(new, id, keys, Vec::new()));
        }
    }
    changes
}

fn told(dossier: &Dossier, id: SourceId, keys: Vec<KeyChange>, consequences: Vec<String>) -> SourceChange {
    SourceChange {
        source: dossier.sources.name(id).to_owned(),
        title: dossier.sources[id].title.clone(),
        claims: claims(dossier, id),
        keys,
        consequences,
    }
}

/// The keys of a source that changed; where its access is restricted on either side, without what stands there.
fn keys(both: Both, was: SourceId, is: SourceId) -> Vec<KeyChange> {
    let mut keys = key_changes(of_source(both.earlier(), was), of_source(both.later(), is));
    if !both.shows_source(both.later().sources.name(is)) {
        keys.iter_mut().filter(|change| change.key != SourceKey::Access.name()).for_each(KeyChange::withhold);
    }
    keys
}

fn claims(dossier: &Dossier, source: SourceId) -> usize {
    dossier.claims.iter().filter(|(_, claim)| claim.source == source).count()
}

/// The questions that a source answers, in order.
fn answered(dossier: &Dossier, source: SourceId) -> Vec<&str> {
    let of = dossier.claims.iter().filter(|(_, claim)| claim.source == source);
    let mut questions: Vec<&str> = of.map(|(_, claim)| dossier.questions.name(claim.question)).collect();
    questions.sort_unstable();
    questions.dedup();
    questions
}

fn is_answered(dossier: &Dossier, question: &str) -> bool {
    dossier
        .questions
        .find(question)
        .is_some_and(|id| dossier.claims.iter().any(|(_, claim)| claim.question == id))
}

fn dropped(old: &Dossier, new: &Dossier, id: SourceId, positions: &[PositionChange]) -> Vec<String> {
    let name = old.sources.name(id);
    let mut said = vec![match claims(old, id) {
        0 => "no claim was recorded of it".to_owned(),
        count => format!("{} fall with it", counted(count, "claim")),
    }];
    let is_kept_out =
        |question: &str| new.left_out.iter().any(|claim| claim.question.as_deref() == Some(question));
    let silent: Vec<&str> = answered(old, id)
        .into_iter()
        .filter(|question| !is_answered(new, question) && !is_kept_out(question))
        .collect();
    if !silent.is_empty() {
        said.push(format!("no claim is left on {}", listed(&silent)));
    }
    let resting =
        old.sources.iter().filter(|(_, source)| source.derived_from.iter().any(|it| it.source == id));
    let resting: Vec<&str> =
        resting.map(|(id, _)| old.sources.name(id)).filter(|it| new.sources.find(it).is_some()).collect();
    if !resting.is_empty() {
        said.push(format!("{} derived from it, and now stand by themselves", listed(&resting)));
    }
    let of = positions.iter().filter(|position| position.sources_before.iter().any(|it| it == name));
    // What nobody says any more, on a question that nobody answers any more, is told already.
    let of = of.filter(|position| position.after.is_some() || !silent.contains(&position.question.as_str()));
    said.extend(of.filter_map(fewer));
    said
}

/// A position that has fewer independent origins than it had, as a consequence.
fn fewer(position: &PositionChange) -> Option<String> {
    let PositionChange { question, label, .. } = position;
    match (position.before?, position.after) {
        (_, None) if position.gone == Some(Gone::Unsaid) => {
            Some(format!("nobody says “{label}” on `{question}` any more"))
        }
        (before, Some(after)) if after < before => {
            let origins = counted(after, "independent origin");
            Some(format!("“{label}” on `{question}` has {origins} left, of {before}"))
        }
        _ => None,
    }
}

fn added(old: &Dossier, new: &Dossier, id: SourceId, positions: &[PositionChange]) -> Vec<String> {
    let name = new.sources.name(id);
    let questions = answered(new, id);
    let mut said = vec![match claims(new, id) {
        0 => "no claim is recorded of it yet".to_owned(),
        count => format!("{} of it on {}", counted(count, "claim"), counted(questions.len(), "question")),
    }];
    let first: Vec<&str> = questions.into_iter().filter(|question| !is_answered(old, question)).collect();
    if !first.is_empty() {
        said.push(format!("nobody answered {} before", listed(&first)));
    }
    for position in positions.iter().filter(|position| position.sources_after.iter().any(|it| it == name)) {
        let PositionChange { question, label, .. } = position;
        match (position.before, position.after) {
            (None, Some(_)) => said.push(format!("“{label}” on `{question}` is new")),
            (Some(before), Some(after)) if after > before => {
                let origins = counted(after, "independent origin");
                said.push(format!("“{label}” on `{question}` has {origins} now, {before} before"));
            }
            _ => {}
        }
    }
    said
}

fn listed(names: &[&str]) -> String {
    let shown: Vec<String> = names.iter().take(MOST_NAMED).map(|name| format!("`{name}`")).collect();
    match names.len().saturating_sub(MOST_NAMED) {
        0 => shown.join(", "),
        more => format!("{} and {more} more", shown.join(", ")),
    }
}
