//! The first pass: every id that the files define, before anything is read that refers to one.

use std::hash::RandomState;

use super::at::At;
use super::claims::{full_names, set_words};
use super::files::Part;
use super::ids::Ids;
use super::key::{Referent, TableKey};
use super::keys::{ClaimsFileKey, EventKey, SourcesFileKey};
use super::names::{Known, check_named, check_reserved, named};
use super::parsed::Parsed;
use super::share::Ties;
use super::tree::Table;
use crate::model::accepted::Allow;
use crate::model::problem::Problem;

/// The ids of each kind as they were found, in no order, and what is wrong with their form.
#[derive(Default)]
pub(super) struct Found {
    sources: Vec<At<String>>,
    agents: Vec<At<String>>,
    places: Vec<At<String>>,
    events: Vec<At<String>>,
    questions: Vec<At<String>>,
    groups: Vec<At<String>>,
    claims: Vec<At<String>>,
    words: Vec<String>,
    ties: Ties,
    problems: Vec<Problem>,
    /// The comments that allow something, of a file that is not held.
    pub(super) allows: Vec<Allow>,
}

/// Which claims are gathered.
pub(super) enum Gathering {
    /// All, with the words of their sets.
    All,
    /// None yet: which are in a share follows from what is gathered. Their names are hashed.
    Share(RandomState),
}

/// Gathers every id of a file of a part; those of its claims as it is asked.
pub(super) fn found(part: Part, file: &Parsed<'_>, gathering: &Gathering) -> Found {
    let mut found = Found::default();
    match part {
        Part::Manifest | Part::Baseline | Part::Lock | Part::Unread | Part::Unreviewed => {}
        Part::Sources => {
            found.sources.extend(ids(file, SourcesFileKey::Source, &mut found.problems));
            found.agents.extend(ids(file, SourcesFileKey::Agent, &mut found.problems));
            found.places.extend(ids(file, SourcesFileKey::Place, &mut found.problems));
        }
        Part::Claims => {
            found.groups.extend(ids(file, ClaimsFileKey::Group, &mut found.problems));
            check_named(file.root(), ClaimsFileKey::Event, file.file, &mut found.problems);
            for (id, table) in named(file.root(), ClaimsFileKey::Event, file.file) {
                found.event(id, table);
            }
            match gathering {
                Gathering::All => {
                    found.claims = full_names(file);
                    found.words = set_words(file, |_| true);
                }
                Gathering::Share(hasher) => found.ties = Ties::of(file, hasher),
            }
        }
    }
    found
}

/// The ids of all files, and what their claims name; ids that are defined twice or are no slugs are problems.
pub(super) fn gather(files: Vec<Found>, problems: &mut Vec<Problem>) -> (Ids, Ties) {
    let mut all = Found::default();
    for file in files {
        let Found {
            sources,
            agents,
            places,
            events,
            questions,
            groups,
            claims,
            words,
            ties,
            problems: found,
            ..
        } = file;
        all.sources.extend(sources);
        all.agents.extend(agents);
        all.places.extend(places);
        all.events.extend(events);
        all.questions.extend(questions);
        all.groups.extend(groups);
        all.claims.extend(claims);
        all.words.extend(words);
        all.ties.join(ties);
        problems.extend(found);
    }
    for ids in [&all.agents, &all.places, &all.groups] {
        check_reserved(ids, problems);
    }
    all.words.sort_unstable();
    all.words.dedup();
    let ids = Ids {
        sources: Known::new(Referent::Source, all.sources, problems),
        agents: Known::new(Referent::Agent, all.agents, problems),
        places: Known::new(Referent::Place, all.places, problems),
        events: Known::new(Referent::Event, all.events, problems),
        questions: Known::new(Referent::Question, all.questions, problems),
        groups: Known::new(Referent::Group, all.groups, problems),
        claims: Known::new(Referent::Claim, all.claims, problems),
        words: all.words,
    };
    (ids, all.ties)
}

/// The ids of a file's `[kind.ID]`, and what is wrong with their form.
fn ids<'t>(
    file: &'t Parsed<'t>,
    kind: impl TableKey,
    problems: &mut Vec<Problem>,
) -> impl Iterator<Item = At<String>> {
    check_named(file.root(), kind, file.file, problems);
    named(file.root(), kind, file.file).map(|(id, _)| id)
}

/// The questions of an event, by their full names.
pub(super) fn questions<'t>(
    event: &At<String>,
    table: Table<'t>,
) -> impl Iterator<Item = (At<String>, Table<'t>)> {
    named(table, EventKey::Question, event.spot.file).map(|(name, asked)| {
        (At { value: format!("{}/{}", event.value, name.value), spot: name.spot }, asked)
    })
}

impl Found {
    /// Whether events, questions or groups are defined.
    pub(super) fn asks(&self) -> bool {
        !(self.events.is_empty() && self.questions.is_empty() && self.groups.is_empty())
    }

    /// An event and its questions. It may be spread over files; where it has more than questions, it is defined.
    fn event(&mut self, id: At<String>, table: Table<'_>) {
        check_named(table, EventKey::Question, id.spot.file, &mut self.problems);
        self.questions.extend(questions(&id, table).map(|(name, _)| name));
        if table.entries().any(|(key, _)| EventKey::named(key.name) != Some(EventKey::Question)) {
            self.events.push(id);
        }
    }
}
