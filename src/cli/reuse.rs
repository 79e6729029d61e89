//! `gainsay reuse`: passages that texts share.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

use super::exit::Exit;
use super::looking;
use super::looking::Looking;
use super::output::Output;
use super::place;
use super::place::Place;
use crate::audit::between_files;
use crate::error::Error;
use crate::render::json;
use crate::render::reuse::render;

/// Find passages that two texts share almost word for word, though no link between them is declared
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  gainsay reuse --archive ~/archive\n  gainsay reuse herald.txt courier.txt\n  gainsay reuse texts/ --format json\n\n\
                        With files or folders no dossier is needed. In a dossier, sources that declare a link (derived-from, \
                        capture-of, one publisher)\nare not compared, and what both attribute to one speaker is no copying."
)]
pub(super) struct Arguments {
    /// Text files, or folders of them; left out: the texts of the dossier
    #[arg(value_name = "FILES")]
    files: Vec<PathBuf>,

    #[command(flatten)]
    looking: Looking,

    #[arg(long, value_enum, default_value_t = Format::Human)]
    format: Format,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Format {
    /// The passages side by side, with [-what one has-] and {+what the other has+}
    Human,
    /// The versioned view
    Json,
}

pub(super) fn run(arguments: &Arguments, place: &Place, output: &Output) -> Result<Exit, Error> {
    let (heading, view) = match arguments.files.is_empty() {
        true => {
            let audit = arguments.looking.audit(place)?.nonempty()?;
            (looking::heading(&audit), audit.judged(place::today())?.reuse()?)
        }
        false => (String::new(), between_files(&arguments.files)?),
    };
    let text = match arguments.format {
        Format::Json => json(&view),
        Format::Human => {
            let mut text = heading;
            render(&mut text, &view, output.screen());
            text
        }
    };
    output.print(&text)?;
    Ok(Exit::Clean)
}
