//! `gainsay rename`: another id, everywhere at once.

use clap::Args;

use super::exit::Exit;
use super::one_of::one_of;
use super::output::Output;
use super::place;
use super::place::Place;
use super::writer;
use crate::audit::Audit;
use crate::error::Error;
use crate::load::keys::Referent;
use crate::record::rename::{Renamed, Renaming};
use crate::text::counted;

/// Give a source, an agent, a place, a question or the like another id, everywhere at once
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  gainsay rename agent press-tv presstv\n  gainsay rename question tower-22/killed dead\n  \
                        gainsay rename source herald herald-2024-03-01 --dry-run\n\n\
                        Where it is defined and wherever anything refers to it: the files below sources/ and claims/, the lock and the\n\
                        baseline. Claims that are called after a question keep their names. All else in the files stays as it is."
)]
pub(super) struct Arguments {
    /// What it is
    #[arg(value_parser = one_of::<Referent>())]
    kind: Referent,

    /// Its id; of a question EVENT/QUESTION, of a claim SOURCE#ID
    old: String,

    /// The id that it gets
    new: String,

    /// Say what would change, and change nothing
    #[arg(long)]
    dry_run: bool,
}

pub(super) fn run(arguments: &Arguments, place: &Place, output: &Output) -> Result<Exit, Error> {
    let audit = Audit::watched(place.root()?, &place.progress)?;
    let Arguments { kind, old, new, dry_run } = arguments;
    let renaming = Renaming::new(&audit.dossier, *kind, old, new)?;
    let Renamed { files, places } = renaming.apply(&audit, place::today())?;
    let each = places.iter().map(|(path, places)| format!("  {path}: {}\n", counted(*places, "place")));
    let each: String = each.collect();
    let all = counted(places.values().sum(), "place");
    if *dry_run {
        output.tell(&format!("would change {all} in {}:\n{each}", counted(places.len(), "file")))?;
        return Ok(Exit::Clean);
    }
    writer::record(audit.root(), &files)?;
    output.tell(&format!("changed {all} in {}:\n{each}", counted(places.len(), "file")))?;
    output.note("reports/ may name it still: `gainsay report --write`");
    Ok(Exit::Clean)
}
