//! `gainsay export`: the claims as rows, for spreadsheets, programs and `gainsay add`, and in forms that other programs have.

mod left_out;
#[cfg(feature = "parquet")]
mod parquet;
#[cfg(not(feature = "parquet"))]
mod without_parquet;

use std::path::PathBuf;
use std::sync::LazyLock;

use clap::builder::PossibleValue;
use clap::{Args, ValueEnum};

use super::exit::Exit;
use super::looking::Looking;
use super::output::{BYTE_ORDER_MARK, Output};
use super::place;
use super::place::Place;
use super::writer;
use crate::audit::Judged;
use crate::error::{Error, ErrorKind};
use crate::model::shard::Shard;
use crate::record::{Csv, Handed, each_annotation, each_row, handed};
use crate::render::exchange::{claimreview, ftm, prov};
use crate::render::json_line;
use crate::text::{counted, one_line};
use left_out::note_left_out;
#[cfg(not(feature = "parquet"))]
use without_parquet as parquet;

/// Print the claims for spreadsheets and programs: as rows, annotations, PROV, ClaimReview, FollowTheMoney or tables
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  gainsay export csv -o claims.csv\n  gainsay export csv --bom -o claims.csv   (for Excel)\n  \
                        gainsay export jsonl --archive ~/archive | jq -c 'select(.told.outcome != \"exact\")'\n  \
                        gainsay export annotations --archive ~/archive > annotations.jsonl\n  \
                        gainsay export prov -o claims.ttl\n  \
                        gainsay export claimreview | jq -r '.reviewRating.alternateName' | sort | uniq -c\n  \
                        gainsay export ftm -o statements.csv\n  \
                        gainsay export parquet tables\n\n\
                        In csv and jsonl each key of a claim is a column that holds what stands in its file, and columns\n\
                        that begin with `told.` say how it is read, who said it first, when it holds and how its quote\n\
                        stands: docs/rows.md. The other forms hold who said what, where, how firmly, of what and in which\n\
                        words, and rate nothing: docs/exchange.md. Tables hold what follows from the record too:\n\
                        docs/parquet.md. Rows and annotations that are added again change nothing. Claims of restricted\n\
                        sources stay in the record. A cell that begins as a formula has an apostrophe before it."
)]
pub(super) struct Arguments {
    /// In what form
    format: Wanted,

    /// The folder to write tables into, with `parquet`
    #[arg(value_name = "DIR")]
    folder: Option<PathBuf>,

    /// The file to write, in place of what stands there; left out: standard output
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,

    /// Begin CSV with the mark by which Excel knows UTF-8
    #[arg(long)]
    bom: bool,

    /// Write one part of so many tables, each of which can be made on a machine of its own
    #[arg(long, value_name = "I/N")]
    shard: Option<Shard>,

    #[command(flatten)]
    looking: Looking,
}

/// In what form claims leave the record.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Format {
    /// For spreadsheets: one line of names, then a line for each claim
    Csv,
    /// For programs: an object on a line for each claim
    Jsonl,
    /// W3C Web Annotations: an object on a line for each claim with a quote
    Annotations,
    /// PROV-O in Turtle
    Prov,
    /// ClaimReview of schema.org: an object of JSON-LD on a line for each claim, without a rating
    #[value(name = "claimreview")]
    ClaimReview,
    /// FollowTheMoney: statements in CSV
    Ftm,
}

/// What is written, and so whether there is a folder to name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Wanted {
    /// A text.
    Text(Format),
    /// Tables in a folder.
    Parquet,
}

impl ValueEnum for Wanted {
    fn value_variants<'a>() -> &'a [Self] {
        static ALL: LazyLock<Vec<Wanted>> = LazyLock::new(|| {
            let texts = Format::value_variants().iter().copied().map(Wanted::Text);
            texts.chain([Wanted::Parquet]).collect()
        });
        &ALL
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        match self {
            Wanted::Text(format) => format.to_possible_value(),
            Wanted::Parquet => {
                let help = "Tables for DuckDB, DataFusion and Spark, in a folder; in builds that have them";
                Some(PossibleValue::new("parquet").help(help))
            }
        }
    }
}

pub(super) fn run(arguments: &Arguments, place: &Place, output: &Output) -> Result<Exit, Error> {
    let bare = |option: &str, of: &str| {
        let error = Error::new(ErrorKind::Refused, format!("`{option}` is for {of}"));
        Err(error.hint("leave it out"))
    };
    if arguments.bom && arguments.format != Wanted::Text(Format::Csv) {
        return bare("--bom", "`csv`: no other format has such a mark");
    }
    match (arguments.format, &arguments.folder) {
        (Wanted::Parquet, _) if arguments.output.is_some() => {
            bare("--output", "what is one file: tables are written into the folder that is named")
        }
        (Wanted::Parquet, Some(folder)) => {
            let shard = arguments.shard.unwrap_or(Shard::WHOLE);
            parquet::run((folder, shard), &arguments.looking, place, output)
        }
        (Wanted::Parquet, None) => {
            let error = Error::new(ErrorKind::Refused, "there is no folder to write tables into");
            Err(error.hint("name one: `gainsay export parquet DIR`"))
        }
        (Wanted::Text(_), Some(folder)) => {
            bare(&one_line(&folder.to_string_lossy()), "`parquet`: all else is one text, for `-o FILE`")
        }
        (Wanted::Text(_), None) if arguments.shard.is_some() => bare("--shard", "`parquet`"),
        (Wanted::Text(format), None) => text(format, arguments, place, output),
    }
}

/// Prints or writes what is one text.
fn text(format: Format, arguments: &Arguments, place: &Place, output: &Output) -> Result<Exit, Error> {
    let audit = arguments.looking.audit(place)?.nonempty()?;
    let judged = audit.judged(place::today())?;
    if !matches!(format, Format::Csv | Format::Jsonl) {
        judged.hold_back()?;
    }
    if arguments.bom && arguments.output.is_none() {
        output.mark()?;
    }
    let (mut text, mut printed) = (String::new(), Ok(()));
    let left = export(format, &judged, &mut |some| {
        text.push_str(some);
        if arguments.output.is_none() && text.len() > ENOUGH && printed.is_ok() {
            printed = output.print(&std::mem::take(&mut text));
        }
    });
    printed?;
    match &arguments.output {
        None => output.print(&text)?,
        Some(path) => {
            let mark = if arguments.bom { BYTE_ORDER_MARK } else { "" };
            writer::write_file(path, &format!("{mark}{text}"), format.such_as())?;
            let wrote = counted(left.given, "claim");
            output.tell(&format!("wrote {}: {wrote}\n", one_line(&path.to_string_lossy())))?;
        }
    }
    if left.unquoted > 0 {
        output.note(&format!("{} without a quote left out", counted(left.unquoted, "claim")));
    }
    note_left_out(&audit, left.stay, output);
    Ok(Exit::Clean)
}

/// So many bytes are held before they are printed.
const ENOUGH: usize = 1 << 16;

impl Format {
    /// What a file of it may be called.
    fn such_as(self) -> &'static str {
        match self {
            Format::Csv => "claims.csv",
            Format::Jsonl => "claims.jsonl",
            Format::Annotations => "annotations.jsonld",
            Format::Prov => "claims.ttl",
            Format::ClaimReview => "reviews.jsonld",
            Format::Ftm => "statements.csv",
        }
    }
}

/// Gives the claims in a form, some at a time.
fn export(format: Format, judged: &Judged<'_>, give: &mut dyn FnMut(&str)) -> Handed {
    let csv = Csv::new();
    match format {
        Format::Csv => {
            give(&csv.head());
            each_row(judged, &mut |row| give(&csv.line(&row)))
        }
        Format::Jsonl => each_row(judged, &mut |row| give(&(json_line(&row) + "\n"))),
        Format::Annotations => each_annotation(judged, give),
        Format::Prov => handed(judged, prov::render, give),
        Format::ClaimReview => handed(judged, claimreview::render, give),
        Format::Ftm => handed(judged, ftm::render, give),
    }
}
