//! `gainsay reuse`: passages that texts share.

use std::path::PathBuf;

use clap::Args;

use super::cache::Cache;
use super::exit::Exit;
use super::formats::{formats, json};
use super::lasting::lasting;
use super::looking;
use super::looking::{ForWhom, Looking};
use super::output::Output;
use super::place;
use super::place::Place;
use crate::audit::between_files;
use crate::error::Error;
use crate::render::reuse::render;
use crate::view::reuse::SharedTexts;

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

    #[command(flatten)]
    cache: Cache,

    #[command(flatten)]
    for_whom: ForWhom,

    #[arg(long, value_enum, default_value_t = Format::Human)]
    format: Format,
}

impl Arguments {
    /// How the dossier is looked at and where answers are kept, where this one may be.
    pub(super) fn kept(&self) -> Option<(&Looking, &Cache)> {
        (self.files.is_empty() && self.for_whom.is_anyone()).then_some((&self.looking, &self.cache))
    }
}

formats! {
    Format shows SharedTexts {
        /// The passages side by side, with [-what one has-] and {+what the other has+}
        Human for Desk = |out, view, screen| render(out, view, screen),
        /// The versioned view
        Json for Programs = json,
    }
}

pub(super) fn run(arguments: &Arguments, place: &Place, output: &Output) -> Result<Exit, Error> {
    let reader = arguments.for_whom.reads(arguments.format)?;
    let (heading, view) = match arguments.files.is_empty() {
        true => {
            let audit = lasting(arguments.looking.audit(place)?.nonempty()?.shown_to(reader));
            (looking::heading(audit), lasting(audit.judged(place::today())?).reuse()?)
        }
        false => {
            let (view, refused) = between_files(&arguments.files)?;
            refused.iter().for_each(|why| output.note(why));
            (String::new(), view)
        }
    };
    output.show(arguments.format, &view, &heading)?;
    Ok(Exit::Clean)
}
