//! Taking the files below sources/: `[source.ID]`, `[agent.ID]` and `[place.ID]`.

mod agent;
mod place;
mod source;

use super::entry::Entry;
use super::files::Part;
use super::ids::Ids;
use super::keys::{AgentKey, PlaceKey, SourcesFileKey};
use super::names::named;
use super::parsed::Parsed;
use super::rings;
use crate::model::Dossier;
use crate::model::problem::Problem;
use crate::model::table::Table;
use agent::agent;
use place::place;
use source::source;

/// Takes sources, agents and places into the dossier.
pub(super) fn take<'t>(
    parsed: &'t [Parsed<'t>],
    ids: &Ids,
    dossier: &mut Dossier,
    problems: &mut Vec<Problem>,
) {
    let (mut sources, mut agents, mut places) = (Vec::new(), Vec::new(), Vec::new());
    for file in parsed.iter().filter(|file| file.part == Part::Sources) {
        Entry::<SourcesFileKey>::new(&file.root, "the file", file.start(), problems).finish();
        for (id, table) in named(&file.root, SourcesFileKey::Source, file.file) {
            if ids.sources.is_first(&id.value, id.spot) {
                sources.push((id.value.clone(), source(&id, table, ids, problems)));
            }
        }
        for (id, table) in named(&file.root, SourcesFileKey::Agent, file.file) {
            if ids.agents.is_first(&id.value, id.spot) {
                agents.push((id.value.clone(), agent(&id, table, ids, problems)));
            }
        }
        for (id, table) in named(&file.root, SourcesFileKey::Place, file.file) {
            if ids.places.is_first(&id.value, id.spot) {
                places.push((id.value.clone(), place(&id, table, ids, problems)));
            }
        }
    }
    dossier.sources = Table::new(sources);
    dossier.agents = Table::new(agents);
    dossier.places = Table::new(places);
    rings::report(
        "place",
        &dossier.places,
        PlaceKey::Within,
        |place| &place.within,
        |place| place.spot,
        problems,
    );
    rings::report(
        "agent",
        &dossier.agents,
        AgentKey::PartOf,
        |agent| &agent.part_of,
        |agent| agent.spot,
        problems,
    );
}
