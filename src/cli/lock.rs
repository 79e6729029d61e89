//! `gainsay lock`: writes down which quote was seen where, in which bytes.

use clap::Args;

use super::exit::Exit;
use super::formats::{formats, json};
use super::looking::Texts;
use super::output::Output;
use super::place::Place;
use super::writer::{self, Standing};
use crate::audit::Locking;
use crate::error::{Error, ErrorKind};
use crate::load::LOCK;
use crate::render::locked::render;
use crate::view::locked::LockedQuotes;

/// Write sources/quotes.lock: which quote was seen where, in which bytes
#[derive(Debug, Args)]
#[command(after_help = "Examples:\n  gainsay lock\n  gainsay lock --archive ~/archive\n\n\
                        A quote that does not stand in its text is refused and named; exit code 1. Where a text is not at hand, an entry that\n\
                        still fits is kept. Nothing else is changed.")]
pub(super) struct Arguments {
    #[arg(long, value_enum, default_value_t = Format::Human)]
    format: Format,

    #[command(flatten)]
    texts: Texts,
}

formats! {
    Format shows LockedQuotes {
        Human for Desk = |out, view, screen| render(out, view, screen),
        /// The versioned view
        Json for Programs = json,
    }
}

pub(super) fn run(arguments: &Arguments, place: &Place, output: &Output) -> Result<Exit, Error> {
    let audit = arguments.texts.audit(place)?.nonempty()?;
    let Locking { lock, seen, kept, refused } = audit.locking()?;
    let mut view = LockedQuotes::new(LOCK, (seen, kept), refused);
    if lock.entries.is_empty() {
        output.show(arguments.format, &view, "")?;
        let error = Error::new(ErrorKind::NoText, "no quote could be held: there is nothing to lock");
        return Err(error.hint(
            "name the folder of the texts with `--archive DIR`; `gainsay check` says what stands in the way",
        ));
    }
    writer::write(audit.root(), &[(LOCK, &lock.to_toml())], Standing::Replaced)?;
    view.written = true;
    output.show(arguments.format, &view, "")?;
    Ok(Exit::unless(!view.refused.is_empty()))
}
