//! `gainsay diff`: two sources claim by claim, or two text files word by word.

use std::path::Path;

use clap::{Args, ValueEnum};

use super::open::{self, Place};
use super::output::Output;
use crate::error::Error;
use crate::judge::Court;
use crate::load;
use crate::report::diff::{DiffView, TextDiffView, render, render_text};
use crate::report::json;

/// Compare two sources claim by claim, or two text files word by word
#[derive(Debug, Args)]
#[command(after_help = "Examples:\n  gainsay diff herald courier\n  gainsay diff old.txt new.txt\n\n\
                        A name that is no source of the dossier is taken for a file.")]
pub(super) struct Arguments {
    /// A source's id, or a text file
    a: String,

    /// A source's id, or a text file
    b: String,

    #[arg(long, value_enum, default_value_t = Format::Human)]
    format: Format,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Format {
    /// What differs, with [-what went-] and {+what came+}
    Human,
    /// The versioned view
    Json,
}

pub(super) fn run(arguments: &Arguments, place: &Place, output: &Output) -> Result<u8, Error> {
    let (a, b) = (&arguments.a, &arguments.b);
    let are_files = Path::new(a).is_file() && Path::new(b).is_file();
    let mut text = String::new();
    match place.root() {
        Err(error) if !are_files => return Err(error),
        Ok(root) if !are_files || is_source(&root, a)? => {
            let dossier = place.open()?;
            let (a, b) = (open::source(&dossier, a)?, open::source(&dossier, b)?);
            let alignment = open::align(&dossier);
            let court = Court::new(&alignment, open::today());
            let view = DiffView::new(&court, a, b);
            match arguments.format {
                Format::Json => text = json(&view),
                Format::Human => render(&mut text, &view, output.paint, output.width),
            }
        }
        _ => {
            let (old, new) = (load::text_file(Path::new(a))?, load::text_file(Path::new(b))?);
            let view = TextDiffView::new((a, b), (&old, &new));
            match arguments.format {
                Format::Json => text = json(&view),
                Format::Human => render_text(&mut text, &view, output.paint, output.width),
            }
        }
    }
    output.print(&text)?;
    Ok(0)
}

fn is_source(root: &Path, name: &str) -> Result<bool, Error> {
    Ok(load::dossier(root)?.sources.find(name).is_some())
}
