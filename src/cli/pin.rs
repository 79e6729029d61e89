//! `gainsay pin`: finds a passage of a source and prints the claim that quotes it, ready to be filled in.

use clap::Args;

use super::exit::Exit;
use super::formats::{formats, json};
use super::found;
use super::looking::Texts;
use super::output::Output;
use super::place::Place;
use crate::capture::QuoteFinder;
use crate::error::Error;
use crate::render::toml;
use crate::view::pin::Pin;
use crate::view::withheld::{Gate, Reader};

/// Find a passage of a source and print a claim that quotes it, ready to be filled in
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  gainsay pin herald-2024-03-01 \"at least 12 people\"\n  gainsay pin herald-2024-03-01 \"nearly 200\" --archive ~/archive\n\n\
                        Words that do not stand in the text are refused (exit code 1), and the nearest passage is shown, unless access to\n\
                        the source is restricted."
)]
pub(super) struct Arguments {
    /// The source
    source: String,

    /// The words to quote
    words: String,

    #[arg(long, value_enum, default_value_t = Format::Human)]
    format: Format,

    #[command(flatten)]
    texts: Texts,
}

formats! {
    Format shows Pin {
        /// The claim as TOML, or how the words were found
        Human for Desk = |out, view, screen| match view.places.as_slice() {
            [] => found::render(out, &view.found, screen),
            places => toml::pin::render(out, &view.source, places),
        },
        /// The versioned view
        Json for Programs = json,
    }
}

pub(super) fn run(arguments: &Arguments, place: &Place, output: &Output) -> Result<Exit, Error> {
    let audit = arguments.texts.audit(place)?;
    let gate = Gate::new(&audit.dossier, Reader::Anyone);
    let pin = audit.text_of(&arguments.source, |source, text| {
        let finder = QuoteFinder::new(&text.capture.words);
        Pin::new(gate, source, text.capture, &finder.find(arguments.words.as_str()))
    })?;
    output.show(arguments.format, &pin, "")?;
    Ok(Exit::unless(pin.places.is_empty()))
}
