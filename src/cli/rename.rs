//! `gainsay rename`: another id, everywhere at once.

use clap::Args;

use super::exit::Exit;
use super::formats::{formats, json};
use super::one_of::one_of;
use super::output::Output;
use super::place;
use super::place::Place;
use super::writer;
use crate::audit::Audit;
use crate::error::Error;
use crate::load::keys::Referent;
use crate::record::rename::{Renamed, Renaming};
use crate::render::renamed::render;
use crate::view::renamed::RenamedId;

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

    #[arg(long, value_enum, default_value_t = Format::Human)]
    format: Format,
}

formats! {
    Format shows RenamedId {
        Human for Desk = |out, view, screen| render(out, view, screen),
        /// The versioned view
        Json for Programs = json,
    }
}

pub(super) fn run(arguments: &Arguments, place: &Place, output: &Output) -> Result<Exit, Error> {
    let audit = Audit::watched(place.root()?, &place.progress)?;
    let Arguments { kind, old, new, dry_run, format } = arguments;
    let renaming = Renaming::new(&audit.dossier, *kind, old, new)?;
    let Renamed { files, places } = renaming.apply(&audit, place::today())?;
    let mut view = renaming.told(&places);
    if !dry_run {
        writer::record(audit.root(), &files)?;
        view.written = true;
    }
    output.show(*format, &view, "")?;
    if view.written {
        output.note("reports/ may name it still: `gainsay report --write`");
    }
    Ok(Exit::Clean)
}
