//! The rooms, and what each may import.

use crate::all_needed;
use crate::imports;
use crate::none;
use crate::tree::Tree;

/// The rooms of the house, from left to right: each may import what stands left of it, and itself.
const ROOMS: [(&str, &[&str]); 20] = [
    ("vocabulary", &[]),
    ("progress", &["vocabulary"]),
    ("error", &[]),
    ("text", &["vocabulary"]),
    ("capture", &["vocabulary", "text"]),
    ("value", &["vocabulary", "text"]),
    ("model", &["vocabulary", "text", "value"]),
    ("load", &["vocabulary", "progress", "error", "text", "capture", "value", "model"]),
    ("align", &["vocabulary", "text", "capture", "value", "model"]),
    ("spot", &["vocabulary", "text", "capture", "value", "model", "align"]),
    ("draft", &["vocabulary", "text", "capture", "value", "model", "spot"]),
    ("judge", &["vocabulary", "text", "capture", "value", "model", "align", "spot", "draft"]),
    ("view", &["vocabulary", "text", "capture", "value", "model", "align", "spot", "draft", "judge"]),
    (
        "audit",
        &[
            "vocabulary",
            "progress",
            "error",
            "text",
            "capture",
            "value",
            "model",
            "load",
            "align",
            "spot",
            "draft",
            "judge",
            "view",
        ],
    ),
    // A macro that writes enums is no room.
    ("render", &["vocabulary", "text", "view"]),
    (
        "record",
        &[
            "vocabulary",
            "error",
            "text",
            "capture",
            "value",
            "model",
            "load",
            "align",
            "spot",
            "draft",
            "judge",
            "view",
            "audit",
            "render",
        ],
    ),
    (
        "corpus",
        &[
            "vocabulary",
            "error",
            "text",
            "capture",
            "value",
            "model",
            "load",
            "align",
            "spot",
            "draft",
            "judge",
            "view",
            "audit",
        ],
    ),
    (
        "cli",
        &[
            "vocabulary",
            "progress",
            "error",
            "text",
            "capture",
            "value",
            "model",
            "load",
            "align",
            "spot",
            "draft",
            "judge",
            "audit",
            "view",
            "record",
            "render",
            "record",
            "corpus",
        ],
    ),
    // What docs/ says that the code knows, for tests alone.
    ("pages", &[]),
    // What is fuzzed, for tests and `fuzz/` alone.
    ("fuzzing", &[]),
];

/// The face of the library shows what it likes of every room, and the program calls it.
const FACES: [&str; 2] = ["lib", "main"];

/// A file that a room may see though its room stands apart, as (room, file).
const SEEN: [(&str, &str); 1] = [
    // The keys of the format are the loader's, and what compares or withholds them goes by the same list.
    ("view", "src/load/keys.rs"),
];

/// What still reaches further, as (file, room): this list only gets shorter.
const REACHES: &[(&str, &str)] = &[];

#[test]
fn imports_point_left() {
    let tree = Tree::own();
    let mut faults = Vec::new();
    let mut met = Vec::new();
    for import in imports::own() {
        let (from, to) = (&tree.sources[import.from], &tree.sources[import.to]);
        let (room, other) = (from.room(), to.room());
        let may = ROOMS.iter().find(|(name, _)| *name == room).map_or(&[][..], |(_, may)| *may);
        let is_seen = SEEN.contains(&(room, to.path.as_str()));
        if room == other || FACES.contains(&room) || may.contains(&other) || is_seen {
            continue;
        }
        match REACHES.iter().find(|reach| **reach == (from.path.as_str(), other)) {
            Some(reach) => met.push(reach),
            None => {
                faults.push(format!("{}:{}: `{room}` uses `{other}`: {}", from.path, import.line, to.path))
            }
        }
    }
    none(&faults, "imports point left only, and `render` imports `text` and `view` alone");
    all_needed(REACHES.iter().map(|reach| (format!("{reach:?}"), met.contains(&reach))));
}

#[test]
fn every_file_stands_in_a_room() {
    let is_known = |room: &str| FACES.contains(&room) || ROOMS.iter().any(|(name, _)| *name == room);
    let lost: Vec<String> = Tree::own()
        .sources
        .iter()
        .filter(|source| !is_known(source.room()))
        .map(|source| source.path.clone())
        .collect();
    none(&lost, "a file stands in no room that is known");
}
