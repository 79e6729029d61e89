//! `gainsay trace`: who said it first, and through whom.

use clap::{Args, ValueEnum};

use super::exit::Exit;
use super::looking;
use super::looking::Looking;
use super::output::Output;
use super::place;
use super::place::Place;
use crate::error::Error;
use crate::render::json;
use crate::render::trace::graph::Graph;
use crate::render::trace::tree::render;

/// Trace a claim, or all claims on a question, to who said it first
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  gainsay trace tower-22/country\n  gainsay trace iranwire-what-is-iri#country-jordan\n  gainsay trace tower-22/country --format dot | dot -Tsvg > country.svg"
)]
pub(super) struct Arguments {
    /// A question (EVENT/QUESTION) or a claim (SOURCE#ID)
    #[arg(value_name = "QUESTION|CLAIM")]
    of: String,

    #[arg(long, value_enum, default_value_t = Format::Tree)]
    format: Format,

    #[command(flatten)]
    looking: Looking,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Format {
    Tree,
    /// The versioned view
    Json,
    /// A Mermaid flowchart, which GitHub and many wikis draw
    Mermaid,
    /// For Graphviz: `gainsay trace QUESTION --format dot | dot -Tsvg`
    Dot,
}

pub(super) fn run(arguments: &Arguments, place: &Place, output: &Output) -> Result<Exit, Error> {
    let audit = arguments.looking.audit(place)?.nonempty()?;
    let view = audit.judged(place::today())?.trace(&arguments.of)?;
    let text = match arguments.format {
        Format::Json => json(&view),
        Format::Mermaid => Graph::new(&view).mermaid(),
        Format::Dot => Graph::new(&view).dot(view.question.as_str()),
        Format::Tree => {
            let mut text = looking::heading(&audit);
            render(&mut text, &view, output.screen());
            text
        }
    };
    output.print(&text)?;
    Ok(Exit::Clean)
}
