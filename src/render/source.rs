//! A source as it would stand in its file, with where each value was found.

use std::fmt::Write;

use crate::text::one_line;
use crate::view::drafted::DraftedSource;

/// Where the places begin to be told, if the lines are no longer.
const COLUMN: usize = 60;

/// The source, and what is left open of it.
pub(super) fn source(out: &mut String, view: &DraftedSource) {
    let did = if view.written { "wrote" } else { "would write" };
    let _ = writeln!(out, "# {did} {}", one_line(&view.file));
    if let Some(text) = &view.text {
        let _ = writeln!(out, "# {did} {}", one_line(text));
    }
    let _ = writeln!(out, "[source.{}]", view.id);
    for (key, line) in view.keys.iter().zip(&view.lines) {
        let wide = COLUMN.saturating_sub(line.chars().count());
        let _ = writeln!(out, "{line}{} # {}", " ".repeat(wide), one_line(&key.from));
        for also in &key.also {
            let _ = writeln!(out, "# {}: {} ({})", key.key, one_line(&also.value), one_line(&also.from));
        }
    }
    for note in &view.notes {
        let _ = writeln!(out, "# {}", one_line(note));
    }
}

/// What came of it, where nothing is written.
pub(super) fn ending(out: &mut String, view: &DraftedSource) {
    match (view.written, view.refused) {
        (true, _) => {}
        (false, true) => out.push_str("# nothing is written\n"),
        (false, false) => out.push_str("# nothing is written yet: `--write` writes it\n"),
    }
}
