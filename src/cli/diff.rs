//! `gainsay diff`: two sources claim by claim, two text files word by word, or the dossier and a revision of it.

use std::path::Path;

use clap::{Args, ValueEnum};

use super::evidence;
use super::evidence::Texts;
use super::open;
use super::open::Place;
use super::output::Output;
use super::since;
use crate::align::Alignment;
use crate::error::Error;
use crate::judge::Court;
use crate::load;
use crate::load::texts::{Archive, Held, each_text};
use crate::model::Dossier;
use crate::model::table::SourceId;
use crate::render::json;
use crate::view::captures::{CapturesView, render as render_captures};
use crate::view::diff::{DiffView, TextDiffView, render, render_text};

/// Compare two sources claim by claim, two captures of one, two text files, or the dossier with a revision of it
#[derive(Debug, Args)]
#[command(after_help = "Examples:\n  gainsay diff herald courier\n  gainsay diff old.txt new.txt\n  \
                        gainsay diff --since HEAD\n  gainsay diff --since origin/main... --format markdown\n\n\
                        A name that is no source of the dossier is taken for a file. Of two captures of one page it is said what\n\
                        became of each claim, and how the words changed.")]
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

    #[command(flatten)]
    texts: Texts,
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
        return since::run(revision, arguments.format, &arguments.texts, place, output);
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
            if alignment.sources.one_family(a, b) && a != b {
                drop(court);
                return captures(&dossier, &root, (a, b), arguments, output);
            }
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

/// Two captures of one page: their words, and what became of the claims of the earlier.
fn captures(
    dossier: &Dossier,
    root: &Path,
    (a, b): (SourceId, SourceId),
    arguments: &Arguments,
    output: &Output,
) -> Result<u8, Error> {
    let alignment = Alignment::new(dossier, evidence::gather(dossier, root, &arguments.texts)?);
    let court = Court::new(&alignment, open::today());
    let (old, new) = if alignment.later_capture(a, b) == Some(a) { (b, a) } else { (a, b) };
    let archive = Archive::find(dossier, root, &arguments.texts.archive)?;
    let texts = each_text(dossier, &archive, &[old, new], |_, held| match held {
        Held::Text(text) => Some(text.text.to_owned()),
        _ => None,
    });
    let both = match texts.as_slice() {
        [Some(old), Some(new)] => Some((old.as_str(), new.as_str())),
        _ => None,
    };
    let view = CapturesView::new(&court, old, new, both);
    let mut text = String::new();
    match arguments.format {
        Format::Json => text = json(&view),
        Format::Human | Format::Markdown => render_captures(&mut text, &view, output.paint, output.width),
    }
    output.print(&text)?;
    Ok(0)
}

fn is_source(root: &Path, name: &str) -> Result<bool, Error> {
    Ok(load::dossier(root)?.sources.find(name).is_some())
}
