//! `gainsay text`: the words of a source or a file, as quotes are looked for in them.

use std::path::Path;

use clap::Args;

use super::exit::Exit;
use super::formats::{formats, json};
use super::looking::{ForWhom, Texts};
use super::output::Output;
use super::place::Place;
use crate::error::{Error, ErrorKind};
use crate::load::any_file;
use crate::load::gate::is_readable;
use crate::render::text::render;
use crate::view::text::TextAsRead;
use crate::view::withheld::Gate;

/// Print the words of a source or a file as they are read, with the lines that locators count
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  gainsay text herald-2024-03-01 --archive ~/archive\n  gainsay text page.html\n  \
                        gainsay text talk.srt --format json\n\n\
                        Of a page these are all the words that a reader sees, in order, with the part of the page that they stand in.\n\
                        It is said what kind of file it is, its encoding, and what took the words. A name that is no source of the\n\
                        dossier is taken for a file. Exit codes: 0 words, 1 a text without words of its source, 2 could not read."
)]
pub(super) struct Arguments {
    /// A source's id, or a file: a page, a text, Markdown, subtitles, DOCX, WARC or WACZ, or one of these in gzip
    #[arg(value_name = "SOURCE|FILE")]
    of: String,

    #[command(flatten)]
    texts: Texts,

    #[command(flatten)]
    for_whom: ForWhom,

    #[arg(long, value_enum, default_value_t = Format::Human)]
    format: Format,
}

formats! {
    Format shows TextAsRead {
        /// The words, each line with its number
        Human for Desk = |out, view, screen| render(out, view, screen),
        /// The versioned view
        Json for Programs = json,
    }
}

pub(super) fn run(arguments: &Arguments, place: &Place, output: &Output) -> Result<Exit, Error> {
    let of = &arguments.of;
    let path = Path::new(of);
    let reader = arguments.for_whom.reads(arguments.format)?;
    let audit = match arguments.texts.audit(place) {
        Err(_) if is_readable(path) => None,
        Ok(audit) if is_readable(path) && !audit.has_source(of) => None,
        audit => Some(audit?),
    };
    let view = match audit {
        None => any_file(path, |text| TextAsRead::new(of, text.capture, text.sha256))?,
        Some(audit) => {
            let gate = Gate::new(&audit.dossier, reader);
            let shown = |source, text: crate::load::ArchivedText<'_>| {
                gate.shows(source).then(|| TextAsRead::new(of, text.capture, text.sha256))
            };
            audit.text_of(of, shown)?.ok_or_else(|| {
                let message = format!("the words of source `{of}` are withheld: access to it is restricted");
                Error::new(ErrorKind::Refused, message).hint("at the desk: `--show-restricted`")
            })?
        }
    };
    output.show(arguments.format, &view, "")?;
    Ok(Exit::unless(view.wordless.is_some()))
}
