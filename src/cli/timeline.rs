//! `gainsay timeline`: what was said on a question, in order of time.

use clap::Args;

use super::exit::Exit;
use super::looking;
use super::looking::Looking;
use super::output::Output;
use super::place;
use super::place::Place;
use super::table::Format;
use crate::error::Error;
use crate::render::json;
use crate::render::timeline::render;

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

    #[command(flatten)]
    looking: Looking,
}

pub(super) fn run(arguments: &Arguments, place: &Place, output: &Output) -> Result<Exit, Error> {
    let audit = arguments.looking.audit(place)?.nonempty()?;
    let view = audit.judged(place::today())?.timeline(&arguments.question)?;
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
