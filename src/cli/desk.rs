//! `gainsay desk`: texts to record from, as one page that needs nothing else.

use std::path::PathBuf;

use clap::Args;

use super::exit::Exit;
use super::formats::{Formats as _, formats, json};
use super::lasting::lasting;
use super::looking::Texts;
use super::output::Output;
use super::place;
use super::place::Place;
use super::writer;
use crate::error::Error;
use crate::render::desk::page;
use crate::text::{counted, one_line};
use crate::view::desk::Desk;
use crate::view::withheld::Reader;

/// Write a page to record from: the texts of sources with what was spotted in them, and the record beside
#[derive(Debug, Args)]
#[command(after_help = "Examples:\n  gainsay desk herald-2024-03-01 -o desk.html\n  \
                        gainsay desk herald-2024-03-01 tribune-2024-03-02 --by ann --archive ~/archive -o desk.html\n  \
                        gainsay add --from answers-herald-2024-03-01-ann.jsonl\n\n\
                        The page is one file that opens in any browser and asks nobody for anything. It holds the texts, so it is for the\n\
                        desk and for nobody else. Whoever reads it accepts, edits or waives what was spotted, by the keys that it lists, and\n\
                        saves the answers as JSON Lines, which `gainsay add --from` takes: docs/desk.md.")]
pub(super) struct Arguments {
    /// The ids of sources
    #[arg(value_name = "SOURCE", required = true)]
    sources: Vec<String>,

    /// The file to write, in place of what stands there; left out: standard output
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,

    /// Who records, as the page has it until somebody says otherwise
    #[arg(long, value_name = "NAME", default_value = "", hide_default_value = true)]
    by: String,

    /// Put the texts of restricted sources into the page too
    #[arg(long)]
    show_restricted: bool,

    #[arg(long, value_enum, default_value_t = Format::Html)]
    format: Format,

    #[command(flatten)]
    texts: Texts,
}

formats! {
    Format shows Desk {
        /// The page
        Html for Programs = |out, view, _| out.push_str(&page(view)),
        /// The versioned view
        Json for Programs = json,
    }
}

pub(super) fn run(arguments: &Arguments, place: &Place, output: &Output) -> Result<Exit, Error> {
    let reader = if arguments.show_restricted { Reader::Desk } else { Reader::Anyone };
    let audit = lasting(arguments.texts.audit(place)?.shown_to(reader));
    let view = lasting(audit.judged(place::today())?).desk(&arguments.sources, &arguments.by)?;
    let Some(path) = &arguments.output else {
        output.show(arguments.format, &view, "")?;
        return Ok(Exit::Clean);
    };
    writer::write_file(path, &arguments.format.file(&view, output.screen()), "desk.html")?;
    let waiting = view.sources.iter().flat_map(|source| &source.cards).filter(|card| card.waits).count();
    let path = one_line(&path.to_string_lossy()).to_owned();
    output.tell(&format!("wrote {path}: {} to decide on\n", counted(waiting, "passage")))?;
    for source in view.sources.iter().filter(|source| source.not_shown.is_some()) {
        let why = source.not_shown.as_deref().unwrap_or_default();
        output.note(&format!("`{}` is not in it: {why}", source.source));
    }
    Ok(Exit::Clean)
}
