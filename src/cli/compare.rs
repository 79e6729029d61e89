//! `gainsay compare`: every pair of claims on a question.

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
use crate::render::compare::render;
use crate::view::compare::Comparison;

/// Compare every pair of claims on a question: how they are related, and why
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  gainsay compare tower-22/country\n  gainsay compare --format json > relations.json"
)]
pub(super) struct Arguments {
    /// The question, as EVENT/QUESTION; left out: all
    question: Option<String>,

    #[arg(long, value_enum, default_value_t = Format::Table)]
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
    Format shows Comparison {
        Table for Desk = |out, view, screen| render(out, view, screen),
        /// The versioned view
        Json for Programs = json,
    }
}

pub(super) fn run(arguments: &Arguments, place: &Place, output: &Output) -> Result<Exit, Error> {
    let audit = lasting(arguments.looking.audit(place)?.nonempty()?);
    let view = lasting(audit.judged(place::today())?).compare(arguments.question.as_deref())?;
    output.show(arguments.format, &view, &looking::heading(audit))?;
    Ok(Exit::Clean)
}
