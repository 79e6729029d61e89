//! `gainsay agree`: how far two coders agree on what the texts say.

use std::path::{Path, PathBuf};

use clap::Args;

use super::exit::Exit;
use super::formats::{formats, json};
use super::looking::{ForWhom, Texts};
use super::one_of::one_of;
use super::output::Output;
use super::place;
use super::place::Place;
use super::rows_of::AskedRows;
use crate::audit::Audit;
use crate::error::Error;
use crate::record::agree::{Coder, agreement};
use crate::record::forms::RowForm;
use crate::render::agreement::render;
use crate::view::agreement::Agreement;
use crate::view::withheld::Reader;

/// Say how far two coders agree on what the texts say, by answers of the desk page or any rows
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  gainsay agree ann.jsonl bob.jsonl --archive ~/archive\n  gainsay agree ann.csv model.jsonl --format json\n\n\
                        Rows whose quotes overlap in the text are one unit; each coder's category of it is the question that is answered, that it is\n\
                        waived, or that nothing is recorded. Of these are Krippendorff's alpha and Gwet's AC1, by type of question; where both answer\n\
                        one question, how the two values are related. docs/agreement.md says what is counted. Nothing is written.\n\
                        Exit codes: 0 compared, 2 could not run or nothing could be compared."
)]
pub(super) struct Arguments {
    /// The rows of the first coder: a file of any form that `add --from` reads, or `-`
    #[arg(value_name = "A")]
    a: PathBuf,

    /// The rows of the second coder
    #[arg(value_name = "B")]
    b: PathBuf,

    /// How the rows of both are written; left out: as it is seen
    #[arg(long, value_parser = one_of::<RowForm>())]
    form: Option<RowForm>,

    /// A TOML file that says which column holds which key: "Dead, total" = "value"
    #[arg(long, value_name = "FILE")]
    map: Option<PathBuf>,

    /// What every row has that does not say it itself, any key of a claim: source=herald; may be given several times
    #[arg(long, value_name = "KEY=VALUE")]
    set: Vec<String>,

    #[arg(long, value_enum, default_value_t = Format::Human)]
    format: Format,

    #[command(flatten)]
    texts: Texts,

    #[command(flatten)]
    for_whom: ForWhom,
}

formats! {
    Format shows Agreement {
        /// The coefficients, and each difference with both quotes and readings
        Human for Desk = |out, view, screen| render(out, view, screen),
        /// The versioned view
        Json for Programs = json,
    }
}

pub(super) fn run(arguments: &Arguments, place: &Place, output: &Output) -> Result<Exit, Error> {
    let reader = arguments.for_whom.reads(arguments.format)?;
    let audit = arguments.texts.audit(place)?;
    let coders =
        [coder(arguments, &arguments.a, &audit, reader)?, coder(arguments, &arguments.b, &audit, reader)?];
    let view = agreement(&audit, &coders, place::today(), reader)?;
    output.show(arguments.format, &view, "")?;
    Ok(Exit::Clean)
}

fn coder(arguments: &Arguments, from: &Path, audit: &Audit, reader: Reader) -> Result<Coder, Error> {
    let file = from.display().to_string();
    let Arguments { form, map, set, .. } = arguments;
    let asked = AskedRows { form: *form, map: map.as_deref(), set, event: None, reader };
    let read = asked.rows(from, audit).map_err(|why| why.of(&file))?;
    Ok(Coder { file, read })
}
