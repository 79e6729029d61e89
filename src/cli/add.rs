//! `gainsay add`: claims go in as words, and come out as TOML that was held against its text, or as a refusal that says why.

mod ask;
mod proposed;
mod quote;
mod talk;

use std::collections::BTreeMap;
use std::path::PathBuf;

use clap::Args;

use self::ask::Came;
use self::quote::Chosen;
use self::talk::Talk;
use super::exit::Exit;
use super::formats::{formats, json};
use super::found;
use super::looking::{ForWhom, Texts};
use super::one_of::one_of;
use super::output::Output;
use super::place;
use super::place::Place;
use super::rows_of::AskedRows;
use super::writer;
use crate::audit::Audit;
use crate::error::{Error, ErrorKind};
use crate::load::keys::ClaimKey;
use crate::record::answers;
use crate::record::columns::Columns;
use crate::record::define::with;
use crate::record::forms::{Incoming, RowForm};
use crate::record::needle::meant;
use crate::record::passage::{QuotedPassage, only_beside, passages};
use crate::record::plan::{HeldTo, OnRefusal, Plan, Taking, plan};
use crate::record::proposal::Proposals;
use crate::record::row::{Row, RowKey, What};
use crate::record::told::NOBODY;
use crate::render::added::render;
use crate::view::added::Added;
use crate::view::withheld::Reader;

/// Add a claim from the words of a quote, or many from rows of a file
#[derive(Debug, Args)]
#[command(after_help = "Examples:\n  gainsay add herald-2024-03-01 \"at least 12 people\"\n  \
                        gainsay add herald-2024-03-01 \"at l...peop\"\n  \
                        gainsay add herald-2024-03-01 \"at least 12 people\" --question fire/killed --value \"at least 12\"\n  \
                        gainsay add --from rows.csv --archive ~/archive\n  gainsay add --from rows.csv --write\n  \
                        gainsay add --from typed.csv --source herald-2024-03-01 --event fire\n  \
                        gainsay export jsonl | gainsay add --from -\n  \
                        gainsay add --from ann.jsonl --from bob.jsonl --write\n\n\
                        A row is refused unless its quote stands in the archived text, its value reads and stands in the quote, and its speaker\n\
                        stands near it; nothing is written without `--write`. docs/recording.md shows each form.\n\
                        Exit codes: 0 all was taken, 1 something was refused, 2 could not run or there was nothing to add.")]
pub(super) struct Arguments {
    /// The source
    #[arg(required_unless_present = "from", conflicts_with = "from")]
    source: Option<String>,

    /// The words to quote; on a terminal the beginnings of the first and the last will do (`at l...peop`), or a part of a figure. Left
    /// out there: they are asked for, one quote after the other
    #[arg(allow_hyphen_values = true)]
    words: Option<String>,

    /// The question that they answer, EVENT/QUESTION
    #[arg(long, conflicts_with = "from")]
    question: Option<String>,

    /// The answer, in the words of the quote
    #[arg(long, allow_hyphen_values = true, conflicts_with = "from")]
    value: Option<String>,

    /// Who says so, by id or by name; `-` is nobody: the source speaks for itself
    #[arg(long, value_name = "AGENT", allow_hyphen_values = true, conflicts_with = "from")]
    said_by: Option<String>,

    /// The moment that a figure holds for
    #[arg(long, value_name = "DATE", conflicts_with = "from")]
    as_of: Option<String>,

    /// Take what the words themselves tell, refuse what they leave open, and ask nothing
    #[arg(long, conflicts_with = "from")]
    yes: bool,

    /// A file of rows, or `-` for standard input: CSV, JSON Lines, LangExtract, citations of a model's API, W3C annotations, answers of the
    /// desk page; may be given several times
    #[arg(long, value_name = "FILE")]
    from: Vec<PathBuf>,

    /// How the rows are written; left out: as it is seen
    #[arg(long, value_parser = one_of::<RowForm>(), requires = "from")]
    form: Option<RowForm>,

    /// A TOML file that says which column holds which key: "Dead, total" = "value"
    #[arg(long, value_name = "FILE", requires = "from")]
    map: Option<PathBuf>,

    /// The source of rows that name none
    #[arg(long = "source", value_name = "SOURCE", conflicts_with = "source")]
    of_source: Option<String>,

    /// The event of questions that are written without one; their names may be cut short: `kill` for EVENT/killed
    #[arg(long, conflicts_with = "source")]
    event: Option<String>,

    /// What every row has that does not say it itself, any key of a claim: source=herald, stance=denies; may be given several times
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

formats! {
    Format shows Added {
        Human for Desk = |out, view, screen| render(out, view, screen),
        /// The versioned view
        Json for Programs = json,
    }
}

pub(super) fn run(arguments: &Arguments, place: &Place, output: &Output) -> Result<Exit, Error> {
    match arguments.from.is_empty() {
        false => many(arguments, place, output),
        true => one_by_one(arguments, arguments.source.as_deref().unwrap_or_default(), place, output),
    }
}

/// Rows of files.
fn many(arguments: &Arguments, place: &Place, output: &Output) -> Result<Exit, Error> {
    let reader = arguments.for_whom.reads(arguments.format)?;
    let audit = arguments.texts.audit(place)?;
    let on_refusal = if arguments.unreviewed { OnRefusal::Keep } else { OnRefusal::Refuse };
    let incoming = incoming(arguments, &audit, reader)?;
    if incoming.is_empty() {
        let error = Error::new(ErrorKind::NothingToCheck, "there is no row to add");
        return Err(
            error.hint("the first line of a CSV file names its columns, each line behind it is a row")
        );
    }
    let Plan { files, mut added } = answers::taken(&audit, incoming, taking(on_refusal, reader))?;
    if arguments.write && !files.is_empty() {
        writer::record(audit.root(), &files)?;
        added.written = true;
    }
    output.show(arguments.format, &added, "")?;
    Ok(Exit::unless(added.counts.refused > 0))
}

fn taking(on_refusal: OnRefusal, reader: Reader) -> Taking<'static> {
    Taking { on_refusal, held_to: HeldTo::Evidence, remark: None, today: place::today(), reader }
}

/// Claims by the words of their quotes: the one that is given, or, on a terminal, one after the other.
fn one_by_one(arguments: &Arguments, source: &str, place: &Place, output: &Output) -> Result<Exit, Error> {
    let is_talk = Output::is_talk() && !arguments.yes;
    if let Some(words) = &arguments.words {
        return Ok(one(arguments, (source, words), is_talk.into(), place, output)?.unwrap_or(Exit::Clean));
    }
    if !is_talk {
        let error = Error::new(ErrorKind::Refused, "it is not said which words are quoted");
        return Err(error.hint("give them behind the source, or rows with `--from FILE`"));
    }
    let mut exit = Exit::Clean;
    while let Some(words) =
        output.ask("words to quote (none ends): ")?.filter(|words| !words.trim().is_empty())
    {
        match one(arguments, (source, words.trim()), Manner::Asks, place, output) {
            Ok(None) => break,
            Ok(Some(came)) => exit = exit.max(came),
            Err(error) => output.complain(&error),
        }
    }
    Ok(exit)
}

/// Whether what is not given is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Manner {
    Asks,
    Takes,
}

impl From<bool> for Manner {
    fn from(is_talk: bool) -> Manner {
        if is_talk { Manner::Asks } else { Manner::Takes }
    }
}

/// One claim; `None` where the input ended before it was complete.
fn one(
    arguments: &Arguments,
    (source, words): (&str, &str),
    manner: Manner,
    place: &Place,
    output: &Output,
) -> Result<Option<Exit>, Error> {
    let reader = arguments.for_whom.reads(arguments.format)?;
    let audit = arguments.texts.audit(place)?;
    let mut row = given(arguments, source)?;
    let mut words = words.to_owned();
    let passage = loop {
        let (mut typed, found) = passages(&audit, source, &words, reader)?;
        only_beside(&mut typed, &row);
        let several = typed.len();
        let may_be = |typed: &[QuotedPassage]| meant(&audit, source, &words, typed, reader);
        let chosen = match manner {
            Manner::Asks => quote::chosen(output, typed, may_be)?,
            Manner::Takes => {
                let is_short = arguments.yes && typed.iter().all(|passage| passage.cuts_words);
                let meant = if is_short { may_be(&typed)? } else { Vec::new() };
                let mut all = if meant.is_empty() { typed } else { meant };
                all.pop().filter(|_| all.is_empty()).map_or(Chosen::Nothing, Chosen::Passage)
            }
        };
        match chosen {
            Chosen::Passage(passage) => break passage,
            Chosen::Words(other) => words = other,
            Chosen::Left => return Ok(Some(Exit::Clean)),
            Chosen::Ended => return Ok(None),
            Chosen::Nothing => {
                if arguments.format == Format::Json {
                    output.show(arguments.format, &Added::unfound(source, &found), "")?;
                    return Ok(Some(Exit::unless(true)));
                }
                found::tell(output, &found)?;
                if several > 1 {
                    output.note("help: `--set prefix=...` or `--set suffix=...` says which is meant");
                }
                return Ok(Some(Exit::unless(true)));
            }
        }
    };
    row.put(ClaimKey::Quote, &passage.pinned.quote);
    if passage.stands > 1 {
        for (key, words) in
            [(ClaimKey::Prefix, &passage.pinned.prefix), (ClaimKey::Suffix, &passage.pinned.suffix)]
        {
            words.iter().for_each(|words| row.put(key, words));
        }
    }
    let adding = Adding { audit: &audit, format: arguments.format, reader, output };
    if manner == Manner::Asks {
        output.note(&format!("{source}:{}:{}: {}", passage.line, passage.column, passage.marked()));
        let proposals = Proposals::new(&audit, source, &passage, row.words(ClaimKey::Translation))?;
        return adding.asked(&ask::Asking { output, audit: &audit, source, proposals: &proposals }, row);
    }
    let untold = if arguments.yes { proposed::take(&audit, source, &passage, &mut row)? } else { Vec::new() };
    if !untold.is_empty() {
        output.show(arguments.format, &Added::refused(untold), "")?;
        return Ok(Some(Exit::Amiss));
    }
    adding.take(row, BTreeMap::new()).map(Some)
}

/// Where a claim goes, and to whom it is told what becomes of it.
struct Adding<'a> {
    audit: &'a Audit,
    format: Format,
    reader: Reader,
    output: &'a Output,
}

impl Adding<'_> {
    /// What somebody is asked for, again as long as it is refused; `None` where the input ended.
    fn asked(&self, asking: &ask::Asking<'_>, row: Row) -> Result<Option<Exit>, Error> {
        let mut talk = Talk::new(row);
        let mut exit = Exit::Clean;
        loop {
            match asking.complete(&mut talk)? {
                Came::Ended => return Ok(None),
                Came::Left => return Ok(Some(exit)),
                Came::Complete(row, files, asked) => {
                    exit = self.take(row, files)?;
                    if exit == Exit::Clean || asked == 0 {
                        return Ok(Some(exit));
                    }
                    self.output.note("it is asked again: enter takes what you said, `<` goes back");
                }
            }
        }
    }

    /// Writes a claim with the files that define what it needs, unless it is refused; either is told.
    fn take(&self, row: Row, defined: BTreeMap<String, String>) -> Result<Exit, Error> {
        let amended = with(self.audit, &defined)?;
        let taking = taking(OnRefusal::Refuse, self.reader);
        let Plan { mut files, mut added } =
            plan(amended.as_ref().unwrap_or(self.audit), Incoming::of(row), taking)?;
        if !files.is_empty() {
            for (path, text) in defined {
                files.entry(path).or_insert(text);
            }
            writer::record(self.audit.root(), &files)?;
            added.written = true;
        }
        self.output.show(self.format, &added, "")?;
        Ok(Exit::unless(added.counts.refused > 0))
    }
}

/// The rows of the files that are named.
fn incoming(arguments: &Arguments, audit: &Audit, reader: Reader) -> Result<Incoming, Error> {
    let Arguments { form, map, event, .. } = arguments;
    let set = given_to_all(arguments, audit)?;
    let event = event.as_deref();
    let asked = AskedRows { form: *form, map: map.as_deref(), set: &set, event, reader };
    if let [from] = arguments.from.as_slice() {
        return Ok(Incoming::alone(asked.rows(from, audit)?));
    }
    let mut incoming = Incoming::default();
    for from in &arguments.from {
        let name = from.display().to_string();
        let read = asked.rows(from, audit).map_err(|why| why.of(&name))?;
        incoming.take(&name, read);
    }
    Ok(incoming)
}

/// What every row has that does not say it itself, its source among it.
fn given_to_all(arguments: &Arguments, audit: &Audit) -> Result<Vec<String>, Error> {
    let Some(source) = &arguments.of_source else { return Ok(arguments.set.clone()) };
    audit.source(source)?;
    let key = RowKey::Claim(ClaimKey::Source).name();
    let is_source = |given: &String| given.split_once('=').is_some_and(|(named, _)| named.trim() == key);
    if arguments.set.iter().any(is_source) {
        let error = Error::new(ErrorKind::Refused, "the source of all rows is given twice");
        return Err(error.hint("leave out `--source` or `--set source=...`"));
    }
    Ok(arguments.set.iter().cloned().chain([format!("{key}={source}")]).collect())
}

/// What arguments give of one claim, but for its quote.
fn given(arguments: &Arguments, source: &str) -> Result<Row, Error> {
    let mut row = Row::default();
    Columns::new(None, &arguments.set)?.complete(&mut row);
    row.put(ClaimKey::Source, source);
    let given = [
        (ClaimKey::Question, &arguments.question),
        (ClaimKey::Value, &arguments.value),
        (ClaimKey::SaidBy, &arguments.said_by),
        (ClaimKey::AsOf, &arguments.as_of),
    ];
    for (key, words) in given {
        words.iter().for_each(|words| row.put(key, words));
    }
    if row.words(ClaimKey::SaidBy) == Some(NOBODY) {
        row.set(RowKey::Claim(ClaimKey::SaidBy), What::Nothing);
    }
    Ok(row)
}
