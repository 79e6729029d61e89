//! `gainsay corpus`: how often the program is right, on cases whose answers are known.

use std::path::PathBuf;

use clap::Args;

use super::exit::Exit;
use super::formats::{formats, json};
use super::output::Output;
use super::place::Place;
use super::writer::{self, Standing};
use crate::corpus::{OUTCOMES, measured};
use crate::error::Error;
use crate::render::accuracy::{markdown_page, render};
use crate::text::counted;
use crate::view::accuracy::Accuracy;

/// Say how often the program is right: precision and recall on cases whose answers are known
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  gainsay corpus\n  gainsay corpus ~/corpus --format json\n  gainsay corpus --record\n\n\
                        Each TOML file of the folder tells of a set: what its cases ask, whose labels they have, where they come from, and the\n\
                        SHA-256 of the file of its cases. Drafts are held against the record that --dossier names, or that we stand in. What\n\
                        comes out otherwise than it is labelled is recorded in outcomes.toml; whatever has changed since, for better or worse, is\n\
                        told and fails. docs/accuracy.md says what is counted.\n\
                        Exit codes: 0 every outcome is as it is recorded, 1 one is not, 2 could not run or there is no case."
)]
pub(super) struct Arguments {
    /// The folder of the corpus
    #[arg(value_name = "DIR", default_value = "corpus")]
    folder: PathBuf,

    /// Record the outcomes as they are, in outcomes.toml of the folder
    #[arg(long)]
    record: bool,

    #[arg(long, value_enum, default_value_t = Format::Human)]
    format: Format,
}

formats! {
    Format shows Accuracy {
        /// The shares of each set, what is amiss, and what has changed
        Human for Desk = |out, view, screen| render(out, view, screen),
        /// The versioned view
        Json for Programs = json,
        /// What docs/accuracy.md is written from
        Markdown for Others = |out, view, _| markdown_page(out, view),
    }
}

pub(super) fn run(arguments: &Arguments, place: &Place, output: &Output) -> Result<Exit, Error> {
    let measured = measured(&arguments.folder, || place.root())?;
    if arguments.record {
        writer::write(&arguments.folder, &[(OUTCOMES, &measured.outcomes)], Standing::Replaced)?;
        let amiss = measured.view.sets.iter().map(|set| set.amiss.len()).sum();
        let path = arguments.folder.join(OUTCOMES);
        output.tell(&format!("wrote {}: {} amiss\n", path.display(), counted(amiss, "case")))?;
        return Ok(Exit::Clean);
    }
    output.show(arguments.format, &measured.view, "")?;
    Ok(Exit::unless(!measured.view.changed.is_empty()))
}
