//! The text of a file with more behind it.

use crate::model::Dossier;

/// What the file of a path has, and a table behind it; a file that is not there yet has that alone.
pub(super) fn appended(dossier: &Dossier, path: &str, table: &str) -> String {
    let file = dossier.files.0.iter().find(|file| file.path == path);
    let mut text = file.map(|file| file.text.clone()).unwrap_or_default();
    if !text.is_empty() {
        text.push_str(if text.ends_with('\n') { "\n" } else { "\n\n" });
    }
    text + table
}
