//! `gainsay diff`: two sources claim by claim, two text files word by word, or the dossier and a revision of it.

use std::path::Path;

use clap::Args;
use serde::Serialize;

use super::exit::Exit;
use super::formats::{formats, json};
use super::looking;
use super::looking::{ForWhom, Looking};
use super::output::Output;
use super::place;
use super::place::Place;
use crate::audit::{Audit, SideBySide};
use crate::error::{Error, ErrorKind};
use crate::load::gate::is_readable;
use crate::load::{any_text, is_slug};
use crate::render::{captures, changed, diff, since};
use crate::view::captures::CapturesDiff;
use crate::view::diff::{SourcesDiff, TextDiff};
use crate::view::since::RecordChange;

/// Compare two sources claim by claim, two captures of one, two text files, or the dossier with a revision of it
#[derive(Debug, Args)]
#[command(after_help = "Examples:\n  gainsay diff herald courier\n  gainsay diff old.txt new.txt\n  \
                        gainsay diff --since HEAD\n  gainsay diff --since origin/main... --format markdown\n\n\
                        A name that is no source of the dossier is taken for a file. Of two captures of one page it is said what\n\
                        became of each claim, and how the words changed.")]
pub(super) struct Arguments {
    /// A source's id, or a text file
    #[arg(required_unless_present = "since", value_name = "SOURCE|FILE")]
    a: Option<String>,

    /// A source's id, or a text file
    #[arg(required_unless_present = "since", value_name = "SOURCE|FILE")]
    b: Option<String>,

    /// What the change since a git revision does to the record; `REV...` is where REV and HEAD parted
    #[arg(long, value_name = "REV", conflicts_with_all = ["a", "b"])]
    since: Option<String>,

    #[arg(long, value_enum, default_value_t = Format::Human)]
    format: Format,

    #[command(flatten)]
    looking: Looking,

    #[command(flatten)]
    for_whom: ForWhom,
}

formats! {
    Format shows Difference {
        /// What differs, with [-what went-] and {+what came+}
        Human for Desk = |out, view, screen| match view {
            Difference::Record(view) => since::render(out, view, screen),
            Difference::Sources(view) => diff::render(out, view, screen),
            Difference::Captures(view) => captures::render(out, view, screen),
            Difference::Texts(view) => changed::texts(out, view, screen),
        },
        /// For the comment on a pull request; with --since alone
        Markdown for Others = |out, view, _| {
            if let Difference::Record(view) = view {
                since::markdown(out, view);
            }
        },
        /// The versioned view
        Json for Programs = json,
    }
}

/// What differs, by what is compared.
#[derive(Serialize)]
#[serde(untagged)]
enum Difference {
    Record(Box<RecordChange>),
    Sources(SourcesDiff),
    Captures(CapturesDiff),
    Texts(TextDiff),
}

pub(super) fn run(arguments: &Arguments, place: &Place, output: &Output) -> Result<Exit, Error> {
    let reader = arguments.for_whom.reads(arguments.format)?;
    let audit = || arguments.looking.audit(place).map(|audit| audit.shown_to(reader));
    let (view, heading) = match (&arguments.since, &arguments.a, &arguments.b) {
        (Some(revision), ..) => since(revision, audit()?)?,
        (None, Some(a), Some(b)) if arguments.format != Format::Markdown => two(a, b, audit, place)?,
        (None, Some(_), Some(_)) => {
            let error = Error::new(ErrorKind::Refused, "`--format markdown` goes with `--since REV` alone");
            return Err(error.hint("two sources are compared with `--format human` or `--format json`"));
        }
        _ => return Err(Error::new(ErrorKind::Refused, "two names are needed, or `--since REV`")),
    };
    output.show(arguments.format, &view, &heading)?;
    Ok(Exit::Clean)
}

/// The dossier as it stands and as it was at a revision.
fn since(revision: &str, now: Audit) -> Result<(Difference, String), Error> {
    let past = now.at(revision)?;
    if now.is_silent() && past.audit().is_silent() {
        return Err(now.nothing());
    }
    let today = place::today();
    let change = now.judged(today)?.since(&past.judged(today)?);
    Ok((Difference::Record(Box::new(change)), looking::heading(&now)))
}

/// Two sources, two captures of one, or two files.
fn two(
    a: &str,
    b: &str,
    audit: impl FnOnce() -> Result<Audit, Error>,
    place: &Place,
) -> Result<(Difference, String), Error> {
    let are_files = is_readable(Path::new(a)) && is_readable(Path::new(b));
    // Two files need no dossier, and are files unless the first is a source of one, which a name that is no id cannot be.
    let audit = match are_files && !is_slug(a) {
        true => None,
        false => match audit() {
            Err(_) if are_files && place.root().is_err() => None,
            Ok(audit) if are_files && !audit.has_source(a) => None,
            audit => Some(audit?.nonempty()?),
        },
    };
    let Some(audit) = audit else {
        let view = any_text(Path::new(a), |old| {
            any_text(Path::new(b), |new| TextDiff::new((a, b), (old.words.article(), new.words.article())))
        })??;
        return Ok((Difference::Texts(view), String::new()));
    };
    let difference = match audit.judged(place::today())?.diff(a, b)? {
        SideBySide::Claims(view) => Difference::Sources(view),
        SideBySide::Captures(view) => Difference::Captures(view),
    };
    Ok((difference, looking::heading(&audit)))
}
