//! `gainsay pin`: finds a passage of a source and prints the claim that quotes it, ready to be filled in.

use clap::Args;

use super::evidence::Texts;
use super::open;
use super::open::Place;
use super::output::Output;
use crate::error::Error;
use crate::load::texts::{Archive, Held, each_text};
use crate::render::toml::pin::{Stub, stub};
use crate::text::find::Haystack;
use crate::view::find::{FoundView, render};

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

pub(super) fn run(arguments: &Arguments, place: &Place, output: &Output) -> Result<u8, Error> {
    let root = place.root()?;
    let dossier = crate::load::dossier(&root)?;
    let source = open::source(&dossier, &arguments.source)?;
    let archive = Archive::find(&dossier, &root, &arguments.texts.archive)?;
    let pinned = each_text(&dossier, &archive, &[source], |_, held| match held {
        Held::Text(text) => {
            let haystack = Haystack::new(text.text);
            let outcome = haystack.find(arguments.words.as_str());
            let view = FoundView::new(text.text, &outcome, text.extractor);
            Ok((view, stub(&arguments.source, text.text, &outcome)))
        }
        Held::Altered(_) => Err("has changed since it was recorded: its SHA-256 differs".to_owned()),
        Held::Missing(why) => Err(format!("cannot be read: {why}")),
        Held::Nowhere => Err("is not held here".to_owned()),
    });
    let (view, stub) = pinned.into_iter().next().expect("one source was asked for").map_err(|why| {
        let error = Error::said(format!("the text of source `{}` {why}", arguments.source));
        error.hint("name the folder of the texts with `--archive DIR`")
    })?;
    match stub {
        Stub::Claims(claims) => {
            output.print(&claims)?;
            Ok(0)
        }
        Stub::Refused => {
            let mut text = String::new();
            render(&mut text, &view, output.paint, output.width);
            output.print(&text)?;
            Ok(1)
        }
    }
}
