//! `gainsay trace`: who said it first, and through whom.

use clap::Args;

use super::cache::Cache;
use super::exit::Exit;
use super::formats::{formats, json};
use super::lasting::lasting;
use super::looking;
use super::looking::{ForWhom, Looking};
use super::output::Output;
use super::place;
use super::place::Place;
use crate::error::Error;
use crate::render::trace::{dot, mermaid, tree};
use crate::view::trace::Trace;

/// Trace a claim, or all claims on a question, to who said it first
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  gainsay trace tower-22/country\n  gainsay trace iranwire-what-is-iri#country-jordan\n  gainsay trace tower-22/country --format dot | dot -Tsvg > country.svg"
)]
pub(super) struct Arguments {
    /// A question (EVENT/QUESTION) or a claim (SOURCE#ID)
    #[arg(value_name = "QUESTION|CLAIM")]
    of: String,

    #[arg(long, value_enum, default_value_t = Format::Tree)]
    format: Format,

    #[command(flatten)]
    looking: Looking,

    #[command(flatten)]
    cache: Cache,

    #[command(flatten)]
    for_whom: ForWhom,
}

impl Arguments {
    /// How the dossier is looked at and where answers are kept, where this one may be.
    pub(super) fn kept(&self) -> Option<(&Looking, &Cache)> {
        self.for_whom.is_anyone().then_some((&self.looking, &self.cache))
    }
}

formats! {
    Format shows Trace {
        Tree for Desk = |out, view, screen| tree::render(out, view, screen),
        /// The versioned view
        Json for Programs = json,
        /// A Mermaid flowchart, which GitHub and many wikis draw
        Mermaid for Programs = |out, view, _| mermaid::render(out, view),
        /// For Graphviz: `gainsay trace QUESTION --format dot | dot -Tsvg`
        Dot for Programs = |out, view, _| dot::render(out, view),
    }
}

pub(super) fn run(arguments: &Arguments, place: &Place, output: &Output) -> Result<Exit, Error> {
    let reader = arguments.for_whom.reads(arguments.format)?;
    let audit = lasting(arguments.looking.audit(place)?.nonempty()?.shown_to(reader));
    let view = lasting(audit.judged(place::today())?).trace(&arguments.of)?;
    output.show(arguments.format, &view, &looking::heading(audit))?;
    Ok(Exit::Clean)
}
