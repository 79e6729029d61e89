//! `gainsay table`: the provenance table.

use clap::{Args, ValueEnum};

use super::as_of::AsOf;
use super::open::{self, Place};
use super::output::Output;
use crate::error::Error;
use crate::judge::Court;
use crate::report::json;
use crate::report::table::{Of, TableView, render};

/// Print the provenance table: questions by sources, who says what, and how it stands
#[derive(Debug, Args)]
#[command(after_help = "Examples:\n  gainsay table\n  gainsay table tower-22\n  gainsay table tower-22/country --format json")]
pub(super) struct Arguments {
    /// An event or a question; left out: all
    #[arg(value_name = "EVENT|QUESTION")]
    of: Option<String>,

    /// Only questions that two sources or more answer
    #[arg(long)]
    shared: bool,

    #[arg(long, value_enum, default_value_t = Format::Table)]
    format: Format,

    #[command(flatten)]
    known: AsOf,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum Format {
    Table,
    /// The versioned view
    Json,
}

pub(super) fn run(arguments: &Arguments, place: &Place, output: &Output) -> Result<u8, Error> {
    let (dossier, known) = arguments.known.apply(place.open()?)?;
    let of = match &arguments.of {
        None if arguments.shared => Of::Shared,
        None => Of::All,
        Some(name) => match open::event_or_question(&dossier, name)? {
            Ok(event) => Of::Event(event),
            Err(question) => Of::Question(question),
        },
    };
    let alignment = open::align(&dossier);
    let court = Court::new(&alignment, open::today());
    let view = TableView::new(&court, of);
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
