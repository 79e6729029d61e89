//! Taking `[place.ID]`.

use crate::load::tree::Table;
use std::collections::BTreeSet;

use super::alias::aliases;
use crate::load::at::At;
use crate::load::entry::Entry;
use crate::load::ids::Ids;
use crate::load::keys::PlaceKey;
use crate::load::rings;
use crate::load::rings::Ring;
use crate::model::Dossier;
use crate::model::problem::{Problem, ProblemKind};
use crate::model::source::Place;
use crate::model::table::{Id, PlaceId, SourceId};
use crate::value::rings::strongly_connected;
use crate::value::shape::PlaceKind;

/// A place, as the table has it.
pub(super) fn take<'t>(id: &At<String>, table: Table<'t>, ids: &Ids, problems: &mut Vec<Problem>) -> Place {
    let mut entry = Entry::new(table, format!("place.{}", id.value), id.spot, problems);
    let read = Place {
        spot: id.spot,
        name: entry.required(PlaceKey::Name).map(|name| name.value).unwrap_or_else(|| id.value.clone()),
        kind: entry.one_of(PlaceKey::Kind).unwrap_or(PlaceKind::Region),
        aliases: aliases(&mut entry, PlaceKey::Aliases),
        within: entry.ids(PlaceKey::Within, ids),
        border_of: entry.ids(PlaceKey::BorderOf, ids),
        disputed_between: claimants(&mut entry, &id.value, ids),
        confusable_with: entry.ids(PlaceKey::ConfusableWith, ids),
    };
    if !entry.has(PlaceKey::Kind) {
        entry.missing(PlaceKey::Kind);
    }
    if read.kind != PlaceKind::BorderZone && !read.border_of.is_empty() {
        let message = format!("`place.{}` has `border-of`", id.value);
        let problem = Problem::new(ProblemKind::MalformedEntry, id.spot, message);
        entry.problems().push(problem.label("only a place of kind `border-zone` has borders of others"));
    }
    for_people(&mut entry, ids);
    entry.finish();
    read
}

/// Those between whom the place is disputed; none where there are fewer than two others.
fn claimants(entry: &mut Entry<PlaceKey>, id: &str, ids: &Ids) -> Vec<PlaceId> {
    if !entry.has(PlaceKey::DisputedBetween) {
        return Vec::new();
    }
    let before = entry.problems().len();
    let mut claimants: Vec<PlaceId> = entry.ids(PlaceKey::DisputedBetween, ids);
    claimants.sort_unstable();
    claimants.dedup();
    let is_itself = |place: &PlaceId| ids.places.name(place.index()) == Some(id);
    if claimants.len() >= 2 && !claimants.iter().any(is_itself) {
        return claimants;
    }
    // What names no place is told already.
    if entry.problems().len() == before {
        let message = format!("`place.{id}` is disputed between fewer than two others");
        let problem = Problem::new(ProblemKind::MalformedEntry, entry.spot(), message);
        let label = format!("expected `{} = [...]` with two other places or more", PlaceKey::DisputedBetween);
        entry.problems().push(problem.label(label));
    }
    Vec::new()
}

/// What is kept for people who read the record; no relation follows from it.
fn for_people(entry: &mut Entry<PlaceKey>, ids: &Ids) {
    entry.id::<SourceId>(PlaceKey::Source, ids);
    entry.ids::<PlaceId>(PlaceKey::Near, ids);
    entry.texts(PlaceKey::SameAs);
    entry.text(PlaceKey::Note);
    entry.coordinate(PlaceKey::Lat);
    entry.coordinate(PlaceKey::Lon);
}

/// Reports each place that lies within itself, or is a border of itself, or is disputed by itself: what touches a place, or
/// is claimed by it, is told by that place, so that it cannot in turn be told by what it touches.
pub(super) fn report_rings(dossier: &Dossier, problems: &mut Vec<Problem>) {
    let (places, spot) = (&dossier.places, |place: &Place| place.spot);
    let within = |place: &Place| place.within.clone();
    rings::report("place", places, PlaceKey::Within, within, spot, problems);
    let (_, nested) = strongly_connected(&rings::links(places, within));
    for (key, is) in
        [(PlaceKey::BorderOf, "is a border of itself"), (PlaceKey::DisputedBetween, "is disputed by itself")]
    {
        let others = |place: &Place| match key {
            PlaceKey::BorderOf => place.border_of.clone(),
            _ => place.disputed_between.clone(),
        };
        // What lies within what touches it leads round as well; what lies on a ring by `within` alone is told already.
        let mut links = rings::links(places, |place| [others(place), place.within.clone()].concat());
        let (_, numbers) = strongly_connected(&links);
        let touches: Vec<Vec<usize>> = rings::links(places, others);
        let mut through: BTreeSet<u32> = BTreeSet::new();
        for (place, touched) in touches.iter().enumerate() {
            let ring = numbers[place];
            if ring.is_some() && touched.iter().any(|other| numbers[*other] == ring) {
                through.extend(ring);
            }
        }
        for (place, links) in links.iter_mut().enumerate() {
            let is_through = numbers[place].is_some_and(|ring| through.contains(&ring));
            if !is_through || nested[place].is_some() {
                links.retain(|other| *other == place && touches[place].contains(other));
            }
        }
        rings::report_links(&Ring { what: "place", is, key }, places, &links, spot, problems);
    }
}
