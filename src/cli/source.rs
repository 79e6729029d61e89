//! `gainsay source`: sources made of saved files.

mod add;
mod ask;
mod recapture;

use clap::{Args, Subcommand};

use super::exit::Exit;
use super::output::Output;
use super::place::Place;
use crate::error::Error;

/// Record a source from a saved page, or a later capture of one
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  gainsay source add page.html\n  gainsay source add page.html --publisher herald --write\n  \
                  gainsay source recapture herald-2024-03-01 page.html\n\n\
                  `gainsay source COMMAND --help` says more."
)]
pub(super) struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    Add(Box<add::Adding>),
    Recapture(Box<recapture::Recapturing>),
}

pub(super) fn run(arguments: &Arguments, place: &Place, output: &Output) -> Result<Exit, Error> {
    match &arguments.command {
        Command::Add(it) => add::run(it, place, output),
        Command::Recapture(it) => recapture::run(it, place, output),
    }
}
