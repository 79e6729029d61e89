//! `gainsay read`: how a value is read, without a dossier.

use std::io::Read as _;
use std::path::Path;

use clap::{Args, ValueEnum};
use serde::Serialize;

use super::open::Place;
use super::output::Output;
use crate::error::Error;
use crate::load;
use crate::report::json;
use crate::report::sets::SetsView;
use crate::value::kind::Kind;
use crate::value::quantifier::Quantifiers;
use crate::value::reading::{Bounds, Unreadable};
use crate::value::{amount, count, date};

/// Show how a value is read: all that its words allow, and how readers usually take them
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  gainsay read count \"over 150\" \"nearly 200\" dozens\n  gainsay read date 2020~ 2023-10-07/..\n  \
                        gainsay read amount --unit USD '$100 million' --format json\n  cut -f2 figures.tsv | gainsay read count -"
)]
pub(super) struct Arguments {
    /// What to read it as
    #[arg(value_name = "TYPE")]
    kind: Readable,

    /// The words to read; `-` reads lines from standard input
    #[arg(required = true, allow_negative_numbers = true)]
    text: Vec<String>,

    /// The unit that amounts may be said in
    #[arg(long)]
    unit: Option<String>,

    #[arg(long, value_enum, default_value_t = Format::Human)]
    format: Format,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Readable {
    Count,
    Amount,
    Date,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Format {
    Human,
    /// The versioned view
    Json,
}

#[derive(Serialize)]
struct ReadView {
    schema: &'static str,
    readings: Vec<ReadingView>,
}

#[derive(Serialize)]
#[serde(untagged)]
enum ReadingView {
    Read {
        text: String,
        #[serde(flatten)]
        sets: SetsView,
    },
    Refused {
        text: String,
        error: String,
        #[serde(skip_serializing_if = "Option::is_none")]
        help: Option<String>,
    },
}

pub(super) fn run(arguments: &Arguments, place: &Place, output: &Output) -> Result<u8, Error> {
    let texts = texts(arguments)?;
    let quantifiers = quantifiers(place)?;
    let kind = match arguments.kind {
        Readable::Count => Kind::Count,
        Readable::Amount => Kind::Amount { unit: arguments.unit.clone() },
        Readable::Date => Kind::Date,
    };
    let read = |text: &str| -> Result<Bounds, Unreadable> {
        let bounds = match &kind {
            Kind::Amount { unit } => amount::read(text, unit.as_deref(), &quantifiers)?,
            Kind::Date => date::read(text)?,
            _ => count::read(text, &quantifiers)?,
        };
        Ok(if quantifiers.is_strict() { Bounds::exactly(bounds.hard) } else { bounds })
    };
    let readings: Vec<(String, Result<Bounds, Unreadable>)> = texts
        .into_iter()
        .map(|text| {
            let read = read(&text);
            (text, read)
        })
        .collect();
    let failed = readings.iter().any(|(_, read)| read.is_err());
    let text = match arguments.format {
        Format::Json => {
            let readings = readings.into_iter().map(|(text, read)| match read {
                Ok(bounds) => ReadingView::Read { text, sets: SetsView::new(&kind, &bounds) },
                Err(why) => ReadingView::Refused { text, error: why.message, help: why.help },
            });
            json(&ReadView { schema: "gainsay/read/1", readings: readings.collect() })
        }
        Format::Human => human(&kind, &readings),
    };
    output.print(&text)?;
    Ok(u8::from(failed))
}

fn human(kind: &Kind, readings: &[(String, Result<Bounds, Unreadable>)]) -> String {
    let mut out = String::new();
    for (text, read) in readings {
        match read {
            Ok(bounds) => {
                let (hard, soft) = (kind.shown(&bounds.hard), kind.shown(&bounds.soft));
                let usually = if hard == soft { String::new() } else { format!("; usually {soft}") };
                out.push_str(&format!("{text}: {hard}{usually}\n"));
            }
            Err(why) => {
                out.push_str(&format!("{text}: not read: {}\n", why.message));
                if let Some(help) = &why.help {
                    out.push_str(&format!("  {help}\n"));
                }
            }
        }
    }
    out
}

fn texts(arguments: &Arguments) -> Result<Vec<String>, Error> {
    if arguments.text != ["-"] {
        return Ok(arguments.text.clone());
    }
    let mut bytes = Vec::new();
    std::io::stdin()
        .read_to_end(&mut bytes)
        .map_err(|why| Error::io("read", Path::new("standard input"), why))?;
    let all = String::from_utf8_lossy(&bytes);
    Ok(all.lines().map(str::to_owned).collect())
}

/// The dossier's own quantifiers where one was named, else the preset for news.
fn quantifiers(place: &Place) -> Result<Quantifiers, Error> {
    match &place.dossier {
        Some(root) => Ok(load::dossier(root)?.quantifiers),
        None => Ok(Quantifiers::default()),
    }
}
