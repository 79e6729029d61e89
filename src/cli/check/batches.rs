//! The check of a large dossier, judged batch by batch and told as if it had been judged as a whole.

use std::ops::Range;

use super::told::{Asked, Printed, end};
use crate::audit::{BATCH, Batches, whole};
use crate::cli::exit::Exit;
use crate::cli::output::Output;
use crate::cli::place;
use crate::cli::place::Place;
use crate::error::Error;
use crate::view::pieces::Pieces;

/// Prints what is found; `None`, with nothing printed, where the dossier has to be judged as a whole.
///
/// # Errors
/// No dossier, an option that is none, or standard output cannot be written to.
pub(super) fn in_batches(asked: &Asked<'_>, place: &Place, output: &Output) -> Result<Option<Exit>, Error> {
    let root = place.root()?;
    if place.is_light(&root) {
        return Ok(None);
    }
    let levels = asked.levels.given();
    let found = Batches::of(&root, &levels, (&place.recorder, &place.progress), BATCH)?;
    let Some(batches) = found else { return Ok(None) };
    let (base, today, screen) = (place::base(&root), place::today(), output.screen());
    let judged = batches.each(|audit, islands| {
        let judged = audit.judged(today).ok()?;
        let mut view = judged.check();
        view.base.clone_from(&base);
        let Printed { text, bytes } = Printed::of(&view, (asked.way, asked.used), screen);
        Some((judged.pieces_of(&view, &bytes, islands)?, text))
    });
    let Some(judged) = judged else { return Ok(None) };
    let (pieces, texts): (Vec<Pieces>, Vec<String>) = judged.into_iter().unzip();
    let text = |(batch, at): (usize, Range<usize>)| texts[batch].get(at);
    let is_same = |a, b| text(a).is_some_and(|a| Some(a) == text(b));
    let Some(joined) = batches.joined(pieces, is_same) else { return Ok(None) };
    let Some((counts, tally)) = whole(&joined.pieces) else { return Ok(None) };
    let mut below = String::new();
    end(&mut below, (&counts, &tally), (asked.way, asked.used), screen);
    let told = joined.told.into_iter().filter_map(text);
    output.put_all(told.chain([below.as_str()]))?;
    let _ = place.handed.pieces.set(joined.pieces);
    Ok(Some(Exit::unless(tally.errors > 0)))
}
