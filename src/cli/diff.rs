//! `gainsay diff`: two sources claim by claim, two text files word by word, or the dossier and a revision of it.

use std::path::Path;

use clap::{Args, ValueEnum};

use super::open::{self, Place};
use super::output::Output;
use super::since;
use crate::error::Error;
use crate::judge::Court;
use crate::load;
use crate::report::diff::{DiffView, TextDiffView, render, render_text};
use crate::report::json;

/// Compare two sources claim by claim, two text files word by word, or the dossier with a revision of it
#[derive(Debug, Args)]
#[command(after_help = "Examples:\n  gainsay diff herald courier\n  gainsay diff old.txt new.txt\n  \
                        gainsay diff --since HEAD\n  gainsay diff --since origin/main... --format markdown\n\n\
                        A name that is no source of the dossier is taken for a file.")]
pub(super) struct Arguments {
    /// A source's id, or a text file
    #[arg(required_unless_present = "since")]
    a: Option<String>,

    /// A source's id, or a text file
    #[arg(required_unless_present = "since")]
    b: Option<String>,

    /// What the change since a git revision does to the record; `REV...` is where REV and HEAD parted
    #[arg(long, value_name = "REV", conflicts_with_all = ["a", "b"])]
    since: Option<String>,

    #[arg(long, value_enum, default_value_t = Format::Human)]
    format: Format,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum Format {
    /// What differs, with [-what went-] and {+what came+}
    Human,
    /// For the comment on a pull request; with --since alone
    Markdown,
    /// The versioned view
    Json,
}

pub(super) fn run(arguments: &Arguments, place: &Place, output: &Output) -> Result<u8, Error> {
    if let Some(revision) = &arguments.since {
        return since::run(revision, arguments.format, place, output);
    }
    let (Some(a), Some(b)) = (&arguments.a, &arguments.b) else {
        return Err(Error::said("two names are needed, or `--since REV`"));
    };
    if arguments.format == Format::Markdown {
        let error = Error::said("`--format markdown` goes with `--since REV` alone");
        return Err(error.hint("two sources are compared with `--format human` or `--format json`"));
    }
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
                _ => render(&mut text, &view, output.paint, output.width),
            }
        }
        _ => {
            let (old, new) = (load::text_file(Path::new(a))?, load::text_file(Path::new(b))?);
            let view = TextDiffView::new((a, b), (&old, &new));
            match arguments.format {
                Format::Json => text = json(&view),
                _ => render_text(&mut text, &view, output.paint, output.width),
            }
        }
    }
    output.print(&text)?;
    Ok(0)
}

fn is_source(root: &Path, name: &str) -> Result<bool, Error> {
    Ok(load::dossier(root)?.sources.find(name).is_some())
}
