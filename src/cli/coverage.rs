//! `gainsay coverage`: what of each text is recorded.

use clap::Args;

use super::exit::Exit;
use super::formats::{formats, json};
use super::lasting::lasting;
use super::looking;
use super::looking::{ForWhom, Looking};
use super::output::Output;
use super::place;
use super::place::Place;
use crate::error::Error;
use crate::render::coverage::render;
use crate::view::coverage::Coverage;

/// Count the figures and dates of each text that claims record, that the source waives, and that are open
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  gainsay coverage --archive ~/archive\n  gainsay coverage herald-2024-03-01 --format json\n\n\
                        Counts, amounts and calendar dates in the article are held against the claims of its source: one is recorded where a\n\
                        claim's quote covers it and its value is carried there. `waive = [{ quote = \"...\", reason = \"...\" }]` in the source\n\
                        names words that need not be recorded. It tells and fails nothing; the rule `unrecorded-figure` does, where the\n\
                        manifest raises it. Exit codes: 0 looked at, 2 no text could be looked at."
)]
pub(super) struct Arguments {
    /// The ids of sources; left out: all
    #[arg(value_name = "SOURCE")]
    sources: Vec<String>,

    #[command(flatten)]
    looking: Looking,

    #[command(flatten)]
    for_whom: ForWhom,

    #[arg(long, value_enum, default_value_t = Format::Human)]
    format: Format,
}

formats! {
    Format shows Coverage {
        /// The counts, and what is open with its place and what it may answer
        Human for Desk = |out, view, screen| render(out, view, screen),
        /// The versioned view
        Json for Programs = json,
    }
}

pub(super) fn run(arguments: &Arguments, place: &Place, output: &Output) -> Result<Exit, Error> {
    let reader = arguments.for_whom.reads(arguments.format)?;
    let audit = lasting(arguments.looking.audit(place)?.shown_to(reader));
    let view = lasting(audit.judged(place::today())?).coverage(&arguments.sources)?;
    output.show(arguments.format, &view, &looking::heading(audit))?;
    Ok(Exit::Clean)
}
