//! A later capture that may be recorded, for people: the source, and what became of each claim of the earlier.

use std::fmt::Write;

use super::source::{ending, source};
use super::term::Screen;
use super::words::translated;
use crate::text::{counted, one_line};
use crate::view::recaptured::{CarriedClaim, RecapturedSource};

pub(crate) fn render(out: &mut String, view: &RecapturedSource, _: Screen) {
    source(out, &view.source);
    let _ = writeln!(out);
    let carried = view.claims.iter().filter(|claim| claim.carried.is_some()).count();
    let all = counted(view.claims.len(), "claim");
    let _ = writeln!(out, "# {carried} of {all} of {} carried", view.old);
    if let Some(file) = &view.claims_file {
        let did = if view.source.written { "wrote" } else { "would write" };
        let _ = writeln!(out, "# {did} {}", one_line(file));
    }
    view.claims.iter().for_each(|claim| told(out, claim));
    if view.withheld {
        let _ = writeln!(out, "# words are withheld: access to the source is restricted");
    }
    ending(out, &view.source);
}

/// What became of one claim, on a line, and where its words changed both.
fn told(out: &mut String, claim: &CarriedClaim) {
    let fate = claim.fate.map_or("no quote", |fate| fate.name());
    let note = claim.note.as_ref().map_or(String::new(), |note| format!(": {note}"));
    let becomes = claim.carried.as_ref().map_or(String::new(), |new| format!(" -> {new}"));
    let _ = writeln!(out, "{}{becomes}  {fate}{note}", claim.claim);
    if claim.carried.is_some() || claim.quote.is_empty() {
        return;
    }
    let _ = writeln!(out, "    was: {}", one_line(&claim.quote));
    if let Some(translation) = &claim.translation {
        let _ = writeln!(out, "    {}", one_line(&translated(translation)));
    }
    if let Some(now) = &claim.now {
        let _ = writeln!(out, "    now: {}", one_line(now));
    }
    claim.differs.iter().for_each(|differs| {
        let _ = writeln!(out, "    {}", one_line(differs));
    });
}
