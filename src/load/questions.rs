//! Taking `[event.ID]` with its questions, and `[group.ID]`.

use crate::model::Dossier;
use crate::model::claim::{Basis, Period, Scope, Stated};
use crate::model::problem::{Problem, ProblemKind};
use crate::model::question::{Dimension, Event, Group, Question};
use crate::model::table::{EventId, GroupId, Id, QuestionId};
use crate::text::spot::Spot;
use crate::value::calendar::date;
use crate::value::kind::{Kind, Type};
use toml::de::DeTable;

use super::entry::{At, Entry};
use super::files::Part;
use super::names;
use super::names::Known;
use super::sources::suggest_years;
use super::{Ids, Parsed, rings, table};

pub(super) fn take<'t>(
    parsed: &'t [Parsed<'t>],
    ids: &Ids,
    dossier: &mut Dossier,
    problems: &mut Vec<Problem>,
) {
    let (mut events, mut questions, mut groups) = (Vec::new(), Vec::new(), Vec::new());
    for file in parsed.iter().filter(|file| file.part == Part::Claims) {
        let spot_of = |range: std::ops::Range<usize>| Spot::new(file.file, &range);
        let mut ignored = Vec::new();
        for (id, table) in names::named(&file.root, "group", &spot_of, &mut ignored) {
            if ids.groups.is_first(&id.value, id.spot) {
                groups.push((id.value.clone(), group(&id, table, ids, problems)));
            }
        }
        for (id, table) in names::named(&file.root, "event", &spot_of, &mut ignored) {
            if ids.events.is_first(&id.value, id.spot) {
                events.push((id.value.clone(), event(&id, table, ids, problems)));
            }
            for (name, inner) in names::named(table, "question", &spot_of, &mut ignored) {
                let full = format!("{}/{}", id.value, name.value);
                let Some(event) = ids.events.resolve::<EventId>(&id, problems) else { continue };
                if ids.questions.is_first(&full, name.spot)
                    && let Some(question) = question(&full, event, name.spot, inner, ids, problems)
                {
                    questions.push((full, question));
                }
            }
        }
    }
    dossier.events = table(events);
    dossier.groups = table(groups);
    let defined: Known = Known::new("a question", spots(&questions), &mut Vec::new());
    relink(&mut questions, ids, &defined);
    dossier.questions = table(questions);
    let parents = |index: usize| {
        dossier.groups[GroupId::from_index(index)].part_of.iter().map(|id| id.index()).collect()
    };
    for index in rings(dossier.groups.len(), &parents) {
        let id = GroupId::from_index(index);
        let message = format!("group `{}` contains itself", dossier.groups.name(id));
        let problem = Problem::new(ProblemKind::CircularContainment, dossier.groups[id].spot, message);
        problems.push(problem.label("following `part-of` from here leads back here"));
    }
    let part_of = |index: usize| {
        dossier.questions[QuestionId::from_index(index)].part_of.iter().map(|id| id.index()).collect()
    };
    let sum_of = |index: usize| {
        dossier.questions[QuestionId::from_index(index)].sum_of.iter().map(|id| id.index()).collect()
    };
    for (key, on_ring) in [
        ("part-of", rings(dossier.questions.len(), &part_of)),
        ("sum-of", rings(dossier.questions.len(), &sum_of)),
    ] {
        for index in on_ring {
            let id = QuestionId::from_index(index);
            let message = format!("question `{}` contains itself", dossier.questions.name(id));
            let problem = Problem::new(ProblemKind::CircularContainment, dossier.questions[id].spot, message);
            problems.push(problem.label(format!("following `{key}` from here leads back here")));
        }
    }
}

fn spots(questions: &[(String, Question)]) -> Vec<At<String>> {
    questions.iter().map(|(name, question)| At { value: name.clone(), spot: question.spot }).collect()
}

/// Questions that could not be taken have no row: references to them are dropped, the others renumbered.
fn relink(questions: &mut [(String, Question)], ids: &Ids, defined: &Known) {
    let renumber = |id: QuestionId| {
        let name = ids.questions.name(id.index())?;
        defined.find(name).map(|number| QuestionId::from_index(number as usize))
    };
    for (_, question) in questions {
        question.part_of = question.part_of.and_then(renumber);
        question.sum_of = question.sum_of.iter().copied().filter_map(renumber).collect();
    }
}

fn group<'t>(id: &At<String>, table: &'t DeTable<'t>, ids: &Ids, problems: &mut Vec<Problem>) -> Group {
    let mut entry = Entry::new(table, format!("group.{}", id.value), id.spot, problems);
    let name = entry.required("name").map(|name| name.value).unwrap_or_else(|| id.value.clone());
    let part_of = entry.texts("part-of");
    let disjoint_from = entry.texts("disjoint-from");
    let read = Group {
        spot: id.spot,
        name,
        part_of: ids.groups.resolve_all(&part_of, entry.problems()),
        disjoint_from: ids.groups.resolve_all(&disjoint_from, entry.problems()),
    };
    entry.text("note");
    entry.finish();
    read
}

fn event<'t>(id: &At<String>, table: &'t DeTable<'t>, ids: &Ids, problems: &mut Vec<Problem>) -> Event {
    let mut entry = Entry::new(table, format!("event.{}", id.value), id.spot, problems);
    entry.get("question");
    let title = entry.required("title").map(|title| title.value).unwrap_or_else(|| id.value.clone());
    let date = entry.date("date");
    let days = date.as_ref().and_then(|date| {
        let read = match date.value.toml {
            true => date::read_toml(&date.value.words),
            false => date::read(&date.value.words),
        };
        match read {
            Ok(bounds) => Some((bounds.hard.least(), bounds.hard.greatest())),
            Err(why) => {
                let kind =
                    if why.out_of_order { ProblemKind::BoundOrder } else { ProblemKind::MalformedEntry };
                let problem = Problem::new(kind, date.spot, "`date` cannot be read as a date");
                entry.problems().push(problem.label(why.message));
                None
            }
        }
    });
    if let Some(place) = entry.text("place") {
        ids.places.resolve::<crate::model::table::PlaceId>(&place, entry.problems());
    }
    let read = Event {
        title,
        days,
        possibly_same_as: likenesses(&mut entry, "possibly-same-as", ids),
        distinct_from: likenesses(&mut entry, "distinct-from", ids),
        part_of: entry.text("part-of").and_then(|name| ids.events.resolve(&name, entry.problems())),
        date: date.map(|date| date.value.words),
    };
    entry.text("note");
    entry.finish();
    read
}

fn likenesses(entry: &mut Entry, key: &'static str, ids: &Ids) -> Vec<(EventId, String)> {
    let mut found = Vec::new();
    for (table, spot) in entry.tables(key) {
        let mut inner = entry.inner(table, key.to_owned(), spot);
        let event = inner.required("event");
        let reason = inner.required("reason").map(|reason| reason.value).unwrap_or_default();
        if let Some(event) = event.and_then(|name| ids.events.resolve(&name, inner.problems())) {
            found.push((event, reason));
        }
        inner.finish();
    }
    found
}

fn question<'t>(
    full: &str,
    event: EventId,
    spot: Spot,
    table: &'t DeTable<'t>,
    ids: &Ids,
    problems: &mut Vec<Problem>,
) -> Option<Question> {
    let mut entry = Entry::new(table, format!("question {full}"), spot, problems);
    let ask = entry.required("ask").map(|ask| ask.value);
    let kind = kind(&mut entry);
    let measure = kind.as_ref().is_some_and(Kind::is_measure);
    let is_count = matches!(kind, Some(Kind::Count));
    let grows = entry.flag("grows").unwrap_or(false);
    let additive = entry.flag("additive");
    for (key, stated) in [("grows", grows), ("additive", additive == Some(true))] {
        if stated && !measure && kind.is_some() {
            let problem = Problem::new(
                ProblemKind::MalformedEntry,
                spot,
                format!("`{key}` on a question that counts nothing"),
            );
            entry.problems().push(problem.label("only questions of type count or amount grow or add up"));
        }
    }
    let part_of = entry.text("part-of").and_then(|name| ids.questions.resolve(&name, entry.problems()));
    let sums = entry.texts("sum-of");
    let sum_of = ids.questions.resolve_all(&sums, entry.problems());
    let needs = needs(&mut entry);
    let scope = scope(&mut entry, ids, measure);
    entry.text("note");
    entry.finish();
    Some(Question {
        spot,
        event,
        ask: ask.unwrap_or_else(|| full.to_owned()),
        kind: kind?,
        grows: grows && measure,
        additive: additive.unwrap_or(is_count) && measure,
        part_of,
        sum_of,
        needs,
        scope,
    })
}

fn kind(entry: &mut Entry) -> Option<Kind> {
    let spot = entry.spot();
    let unit = entry.text("unit");
    let options = entry.texts("options");
    let many = entry.flag("many");
    if entry.get("type").is_none() {
        entry.missing("type");
        return None;
    }
    let of = entry.one_of::<Type>("type")?;
    let mut stray = |key: &str, only: &str| {
        let problem =
            Problem::new(ProblemKind::MalformedEntry, spot, format!("`{key}` on a question of type {of}"));
        entry.problems().push(problem.label(format!("only {only} have it")));
    };
    if unit.is_some() && of != Type::Amount {
        stray("unit", "amounts");
    }
    if !options.is_empty() && of != Type::Choice {
        stray("options", "choices");
    }
    if many == Some(true) && !matches!(of, Type::Agent | Type::Place) {
        stray("many", "agents and places");
    }
    let many = many.unwrap_or(false);
    Some(match of {
        Type::Count => Kind::Count,
        Type::Amount => Kind::Amount { unit: unit.map(|unit| unit.value) },
        Type::Date => Kind::Date,
        Type::Place => Kind::Place { many },
        Type::Agent => Kind::Agent { many },
        Type::Choice => {
            if options.is_empty() {
                entry.missing("options");
            }
            Kind::Choice { options: options.into_iter().map(|option| option.value).collect() }
        }
        Type::Set => Kind::Set,
        Type::YesNo => Kind::YesNo,
        Type::Text => Kind::Text,
    })
}

fn needs(entry: &mut Entry) -> Vec<Dimension> {
    let mut found = Vec::new();
    for need in entry.texts("needs") {
        match Dimension::ALL.iter().find(|dimension| dimension.name() == need.value) {
            Some(dimension) => found.push(*dimension),
            None => {
                let problem = Problem::new(
                    ProblemKind::MalformedEntry,
                    need.spot,
                    format!("`{}` is no dimension of scope", need.value),
                );
                entry.problems().push(problem.label("expected population, place, period or basis"));
            }
        }
    }
    found
}

/// The `scope` of a question or a claim.
pub(super) fn scope(entry: &mut Entry, ids: &Ids, measure: bool) -> Scope {
    let Some((table, spot)) = entry.table("scope") else { return Scope::default() };
    let mut inner = entry.inner(table, "scope".to_owned(), spot);
    let population =
        stated(&mut inner, "population", |name, inner| ids.groups.resolve(&name, inner.problems()));
    let place = stated(&mut inner, "place", |name, inner| ids.places.resolve(&name, inner.problems()));
    let period = period(&mut inner);
    let basis = stated(&mut inner, "basis", |name, inner| {
        let found = Basis::named(&name.value);
        if found.is_none() {
            let problem =
                Problem::new(ProblemKind::MalformedEntry, name.spot, format!("`{}` is no basis", name.value));
            inner.problems().push(
                problem.label("expected reported, confirmed, identified, documented, estimated or unknown"),
            );
        }
        found
    });
    if basis.is_some() && !measure {
        let problem = Problem::new(ProblemKind::MalformedEntry, spot, "`basis` where nothing is counted");
        inner.problems().push(problem.label("only counts and amounts have a basis"));
    }
    inner.finish();
    Scope { population, place, period, basis: if measure { basis } else { None } }
}

fn stated<T>(
    entry: &mut Entry,
    key: &'static str,
    resolve: impl FnOnce(At<String>, &mut Entry) -> Option<T>,
) -> Option<Stated<T>> {
    let name = entry.text(key)?;
    if name.value == "unknown" {
        return Some(Stated::Unknown);
    }
    resolve(name, entry).map(Stated::Is)
}

fn period(entry: &mut Entry) -> Option<Stated<Period>> {
    let date = entry.date("period")?;
    let words = date.value.words;
    if words == "unknown" {
        return Some(Stated::Unknown);
    }
    let read = if date.value.toml { date::read_toml(&words) } else { date::read(&words) };
    match read {
        Ok(bounds) => {
            suggest_years(entry, &words, date.spot);
            Some(Stated::Is(Period { first: bounds.hard.least(), last: bounds.hard.greatest(), words }))
        }
        Err(why) => {
            let kind = if why.out_of_order { ProblemKind::BoundOrder } else { ProblemKind::MalformedEntry };
            let problem =
                Problem::new(kind, date.spot, "`period` cannot be read as dates").label(why.message);
            entry
                .problems()
                .push(problem.help("expected EDTF such as 2023-10-07/2024-02-11 or 2023-10-07/.."));
            None
        }
    }
}
