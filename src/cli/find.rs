//! `gainsay find`: where a quote stands in a text, without a dossier.

use std::path::PathBuf;

use clap::Args;
use serde::Deserialize;

use super::exit::Exit;
use super::formats::{formats, json};
use super::output::{Output, Reader};
use super::place::Place;
use crate::capture::QuoteFinder;
use crate::error::{Error, ErrorKind};
use crate::load::gate::next_line;
use crate::load::try_file;
use crate::render::find::render;
use crate::render::json_line;
use crate::text::{Needle, OutcomeKind};
use crate::view::find::FoundQuote;

/// Find where a quote stands in a text: exactly, but for typography, or only nearly
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  gainsay find \"nearly 200 attacks\" article.txt\n  gainsay find \"dozens ... killed\" page.html --format json\n  \
                        gainsay find - article.txt < quotes.jsonl\n\n\
                        With `-`, each line of standard input is a JSON object: {\"quote\": \"...\", \"prefix\": \"...\", \"suffix\": \"...\"};\n\
                        each is answered with one line of JSON.\n\
                        Exit codes: 0 held (exact, folded or elided), 1 not held, 2 could not look (`unchecked`: a file of a kind\n\
                        that is not read, such as PDF, or a page saved in place of another)."
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
        Human for Desk = |out, view, screen| render(out, view, screen),
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
    try_file(&arguments.file, |read| match read {
        Err(unread) => answer(arguments, output, |_| FoundQuote::unread(&unread)),
        Ok(text) => {
            let finder = QuoteFinder::new(&text.capture.words);
            answer(arguments, output, |needle| {
                let unchecked = FoundQuote::of_wordless(text.capture);
                unchecked.unwrap_or_else(|| FoundQuote::new(text.capture, &finder.find(needle)))
            })
        }
    })?
}

/// Answers what is asked, on the command line or line by line, with what `find` makes of it.
fn answer(
    arguments: &Arguments,
    output: &Output,
    find: impl Fn(Needle<'_>) -> FoundQuote,
) -> Result<Exit, Error> {
    if arguments.quote == "-" {
        return answer_lines(output, find);
    }
    let view = find(Needle {
        prefix: arguments.prefix.as_deref(),
        suffix: arguments.suffix.as_deref(),
        locator: arguments.locator.as_deref(),
        ..Needle::new(&arguments.quote)
    });
    output.show(arguments.format, &view, "")?;
    Ok(exit(view.outcome))
}

/// 0 where a quote is held, 1 where it is not, 2 where nothing was looked at.
fn exit(outcome: OutcomeKind) -> Exit {
    match outcome {
        OutcomeKind::Exact | OutcomeKind::Folded | OutcomeKind::Elided => Exit::Clean,
        OutcomeKind::Unchecked => Exit::NothingDone,
        _ => Exit::Amiss,
    }
}

/// Answers each line of standard input with one line; the exit code is that of the worst.
fn answer_lines(output: &Output, find: impl Fn(Needle<'_>) -> FoundQuote) -> Result<Exit, Error> {
    let mut answers = output.answers();
    let mut worst = Exit::Clean;
    let mut input = std::io::stdin().lock();
    let mut index = 0;
    while let Some(line) = next_line(&mut input)? {
        index += 1;
        if line.trim().is_empty() {
            continue;
        }
        let asked: Asked = serde_json::from_str(&line).map_err(|why| {
            let error = Error::new(
                ErrorKind::Unreadable,
                format!("line {} of standard input is no question: {why}", index),
            );
            error.hint("expected an object such as {\"quote\": \"nearly 200 attacks\"}")
        })?;
        let view = find(Needle {
            prefix: asked.prefix.as_deref(),
            suffix: asked.suffix.as_deref(),
            locator: asked.locator.as_deref(),
            ..Needle::new(&asked.quote)
        });
        worst = worst.max(exit(view.outcome));
        let answer = json_line(&view);
        if answers.line(&answer)? == Reader::Gone {
            break;
        }
    }
    answers.finish()?;
    Ok(worst)
}
