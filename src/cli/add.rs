//! `gainsay add`: claims go in as words, and come out as TOML that was held against its text, or as a refusal that says why.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};

use super::exit::Exit;
use super::formats::{formats, json};
use super::looking::{ForWhom, Texts};
use super::output::Output;
use super::place;
use super::place::Place;
use super::writer::{self, Standing};
use crate::audit::Audit;
use crate::error::{Error, ErrorKind};
use crate::load::gate::{Most, all_of, named};
use crate::load::keys::ClaimKey;
use crate::record::columns::Columns;
use crate::record::forms::{RowForm, RowsRead, rows};
use crate::record::plan::{HeldTo, OnRefusal, Plan, Taking, plan};
use crate::record::row::Row;
use crate::render::added::render;
use crate::view::added::Added;
use crate::vocabulary::Vocabulary;

/// Add a claim from the words of a quote, or many from rows of a file
#[derive(Debug, Args)]
#[command(after_help = "Examples:\n  gainsay add herald-2024-03-01 \"at least 12 people\"\n  \
                        gainsay add herald-2024-03-01 \"at least 12 people\" --question fire/killed --value \"at least 12\"\n  \
                        gainsay add --from rows.csv --archive ~/archive\n  gainsay add --from rows.csv --write\n  \
                        gainsay export jsonl | gainsay add --from -\n\n\
                        A row is refused unless its quote stands in the archived text, its value reads and stands in the quote, and its speaker\n\
                        stands near it; nothing is written without `--write`. docs/recording.md shows each form.\n\
                        Exit codes: 0 all was taken, 1 something was refused, 2 could not run or there was nothing to add.")]
pub(super) struct Arguments {
    /// The source
    #[arg(required_unless_present = "from", conflicts_with = "from", requires = "words")]
    source: Option<String>,

    /// The words to quote
    #[arg(allow_hyphen_values = true)]
    words: Option<String>,

    /// A file of rows, or `-` for standard input: CSV, JSON Lines, LangExtract, citations of a model's API, W3C annotations
    #[arg(long, value_name = "FILE")]
    from: Option<PathBuf>,

    /// How the rows are written; left out: as it is seen
    #[arg(long, value_enum, requires = "from")]
    form: Option<Form>,

    /// A TOML file that says which column holds which key: "Dead, total" = "value"
    #[arg(long, value_name = "FILE", requires = "from")]
    map: Option<PathBuf>,

    /// What every row has that does not say it itself, such as source=herald; may be given several times
    #[arg(long, value_name = "KEY=VALUE")]
    set: Vec<String>,

    /// Write what rows come to; without it, it is shown
    #[arg(long, requires = "from")]
    write: bool,

    /// Keep rows that are refused below claims/unreviewed/, where they take no part until `gainsay review` signs them
    #[arg(long, requires = "from")]
    unreviewed: bool,

    #[arg(long, value_enum, default_value_t = Format::Human)]
    format: Format,

    #[command(flatten)]
    texts: Texts,

    #[command(flatten)]
    for_whom: ForWhom,
}

/// How rows are written.
#[derive(Clone, Copy, Debug, ValueEnum)]
enum Form {
    Csv,
    Jsonl,
    Langextract,
    Citations,
    Annotations,
}

impl Form {
    fn form(self) -> RowForm {
        match self {
            Form::Csv => RowForm::Csv,
            Form::Jsonl => RowForm::Jsonl,
            Form::Langextract => RowForm::LangExtract,
            Form::Citations => RowForm::Citations,
            Form::Annotations => RowForm::Annotations,
        }
    }
}

formats! {
    Format shows Added {
        Human for Desk = |out, view, screen| render(out, view, screen),
        /// The versioned view
        Json for Programs = json,
    }
}

pub(super) fn run(arguments: &Arguments, place: &Place, output: &Output) -> Result<Exit, Error> {
    let reader = arguments.for_whom.reads(arguments.format)?;
    let audit = arguments.texts.audit(place)?;
    let on_refusal = if arguments.unreviewed { OnRefusal::Keep } else { OnRefusal::Refuse };
    let taking =
        Taking { on_refusal, held_to: HeldTo::Evidence, remark: None, today: place::today(), reader };
    let RowsRead { rows, refused } = match &arguments.from {
        Some(from) => from_file(arguments, from, &audit)?,
        None => one(arguments)?,
    };
    if rows.is_empty() && refused.is_empty() {
        let error = Error::new(ErrorKind::NothingToCheck, "there is no row to add");
        return Err(
            error.hint("the first line of a CSV file names its columns, each line behind it is a row")
        );
    }
    let Plan { files, mut added } = plan(&audit, rows, refused, taking)?;
    if (arguments.write || arguments.from.is_none()) && !files.is_empty() {
        write(audit.root(), &files)?;
        added.written = true;
    }
    output.show(arguments.format, &added, "")?;
    Ok(Exit::unless(added.counts.refused > 0))
}

/// The rows of a file, or of standard input.
fn from_file(arguments: &Arguments, from: &Path, audit: &Audit) -> Result<RowsRead, Error> {
    let bytes = if from == Path::new("-") { all_of(std::io::stdin().lock())? } else { named(from)? };
    let map = arguments.map.as_deref().map(|path| utf8(named(path)?, path)).transpose()?;
    let columns = Columns::new(map.as_deref(), &arguments.set)?;
    rows(&audit.dossier, &utf8(bytes, from)?, arguments.form.map(Form::form), &columns)
}

fn utf8(bytes: Vec<u8>, path: &Path) -> Result<String, Error> {
    String::from_utf8(bytes).map_err(|why| {
        let line = 1 + memchr::memchr_iter(b'\n', &why.as_bytes()[..why.utf8_error().valid_up_to()]).count();
        let message = format!("`{}` is not UTF-8: line {line}", path.display());
        Error::new(ErrorKind::Unreadable, message)
            .at(path)
            .hint("save it as UTF-8: in a spreadsheet, `CSV UTF-8`")
    })
}

/// The one row that arguments give.
fn one(arguments: &Arguments) -> Result<RowsRead, Error> {
    let given = |key: ClaimKey, words: &Option<String>| {
        format!("{}={}", key.word(), words.clone().unwrap_or_default())
    };
    let mut set = arguments.set.clone();
    set.push(given(ClaimKey::Source, &arguments.source));
    set.push(given(ClaimKey::Quote, &arguments.words));
    let mut row = Row::default();
    Columns::new(None, &set)?.complete(&mut row);
    Ok(RowsRead { rows: vec![row], refused: Vec::new() })
}

/// Writes files of the record, all of them or none.
pub(super) fn write(root: &Path, files: &BTreeMap<String, String>) -> Result<(), Error> {
    if let Some((path, _)) = files.iter().find(|(_, text)| text.len() as u64 > Most::Record.bytes()) {
        let message = format!(
            "`{path}` would be larger than {} MB, and nothing reads it then",
            Most::Record.bytes() >> 20
        );
        return Err(Error::new(ErrorKind::Refused, message)
            .hint("split the rows, or the claims of that file, into several"));
    }
    let texts: Vec<(&str, &str)> = files.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect();
    writer::write(root, &texts, Standing::Replaced)
}
