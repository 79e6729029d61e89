//! Taking `[event.ID]`, without its questions.

use crate::load::at::{At, Written};
use crate::load::dates::{days, time_zone, unreadable};
use crate::load::entry::Entry;
use crate::load::ids::Ids;
use crate::load::keys::{EventKey, LikenessKey};
use crate::load::rings;
use crate::load::tree::Table;
use crate::model::Dossier;
use crate::model::problem::Problem;
use crate::model::question::Event;
use crate::model::table::{EventId, PlaceId};

/// Something that happened.
pub(super) fn take<'t>(id: &At<String>, table: Table<'t>, ids: &Ids, problems: &mut Vec<Problem>) -> Event {
    let mut entry = Entry::new(table, format!("event.{}", id.value), id.spot, problems);
    let date = entry.date(EventKey::Date);
    let read = Event {
        spot: id.spot,
        title: entry.required(EventKey::Title).map(|title| title.value).unwrap_or_else(|| id.value.clone()),
        days: date.as_ref().and_then(|date| first_and_last(date, entry.problems())),
        possibly_same_as: likenesses(&mut entry, EventKey::PossiblySameAs, ids),
        distinct_from: likenesses(&mut entry, EventKey::DistinctFrom, ids),
        part_of: entry.id(EventKey::PartOf, ids),
        zone: time_zone(&mut entry, EventKey::TimeZone),
        date: date.map(|date| date.value.words),
    };
    entry.id::<PlaceId>(EventKey::Place, ids);
    entry.text(EventKey::Note);
    entry.finish();
    read
}

fn first_and_last(date: &At<Written>, problems: &mut Vec<Problem>) -> Option<(Option<i128>, Option<i128>)> {
    match days(&date.value) {
        Ok(bounds) => Some((bounds.hard.least(), bounds.hard.greatest())),
        Err(why) => {
            problems.push(unreadable(&why, date.spot, "`date` cannot be read as a date"));
            None
        }
    }
}

/// Other events, each with the reason why it is named.
fn likenesses(entry: &mut Entry<EventKey>, key: EventKey, ids: &Ids) -> Vec<(EventId, String)> {
    let mut found = Vec::new();
    for (table, spot) in entry.tables(key) {
        let mut inner: Entry<LikenessKey> = entry.inner(table, key.name(), spot);
        let event = inner.required(LikenessKey::Event);
        let reason = inner.required(LikenessKey::Reason).map(|reason| reason.value).unwrap_or_default();
        if let Some(event) = event.and_then(|name| ids.events.resolve(&name, inner.problems())) {
            found.push((event, reason));
        }
        inner.finish();
    }
    found
}

/// Reports each event that is part of itself.
pub(super) fn report_rings(dossier: &Dossier, problems: &mut Vec<Problem>) {
    let whole = |event: &Event| Vec::from_iter(event.part_of);
    rings::report("event", &dossier.events, EventKey::PartOf, whole, |event| event.spot, problems);
}
