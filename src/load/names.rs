//! The ids that a dossier defines, gathered before anything is read that refers to them.

use std::sync::Arc;

use super::at::At;
use super::key::{Referent, TableKey};
use super::tree::{Table, Value};
use crate::model::names::Names;
use crate::model::problem::{Problem, ProblemKind};
use crate::model::table::{AgentId, ClaimId, EventId, GroupId, Id, PlaceId, QuestionId, SourceId};
use crate::text::{FileId, Spot, nearest};
use crate::value::types::NONE;

/// Of an id that is defined very often, so many places are told behind the first two.
const MOST_AGAIN: usize = 4;

/// The names of one kind of table, each with its number in the order of the names and where it is defined.
#[derive(Debug)]
pub(super) struct Known {
    of: Referent,
    names: Arc<Names>,
    spots: Vec<Spot>,
}

/// An id that names something of one kind.
pub(super) trait Refers: Id {
    const TO: Referent;
}

macro_rules! refers {
    ($($id:ident to $referent:ident),+) => {
        $(impl Refers for $id {
            const TO: Referent = Referent::$referent;
        })+
    };
}

refers!(SourceId to Source, AgentId to Agent, PlaceId to Place, EventId to Event);
refers!(QuestionId to Question, GroupId to Group, ClaimId to Claim);

impl Known {
    /// Numbers the names; a name that is defined twice is a problem, and the first definition counts.
    pub(super) fn new(of: Referent, mut found: Vec<At<String>>, problems: &mut Vec<Problem>) -> Self {
        found.sort_by(|a, b| a.value.cmp(&b.value).then(a.spot.cmp(&b.spot)));
        let mut spots: Vec<Spot> = Vec::with_capacity(found.len());
        let mut in_order = Vec::with_capacity(found.len());
        for alike in found.chunk_by(|a, b| a.value == b.value) {
            let At { value, spot } = &alike[0];
            if alike.len() > 1 {
                problems.push(defined_again(of, alike));
            }
            in_order.push(value.as_str());
            spots.push(*spot);
        }
        Known { of, names: Arc::new(Names::new(in_order.into_iter())), spots }
    }

    /// The names, in order.
    pub(super) fn names(&self) -> &Arc<Names> {
        &self.names
    }

    pub(super) fn name(&self, number: usize) -> Option<&str> {
        self.names.get(number)
    }

    /// The number of a name, where the definition at `spot` is the one that counts.
    pub(super) fn first(&self, name: &str, spot: Spot) -> Option<usize> {
        self.names.find(name).filter(|number| self.spots[*number] == spot)
    }

    /// Whether the definition at `spot` is the one that counts.
    pub(super) fn is_first(&self, name: &str, spot: Spot) -> bool {
        self.first(name, spot).is_some()
    }

    /// The id of a name; a problem where there is none, with the nearest that is known.
    pub(super) fn resolve<I: Refers>(&self, name: &At<String>, problems: &mut Vec<Problem>) -> Option<I> {
        debug_assert_eq!(I::TO, self.of, "`{}` is looked for among others", name.value);
        let found = self.names.find(&name.value).map(I::from_index);
        if found.is_none() {
            problems.push(self.unknown(&name.value, name.spot));
        }
        found
    }

    pub(super) fn resolve_all<I: Refers>(&self, names: &[At<String>], problems: &mut Vec<Problem>) -> Vec<I> {
        names.iter().filter_map(|name| self.resolve(name, problems)).collect()
    }

    pub(super) fn unknown(&self, name: &str, spot: Spot) -> Problem {
        let message = format!("no {} has the id `{name}`", self.of);
        let mut problem = Problem::new(ProblemKind::UnknownReference, spot, message);
        problem.wanted = Some((self.of.name(), name.to_owned()));
        problem.label("not defined anywhere in the dossier")
    }

    /// The id that another may mean.
    pub(super) fn meant(&self, name: &str) -> Option<&str> {
        nearest(name, self.names.iter())
    }
}

/// What is said of an id that is defined more than once: the first few of its places, and how many there are.
fn defined_again(of: Referent, alike: &[At<String>]) -> Problem {
    let name = &alike[0].value;
    let message = match alike.len() {
        2 => format!("`{name}` is defined twice"),
        times => format!("`{name}` is defined {times} times"),
    };
    let here = format!("{} of this id stands here", with_article(of.name()));
    let problem = Problem::new(ProblemKind::DuplicateId, alike[1].spot, message);
    let told = alike.iter().skip(2).take(MOST_AGAIN);
    let problem = told.fold(problem.label("and here again").related(alike[0].spot, here), |problem, it| {
        problem.related(it.spot, "and here")
    });
    match alike.len().saturating_sub(2 + MOST_AGAIN) {
        0 => problem,
        more => problem.help(format!("{more} more stand further on")),
    }
}

/// A noun with its article.
pub(super) fn with_article(noun: &str) -> String {
    let article = if noun.starts_with(['a', 'e', 'i', 'o']) { "an" } else { "a" };
    format!("{article} {noun}")
}

/// The tables of `[kind.ID]`: each id with its table and where it begins. What is no table, or has no slug for an id, is left out.
pub(super) fn named<'t>(
    table: Table<'t>,
    kind: impl TableKey,
    file: FileId,
) -> impl Iterator<Item = (At<String>, Table<'t>)> {
    let tables = table.get(kind.word()).and_then(Value::table);
    tables.into_iter().flat_map(Table::entries).filter_map(move |(id, value)| {
        let table = value.table().filter(|_| is_slug(id.name))?;
        Some((At { value: id.name.to_owned(), spot: Spot::new(file, &id.span) }, table))
    })
}

/// Reports what is wrong with the form of `[kind.ID]`.
pub(super) fn check_named(table: Table<'_>, kind: impl TableKey, file: FileId, problems: &mut Vec<Problem>) {
    let kind = kind.word();
    let no_table = |what: &str, value: Value| {
        let spot = Spot::new(file, &value.span());
        Problem::new(ProblemKind::MalformedEntry, spot, format!("`{what}` is no table"))
    };
    let Some(value) = table.get(kind) else { return };
    let Some(tables) = value.table() else {
        let problem = no_table(kind, value);
        problems.push(problem.label(format!("expected tables such as `[{kind}.some-id]`")));
        return;
    };
    for (id, value) in tables.entries() {
        let name = id.name;
        match value.table() {
            Some(_) => check_slug(name, Spot::new(file, &id.span), problems),
            None => {
                let problem = no_table(&format!("{kind}.{name}"), value);
                problems.push(problem.label(format!("expected a table `[{kind}.{name}]`")));
            }
        }
    }
}

/// Reports ids that values could not name: `none` means that there is no answer.
pub(super) fn check_reserved(ids: &[At<String>], problems: &mut Vec<Problem>) {
    for At { value, spot } in ids.iter().filter(|id| id.value == NONE) {
        let problem =
            Problem::new(ProblemKind::MalformedEntry, *spot, format!("the id `{value}` is reserved"));
        let problem = problem.label("in values it means nobody, nowhere or nothing");
        problems.push(problem.help("give it another id"));
    }
}

/// Ids are slugs: small letters, digits and hyphens, not beginning with a hyphen.
pub(crate) fn is_slug(name: &str) -> bool {
    let fits = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit();
    name.starts_with(fits) && name.chars().all(|c| fits(c) || c == '-')
}

/// Reports an id that is no slug; what has such an id is refused whole.
pub(super) fn check_slug(name: &str, spot: Spot, problems: &mut Vec<Problem>) {
    if !is_slug(name) {
        let problem = Problem::new(ProblemKind::MalformedEntry, spot, format!("`{name}` is no id"));
        problems.push(problem.label("expected small letters, digits and hyphens"));
    }
}
