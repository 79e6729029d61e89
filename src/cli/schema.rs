//! `gainsay schema`: the files of a dossier as JSON Schemas.

use clap::{Args, ValueEnum};

use super::exit::Exit;
use super::output::Output;
use super::place::Place;
use crate::error::Error;
use crate::load::{Schema, schema};
use crate::render::json;

/// Print the JSON Schema of a kind of file, for editors that complete and check TOML
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  gainsay schema claims > .schemas/claims.json\n\ndocs/editors.md shows how editors are told of them."
)]
pub(super) struct Arguments {
    /// Which files
    #[arg(value_enum)]
    kind: Kind,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Kind {
    /// gainsay.toml
    Manifest,
    /// The files below sources/
    Sources,
    /// The files below claims/
    Claims,
}

pub(super) fn run(arguments: &Arguments, _: &Place, output: &Output) -> Result<Exit, Error> {
    let of = match arguments.kind {
        Kind::Manifest => Schema::Manifest,
        Kind::Sources => Schema::Sources,
        Kind::Claims => Schema::Claims,
    };
    output.print(&json(&schema(of)))?;
    Ok(Exit::Clean)
}
