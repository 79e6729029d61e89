//! `gainsay impact`: what falls if a source is retracted.

use clap::Args;

use super::cache::Cache;
use super::exit::Exit;
use super::formats::{formats, json};
use super::lasting::lasting;
use super::looking;
use super::looking::Looking;
use super::output::Output;
use super::place;
use super::place::Place;
use crate::error::Error;
use crate::render::impact::render;
use crate::view::impact::Impact;

/// Show what falls if a source is retracted, or if nothing that an agent says can be relied on
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  gainsay impact iranwire-what-is-iri\n  gainsay impact agent:joe-biden --format json\n\n\
                        Where a source and an agent have one id, the source is meant: write agent:ID for the other."
)]
pub(super) struct Arguments {
    /// A source's or an agent's id; `source:ID` or `agent:ID` where both have it
    #[arg(value_name = "SOURCE|AGENT")]
    of: String,

    #[arg(long, value_enum, default_value_t = Format::Human)]
    format: Format,

    #[command(flatten)]
    looking: Looking,

    #[command(flatten)]
    cache: Cache,
}

impl Arguments {
    /// How the dossier is looked at and where answers are kept, where this one may be.
    pub(super) fn kept(&self) -> Option<(&Looking, &Cache)> {
        Some((&self.looking, &self.cache))
    }
}

formats! {
    Format shows Impact {
        Human for Desk = |out, view, screen| render(out, view, screen),
        /// The versioned view
        Json for Programs = json,
    }
}

pub(super) fn run(arguments: &Arguments, place: &Place, output: &Output) -> Result<Exit, Error> {
    let audit = lasting(arguments.looking.audit(place)?.nonempty()?);
    let view = lasting(audit.judged(place::today())?).impact(&arguments.of)?;
    output.show(arguments.format, &view, &looking::heading(audit))?;
    Ok(Exit::Clean)
}
