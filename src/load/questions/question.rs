//! Taking `[event.ID.question.ID]`.

use toml::de::DeTable;

use super::kind::kind;
use crate::load::entry::Entry;
use crate::load::ids::Ids;
use crate::load::keys::QuestionKey;
use crate::load::listed::alternatives;
use crate::load::rings;
use crate::load::scope::{Asked, scope};
use crate::model::Dossier;
use crate::model::problem::{Problem, ProblemKind};
use crate::model::question::{Dimension, Question};
use crate::model::table::EventId;
use crate::text::Spot;
use crate::value::types::Kind;

/// One thing asked of an event, by its full name; `None` where it has no type.
pub(super) fn take<'t>(
    full: &str,
    event: EventId,
    spot: Spot,
    table: &'t DeTable<'t>,
    ids: &Ids,
    problems: &mut Vec<Problem>,
) -> Option<Question> {
    let mut entry = Entry::new(table, format!("question {full}"), spot, problems);
    let ask = entry.required(QuestionKey::Ask).map(|ask| ask.value);
    let kind = kind(&mut entry);
    let measure = kind.as_ref().is_some_and(Kind::is_measure);
    let grows = entry.flag(QuestionKey::Grows).unwrap_or(false);
    let additive = entry.flag(QuestionKey::Additive);
    for (key, stated) in [(QuestionKey::Grows, grows), (QuestionKey::Additive, additive == Some(true))] {
        if stated && !measure && kind.is_some() {
            let message = format!("`{key}` on a question that counts nothing");
            let problem = Problem::new(ProblemKind::MalformedEntry, spot, message);
            entry.problems().push(problem.label("only questions of type count or amount grow or add up"));
        }
    }
    let part_of = entry.id(QuestionKey::PartOf, ids);
    let sum_of = entry.ids(QuestionKey::SumOf, ids);
    let needs = needs(&mut entry);
    let asked = if measure { Asked::Figure } else { Asked::Other };
    let scope = scope(&mut entry, QuestionKey::Scope, ids, asked);
    entry.text(QuestionKey::Note);
    entry.finish();
    let kind = kind?;
    Some(Question {
        spot,
        event,
        ask: ask.unwrap_or_else(|| full.to_owned()),
        grows: grows && measure,
        additive: additive.unwrap_or(kind == Kind::Count) && measure,
        kind,
        part_of,
        sum_of,
        needs,
        scope,
    })
}

fn needs(entry: &mut Entry<QuestionKey>) -> Vec<Dimension> {
    let mut found = Vec::new();
    for need in entry.texts(QuestionKey::Needs) {
        match Dimension::named(&need.value) {
            Some(dimension) => found.push(dimension),
            None => {
                let message = format!("`{}` is no dimension of scope", need.value);
                let problem = Problem::new(ProblemKind::MalformedEntry, need.spot, message);
                let expected = alternatives(Dimension::NAMES.iter().copied());
                entry.problems().push(problem.label(format!("expected {expected}")));
            }
        }
    }
    found
}

/// Reports each question that is part of itself, or of the sum that it is.
pub(super) fn report_rings(dossier: &Dossier, problems: &mut Vec<Problem>) {
    let (questions, spot) = (&dossier.questions, |question: &Question| question.spot);
    let (part_of, sum_of) = (QuestionKey::PartOf, QuestionKey::SumOf);
    rings::report("question", questions, part_of, |question| question.part_of.as_slice(), spot, problems);
    rings::report("question", questions, sum_of, |question| &question.sum_of, spot, problems);
}
