//! Another id, for people: which files change, and in how many places.

use std::fmt::Write;

use super::term::Screen;
use crate::text::{counted, one_line};
use crate::view::renamed::RenamedId;

/// How many places of how many files change, then each file on a line.
pub(crate) fn render(out: &mut String, view: &RenamedId, _: Screen) {
    let does = if view.written { "changed" } else { "would change" };
    let (places, files) = (counted(view.places, "place"), counted(view.files.len(), "file"));
    let _ = writeln!(out, "{does} {places} in {files}:");
    for it in &view.files {
        let _ = writeln!(out, "  {}: {}", one_line(&it.file), counted(it.places, "place"));
    }
}
