//! The provenance table with letters for names: who says what, without who is who.

use std::collections::BTreeMap;
use std::fmt::Write;

use serde::Serialize;
use sha2::{Digest, Sha256};

use super::table::{EventView, TableView};
use crate::model::Dossier;
use crate::model::table::{Id, Table};
use crate::render::term::layout::{Paint, wrapped};

/// A table that names nobody. Its JSON is frozen: later versions add keys and remove none.
#[derive(Serialize)]
pub(crate) struct BlindView {
    schema: &'static str,
    blind: bool,
    events: Vec<EventView>,
    /// Who is who; only where it was asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    key: Option<KeyView>,
}

/// Who is who: letters and names, in the order of the letters.
#[derive(Serialize)]
pub(crate) struct KeyView {
    sources: Vec<LetterView>,
    speakers: Vec<LetterView>,
}

#[derive(Serialize)]
struct LetterView {
    letter: String,
    id: String,
    name: String,
}

/// Whether the key is given away.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Key {
    Kept,
    Given,
}

/// The letters: S1, S2, ... for sources, A, B, ... for speakers. Given in the order of a hash of the ids, so that the
/// order of the alphabet gives nobody away.
struct Letters {
    sources: BTreeMap<String, String>,
    agents: BTreeMap<String, String>,
}

impl BlindView {
    pub(crate) fn new(dossier: &Dossier, table: TableView, key: Key) -> Self {
        let letters = Letters::new(&table);
        let events = table.events.into_iter().map(|event| letters.hide(event)).collect();
        let key = (key == Key::Given).then(|| letters.key(dossier));
        BlindView { schema: "gainsay/table/1", blind: true, events, key }
    }
}

impl Letters {
    fn new(table: &TableView) -> Self {
        let (mut sources, mut agents) = (Vec::new(), Vec::new());
        for event in &table.events {
            sources.extend(event.sources.iter().cloned());
            let cells = event.questions.iter().flat_map(|row| &row.cells);
            agents
                .extend(cells.flat_map(|cell| &cell.claims).flat_map(|claim| claim.speakers.iter().cloned()));
            for origin in event
                .questions
                .iter()
                .flat_map(|row| &row.positions)
                .flat_map(|it| it.origins.iter().flatten())
            {
                match origin.split_once(':') {
                    Some(("source", id)) => sources.push(id.to_owned()),
                    Some((_, id)) => agents.push(id.to_owned()),
                    None => {}
                }
            }
        }
        let sources = lettered(sources, |index| format!("S{}", index + 1));
        Letters { sources, agents: lettered(agents, letter) }
    }

    fn source(&self, id: &str) -> String {
        self.sources.get(id).cloned().unwrap_or_else(|| "S?".to_owned())
    }

    fn agent(&self, id: &str) -> String {
        self.agents.get(id).cloned().unwrap_or_else(|| "?".to_owned())
    }

    /// An event with letters in every place where a name or an id stood; its sources in the order of their letters.
    fn hide(&self, mut event: EventView) -> EventView {
        let number = |letter: &String| letter[1..].parse::<usize>().unwrap_or(usize::MAX);
        event.sources = event.sources.iter().map(|id| self.source(id)).collect();
        event.sources.sort_by_key(number);
        for row in &mut event.questions {
            // A claim's own id may name its speaker: it is numbered within its source and question.
            let mut claims: BTreeMap<String, String> = BTreeMap::new();
            let question = row.question.split('/').next_back().unwrap_or(&row.question).to_owned();
            for cell in &mut row.cells {
                cell.source = self.source(&cell.source);
                for (index, claim) in cell.claims.iter_mut().enumerate() {
                    let hidden = format!("{}#{question}-{}", cell.source, index + 1);
                    claims.insert(std::mem::replace(&mut claim.claim, hidden.clone()), hidden);
                    claim.said_by = claim.speakers.iter().map(|id| self.agent(id)).collect();
                }
            }
            row.cells.sort_by_key(|cell| number(&cell.source));
            for position in &mut row.positions {
                for list in [&mut position.claims, &mut position.supporting, &mut position.against] {
                    *list = list.iter().map(|name| claims.get(name).cloned().unwrap_or_default()).collect();
                    list.sort();
                }
                position.sources = position.sources.iter().map(|id| self.source(id)).collect();
                position.sources.sort_by_key(number);
                for group in &mut position.origins {
                    let hidden = group.iter().map(|origin| match origin.split_once(':') {
                        Some(("source", id)) => format!("source:{}", self.source(id)),
                        Some((_, id)) => format!("agent:{}", self.agent(id)),
                        None => String::new(),
                    });
                    *group = hidden.collect();
                    group.sort();
                }
                position.origins.sort();
            }
        }
        event
    }

    fn key(&self, dossier: &Dossier) -> KeyView {
        fn rows<I: Id, T>(
            letters: &BTreeMap<String, String>,
            table: &Table<I, T>,
            name: fn(&T) -> &str,
        ) -> Vec<LetterView> {
            let view = |(id, letter): (&String, &String)| LetterView {
                letter: letter.clone(),
                id: id.clone(),
                name: table.find(id).map(|id| name(&table[id]).to_owned()).unwrap_or_default(),
            };
            let mut rows: Vec<LetterView> = letters.iter().map(view).collect();
            rows.sort_by(|a, b| (a.letter.len(), &a.letter).cmp(&(b.letter.len(), &b.letter)));
            rows
        }
        KeyView {
            sources: rows(&self.sources, &dossier.sources, |source| &source.title),
            speakers: rows(&self.agents, &dossier.agents, |agent| &agent.name),
        }
    }
}

fn lettered(mut ids: Vec<String>, letter: impl Fn(usize) -> String) -> BTreeMap<String, String> {
    ids.sort_by_cached_key(|id| Sha256::digest(id.as_bytes()).to_vec());
    ids.dedup();
    ids.into_iter().enumerate().map(|(index, id)| (id, letter(index))).collect()
}

/// A, B, ..., Z, AA, AB, ...
fn letter(index: usize) -> String {
    let last = char::from(b'A' + (index % 26) as u8);
    match index / 26 {
        0 => last.to_string(),
        more => format!("{}{last}", letter(more - 1)),
    }
}

/// The table for people, and last the key, where it is given.
pub(crate) fn render(out: &mut String, view: &BlindView, paint: Paint, width: usize) {
    crate::view::table::render_events(out, &view.events, paint, width);
    let Some(key) = &view.key else {
        let _ = writeln!(out, "names are hidden: `--key` prints who is who");
        return;
    };
    for (title, rows) in [("sources", &key.sources), ("speakers", &key.speakers)] {
        let _ = writeln!(out, "\n{}", paint.bold(title));
        for row in rows {
            out.push_str(&wrapped(&format!("{}  {} ({})", row.letter, row.name, row.id), width, "  "));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::align::Alignment;
    use crate::judge::Court;
    use crate::load::from_texts;
    use crate::render::json;
    use crate::view::table::Of;

    const DOSSIER: [(&str, &str); 2] = [
        (
            "sources/a.toml",
            r#"
            [source]
            herald-1 = { title = "Fire at the mill", publisher = "herald", published = "2024-03-01" }
            courier-1 = { title = "Mill burns", publisher = "courier", published = "2024-03-01" }
            gazette-1 = { title = "After", publisher = "unknown", published = "2024-03-01" }
            leaflet-1 = { title = "Leaflet", publisher = "unknown", published = "2024-03-01" }
            [agent]
            herald = { name = "The Herald" }
            courier = { name = "The Courier" }
            mayor = { name = "Mayor Quimby" }
            "#,
        ),
        (
            "claims/a.toml",
            r#"
            [event.fire]
            title = "The fire"
            [event.fire.question]
            killed = { ask = "How many were killed?", type = "count" }
            hurt = { ask = "How many were hurt?", type = "count" }
            [[claim]]
            source = "herald-1"
            id = "quimby-says"
            question = "fire/killed"
            value = 3
            said-by = "mayor"
            [[claim]]
            source = "courier-1"
            question = "fire/killed"
            stance = "declines"
            [[claim]]
            source = "gazette-1"
            question = "fire/killed"
            stance = "unknown"
            [[claim]]
            source = "courier-1"
            question = "fire/hurt"
            stance = "denies"
            value = 5
            "#,
        ),
    ];

    #[test]
    fn no_name_leaks_until_the_key_is_given() {
        let dossier = from_texts(&DOSSIER);
        let alignment = Alignment::without_texts(&dossier);
        let court = Court::new(&alignment, 0);
        let names =
            ["herald", "Herald", "courier", "Courier", "gazette", "leaflet", "Mill", "mill", "mayor", "imby"];
        let shown = |key| {
            let view = BlindView::new(&dossier, TableView::new(&court, Of::All), key);
            let mut out = json(&view);
            render(&mut out, &view, Paint::Off, 100);
            out
        };
        let hidden = shown(Key::Kept);
        assert!(names.iter().all(|name| !hidden.contains(name)), "{hidden}");
        assert!(
            hidden.contains("#killed-1") && hidden.contains("\"said_by\": [\n                    \"A\""),
            "{hidden}"
        );
        let told = shown(Key::Given);
        let table = told.split("\"key\"").next().expect("there is something before the key");
        assert!(names.iter().all(|name| !table.contains(name)), "the key comes last: {table}");
        assert!(told.contains("  A Mayor Quimby (mayor)\n"), "{told}");
    }

    #[test]
    fn letters_go_on_after_z() {
        assert_eq!([0, 25, 26, 51, 52, 702].map(letter), ["A", "Z", "AA", "AZ", "BA", "AAA"]);
    }
}
