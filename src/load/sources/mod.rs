//! Taking the files below sources/: `[source.ID]`, `[agent.ID]` and `[place.ID]`.

mod agent;
mod alias;
mod place;
mod source;

use super::entry::Entry;
use super::files::Part;
use super::ids::Ids;
use super::keys::SourcesFileKey;
use super::names::named;
use super::parsed::{Document, Parsed, each};
use crate::model::Dossier;
use crate::model::problem::Problem;
use crate::model::source::{Agent, Place, Source};
use crate::model::table::{Id, Table};

/// What a file gives, by name.
#[derive(Default)]
struct OfFile {
    sources: Vec<(String, Source)>,
    agents: Vec<(String, Agent)>,
    places: Vec<(String, Place)>,
}

/// Takes sources, agents and places into the dossier.
pub(super) fn take(
    documents: &[Document<'_>],
    ids: &Ids,
    dossier: &mut Dossier,
    problems: &mut Vec<Problem>,
) {
    let (mut sources, mut agents, mut places) = (Vec::new(), Vec::new(), Vec::new());
    for file in each(documents, Part::Sources, problems, |file, problems| take_file(file, ids, problems)) {
        sources.extend(file.sources);
        agents.extend(file.agents);
        places.extend(file.places);
    }
    dossier.sources = Table::new(sources);
    dossier.agents = Table::new(agents);
    dossier.places = Table::new(places);
    mirror(&mut dossier.agents, |agent| &mut agent.confusable_with);
    mirror(&mut dossier.places, |place| &mut place.confusable_with);
    place::report_rings(dossier, problems);
    agent::report_rings(dossier, problems);
    source::report_rings(dossier, problems);
}

fn take_file<'t>(file: &'t Parsed<'t>, ids: &Ids, problems: &mut Vec<Problem>) -> OfFile {
    let mut taken = OfFile::default();
    Entry::<SourcesFileKey>::new(file.root(), "the file", file.start(), problems).finish();
    for (id, table) in named(file.root(), SourcesFileKey::Source, file.file) {
        if ids.sources.is_first(&id.value, id.spot) {
            taken.sources.push((id.value.clone(), source::take(&id, table, ids, problems)));
        }
    }
    for (id, table) in named(file.root(), SourcesFileKey::Agent, file.file) {
        if ids.agents.is_first(&id.value, id.spot) {
            taken.agents.push((id.value.clone(), agent::take(&id, table, ids, problems)));
        }
    }
    for (id, table) in named(file.root(), SourcesFileKey::Place, file.file) {
        if ids.places.is_first(&id.value, id.spot) {
            taken.places.push((id.value.clone(), place::take(&id, table, ids, problems)));
        }
    }
    taken
}

/// What may be confused with another, that other may be confused with.
fn mirror<I: Id + PartialEq, R>(rows: &mut Table<I, R>, confusable: impl Fn(&mut R) -> &mut Vec<I>) {
    let ids: Vec<I> = rows.ids().collect();
    for id in ids {
        for other in confusable(&mut rows[id]).clone() {
            let others = confusable(&mut rows[other]);
            if !others.contains(&id) {
                others.push(id);
            }
        }
    }
}
