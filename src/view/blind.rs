//! The provenance table with letters for names: who says what, without who is who.

use std::collections::BTreeMap;

use serde::Serialize;
use sha2::{Digest, Sha256};

use super::name::{ClaimName, Who};
use super::position::HeldPosition;
use super::table::{EventTable, ProvenanceTable, QuestionRow};
use crate::model::Dossier;
use crate::model::table::{Id, Table};

/// A table that names nobody. Its JSON is frozen: later versions add keys and remove none.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct BlindTable {
    /// Always `gainsay/table/1`.
    schema: &'static str,
    /// Always true: sources and speakers are letters here.
    blind: bool,
    /// The events as the table has them, with letters for names and ids.
    pub events: Vec<EventTable>,
    /// Who is who; only where it was asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub key: Option<WhoIsWho>,
}

/// Letters and names, in the order of the letters.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct WhoIsWho {
    /// The sources: `S1`, `S2`, ...
    pub sources: Vec<Letter>,
    /// The agents that speak or are an origin: `A`, `B`, ...
    pub speakers: Vec<Letter>,
}

/// A letter and whom it stands for.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Letter {
    /// The letter, or letters, that the table has.
    pub letter: String,
    /// The id of the source or agent.
    pub id: String,
    /// The source's title or the agent's name.
    pub name: String,
}

/// Whether who is who is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reveal {
    /// Letters alone.
    Nobody,
    /// Last, whom each letter stands for.
    Everybody,
}

/// By id: the place of its letter. Places are given in the order of a hash of the ids, so that the order of the alphabet
/// gives nobody away.
struct Letters {
    sources: BTreeMap<String, usize>,
    agents: BTreeMap<String, usize>,
}

impl BlindTable {
    pub(crate) fn new(dossier: &Dossier, table: ProvenanceTable, reveal: Reveal) -> Self {
        let letters = Letters::new(&table);
        let events = table.events.into_iter().map(|event| letters.hide(event)).collect();
        let key = (reveal == Reveal::Everybody).then(|| letters.key(dossier));
        BlindTable { schema: "gainsay/table/1", blind: true, events, key }
    }
}

impl Letters {
    fn new(table: &ProvenanceTable) -> Self {
        let (mut sources, mut agents) = (Vec::new(), Vec::new());
        for event in &table.events {
            sources.extend(event.sources.iter().cloned());
            for row in &event.questions {
                let claims = row.cells.iter().flat_map(|cell| &cell.claims);
                agents.extend(claims.flat_map(|claim| claim.speakers.iter().cloned()));
                for origin in row.positions.iter().flat_map(|position| position.origins.iter().flatten()) {
                    match origin {
                        Who::Source(id) => sources.push(id.clone()),
                        Who::Agent(id) => agents.push(id.clone()),
                        Who::Unknown => {}
                    }
                }
            }
        }
        Letters { sources: places(sources), agents: places(agents) }
    }

    /// The place of a source's letter; last where it has none.
    fn place(&self, id: &str) -> usize {
        self.sources.get(id).copied().unwrap_or(usize::MAX)
    }

    fn source(&self, id: &str) -> String {
        self.sources.get(id).map_or_else(|| "S?".to_owned(), |place| source_letter(*place))
    }

    fn agent(&self, id: &str) -> String {
        self.agents.get(id).map_or_else(|| "?".to_owned(), |place| letter(*place))
    }

    fn who(&self, who: &Who) -> Who {
        match who {
            Who::Source(id) => Who::Source(self.source(id)),
            Who::Agent(id) => Who::Agent(self.agent(id)),
            Who::Unknown => Who::Unknown,
        }
    }

    /// Sources by their letters, in the order of these.
    fn sources(&self, mut ids: Vec<String>) -> Vec<String> {
        ids.sort_by_key(|id| self.place(id));
        ids.iter().map(|id| self.source(id)).collect()
    }

    /// An event with letters in every place where a name or an id stood; its sources in the order of their letters.
    fn hide(&self, mut event: EventTable) -> EventTable {
        event.sources = self.sources(event.sources);
        for row in &mut event.questions {
            self.hide_row(row);
        }
        event
    }

    // Growth: with the cells of the row and their claims.
    fn hide_row(&self, row: &mut QuestionRow) {
        // A claim's own id may name its speaker: it is numbered within its source and question.
        let mut claims: BTreeMap<ClaimName, ClaimName> = BTreeMap::new();
        row.cells.sort_by_key(|cell| self.place(&cell.source));
        for cell in &mut row.cells {
            cell.source = self.source(&cell.source);
            for (index, claim) in cell.claims.iter_mut().enumerate() {
                let hidden = ClaimName::of(&cell.source, &format!("{}-{}", row.question.own(), index + 1));
                claims.insert(std::mem::replace(&mut claim.claim, hidden.clone()), hidden);
                claim.said_by = claim.speakers.iter().map(|id| self.agent(id)).collect();
            }
        }
        for position in &mut row.positions {
            self.hide_position(position, &claims);
        }
    }

    fn hide_position(&self, position: &mut HeldPosition, claims: &BTreeMap<ClaimName, ClaimName>) {
        let lists = [&mut position.claims, &mut position.supporting, &mut position.against];
        for list in lists.into_iter().chain(&mut position.groups) {
            *list = list.iter().filter_map(|name| claims.get(name).cloned()).collect();
            list.sort();
        }
        position.sources = self.sources(std::mem::take(&mut position.sources));
        for group in &mut position.origins {
            *group = group.iter().map(|origin| self.who(origin)).collect();
            group.sort();
        }
        let origins = std::mem::take(&mut position.origins);
        let mut groups: Vec<_> = origins.into_iter().zip(std::mem::take(&mut position.groups)).collect();
        groups.sort();
        (position.origins, position.groups) = groups.into_iter().unzip();
    }

    fn key(&self, dossier: &Dossier) -> WhoIsWho {
        WhoIsWho {
            sources: rows(&self.sources, source_letter, &dossier.sources, |source| &source.title),
            speakers: rows(&self.agents, letter, &dossier.agents, |agent| &agent.name),
        }
    }
}

fn rows<I: Id, T>(
    places: &BTreeMap<String, usize>,
    letter: fn(usize) -> String,
    table: &Table<I, T>,
    name: fn(&T) -> &str,
) -> Vec<Letter> {
    let mut places: Vec<(&String, &usize)> = places.iter().collect();
    places.sort_by_key(|(_, place)| **place);
    let row = |(id, place): (&String, &usize)| Letter {
        letter: letter(*place),
        id: id.clone(),
        name: table.find(id).map(|id| name(&table[id]).to_owned()).unwrap_or_default(),
    };
    places.into_iter().map(row).collect()
}

fn places(mut ids: Vec<String>) -> BTreeMap<String, usize> {
    ids.sort_by_cached_key(|id| Sha256::digest(id.as_bytes()).to_vec());
    ids.dedup();
    ids.into_iter().enumerate().map(|(place, id)| (id, place)).collect()
}

/// S1, S2, ...
fn source_letter(place: usize) -> String {
    format!("S{}", place + 1)
}

/// A, B, ..., Z, AA, AB, ...
fn letter(place: usize) -> String {
    let last = char::from(b'A' + (place % 26) as u8);
    match place / 26 {
        0 => last.to_string(),
        more => format!("{}{last}", letter(more - 1)),
    }
}

#[cfg(test)]
mod tests {
    use super::letter;

    #[test]
    fn letters_go_on_after_z() {
        assert_eq!([0, 25, 26, 51, 52, 702].map(letter), ["A", "Z", "AA", "AZ", "BA", "AAA"]);
    }
}
