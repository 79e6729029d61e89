//! `gainsay diff --since`: what a change does to the record.

use super::diff::Format;
use super::evidence;
use super::evidence::Texts;
use super::open;
use super::open::Place;
use super::output::Output;
use crate::align::Alignment;
use crate::error::Error;
use crate::judge;
use crate::judge::Court;
use crate::load;
use crate::render::json;
use crate::render::since::{markdown, render};
use crate::view::since::{Side, SinceView};

/// Compares the dossier as it stands with the one of a revision.
///
/// # Errors
/// Either of the two that cannot be read; a dossier without claims on both sides.
pub(super) fn run(
    revision: &str,
    format: Format,
    texts: &Texts,
    place: &Place,
    output: &Output,
) -> Result<u8, Error> {
    let root = place.root()?;
    let past = load::at_revision(&root, revision)?;
    let now = load::dossier(&root)?;
    if now.claims.len() == 0 && past.dossier.claims.len() == 0 {
        place.open()?;
    }
    let today = open::today();
    let looked = |dossier| evidence::gather(dossier, &root, texts);
    let alignments =
        [Alignment::new(&past.dossier, looked(&past.dossier)?), Alignment::new(&now, looked(&now)?)];
    let [before, after] = alignments.each_ref().map(|alignment| Court::new(alignment, today));
    let (old, new) = (judge::judge(&before), judge::judge(&after));
    let (before, after) = (Side { court: &before, findings: &old }, Side { court: &after, findings: &new });
    let view = SinceView::new(before, after, revision, &past.commit);
    let mut text = String::new();
    match format {
        Format::Json => text = json(&view),
        Format::Markdown => markdown(&mut text, &view),
        Format::Human => render(&mut text, &view, output.paint, output.width),
    }
    output.print(&text)?;
    Ok(0)
}
