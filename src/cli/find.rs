//! `gainsay find`: where a quote stands in a text, without a dossier.

use std::io::BufRead as _;
use std::path::PathBuf;

use clap::Args;
use serde::Deserialize;

use super::exit::Exit;
use super::formats::{formats, json};
use super::output::{Output, Reader};
use super::place::Place;
use crate::capture::{Capture, QuoteFinder};
use crate::error::{Error, ErrorKind};
use crate::load::any_text;
use crate::render::find::render;
use crate::text::Needle;
use crate::view::find::FoundQuote;

/// Find where a quote stands in a text: exactly, but for typography, or only nearly
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  gainsay find \"nearly 200 attacks\" article.txt\n  gainsay find \"dozens ... killed\" page.html --format json\n  \
                        gainsay find - article.txt < quotes.jsonl\n\n\
                        With `-`, each line of standard input is a JSON object: {\"quote\": \"...\", \"prefix\": \"...\", \"suffix\": \"...\"};\n\
                        each is answered with one line of JSON.\n\
                        Exit codes: 0 held (exact, folded or elided), 1 not held, 2 could not look."
)]
pub(super) struct Arguments {
    /// The words to find; `-` reads many, as JSON lines, from standard input
    #[arg(allow_hyphen_values = true)]
    quote: String,

    /// The text: a page, a text, Markdown, subtitles, DOCX, WARC or WACZ, or one of these in gzip
    file: PathBuf,

    /// Words that stand directly before it, where it stands more than once
    #[arg(long)]
    prefix: Option<String>,

    /// Words that stand directly behind it
    #[arg(long)]
    suffix: Option<String>,

    /// Where it stands: "paragraph 2", "line 12", "page 3"
    #[arg(long)]
    locator: Option<String>,

    #[arg(long, value_enum, default_value_t = Format::Human)]
    format: Format,
}

formats! {
    Format shows FoundQuote {
        Human for Desk = render,
        /// The versioned view
        Json for Programs = json,
    }
}

#[derive(Deserialize)]
struct Asked {
    quote: String,
    prefix: Option<String>,
    suffix: Option<String>,
    locator: Option<String>,
}

pub(super) fn run(arguments: &Arguments, _: &Place, output: &Output) -> Result<Exit, Error> {
    any_text(&arguments.file, |capture| look(arguments, capture, output))?
}

fn look(arguments: &Arguments, capture: &Capture<'_>, output: &Output) -> Result<Exit, Error> {
    let finder = QuoteFinder::new(&capture.words);
    if arguments.quote == "-" {
        return answer_lines(&finder, capture, output);
    }
    let needle = Needle {
        prefix: arguments.prefix.as_deref(),
        suffix: arguments.suffix.as_deref(),
        locator: arguments.locator.as_deref(),
        ..Needle::new(&arguments.quote)
    };
    let view = FoundQuote::new(capture, &finder.find(needle));
    output.show(arguments.format, &view, "")?;
    Ok(Exit::unless(!view.is_held()))
}

/// Answers each line of standard input with one line; 1 where some quote is not held.
fn answer_lines(finder: &QuoteFinder<'_>, capture: &Capture<'_>, output: &Output) -> Result<Exit, Error> {
    let mut answers = output.answers();
    let mut all_held = true;
    for (index, line) in std::io::stdin().lock().lines().enumerate() {
        let line = line.map_err(|why| Error::stream("read", "standard input", why))?;
        if line.trim().is_empty() {
            continue;
        }
        let asked: Asked = serde_json::from_str(&line).map_err(|why| {
            let error = Error::new(
                ErrorKind::Unreadable,
                format!("line {} of standard input is no question: {why}", index + 1),
            );
            error.hint("expected an object such as {\"quote\": \"nearly 200 attacks\"}")
        })?;
        let needle = Needle {
            prefix: asked.prefix.as_deref(),
            suffix: asked.suffix.as_deref(),
            locator: asked.locator.as_deref(),
            ..Needle::new(&asked.quote)
        };
        let view = FoundQuote::new(capture, &finder.find(needle));
        all_held &= view.is_held();
        let answer = serde_json::to_string(&view).expect("views have string keys and no floats");
        if answers.line(&answer)? == Reader::Gone {
            break;
        }
    }
    answers.finish()?;
    Ok(Exit::unless(!all_held))
}
