//! `gainsay compare`: every pair of claims on a question.

use clap::Args;

use super::exit::Exit;
use super::looking;
use super::looking::Looking;
use super::output::Output;
use super::place;
use super::place::Place;
use super::table::Format;
use crate::error::Error;
use crate::render::compare::render;
use crate::render::json;

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
}

pub(super) fn run(arguments: &Arguments, place: &Place, output: &Output) -> Result<Exit, Error> {
    let audit = arguments.looking.audit(place)?.nonempty()?;
    let view = audit.judged(place::today())?.compare(arguments.question.as_deref())?;
    let text = match arguments.format {
        Format::Json => json(&view),
        Format::Table => {
            let mut text = looking::heading(&audit);
            render(&mut text, &view, output.screen());
            text
        }
    };
    output.print(&text)?;
    Ok(Exit::Clean)
}
