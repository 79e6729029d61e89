//! `gainsay impact`: what falls if a source is retracted.

use clap::{Args, ValueEnum};

use super::open;
use super::open::Place;
use super::output::Output;
use crate::align::impact::Taken;
use crate::error::Error;
use crate::judge::Court;
use crate::model::Dossier;
use crate::render::json;
use crate::view::impact::{ImpactView, render};

/// Show what falls if a source is retracted, or if nothing that an agent says can be relied on
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  gainsay impact iranwire-what-is-iri\n  gainsay impact agent:joe-biden --format json\n\n\
                        Where a source and an agent have one id, the source is meant: write agent:ID for the other."
)]
pub(super) struct Arguments {
    /// A source's or an agent's id; `source:ID` or `agent:ID` where both have it
    #[arg(value_name = "SOURCE|AGENT")]
    of: String,

    #[arg(long, value_enum, default_value_t = Format::Human)]
    format: Format,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Format {
    Human,
    /// The versioned view
    Json,
}

pub(super) fn run(arguments: &Arguments, place: &Place, output: &Output) -> Result<u8, Error> {
    let dossier = place.open()?;
    let taken = taken(&dossier, &arguments.of)?;
    let alignment = open::align(&dossier);
    let court = Court::new(&alignment, open::today());
    let view = ImpactView::new(&court, taken);
    let text = match arguments.format {
        Format::Json => json(&view),
        Format::Human => {
            let mut text = String::new();
            render(&mut text, &view, output.paint, output.width);
            text
        }
    };
    output.print(&text)?;
    Ok(0)
}

fn taken(dossier: &Dossier, name: &str) -> Result<Taken, Error> {
    if let Some(id) = name.strip_prefix("source:") {
        return open::source(dossier, id).map(Taken::Source);
    }
    if let Some(id) = name.strip_prefix("agent:") {
        return open::agent(dossier, id).map(Taken::Agent);
    }
    match (dossier.sources.find(name), dossier.agents.find(name)) {
        (Some(source), _) => Ok(Taken::Source(source)),
        (None, Some(agent)) => Ok(Taken::Agent(agent)),
        (None, None) => {
            Err(open::unknown("source or agent", name, dossier.sources.names().chain(dossier.agents.names())))
        }
    }
}
