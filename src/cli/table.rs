//! `gainsay table`: the provenance table.

use clap::{Args, ValueEnum};

use super::as_of::AsOf;
use super::open;
use super::open::Place;
use super::output::Output;
use crate::error::Error;
use crate::judge::Court;
use crate::render::json;
use crate::view::blind;
use crate::view::blind::{BlindView, Key};
use crate::view::silence;
use crate::view::silence::SilenceView;
use crate::view::table::{Of, TableView, render};

/// Print the provenance table: questions by sources, who says what, and how it stands
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  gainsay table\n  gainsay table tower-22\n  gainsay table tower-22/country --format json\n  gainsay table tower-22 --silence\n  gainsay table tower-22 --blind --key"
)]
pub(super) struct Arguments {
    /// An event or a question; left out: all
    #[arg(value_name = "EVENT|QUESTION")]
    of: Option<String>,

    /// Only questions that two sources or more answer
    #[arg(long)]
    shared: bool,

    /// Show which source answers which question, which denies, does not know or declines, and which says nothing
    #[arg(long, conflicts_with = "blind")]
    silence: bool,

    /// Hide who is who: sources and speakers by letters
    #[arg(long)]
    blind: bool,

    /// With --blind: print last which letter is who
    #[arg(long, requires = "blind")]
    key: bool,

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
    let (mut text, paint, width) = (known, output.paint, output.width);
    let is_json = arguments.format == Format::Json;
    if arguments.silence {
        let view = SilenceView::new(&court, of);
        if is_json { text = json(&view) } else { silence::render(&mut text, &view, paint, width) }
    } else if arguments.blind {
        let key = if arguments.key { Key::Given } else { Key::Kept };
        let view = BlindView::new(&dossier, TableView::new(&court, of), key);
        if is_json { text = json(&view) } else { blind::render(&mut text, &view, paint, width) }
    } else {
        let view = TableView::new(&court, of);
        if is_json { text = json(&view) } else { render(&mut text, &view, paint, width) }
    }
    output.print(&text)?;
    Ok(0)
}
