//! Taking `[source.ID]`, `[agent.ID]` and `[place.ID]`.

use std::collections::BTreeSet;

use crate::model::Dossier;
use crate::model::claim::AsOf;
use crate::model::problem::{Problem, ProblemKind};
use crate::model::source::{Access, Agent, Derivation, How, Place, Source};
use crate::model::table::{AgentId, PlaceId};
use crate::text::spot::Spot;
use crate::value::calendar::{date, moments, moments_toml};
use crate::value::shape::kin::PlaceKind;
use toml::de::DeTable;

use super::entry::{At, Entry, Written};
use super::files::Part;
use super::{Ids, Parsed, names, rings, table};

pub(super) fn take<'t>(
    parsed: &'t [Parsed<'t>],
    ids: &Ids,
    dossier: &mut Dossier,
    problems: &mut Vec<Problem>,
) {
    let (mut sources, mut agents, mut places) = (Vec::new(), Vec::new(), Vec::new());
    for file in parsed.iter().filter(|file| file.part == Part::Sources) {
        super::top_level(file, &["source", "agent", "place"], problems);
        let spot_of = |range: std::ops::Range<usize>| Spot::new(file.file, &range);
        let mut ignored = Vec::new();
        for (id, table) in names::named(&file.root, "source", &spot_of, &mut ignored) {
            if ids.sources.is_first(&id.value, id.spot) {
                sources.push((id.value.clone(), source(&id, table, ids, problems)));
            }
        }
        for (id, table) in names::named(&file.root, "agent", &spot_of, &mut ignored) {
            if ids.agents.is_first(&id.value, id.spot) {
                agents.push((id.value.clone(), agent(&id, table, ids, problems)));
            }
        }
        for (id, table) in names::named(&file.root, "place", &spot_of, &mut ignored) {
            if ids.places.is_first(&id.value, id.spot) {
                places.push((id.value.clone(), place(&id, table, ids, problems)));
            }
        }
    }
    dossier.sources = table(sources);
    dossier.agents = table(agents);
    dossier.places = table(places);
    report_rings(dossier, problems);
}

fn source<'t>(id: &At<String>, table: &'t DeTable<'t>, ids: &Ids, problems: &mut Vec<Problem>) -> Source {
    let mut entry = Entry::new(table, format!("source.{}", id.value), id.spot, problems);
    let mut unknown = Vec::new();
    let title = entry.required("title").map(|title| title.value).unwrap_or_else(|| id.value.clone());
    let publisher = publisher(&mut entry, ids, &mut unknown);
    let published = published(&mut entry, &mut unknown);
    let derived_from = derivations(&mut entry, ids);
    let read = Source {
        spot: id.spot,
        title,
        publisher,
        author: entry.texts("author").into_iter().map(|author| author.value).collect(),
        kind: entry.one_of("kind"),
        published,
        updated: moment(&mut entry, "updated"),
        level: entry.one_of("level"),
        language: entry.text("language").map(|text| text.value),
        url: entry.text("url").map(|text| text.value),
        archive_url: entry.text("archive-url").map(|text| text.value),
        accessed: moment(&mut entry, "accessed"),
        sha256: sha256(&mut entry),
        text: entry.text("text").map(|text| (text.value, text.spot)),
        derived_from,
        capture_of: entry.text("capture-of").and_then(|name| ids.sources.resolve(&name, entry.problems())),
        reliability: entry.one_of("reliability"),
        party_to: refs(&mut entry, "party-to", &ids.events),
        corrects: refs(&mut entry, "corrects", &ids.sources),
        retracts: refs(&mut entry, "retracts", &ids.sources),
        access: entry.one_of("access").unwrap_or(Access::Public),
        note: entry.text("note").map(|text| text.value),
        unknown,
    };
    entry.finish();
    read
}

fn publisher(entry: &mut Entry, ids: &Ids, unknown: &mut Vec<(&'static str, Spot)>) -> Option<AgentId> {
    let spot = entry.spot();
    match entry.text("publisher") {
        Some(name) if name.value == "unknown" => {
            unknown.push(("publisher", name.spot));
            None
        }
        Some(name) => ids.agents.resolve(&name, entry.problems()),
        None => {
            unknown.push(("publisher", spot));
            None
        }
    }
}

fn published(entry: &mut Entry, unknown: &mut Vec<(&'static str, Spot)>) -> Option<AsOf> {
    let spot = entry.spot();
    match entry.date("published") {
        Some(date) if date.value.words == "unknown" => {
            unknown.push(("published", date.spot));
            None
        }
        Some(date) => read_moment(entry, "published", date),
        None => {
            unknown.push(("published", spot));
            None
        }
    }
}

fn derivations(entry: &mut Entry, ids: &Ids) -> Vec<Derivation> {
    let mut found = Vec::new();
    for (table, spot) in entry.tables("derived-from") {
        let mut inner = entry.inner(table, "derived-from".to_owned(), spot);
        let source = inner.required("source");
        let how = inner.one_of("how").unwrap_or(How::Cites);
        if let Some(source) = source.and_then(|name| ids.sources.resolve(&name, inner.problems())) {
            found.push(Derivation { source, how });
        }
        inner.finish();
    }
    found
}

fn sha256(entry: &mut Entry) -> Option<(String, Spot)> {
    let hash = entry.text("sha256")?;
    if hash.value.len() == 64 && hash.value.chars().all(|c| c.is_ascii_hexdigit()) {
        return Some((hash.value.to_ascii_lowercase(), hash.spot));
    }
    let problem = Problem::new(ProblemKind::MalformedEntry, hash.spot, "`sha256` is no SHA-256");
    entry.problems().push(problem.label("expected 64 hexadecimal digits, as `sha256sum FILE` prints them"));
    None
}

fn refs<I: crate::model::table::Id>(entry: &mut Entry, key: &'static str, known: &names::Known) -> Vec<I> {
    let found = entry.texts(key);
    known.resolve_all(&found, entry.problems())
}

/// A date or moment of a key; a problem where it cannot be read.
pub(super) fn moment(entry: &mut Entry, key: &'static str) -> Option<AsOf> {
    let date = entry.date(key)?;
    read_moment(entry, key, date)
}

/// Reads a date that was written: its hard days, and its first and last moment.
pub(super) fn read_moment(entry: &mut Entry, key: &str, date: At<Written>) -> Option<AsOf> {
    let words = date.value.words;
    let (days, moments) = match date.value.toml {
        true => (date::read_toml(&words), moments_toml(&words)),
        false => (date::read(&words), moments(&words)),
    };
    match (days, moments) {
        (Ok(days), Ok(moments)) => {
            suggest_years(entry, &words, date.spot);
            Some(AsOf { words, first: moments.first, last: moments.last, days: days.hard })
        }
        (Err(why), _) | (_, Err(why)) => {
            let kind = if why.out_of_order { ProblemKind::BoundOrder } else { ProblemKind::MalformedEntry };
            let mut problem = Problem::new(kind, date.spot, format!("`{key}` cannot be read as a date"));
            problem.label = why.message;
            problem.help = why
                .help
                .or_else(|| Some("expected an EDTF date such as 2024-01-28, 2024-01 or 2020~".to_owned()));
            entry.problems().push(problem);
            None
        }
    }
}

/// `2023-24` is a season to EDTF; asks whether the years are meant.
pub(super) fn suggest_years(entry: &mut Entry, words: &str, spot: Spot) {
    if let Some(years) = date::looks_like_years(words) {
        let problem =
            Problem::new(ProblemKind::AmbiguousDate, spot, format!("`{words}` is a season in EDTF"));
        entry.problems().push(problem.label(format!("did you mean `{years}`?")));
    }
}

fn agent<'t>(id: &At<String>, table: &'t DeTable<'t>, ids: &Ids, problems: &mut Vec<Problem>) -> Agent {
    let mut entry = Entry::new(table, format!("agent.{}", id.value), id.spot, problems);
    let read = Agent {
        spot: id.spot,
        name: entry.required("name").map(|name| name.value).unwrap_or_else(|| id.value.clone()),
        aliases: entry.texts("aliases").into_iter().map(|alias| alias.value).collect(),
        named: entry.flag("named").unwrap_or(true),
        kind: entry.one_of("kind"),
        part_of: refs(&mut entry, "part-of", &ids.agents),
        affiliated_with: refs(&mut entry, "affiliated-with", &ids.agents),
        party_to: refs(&mut entry, "party-to", &ids.events),
    };
    entry.text("note");
    entry.finish();
    read
}

fn place<'t>(id: &At<String>, table: &'t DeTable<'t>, ids: &Ids, problems: &mut Vec<Problem>) -> Place {
    let mut entry = Entry::new(table, format!("place.{}", id.value), id.spot, problems);
    let name = entry.required("name").map(|name| name.value).unwrap_or_else(|| id.value.clone());
    let kind = entry.one_of("kind").unwrap_or(PlaceKind::Region);
    let read = Place {
        spot: id.spot,
        name,
        kind,
        aliases: entry.texts("aliases").into_iter().map(|alias| alias.value).collect(),
        within: refs(&mut entry, "within", &ids.places),
        border_of: refs(&mut entry, "border-of", &ids.places),
    };
    if let Some(source) = entry.text("source") {
        ids.sources.resolve::<crate::model::table::SourceId>(&source, entry.problems());
    }
    // Kept for people who read the record; no relation follows from it.
    refs::<PlaceId>(&mut entry, "near", &ids.places);
    refs::<PlaceId>(&mut entry, "confusable-with", &ids.places);
    entry.texts("same-as");
    entry.text("note");
    entry.coordinate("lat");
    entry.coordinate("lon");
    if !table.contains_key("kind") {
        entry.missing("kind");
    }
    if kind != PlaceKind::BorderZone && !read.border_of.is_empty() {
        let problem = Problem::new(
            ProblemKind::MalformedEntry,
            id.spot,
            format!("`place.{}` has `border-of`", id.value),
        );
        entry.problems().push(problem.label("only a place of kind `border-zone` has borders of others"));
    }
    entry.finish();
    read
}

/// What contains itself, by way of others or not.
fn report_rings(dossier: &Dossier, problems: &mut Vec<Problem>) {
    use crate::model::table::Id;
    let mut report = |what: &str, key: &str, on_ring: Vec<(&str, Spot)>| {
        for (name, spot) in on_ring {
            let message = format!("{what} `{name}` contains itself");
            let problem = Problem::new(ProblemKind::CircularContainment, spot, message);
            problems.push(problem.label(format!("following `{key}` from here leads back here")));
        }
    };
    let parents =
        |index: usize| dossier.places[Id::from_index(index)].within.iter().map(|id| id.index()).collect();
    let found: BTreeSet<usize> = rings(dossier.places.len(), &parents).into_iter().collect();
    let places = found.into_iter().map(crate::model::table::PlaceId::from_index);
    report("place", "within", places.map(|id| (dossier.places.name(id), dossier.places[id].spot)).collect());
    let parents =
        |index: usize| dossier.agents[Id::from_index(index)].part_of.iter().map(|id| id.index()).collect();
    let found: BTreeSet<usize> = rings(dossier.agents.len(), &parents).into_iter().collect();
    let agents = found.into_iter().map(AgentId::from_index);
    report("agent", "part-of", agents.map(|id| (dossier.agents.name(id), dossier.agents[id].spot)).collect());
}
