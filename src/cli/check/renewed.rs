//! The check of a dossier after some files of claims have changed: what the change does not bear on is printed again.

use std::ops::Range;
use std::path::Path;

use super::told::{Asked, Printed, end};
use crate::audit::{Audit, Touched, whole};
use crate::cli::exit::Exit;
use crate::cli::handed::Before;
use crate::cli::output::Output;
use crate::cli::place;
use crate::cli::place::Place;
use crate::error::Error;
use crate::load::gate::Recorder;
use crate::load::paths;
use crate::view::pieces::Told;
use crate::view::withheld::Reader;

/// Prints what a run printed before some files of claims changed, with what is judged anew in its place, and leaves both for the next;
/// `None`, with nothing printed, where all has to be judged.
///
/// # Errors
/// No dossier, or standard output cannot be written to.
pub(super) fn renewed(
    asked: &Asked<'_>,
    before: &Before,
    place: &Place,
    output: &Output,
) -> Result<Option<Exit>, Error> {
    let Asked { looking, levels, way, used } = *asked;
    let root = place.root()?;
    let recorder = place.recorder.another();
    let Some(touched) = touched(&root, before, &recorder)? else { return Ok(None) };
    let audit = Audit::touched(&root, (&touched, &before.pieces), &recorder, &place.progress)?;
    if !audit.is_as_touched(&touched) {
        return Ok(None);
    }
    let audit = audit.with_archive(looking.archives()).shown_to(Reader::Anyone);
    let audit = audit.with_levels(&levels.given())?;
    let judged = audit.judged(place::today())?;
    let mut view = judged.check();
    view.base = place::base(&root);
    let printed = Printed::of(&view, (way, used), output.screen());
    let Some(anew) = judged.pieces(&view, &printed.bytes) else { return Ok(None) };
    let is_same = |was: Range<usize>, is: Range<usize>| {
        before.out.get(was).is_some_and(|was| Some(was) == printed.text.as_bytes().get(is))
    };
    let joined = before.pieces.renewed(&anew, &touched.islands, &touched.order, is_same);
    let Some((pieces, told)) = joined else { return Ok(None) };
    let Some((counts, tally)) = whole(&pieces) else { return Ok(None) };
    let Some(met) = recorder.met().and_then(|met| before.met.clone().renewed(&before.change, met)) else {
        return Ok(None);
    };
    let mut text = String::with_capacity(before.out.len() + printed.text.len());
    for told in told {
        let bytes = match told {
            Told::Before(at) => before.out.get(at),
            Told::Anew(at) => printed.text.as_bytes().get(at),
        };
        let Some(part) = bytes.and_then(|bytes| str::from_utf8(bytes).ok()) else { return Ok(None) };
        text.push_str(part);
    }
    end(&mut text, (&counts, &tally), (way, used), output.screen());
    output.put(&text)?;
    let _ = (place.handed.pieces.set(pieces), place.handed.met.set(met));
    Ok(Some(Exit::unless(tally.errors > 0)))
}

/// What the changes touch.
///
/// # Errors
/// The folder of the dossier is not there.
fn touched(root: &Path, before: &Before, recorder: &Recorder) -> Result<Option<Touched>, Error> {
    let order = match before.change.folders.is_empty() {
        true => Some(before.pieces.files.iter().map(|piece| piece.path.clone()).collect()),
        false => paths(root, recorder)?,
    };
    let below = |full: &String| Some(Path::new(full).strip_prefix(&before.root).ok()?.to_str()?.to_owned());
    let changed: Option<Vec<String>> = before.change.files.iter().map(below).collect();
    Ok(order.zip(changed).and_then(|(order, changed)| Touched::new(root, &before.pieces, &changed, order)))
}
