//! Taking `[event.ID.question.ID]`.

use super::kind::kind;
use crate::load::dates::read_moment;
use crate::load::entry::Entry;
use crate::load::ids::Ids;
use crate::load::keys::QuestionKey;
use crate::load::listed::alternatives;
use crate::load::rings;
use crate::load::scope::{Asked, scope};
use crate::load::tree::Table;
use crate::model::Dossier;
use crate::model::problem::{Problem, ProblemKind};
use crate::model::question::{Dimension, OverTime, Question};
use crate::model::table::EventId;
use crate::text::Spot;
use crate::value::types::Kind;

/// One thing asked of an event, by its full name; `None` where it has no type.
pub(super) fn take<'t>(
    full: &str,
    event: EventId,
    spot: Spot,
    table: Table<'t>,
    ids: &Ids,
    problems: &mut Vec<Problem>,
) -> Option<Question> {
    let mut entry = Entry::new(table, format!("question {full}"), spot, problems);
    let ask = entry.required(QuestionKey::Ask).map(|ask| ask.value);
    let kind = kind(&mut entry);
    let measure = kind.as_ref().is_some_and(Kind::is_measure);
    let over_time = over_time(&mut entry, kind.as_ref());
    let settles = settles(&mut entry);
    let additive = entry.flag(QuestionKey::Additive);
    if additive == Some(true) && !measure && kind.is_some() {
        let message = format!("`{}` on a question that counts nothing", QuestionKey::Additive);
        let problem = Problem::new(ProblemKind::MalformedEntry, spot, message);
        entry.problems().push(problem.label("only questions of type count or amount add up"));
    }
    let part_of = entry.id(QuestionKey::PartOf, ids);
    let sum_of = entry.partitions(QuestionKey::SumOf, ids);
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
        over_time,
        settles,
        additive: additive.unwrap_or(kind == Kind::Count) && measure,
        kind,
        part_of,
        sum_of,
        needs,
        scope,
    })
}

/// What time does to the answer: `over-time`, or `grows = true` for a running toll.
fn over_time(entry: &mut Entry<QuestionKey>, kind: Option<&Kind>) -> OverTime {
    let grows = entry.flag(QuestionKey::Grows);
    let stated = entry.one_of::<OverTime>(QuestionKey::OverTime);
    let over_time = match (stated, grows) {
        (Some(stated), Some(grows)) if grows != (stated == OverTime::Grows) => {
            let message =
                format!("`{} = {grows}` and `{} = \"{stated}\"`", QuestionKey::Grows, QuestionKey::OverTime);
            let problem = Problem::new(ProblemKind::MalformedEntry, entry.spot(), message);
            entry.problems().push(problem.label("one says what the other denies").help("leave `grows` out"));
            stated
        }
        (Some(stated), _) => stated,
        (None, Some(true)) => OverTime::Grows,
        (None, _) => OverTime::Fixed,
    };
    let Some(kind) = kind else { return over_time };
    let why = match over_time {
        OverTime::Grows if !kind.is_measure() => {
            "only counts and amounts grow; what goes either way `varies`"
        }
        OverTime::Varies if *kind == Kind::Text => "words are compared as words, whenever they were said",
        _ => return over_time,
    };
    let message = format!("a question of type {} that {over_time}", kind.name());
    let problem = Problem::new(ProblemKind::MalformedEntry, entry.spot(), message);
    entry.problems().push(problem.label(why));
    OverTime::Fixed
}

/// The day from which on the answer is one: the first of a coarser date.
fn settles(entry: &mut Entry<QuestionKey>) -> Option<i128> {
    let written = entry.date(QuestionKey::Settles)?;
    let spot = written.spot;
    let first = read_moment(entry, QuestionKey::Settles, written, None)?.days.least();
    if first.is_none() {
        let problem = Problem::new(ProblemKind::MalformedEntry, spot, "`settles` has no first day");
        entry.problems().push(problem.label("expected the day since when the answer no longer changes"));
    }
    first
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
    let whole = |question: &Question| Vec::from_iter(question.part_of);
    rings::report("question", questions, part_of, whole, spot, problems);
    let parts = |question: &Question| question.sum_of.concat();
    rings::report("question", questions, sum_of, parts, spot, problems);
}
