//! The first pass: every id that the files define, before anything is read that refers to one.

use super::at::At;
use super::claims::{full_names, set_words};
use super::files::Part;
use super::ids::Ids;
use super::key::{Referent, TableKey};
use super::keys::{ClaimsFileKey, EventKey, SourcesFileKey};
use super::names::{Known, check_named, check_reserved, named};
use super::parsed::Parsed;
use super::tree::Table;
use crate::model::problem::Problem;

/// The ids of each kind as they were found, in no order.
#[derive(Default)]
struct Found {
    sources: Vec<At<String>>,
    agents: Vec<At<String>>,
    places: Vec<At<String>>,
    events: Vec<At<String>>,
    questions: Vec<At<String>>,
    groups: Vec<At<String>>,
    claims: Vec<At<String>>,
    words: Vec<String>,
}

/// Gathers every id; ids that are defined twice or are no slugs are problems.
pub(super) fn gather(parsed: &[Parsed], problems: &mut Vec<Problem>) -> Ids {
    let mut found = Found::default();
    for file in parsed {
        match file.part {
            Part::Manifest | Part::Baseline | Part::Lock | Part::Unread => {}
            Part::Sources => {
                found.sources.extend(ids(file, SourcesFileKey::Source, problems));
                found.agents.extend(ids(file, SourcesFileKey::Agent, problems));
                found.places.extend(ids(file, SourcesFileKey::Place, problems));
            }
            Part::Claims => {
                found.groups.extend(ids(file, ClaimsFileKey::Group, problems));
                check_named(file.root(), ClaimsFileKey::Event, file.file, problems);
                for (id, table) in named(file.root(), ClaimsFileKey::Event, file.file) {
                    found.event(id, table, problems);
                }
                found.claims.extend(full_names(file));
                found.words.extend(set_words(file));
            }
        }
    }
    for ids in [&found.agents, &found.places, &found.groups] {
        check_reserved(ids, problems);
    }
    found.words.sort_unstable();
    found.words.dedup();
    Ids {
        sources: Known::new(Referent::Source, found.sources, problems),
        agents: Known::new(Referent::Agent, found.agents, problems),
        places: Known::new(Referent::Place, found.places, problems),
        events: Known::new(Referent::Event, found.events, problems),
        questions: Known::new(Referent::Question, found.questions, problems),
        groups: Known::new(Referent::Group, found.groups, problems),
        claims: Known::new(Referent::Claim, found.claims, problems),
        words: found.words,
    }
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

impl Found {
    /// An event and its questions. It may be spread over files; where it has more than questions, it is defined.
    fn event<'t>(&mut self, id: At<String>, table: Table<'t>, problems: &mut Vec<Problem>) {
        check_named(table, EventKey::Question, id.spot.file, problems);
        for (name, _) in named(table, EventKey::Question, id.spot.file) {
            self.questions.push(At { value: format!("{}/{}", id.value, name.value), spot: name.spot });
        }
        if table.entries().any(|(key, _)| EventKey::named(key.name) != Some(EventKey::Question)) {
            self.events.push(id);
        }
    }
}
