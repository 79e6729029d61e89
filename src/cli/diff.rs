//! `gainsay diff`: two sources claim by claim, two text files word by word, or the dossier and a revision of it.

use std::path::Path;

use clap::{Args, ValueEnum};

use super::exit::Exit;
use super::looking;
use super::looking::Looking;
use super::output::Output;
use super::place;
use super::place::Place;
use crate::audit::SideBySide;
use crate::error::{Error, ErrorKind};
use crate::load;
use crate::render::json;
use crate::render::since::{markdown, render as render_since};
use crate::render::{captures, diff};
use crate::view::diff::TextDiff;

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
    looking: Looking,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Format {
    /// What differs, with [-what went-] and {+what came+}
    Human,
    /// For the comment on a pull request; with --since alone
    Markdown,
    /// The versioned view
    Json,
}

pub(super) fn run(arguments: &Arguments, place: &Place, output: &Output) -> Result<Exit, Error> {
    let text = match (&arguments.since, &arguments.a, &arguments.b) {
        (Some(revision), ..) => since(revision, arguments, place, output)?,
        (None, Some(a), Some(b)) => two(a, b, arguments, place, output)?,
        _ => return Err(Error::new(ErrorKind::Refused, "two names are needed, or `--since REV`")),
    };
    output.print(&text)?;
    Ok(Exit::Clean)
}

/// The dossier as it stands and as it was at a revision.
fn since(revision: &str, arguments: &Arguments, place: &Place, output: &Output) -> Result<String, Error> {
    let now = arguments.looking.audit(place)?;
    let past = now.at(revision)?;
    if now.is_silent() && past.audit.is_silent() {
        return Err(now.nothing());
    }
    let today = place::today();
    let view = now.judged(today)?.since(&past, &past.audit.judged(today)?, revision);
    Ok(match arguments.format {
        Format::Json => json(&view),
        Format::Markdown => {
            let mut text = looking::heading(&now);
            markdown(&mut text, &view);
            text
        }
        Format::Human => {
            let mut text = looking::heading(&now);
            render_since(&mut text, &view, output.screen());
            text
        }
    })
}

/// Two sources, two captures of one, or two files.
fn two(a: &str, b: &str, arguments: &Arguments, place: &Place, output: &Output) -> Result<String, Error> {
    if arguments.format == Format::Markdown {
        let error = Error::new(ErrorKind::Refused, "`--format markdown` goes with `--since REV` alone");
        return Err(error.hint("two sources are compared with `--format human` or `--format json`"));
    }
    let screen = output.screen();
    let is_json = arguments.format == Format::Json;
    let are_files = Path::new(a).is_file() && Path::new(b).is_file();
    let audit = match arguments.looking.audit(place) {
        // Two files need no dossier, and are files unless the first is a source of one.
        Err(_) if are_files && place.root().is_err() => None,
        Ok(audit) if are_files && !audit.has_source(a) => None,
        audit => Some(audit?.nonempty()?),
    };
    let Some(audit) = audit else {
        let (old, new) = (load::text_file(Path::new(a))?, load::text_file(Path::new(b))?);
        let view = TextDiff::new((a, b), (&old, &new));
        let mut text = String::new();
        if is_json {
            text = json(&view)
        } else {
            diff::render_text(&mut text, &view, screen)
        }
        return Ok(text);
    };
    let mut text = looking::heading(&audit);
    match audit.judged(place::today())?.diff(a, b)? {
        SideBySide::Claims(view) if is_json => text = json(&view),
        SideBySide::Claims(view) => diff::render(&mut text, &view, screen),
        SideBySide::Captures(view) if is_json => text = json(&view),
        SideBySide::Captures(view) => captures::render(&mut text, &view, screen),
    }
    Ok(text)
}
