//! The ids that a dossier defines, gathered before anything is read that refers to them.

use std::collections::HashMap;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::model::problem::{Problem, ProblemKind};
use crate::model::table::Id;
use crate::text::nearest::nearest;
use crate::text::spot::Spot;

use super::entry::At;

/// The names of one kind of table, each with its number in the order of the names and where it is defined.
#[derive(Debug)]
pub(super) struct Known {
    /// How a message calls one: "an agent".
    what: &'static str,
    numbers: HashMap<String, u32>,
    in_order: Vec<String>,
    spots: Vec<Spot>,
}

impl Known {
    /// Numbers the names; a name that is defined twice is a problem, and the first definition counts.
    pub(super) fn new(what: &'static str, mut found: Vec<At<String>>, problems: &mut Vec<Problem>) -> Self {
        found.sort_by(|a, b| a.value.cmp(&b.value).then(a.spot.cmp(&b.spot)));
        let mut numbers = HashMap::with_capacity(found.len());
        let mut spots: Vec<Spot> = Vec::with_capacity(found.len());
        let mut in_order = Vec::with_capacity(found.len());
        for At { value, spot } in found {
            match numbers.get(&value) {
                Some(first) => {
                    let message = format!("`{value}` is defined twice");
                    let problem =
                        Problem::new(ProblemKind::DuplicateId, spot, message).label("and here again");
                    problems.push(
                        problem.related(spots[*first as usize], format!("{what} of this id stands here")),
                    );
                }
                None => {
                    in_order.push(value.clone());
                    numbers.insert(value, spots.len() as u32);
                    spots.push(spot);
                }
            }
        }
        Known { what, numbers, in_order, spots }
    }

    /// The names, in order.
    pub(super) fn in_order(&self) -> &[String] {
        &self.in_order
    }

    pub(super) fn name(&self, number: usize) -> Option<&str> {
        self.in_order.get(number).map(String::as_str)
    }

    pub(super) fn find(&self, name: &str) -> Option<u32> {
        self.numbers.get(name).copied()
    }

    /// Whether the definition at `spot` is the one that counts.
    pub(super) fn is_first(&self, name: &str, spot: Spot) -> bool {
        self.find(name).is_some_and(|number| self.spots[number as usize] == spot)
    }

    /// The id of a name; a problem where there is none, with the nearest that is known.
    pub(super) fn resolve<I: Id>(&self, name: &At<String>, problems: &mut Vec<Problem>) -> Option<I> {
        let found = self.find(&name.value).map(|number| I::from_index(number as usize));
        if found.is_none() {
            problems.push(self.unknown(&name.value, name.spot));
        }
        found
    }

    pub(super) fn resolve_all<I: Id>(&self, names: &[At<String>], problems: &mut Vec<Problem>) -> Vec<I> {
        names.iter().filter_map(|name| self.resolve(name, problems)).collect()
    }

    pub(super) fn unknown(&self, name: &str, spot: Spot) -> Problem {
        let kind = self.what.trim_start_matches("an ").trim_start_matches("a ");
        let problem =
            Problem::new(ProblemKind::UnknownReference, spot, format!("no {kind} has the id `{name}`"));
        match nearest(name, self.numbers.keys().map(String::as_str)) {
            Some(near) => problem.label(format!("did you mean `{near}`?")),
            None => problem.label("not defined anywhere in the dossier"),
        }
    }
}

/// The named tables of `[kind.ID]`: each id with its table and where it begins.
pub(super) fn named<'t>(
    root: &'t DeTable<'t>,
    kind: &str,
    spot_of: &dyn Fn(std::ops::Range<usize>) -> Spot,
    problems: &mut Vec<Problem>,
) -> Vec<(At<String>, &'t DeTable<'t>)> {
    let Some(value) = root.get(kind) else { return Vec::new() };
    let DeValue::Table(tables) = value.get_ref() else {
        let problem =
            Problem::new(ProblemKind::MalformedEntry, spot_of(value.span()), format!("`{kind}` is no table"));
        problems.push(problem.label(format!("expected tables such as `[{kind}.some-id]`")));
        return Vec::new();
    };
    tables.iter().filter_map(|(id, value)| named_one(kind, id, value, spot_of, problems)).collect()
}

fn named_one<'t>(
    kind: &str,
    id: &'t Spanned<toml::de::DeString<'t>>,
    value: &'t Spanned<DeValue<'t>>,
    spot_of: &dyn Fn(std::ops::Range<usize>) -> Spot,
    problems: &mut Vec<Problem>,
) -> Option<(At<String>, &'t DeTable<'t>)> {
    let name = id.get_ref().to_string();
    let spot = spot_of(id.span());
    let DeValue::Table(table) = value.get_ref() else {
        let message = format!("`{kind}.{name}` is no table");
        let problem = Problem::new(ProblemKind::MalformedEntry, spot_of(value.span()), message);
        problems.push(problem.label(format!("expected a table `[{kind}.{name}]`")));
        return None;
    };
    check_slug(&name, spot, problems);
    Some((At { value: name, spot }, table))
}

/// Ids are slugs: small letters, digits and hyphens, not beginning with a hyphen.
pub(super) fn check_slug(name: &str, spot: Spot, problems: &mut Vec<Problem>) {
    let fits = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit();
    let is_slug = name.starts_with(fits) && name.chars().all(|c| fits(c) || c == '-');
    if !is_slug {
        let problem = Problem::new(ProblemKind::MalformedEntry, spot, format!("`{name}` is no id"));
        problems.push(problem.label("expected small letters, digits and hyphens"));
    }
}
