//! `gainsay timeline`: what was said on a question, in order of time.

use clap::Args;

use super::open;
use super::open::Place;
use super::output::Output;
use super::table::Format;
use crate::error::Error;
use crate::judge::Court;
use crate::render::json;
use crate::view::timeline::{TimelineView, render};

/// Show what was said on a question in order of time, as a table and as bars
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  gainsay timeline tower-22/wounded\n  gainsay timeline attacks-on-us-forces/attacks --format json"
)]
pub(super) struct Arguments {
    /// The question, as EVENT/QUESTION
    question: String,

    #[arg(long, value_enum, default_value_t = Format::Table)]
    format: Format,
}

pub(super) fn run(arguments: &Arguments, place: &Place, output: &Output) -> Result<u8, Error> {
    let dossier = place.open()?;
    let question = open::question(&dossier, &arguments.question)?;
    let alignment = open::align(&dossier);
    let court = Court::new(&alignment, open::today());
    let view = TimelineView::new(&court, question);
    let text = match arguments.format {
        Format::Json => json(&view),
        Format::Table => {
            let mut text = String::new();
            render(&mut text, &view, output.paint, output.width);
            text
        }
    };
    output.print(&text)?;
    Ok(0)
}
