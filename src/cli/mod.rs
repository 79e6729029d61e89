//! The terminal: one file per command. The only place that prints, writes files, or asks for the time.

mod baseline;
mod check;
mod compare;
mod completions;
mod diff;
mod explain;
mod find;
mod impact;
mod init;
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
mod table;
mod timeline;
mod trace;

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, Subcommand};

use crate::error::Error;
use output::{Colour, Output};

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

#[derive(Debug, Subcommand)]
enum Command {
    Init(init::Arguments),
    Check(check::Arguments),
    Table(table::Arguments),
    Compare(compare::Arguments),
    Trace(trace::Arguments),
    Impact(impact::Arguments),
    Timeline(timeline::Arguments),
    Reuse(reuse::Arguments),
    Diff(diff::Arguments),
    Report(report::Arguments),
    Explain(explain::Arguments),
    Read(read::Arguments),
    Find(find::Arguments),
    Lock(lock::Arguments),
    Pin(pin::Arguments),
    Schema(schema::Arguments),
    Completions(completions::Arguments),
    Man(man::Arguments),
}

/// Runs the command line. Returns the exit code: 0 clean, 1 findings at deny, 2 could not run or nothing to check.
pub fn main() -> ExitCode {
    let cli = match Cli::try_parse() {
        Ok(cli) => cli,
        Err(help) => {
            // Help and version are no failure; a reader that went away is none of ours.
            let failed = help.use_stderr();
            let _ = help.print();
            return ExitCode::from(if failed { 2 } else { 0 });
        }
    };
    let output = Output::new(cli.color);
    match run(cli, &output) {
        Ok(code) => ExitCode::from(code),
        Err(error) if error.is_broken_pipe() => ExitCode::SUCCESS,
        Err(error) => {
            output.complain(&error);
            ExitCode::from(2)
        }
    }
}

fn run(cli: Cli, output: &Output) -> Result<u8, Error> {
    let place = place::Place { dossier: cli.dossier };
    match cli.command {
        Command::Init(arguments) => init::run(&arguments, output),
        Command::Check(arguments) => check::run(&arguments, &place, output),
        Command::Table(arguments) => table::run(&arguments, &place, output),
        Command::Compare(arguments) => compare::run(&arguments, &place, output),
        Command::Trace(arguments) => trace::run(&arguments, &place, output),
        Command::Impact(arguments) => impact::run(&arguments, &place, output),
        Command::Timeline(arguments) => timeline::run(&arguments, &place, output),
        Command::Reuse(arguments) => reuse::run(&arguments, &place, output),
        Command::Diff(arguments) => diff::run(&arguments, &place, output),
        Command::Report(arguments) => report::run(&arguments, &place, output),
        Command::Explain(arguments) => explain::run(&arguments, &place, output),
        Command::Read(arguments) => read::run(&arguments, &place, output),
        Command::Find(arguments) => find::run(&arguments, output),
        Command::Lock(arguments) => lock::run(&arguments, &place, output),
        Command::Pin(arguments) => pin::run(&arguments, &place, output),
        Command::Schema(arguments) => schema::run(&arguments, output),
        Command::Completions(arguments) => completions::run(&arguments, output),
        Command::Man(arguments) => man::run(&arguments, output),
    }
}
