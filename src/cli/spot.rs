//! `gainsay spot`: what of a text could be recorded.

use clap::Args;

use super::exit::Exit;
use super::formats::{formats, json};
use super::lasting::lasting;
use super::looking;
use super::looking::{ForWhom, Looking};
use super::one_of::one_of;
use super::output::Output;
use super::place;
use super::place::Place;
use crate::error::Error;
use crate::render::{spot, spot_rows};
use crate::view::spot::{SpotKind, SpottedTexts, WantedPassages, WantedStanding};

/// Show what of a source's text could be recorded: figures, dates, places, agents and quotations
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  gainsay spot herald-2024-03-01 --archive ~/archive\n  gainsay spot herald-2024-03-01 --open --kind figure\n  \
                        gainsay spot --open --format jsonl > rows.jsonl\n\n\
                        Each passage has the shortest words that carry it, how they are read, whether a claim of the source records them or\n\
                        it waives them (`waive`), and the questions that they may answer. Found by lists of English words and the readers\n\
                        that hold values against quotes, in the article alone. `jsonl` has one claim a line, as far as the text tells, for\n\
                        `gainsay add --from`; its question is left out where its own words do not tell, and a year that the source's date\n\
                        tells is said to be assumed. What was spotted stands under `spotted`."
)]
pub(super) struct Arguments {
    /// The ids of sources; left out: all whose text is held
    #[arg(value_name = "SOURCE")]
    sources: Vec<String>,

    /// What is shown; may be given several times; left out: everything
    #[arg(long, value_name = "KIND", value_parser = one_of::<SpotKind>())]
    kind: Vec<SpotKind>,

    /// Only what is neither recorded nor waived
    #[arg(long)]
    open: bool,

    #[command(flatten)]
    looking: Looking,

    #[command(flatten)]
    for_whom: ForWhom,

    #[arg(long, value_enum, default_value_t = Format::Human)]
    format: Format,
}

formats! {
    Format shows SpottedTexts {
        /// Each passage with its place, its reading and what it may answer
        Human for Desk = |out, view, screen| spot::render(out, view, screen),
        /// The versioned view
        Json for Programs = json,
        /// Claims as they would be written, one a line
        Jsonl for Programs = |out, view, screen| spot_rows::render(out, view, screen),
    }
}

pub(super) fn run(arguments: &Arguments, place: &Place, output: &Output) -> Result<Exit, Error> {
    let reader = arguments.for_whom.reads(arguments.format)?;
    let audit = lasting(arguments.looking.audit(place)?.shown_to(reader));
    let standing = if arguments.open { WantedStanding::Open } else { WantedStanding::Any };
    let wanted = WantedPassages { kinds: arguments.kind.clone(), standing };
    let view = lasting(audit.judged(place::today())?).spot(&arguments.sources, &wanted)?;
    output.show(arguments.format, &view, &looking::heading(audit))?;
    Ok(Exit::Clean)
}
