//! The terminal: one file per command. The only place that prints, writes files, or asks for the time.

#![expect(
    clippy::disallowed_methods,
    reason = "here a run meets its user, the clock and the files it writes"
)]

mod add;
mod agree;
mod assess;
mod baseline;
mod cache;
mod check;
mod compare;
mod complete;
mod completions;
mod corpus;
mod coverage;
mod desk;
mod diff;
mod draft;
mod exit;
mod explain;
mod export;
mod find;
mod formats;
mod found;
mod handed;
mod heard;
mod impact;
mod init;
mod lasting;
mod levels;
mod lock;
mod looking;
mod man;
mod mcp;
mod names;
mod one_of;
mod output;
mod pin;
mod place;
mod read;
mod readable;
mod rename;
mod report;
mod reuse;
mod review;
mod rows_of;
mod schema;
mod sealed;
mod site;
mod source;
mod spot;
mod stream;
mod table;
mod text;
mod threads;
mod timeline;
mod trace;
mod waiting;
mod writer;

use std::cell::OnceCell;
use std::ffi::OsString;
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;

use clap::{ArgMatches, Args, CommandFactory, FromArgMatches as _, Parser, Subcommand};

use crate::error::Error;
use crate::load::gate::Recorder;
use cache::{Asked, Cache};
use exit::Exit;
use handed::Handed;
use looking::Looking;
use output::{Colour, Output};
use place::Place;

/// Do your sources agree? Holds quotes to their texts, aligns claims, and says what cannot hold together and why.
#[derive(Debug, Parser)]
#[command(name = "gainsay", version, max_term_width = 100, disable_help_subcommand = true)]
#[command(after_help = "Exit codes: 0 clean, 1 findings at deny, 2 could not run or nothing to check.\n\
                        Start with `gainsay init`, or see what a finding means with `gainsay explain RULE`.")]
pub(crate) struct Cli {
    #[command(subcommand)]
    command: Command,

    #[command(flatten)]
    everywhere: Everywhere,
}

#[derive(Debug, Args)]
struct Everywhere {
    /// The dossier's folder; left out: the nearest one at or above the working folder that holds gainsay.toml
    #[arg(long, global = true, value_name = "DIR")]
    dossier: Option<PathBuf>,

    /// When to colour the output
    #[arg(long, global = true, value_enum, default_value_t = Colour::Auto, value_name = "WHEN")]
    color: Colour,
}

/// Makes a command of each file: its `Arguments`, whose doc comments are the help, and its `run`. Help keeps the order.
macro_rules! commands {
    ($($command:ident = $file:ident),+ $(,)?) => {
        #[derive(Debug, Subcommand)]
        enum Command {
            $($command($file::Arguments),)+
        }

        impl Command {
            /// One command's description, by its name.
            fn described(name: &str) -> Option<clap::Command> {
                $(if name == stringify!($file) {
                    return Some($file::Arguments::augment_args(clap::Command::new(stringify!($file))));
                })+
                None
            }

            fn run(&self, place: &Place, output: &Output) -> Result<Exit, Error> {
                match self {
                    $(Command::$command(arguments) => $file::run(arguments, place, output),)+
                }
            }
        }
    };
}

commands! {
    Init = init,
    Add = add,
    Check = check,
    Table = table,
    Compare = compare,
    Trace = trace,
    Impact = impact,
    Timeline = timeline,
    Reuse = reuse,
    Spot = spot,
    Coverage = coverage,
    Names = names,
    Desk = desk,
    Diff = diff,
    Draft = draft,
    Report = report,
    Site = site,
    Export = export,
    Explain = explain,
    Read = read,
    Find = find,
    Text = text,
    Lock = lock,
    Review = review,
    Agree = agree,
    Corpus = corpus,
    Assess = assess,
    Rename = rename,
    Pin = pin,
    Source = source,
    Mcp = mcp,
    Schema = schema,
    Completions = completions,
    Man = man,
}

impl Command {
    /// How the dossier is looked at and where answers are kept, where this one may be.
    fn kept(&self) -> Option<(&Looking, &Cache)> {
        match self {
            Command::Check(it) => it.kept(),
            Command::Table(it) => it.kept(),
            Command::Compare(it) => it.kept(),
            Command::Trace(it) => it.kept(),
            Command::Impact(it) => it.kept(),
            Command::Timeline(it) => it.kept(),
            Command::Reuse(it) => it.kept(),
            Command::Report(it) => it.kept(),
            _ => None,
        }
    }

    /// Runs, or gives again what a run came to before.
    fn answer(&self, place: Place, output: &Output) -> Result<Exit, Error> {
        let Some((looking, cache)) = self.kept() else { return self.run(&place, output) };
        let asked = Asked { words: format!("{self:?}"), cache, archives: looking.archives() };
        asked.answered(place, output, |place, output| self.run(place, output))
    }
}

/// Takes a line for what it asks. Help and all that is wrong is told of the whole description, which is several times what most lines
/// need of it.
fn taken(words: &[OsString]) -> Result<Cli, clap::Error> {
    match in_short(words) {
        Some(Ok(matches)) => Cli::from_arg_matches(&matches).or_else(|_| Cli::try_parse_from(words)),
        Some(Err(said)) if said.kind() == clap::error::ErrorKind::DisplayVersion => Err(said),
        _ => Cli::try_parse_from(words),
    }
}

/// What comes of a line that begins with a command, or that asks for the version, where nothing else is described.
fn in_short(words: &[OsString]) -> Option<Result<ArgMatches, clap::Error>> {
    let line = clap::Command::new("gainsay").version(env!("CARGO_PKG_VERSION"));
    let line = match words.get(1)?.to_str()? {
        "--version" | "-V" => line,
        name => Everywhere::augment_args(line).subcommand(Command::described(name)?),
    };
    Some(line.try_get_matches_from(words))
}

/// How a run ends that has help or the version printed.
fn printed(said: Result<(), Error>) -> ExitCode {
    match said {
        Ok(()) => Exit::Clean.into(),
        Err(error) => {
            Output::new(Colour::Never).complain(&error);
            Exit::NothingDone.into()
        }
    }
}

/// Runs the command line. Returns the exit code: 0 clean, 1 findings at deny, 2 could not run or nothing to check.
pub fn main() -> ExitCode {
    if let Err(error) = stream::open() {
        Output::new(Colour::Never).complain(&error);
        return Exit::NothingDone.into();
    }
    let words: Vec<OsString> = std::env::args_os().collect();
    if let Some(exit) = complete::told(&words, Cli::command) {
        return exit;
    }
    if let [_, asked] = &words[..]
        && (asked == "--version" || asked == "-V")
    {
        return printed(output::tell_version());
    }
    let cli = match taken(&words) {
        Ok(cli) => cli,
        Err(said) if said.use_stderr() => {
            output::refuse(&said);
            return Exit::NothingDone.into();
        }
        // Help and version.
        Err(said) => return printed(output::say(&said)),
    };
    let output = Output::new(cli.everywhere.color);
    let place = Place {
        dossier: cli.everywhere.dossier,
        line: Cli::command,
        recorder: Recorder::default(),
        progress: Arc::default(),
        handed: Handed::default(),
        light: OnceCell::new(),
    };
    output.waiting.on(&place.progress);
    let exit = cli.command.answer(place, &output).unwrap_or_else(|error| {
        output.complain(&error);
        Exit::NothingDone
    });
    output.waiting.over();
    exit.into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_described_in_short_is_what_the_whole_describes() {
        let whole = Cli::command();
        let names = whole.get_subcommands().map(clap::Command::get_name);
        for name in names {
            let short = Command::described(name).unwrap();
            let asked = whole.find_subcommand(name).unwrap();
            assert_eq!(
                short.clone().render_long_help().to_string(),
                asked.clone().render_long_help().to_string()
            );
        }
        for asked in ["--version", "-V"] {
            let version = || ["gainsay", asked].map(OsString::from);
            let said = |answer: clap::Error| answer.render().to_string();
            let short = in_short(&version()).unwrap().unwrap_err();
            assert_eq!(said(short), output::VERSION);
            assert_eq!(said(Cli::try_parse_from(version()).unwrap_err()), output::VERSION);
        }
    }

    #[test]
    fn a_line_is_taken_in_short_as_it_is_as_a_whole() {
        let lines = [
            "check --dossier a --format json --color never",
            "check --no-cache",
            "find --near",
            "diff a b c",
            "diff --since HEAD",
            "--color always report --write",
            "chekc",
            "check --version",
            "check --help",
            "table --dosier a",
            "",
        ];
        for line in lines {
            let words: Vec<OsString> =
                ["gainsay"].into_iter().chain(line.split_whitespace()).map(OsString::from).collect();
            let said = |taken: Result<Cli, clap::Error>| match taken {
                Ok(cli) => format!("{cli:?}"),
                Err(error) => error.render().to_string(),
            };
            assert_eq!(said(taken(&words)), said(Cli::try_parse_from(&words)), "{line}");
        }
    }
}
