//! Taking `[event.ID]` with its questions, and `[group.ID]`.

mod event;
mod group;
mod kind;
mod options;
mod question;

use super::ids::Ids;
use super::keys::{ClaimsFileKey, EventKey};
use super::names::named;
use super::parsed::{Document, Parsed, each_of};
use crate::model::Dossier;
use crate::model::problem::Problem;
use crate::model::question::{Event, Group, Question};
use crate::model::table::{EventId, Id, QuestionId, Table};

/// What a file gives, by name.
#[derive(Default)]
struct OfFile {
    events: Vec<(String, Event)>,
    questions: Vec<(String, Question)>,
    groups: Vec<(String, Group)>,
}

/// Takes events, questions and groups into the dossier.
pub(super) fn take(
    documents: &[Document<'_>],
    ids: &Ids,
    dossier: &mut Dossier,
    problems: &mut Vec<Problem>,
) {
    let (mut events, mut questions, mut groups) = (Vec::new(), Vec::new(), Vec::new());
    let asking = documents.iter().filter(|document| document.asks);
    for file in each_of(asking, problems, |file, problems| take_file(file, ids, problems)) {
        events.extend(file.events);
        questions.extend(file.questions);
        groups.extend(file.groups);
    }
    dossier.events = Table::new(events);
    dossier.groups = Table::new(groups);
    relink(&mut questions, ids);
    dossier.questions = Table::new(questions);
    group::report_rings(dossier, problems);
    event::report_rings(dossier, problems);
    question::report_rings(dossier, problems);
}

fn take_file<'t>(file: &'t Parsed<'t>, ids: &Ids, problems: &mut Vec<Problem>) -> OfFile {
    let mut taken = OfFile::default();
    for (id, table) in named(file.root(), ClaimsFileKey::Group, file.file) {
        if ids.groups.is_first(&id.value, id.spot) {
            taken.groups.push((id.value.clone(), group::take(&id, table, ids, problems)));
        }
    }
    for (id, table) in named(file.root(), ClaimsFileKey::Event, file.file) {
        if ids.events.is_first(&id.value, id.spot) {
            taken.events.push((id.value.clone(), event::take(&id, table, ids, problems)));
        }
        for (name, inner) in named(table, EventKey::Question, file.file) {
            let full = format!("{}/{}", id.value, name.value);
            let Some(event) = ids.events.resolve::<EventId>(&id, problems) else { continue };
            if ids.questions.is_first(&full, name.spot)
                && let Some(question) = question::take(&full, event, name.spot, inner, ids, problems)
            {
                taken.questions.push((full, question));
            }
        }
    }
    taken
}

/// Questions that could not be taken have no row: references to them are dropped, the others renumbered.
fn relink(questions: &mut [(String, Question)], ids: &Ids) {
    let mut taken: Vec<&str> = questions.iter().map(|(name, _)| name.as_str()).collect();
    taken.sort_unstable();
    let renumbered: Vec<Option<QuestionId>> = ids
        .questions
        .names()
        .iter()
        .map(|name| taken.binary_search(&name).ok().map(QuestionId::from_index))
        .collect();
    let renumber = |id: QuestionId| renumbered[id.index()];
    for (_, question) in questions {
        question.part_of = question.part_of.and_then(renumber);
        // A part that could not be taken leaves its partition with a hole that nothing tells from a part of nought.
        let all = |list: &Vec<QuestionId>| list.iter().copied().map(renumber).collect();
        question.sum_of = question.sum_of.iter().filter_map(all).collect();
    }
}
