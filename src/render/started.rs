//! A dossier that is started, for people: its files, and what to do next.

use std::fmt::Write;
use std::path::Path;

use super::term::Screen;
use crate::text::one_line;
use crate::view::started::StartedDossier;

/// Each file on a line, then how it is checked.
pub(crate) fn render(out: &mut String, view: &StartedDossier, _: Screen) {
    let folder = Path::new(view.folder.as_deref().unwrap_or("."));
    for file in &view.files {
        let _ = writeln!(out, "wrote {}", one_line(&folder.join(file).to_string_lossy()));
    }
    let place = view.folder.as_ref().map(|folder| format!(" --dossier {}", one_line(folder)));
    let place = place.unwrap_or_default();
    let _ = write!(
        out,
        "\nNext: `gainsay check{place}` audits it, `gainsay report{place}` shows where its two sources differ.\n\
         Then replace the example with your own: sources/ says who and where, claims/ what.\n"
    );
}
