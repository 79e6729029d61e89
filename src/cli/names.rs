//! `gainsay names`: names in different scripts that may be one.

use clap::Args;

use super::exit::Exit;
use super::formats::{formats, json};
use super::output::Output;
use super::place::Place;
use crate::audit::Audit;
use crate::error::Error;
use crate::render::names::render;
use crate::view::names::SuggestedNames;

/// Suggest which names of agents and places in different scripts may be one
#[derive(Debug, Args)]
#[command(after_help = "Examples:\n  gainsay names\n  gainsay names --format json\n\n\
                        Names and aliases in Latin, Cyrillic, Arabic and Hebrew letters are held against those of others in another script, by\n\
                        the sounds that their letters usually stand for; what `confusable-with` keeps apart is left out. A suggestion is strong,\n\
                        fair or weak and is used by no other command: write the name into `aliases` where it is one.\n\
                        Exit codes: 0 compared, 2 there were no names in two scripts.")]
pub(super) struct Arguments {
    #[arg(long, value_enum, default_value_t = Format::Human)]
    format: Format,
}

formats! {
    Format shows SuggestedNames {
        /// Each suggestion with both names, where they stand and why
        Human for Desk = |out, view, screen| render(out, view, screen),
        /// The versioned view
        Json for Programs = json,
    }
}

pub(super) fn run(arguments: &Arguments, place: &Place, output: &Output) -> Result<Exit, Error> {
    let view = Audit::watched(place.root()?, &place.progress)?.suggested_names()?;
    output.show(arguments.format, &view, "")?;
    Ok(Exit::Clean)
}
