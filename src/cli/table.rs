//! `gainsay table`: the provenance table.

use clap::{Args, ValueEnum};

use super::exit::Exit;
use super::looking;
use super::looking::Looking;
use super::output::Output;
use super::place;
use super::place::Place;
use crate::audit::Part;
use crate::error::Error;
use crate::render::{blind, json, silence, table};
use crate::view::blind::Reveal;

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
    looking: Looking,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum Format {
    Table,
    /// The versioned view
    Json,
}

pub(super) fn run(arguments: &Arguments, place: &Place, output: &Output) -> Result<Exit, Error> {
    let audit = arguments.looking.audit(place)?.nonempty()?;
    let part = match &arguments.of {
        None if arguments.shared => Part::Shared,
        None => Part::All,
        Some(name) => Part::Named(name),
    };
    let judged = audit.judged(place::today())?;
    let (mut text, screen) = (looking::heading(&audit), output.screen());
    let is_json = arguments.format == Format::Json;
    if arguments.silence {
        let view = judged.silence(part)?;
        if is_json { text = json(&view) } else { silence::render(&mut text, &view, screen) }
    } else if arguments.blind {
        let reveal = if arguments.key { Reveal::Everybody } else { Reveal::Nobody };
        let view = judged.blind(part, reveal)?;
        if is_json { text = json(&view) } else { blind::render(&mut text, &view, screen) }
    } else {
        let view = judged.table(part)?;
        if is_json { text = json(&view) } else { table::render(&mut text, &view, screen) }
    }
    output.print(&text)?;
    Ok(Exit::Clean)
}
