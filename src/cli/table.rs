//! `gainsay table`: the provenance table.

use clap::Args;
use serde::Serialize;

use super::cache::Cache;
use super::exit::Exit;
use super::formats::{formats, json};
use super::lasting::lasting;
use super::looking;
use super::looking::Looking;
use super::output::Output;
use super::place;
use super::place::Place;
use crate::audit::Part;
use crate::error::Error;
use crate::render::{blind, silence, table};
use crate::view::blind::{BlindTable, Reveal};
use crate::view::silence::SilenceMatrix;
use crate::view::table::ProvenanceTable;

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
    Format shows Shown {
        Table for Desk = |out, view, screen| match view {
            Shown::Table(view) => table::render(out, view, screen),
            Shown::Blind(view) => blind::render(out, view, screen),
            Shown::Silence(view) => silence::render(out, view, screen),
        },
        /// The versioned view
        Json for Programs = json,
    }
}

/// The table that was asked for.
#[derive(Serialize)]
#[serde(untagged)]
enum Shown {
    Table(ProvenanceTable),
    Blind(BlindTable),
    Silence(SilenceMatrix),
}

pub(super) fn run(arguments: &Arguments, place: &Place, output: &Output) -> Result<Exit, Error> {
    let audit = lasting(arguments.looking.audit(place)?.nonempty()?);
    let part = match &arguments.of {
        None if arguments.shared => Part::Shared,
        None => Part::All,
        Some(name) => Part::Named(name),
    };
    let judged = lasting(audit.judged(place::today())?);
    let view = if arguments.silence {
        Shown::Silence(judged.silence(part)?)
    } else if arguments.blind {
        let reveal = if arguments.key { Reveal::Everybody } else { Reveal::Nobody };
        Shown::Blind(judged.blind(part, reveal)?)
    } else {
        Shown::Table(judged.table(part)?)
    };
    output.show(arguments.format, &view, &looking::heading(audit))?;
    Ok(Exit::Clean)
}
