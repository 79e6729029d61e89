//! `gainsay pin`: finds a passage of a source and prints the claim that quotes it, ready to be filled in.

use clap::Args;

use super::exit::Exit;
use super::looking::Texts;
use super::output::Output;
use super::place::Place;
use crate::error::Error;
use crate::render::find::render;
use crate::render::toml::pin::{Stub, stub};
use crate::text::find::Haystack;
use crate::view::find::FoundQuote;

/// Find a passage of a source and print a claim that quotes it, ready to be filled in
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  gainsay pin herald-2024-03-01 \"at least 12 people\"\n  gainsay pin herald-2024-03-01 \"nearly 200\" --archive ~/archive\n\n\
                        Words that do not stand in the text are refused (exit code 1), and the nearest passage is shown."
)]
pub(super) struct Arguments {
    /// The source
    source: String,

    /// The words to quote
    words: String,

    #[command(flatten)]
    texts: Texts,
}

pub(super) fn run(arguments: &Arguments, place: &Place, output: &Output) -> Result<Exit, Error> {
    let audit = arguments.texts.audit(place)?;
    let (view, stub) = audit.text_of(&arguments.source, |text| {
        let outcome = Haystack::new(text.text).find(arguments.words.as_str());
        let view = FoundQuote::new(text.text, &outcome, text.extractor);
        (view, stub(&arguments.source, text.text, &outcome))
    })?;
    match stub {
        Stub::Claims(claims) => {
            output.print(&claims)?;
            Ok(Exit::Clean)
        }
        Stub::Refused => {
            let mut text = String::new();
            render(&mut text, &view, output.screen());
            output.print(&text)?;
            Ok(Exit::Amiss)
        }
    }
}
