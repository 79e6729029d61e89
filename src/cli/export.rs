//! `gainsay export`: the claims as rows, for spreadsheets and programs, and for `gainsay add`.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

use super::exit::Exit;
use super::looking::Looking;
use super::output::{BYTE_ORDER_MARK, Output};
use super::place;
use super::place::Place;
use super::writer;
use crate::error::{Error, ErrorKind};
use crate::record::{Csv, each_row};
use crate::render::json_line;
use crate::text::{counted, one_line};

/// Print the claims as rows, each as it is written, for spreadsheets and programs
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  gainsay export csv -o claims.csv\n  gainsay export csv --bom -o claims.csv   (for Excel)\n  \
                        gainsay export jsonl --archive ~/archive | jq -c 'select(.told.outcome != \"exact\")'\n\n\
                        Each key of a claim is a column, and what it holds is what stands in its file; columns that begin with `told.`\n\
                        say how it is read, who said it first, when it holds and how its quote stands. Rows that are added\n\
                        again change nothing. Claims of restricted sources stay in the record. A cell that begins as a formula has\n\
                        an apostrophe before it: docs/rows.md."
)]
pub(super) struct Arguments {
    /// In what form
    format: Format,

    /// The file to write, in place of what stands there; left out: standard output
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,

    /// Begin CSV with the mark by which Excel knows UTF-8
    #[arg(long)]
    bom: bool,

    #[command(flatten)]
    looking: Looking,
}

/// In what form rows leave the record.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Format {
    /// For spreadsheets: one line of names, then a line for each claim
    Csv,
    /// For programs: an object on a line for each claim
    Jsonl,
}

pub(super) fn run(arguments: &Arguments, place: &Place, output: &Output) -> Result<Exit, Error> {
    if arguments.bom && arguments.format == Format::Jsonl {
        let error = Error::new(ErrorKind::Refused, "`--bom` is for CSV: JSON has no such mark");
        return Err(error.hint("leave it out"));
    }
    let audit = arguments.looking.audit(place)?.nonempty()?;
    let judged = audit.judged(place::today())?;
    let csv = Csv::new();
    let mut text = match arguments.format {
        Format::Csv => csv.head(),
        Format::Jsonl => String::new(),
    };
    let mut rows = 0;
    let mut printed = Ok(());
    if arguments.bom && arguments.output.is_none() {
        output.mark()?;
    }
    let stay = each_row(&judged, &mut |row| {
        rows += 1;
        match arguments.format {
            Format::Csv => text.push_str(&csv.line(&row)),
            Format::Jsonl => text.extend([json_line(&row), "\n".to_owned()]),
        }
        if arguments.output.is_none() && text.len() > ENOUGH && printed.is_ok() {
            printed = output.print(&std::mem::take(&mut text));
        }
    });
    printed?;
    match &arguments.output {
        None => output.print(&text)?,
        Some(path) => {
            let mark = if arguments.bom { BYTE_ORDER_MARK } else { "" };
            writer::write_file(path, &format!("{mark}{text}"), "claims.csv")?;
            output.tell(&format!(
                "wrote {}: {}\n",
                one_line(&path.to_string_lossy()),
                counted(rows, "claim")
            ))?;
        }
    }
    if stay > 0 {
        output.note(&format!("{} of restricted sources left out", counted(stay, "claim")));
    }
    let unread = audit.dossier.left_out.len();
    if unread > 0 {
        let said = counted(unread, "claim");
        output.note(&format!("{said} that cannot be read left out: `gainsay check` says why"));
    }
    Ok(Exit::Clean)
}

/// So many bytes are held before they are printed.
const ENOUGH: usize = 1 << 16;
