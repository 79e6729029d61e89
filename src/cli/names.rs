//! `gainsay names`: names in different scripts that may be one, and words of texts that may be a name.

use clap::Args;

use super::exit::Exit;
use super::formats::{formats, json};
use super::lasting::lasting;
use super::looking;
use super::looking::{ForWhom, Looking};
use super::output::Output;
use super::place::Place;
use crate::error::Error;
use crate::render::names::render;
use crate::view::names::SuggestedNames;

/// Suggest which names in different scripts may be one, in the record and in texts
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  gainsay names\n  gainsay names --archive ~/archive\n  gainsay names --format json\n\n\
                        Names and aliases in Latin, Cyrillic, Arabic and Hebrew letters are held against those of others in another script, by\n\
                        the sounds that their letters usually stand for; what `confusable-with` keeps apart is left out. Texts are looked at for\n\
                        names that are not recorded in their script: whole words that are strongly like one name and no other, with the alias to\n\
                        paste. A suggestion is strong, fair or weak and is used by no other command: write the name into `aliases` where it is one.\n\
                        Exit codes: 0 compared, 2 there were no names in two scripts and no text in another."
)]
pub(super) struct Arguments {
    #[command(flatten)]
    looking: Looking,

    #[command(flatten)]
    for_whom: ForWhom,

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
    let reader = arguments.for_whom.reads(arguments.format)?;
    let audit = lasting(arguments.looking.audit(place)?.shown_to(reader));
    output.show(arguments.format, &audit.suggested_names()?, &looking::heading(audit))?;
    Ok(Exit::Clean)
}
