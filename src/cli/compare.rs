//! `gainsay compare`: every pair of claims on a question.

use clap::Args;

use super::as_of::AsOf;
use super::open;
use super::open::Place;
use super::output::Output;
use super::table::Format;
use crate::error::Error;
use crate::judge::Court;
use crate::render::json;
use crate::view::compare::{CompareView, render};

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
    known: AsOf,
}

pub(super) fn run(arguments: &Arguments, place: &Place, output: &Output) -> Result<u8, Error> {
    let (dossier, known) = arguments.known.apply(place.open()?)?;
    let only = arguments.question.as_deref().map(|name| open::question(&dossier, name)).transpose()?;
    let alignment = open::align(&dossier);
    let court = Court::new(&alignment, open::today());
    let view = CompareView::new(&court, only);
    let text = match arguments.format {
        Format::Json => json(&view),
        Format::Table => {
            let mut text = known;
            render(&mut text, &view, output.paint, output.width);
            text
        }
    };
    output.print(&text)?;
    Ok(0)
}
