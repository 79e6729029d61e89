//! `gainsay draft`: a manuscript against the record.

use std::path::{Path, PathBuf};

use clap::Args;

use super::exit::Exit;
use super::formats::{formats, json};
use super::levels::Levels;
use super::looking;
use super::looking::{ForWhom, Looking};
use super::output::Output;
use super::place;
use super::place::Place;
use super::readable::read_language;
use super::rows_of::bytes_of;
use super::sealed::sealed;
use super::writer;
use crate::audit::DraftFile;
use crate::error::{Error, ErrorKind};
use crate::render::check::{concise, github, human, sarif};
use crate::render::draft::page;
use crate::render::term::Paint;
use crate::text::{counted, one_line};
use crate::view::draft::Drafted;

/// Hold a draft against the record: every figure, date, name and quotation of it
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  gainsay draft article.md\n  gainsay draft article.docx --archive ~/archive --format json\n  \
                        gainsay draft article.md --annotate article.html\n  \
                        pandoc notes.odt -t markdown | gainsay draft -\n\n\
                        A mark binds what it hangs on: `[^SOURCE#CLAIM]`, a link to `gainsay:EVENT/QUESTION`, `data-claim` in HTML, a comment\n\
                        or a footnote with such a name. What nothing binds is proposed by its words and neighbours, and said to be.\n\
                        Exit codes: 0 clean, 1 findings at deny, 2 could not run or nothing to check."
)]
pub(super) struct Arguments {
    /// Drafts: Markdown, HTML, DOCX or plain text; `-` reads Markdown from standard input
    #[arg(value_name = "FILE", required = true)]
    files: Vec<PathBuf>,

    /// The day that the drafts are dated, as EDTF; left out, today
    #[arg(long, value_name = "DATE")]
    dated: Option<String>,

    /// The language of the drafts, where it is not English: figures and dates are read in it, who speaks in English alone
    #[arg(long, value_name = "TAG", value_parser = read_language, default_value = "en", hide_default_value = true)]
    language: String,

    #[command(flatten)]
    looking: Looking,

    #[command(flatten)]
    for_whom: ForWhom,

    /// How to print the findings
    #[arg(long, value_enum, default_value_t = Format::Human)]
    format: Format,

    /// Write the drafts with notes in their margins too: a page that opens in any browser
    #[arg(long, value_name = "FILE")]
    annotate: Option<PathBuf>,

    #[command(flatten)]
    levels: Levels,
}

formats! {
    Format shows Drafted<'_> {
        /// Each finding with the lines it is about
        Human for Desk = |out, view, screen| human::render(out, &view.checked, screen),
        /// One line a finding
        Concise for Programs = |out, view, _| concise::render(out, &view.checked),
        /// The versioned view
        Json for Programs = |out, view, screen| json(out, view, screen),
        /// SARIF 2.1.0, for code-scanning services
        Sarif for Programs = |out, view, _| sarif::render(out, &view.checked),
        /// Workflow commands: notes beside the lines of a pull request on GitHub
        Github for Programs = |out, view, _| github::render(out, &view.checked),
    }
}

pub(super) fn run(arguments: &Arguments, place: &Place, output: &Output) -> Result<Exit, Error> {
    let reader = arguments.for_whom.reads(arguments.format)?;
    if let Some(page) = &arguments.annotate {
        refuse_drafts(page, &arguments.files)?;
    }
    let audit = arguments.looking.audit(place)?.shown_to(reader).nonempty()?;
    let drafts: Vec<DraftFile> = arguments.files.iter().map(|path| draft(path)).collect::<Result<_, _>>()?;
    let today = place::today();
    let dated = arguments.dated.clone().unwrap_or_else(|| today.to_string());
    let drafting = audit.drafting(&drafts, (&dated, &arguments.language), &arguments.levels.given())?;
    let judged = drafting.judged(today)?;
    judged.shown(|view, annotated| {
        view.checked.base = place::base(audit.root());
        view.checked.beside =
            drafts.iter().zip(&arguments.files).map(|(draft, file)| beside(draft, file)).collect();
        output.show(arguments.format, view, &looking::heading(&audit))?;
        if view.exit == 2 {
            output.note(
                "error: nothing was checked: the draft says nothing that could be held against the record",
            );
        }
        if let Some(path) = &arguments.annotate {
            let pages = annotated();
            writer::write_file(path, &sealed(&page(&pages), Paint::Off), "draft.html")?;
            let path = one_line(&path.to_string_lossy());
            output.note(&format!("wrote {path}: {}", counted(pages.notes(), "note")));
        }
        Ok(Exit::of_check(view.exit))
    })
}

/// # Errors
/// A draft is where the page is to be written.
fn refuse_drafts(page: &Path, drafts: &[PathBuf]) -> Result<(), Error> {
    if !drafts.iter().any(|draft| writer::is_same(page, draft)) {
        return Ok(());
    }
    let message = format!("`{}` is a draft, and nothing is written into drafts", page.display());
    Err(Error::new(ErrorKind::Refused, message)
        .at(page)
        .hint("name another file for the page, such as `draft.html`"))
}

/// A draft as it was given, and where it is shown to stand.
fn beside(draft: &DraftFile, file: &Path) -> (String, String) {
    (draft.path.clone(), place::shown_path(file))
}

fn draft(path: &Path) -> Result<DraftFile, Error> {
    Ok(DraftFile { path: path.display().to_string(), bytes: bytes_of(path)? })
}
