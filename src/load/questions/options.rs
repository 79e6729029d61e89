//! Taking the options of a choice, each a text or a table.

use crate::load::tree::Table;
use std::collections::HashMap;

use crate::load::at::At;
use crate::load::entry::{Entry, TextOrTable};
use crate::load::key::TableKey;
use crate::load::keys::OptionKey;
use crate::load::rings::MOST_TOLD;
use crate::model::problem::{Problem, ProblemKind};
use crate::text::{Spot, nearest};
use crate::value::rings::strongly_connected;
use crate::value::types::{ListedOption, NONE};

/// An option as it is written.
struct Written {
    id: At<String>,
    label: Option<String>,
    part_of: Option<At<String>>,
}

/// The options in their order; one that has no id, that of another, or the reserved one is left out.
pub(super) fn options<K: TableKey>(entry: &mut Entry<K>, key: K) -> Vec<ListedOption> {
    let items = entry.texts_or_tables(key);
    let mut written: Vec<Written> = Vec::with_capacity(items.len());
    let mut numbers: HashMap<String, usize> = HashMap::new();
    for (item, spot) in items {
        let taken = match item {
            TextOrTable::Text(id) => Some(Written { id: At { value: id, spot }, label: None, part_of: None }),
            TextOrTable::Table(table) => of_table(entry, key, table, spot),
        };
        let Some(taken) = taken else { continue };
        if taken.id.value == NONE {
            entry.problems().push(reserved(taken.id.spot));
        } else if let Some(first) = numbers.get(&taken.id.value) {
            let message = format!("the option `{}` is listed twice", taken.id.value);
            let problem = Problem::new(ProblemKind::DuplicateId, taken.id.spot, message);
            let problem = problem.label("and here again").related(written[*first].id.spot, "it stands here");
            entry.problems().push(problem);
        } else {
            numbers.insert(taken.id.value.clone(), written.len());
            written.push(taken);
        }
    }
    let near: Vec<&str> = written.iter().map(|option| option.id.value.as_str()).take(MOST_HELD).collect();
    let part_of: Vec<Option<usize>> =
        written.iter().map(|option| whole(option, &numbers, &near, entry.problems())).collect();
    let links: Vec<Vec<usize>> = part_of.iter().map(|whole| Vec::from_iter(*whole)).collect();
    let (_, rings) = strongly_connected(&links);
    let on_ring = |number: &usize| rings[*number].is_some() || links[*number].contains(number);
    let on_rings: Vec<usize> = (0..written.len()).filter(on_ring).collect();
    for (told, number) in on_rings.iter().take(MOST_TOLD + 1).enumerate() {
        let option = &written[*number];
        if told == MOST_TOLD && on_rings.len() > MOST_TOLD + 1 {
            let message = format!("and {} more options contain themselves", on_rings.len() - told);
            let problem = Problem::new(ProblemKind::CircularContainment, option.id.spot, message);
            entry.problems().push(problem.label("the first of them"));
        } else {
            let message = format!("the option `{}` contains itself", option.id.value);
            let problem = Problem::new(ProblemKind::CircularContainment, option.id.spot, message);
            let label = format!("following `{}` from here leads back here", OptionKey::PartOf);
            entry.problems().push(problem.label(label));
        }
    }
    let listed = written.into_iter().zip(part_of);
    listed
        .map(|(option, part_of)| ListedOption { id: option.id.value, label: option.label, part_of })
        .collect()
}

fn of_table<'t, K: TableKey>(
    entry: &mut Entry<'t, '_, K>,
    key: K,
    table: Table<'t>,
    spot: Spot,
) -> Option<Written> {
    let mut inner: Entry<OptionKey> = entry.inner(table, key.word(), spot);
    let id = inner.required(OptionKey::Id);
    let label = inner.text(OptionKey::Label).map(|label| label.value);
    let part_of = inner.text(OptionKey::PartOf);
    inner.finish();
    Some(Written { id: id?, label, part_of })
}

/// An id that is no option is held against so many that are.
const MOST_HELD: usize = 100;

/// The number of the option that one is a part of.
fn whole(
    option: &Written,
    numbers: &HashMap<String, usize>,
    near: &[&str],
    problems: &mut Vec<Problem>,
) -> Option<usize> {
    let part_of = option.part_of.as_ref()?;
    let found = numbers.get(&part_of.value).copied();
    if found.is_none() {
        let message = format!("no option of this question has the id `{}`", part_of.value);
        let problem = Problem::new(ProblemKind::UnknownReference, part_of.spot, message);
        problems.push(match nearest(&part_of.value, near.iter().copied()) {
            Some(near) => problem.label(format!("did you mean `{near}`?")),
            None => problem.label("an option is part of another of the same list"),
        });
    }
    found
}

fn reserved(spot: Spot) -> Problem {
    let problem = Problem::new(ProblemKind::MalformedEntry, spot, format!("`{NONE}` is listed as an option"));
    problem
        .label("it is an answer of every choice")
        .help(format!("leave it out: `value = \"{NONE}\"` is understood without it"))
}
