//! The terminal: one file per command. The only place that prints, writes files, or asks for the time.

#![expect(
    clippy::disallowed_methods,
    reason = "here a run meets its user, the clock and the files it writes"
)]

mod baseline;
mod cache;
mod check;
mod compare;
mod completions;
mod coverage;
mod diff;
mod exit;
mod explain;
mod find;
mod formats;
mod heard;
mod impact;
mod init;
mod lasting;
mod levels;
mod lock;
mod looking;
mod man;
mod output;
mod pin;
mod place;
mod read;
mod report;
mod reuse;
mod schema;
mod sealed;
mod spot;
mod stream;
mod table;
mod text;
mod timeline;
mod trace;
mod waiting;
mod writer;

use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;

use clap::{CommandFactory, Parser, Subcommand};

use crate::error::Error;
use crate::load::gate::Recorder;
use cache::{Asked, Cache};
use exit::Exit;
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
    Check = check,
    Table = table,
    Compare = compare,
    Trace = trace,
    Impact = impact,
    Timeline = timeline,
    Reuse = reuse,
    Spot = spot,
    Coverage = coverage,
    Diff = diff,
    Report = report,
    Explain = explain,
    Read = read,
    Find = find,
    Text = text,
    Lock = lock,
    Pin = pin,
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

/// Runs the command line. Returns the exit code: 0 clean, 1 findings at deny, 2 could not run or nothing to check.
pub fn main() -> ExitCode {
    if let Err(error) = stream::open() {
        Output::new(Colour::Never).complain(&error);
        return Exit::NothingDone.into();
    }
    let cli = match Cli::try_parse() {
        Ok(cli) => cli,
        Err(said) if said.use_stderr() => {
            output::refuse(&said);
            return Exit::NothingDone.into();
        }
        // Help and version.
        Err(said) => {
            let output = Output::new(Colour::Never);
            return match output.say(&said) {
                Ok(()) => Exit::Clean.into(),
                Err(error) => {
                    output.complain(&error);
                    Exit::NothingDone.into()
                }
            };
        }
    };
    let output = Output::new(cli.color);
    let place = Place {
        dossier: cli.dossier,
        line: Cli::command,
        recorder: Recorder::default(),
        progress: Arc::default(),
    };
    output.waiting.on(&place.progress);
    let exit = cli.command.answer(place, &output).unwrap_or_else(|error| {
        output.complain(&error);
        Exit::NothingDone
    });
    output.waiting.over();
    exit.into()
}
