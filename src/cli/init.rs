//! `gainsay init`: a new dossier with one worked example.

use std::path::PathBuf;

use clap::Args;

use super::exit::Exit;
use super::formats::{formats, json};
use super::output::Output;
use super::place::Place;
use super::writer::{self, Standing};
use crate::error::{Error, ErrorKind};
use crate::load::MANIFEST;
use crate::render::started::render;
use crate::view::started::StartedDossier;

/// Start a dossier with one worked example
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  gainsay init\n  gainsay init dossiers/fire\n\nNothing that exists is overwritten."
)]
pub(super) struct Arguments {
    /// The folder, made where there is none; left out: the working folder
    folder: Option<PathBuf>,

    #[arg(long, value_enum, default_value_t = Format::Human)]
    format: Format,
}

formats! {
    Format shows StartedDossier {
        Human for Desk = |out, view, screen| render(out, view, screen),
        /// The versioned view
        Json for Programs = json,
    }
}

/// The worked example: each file and what stands in it.
pub(crate) const EXAMPLE: [(&str, &str); 4] = [
    ("gainsay.toml", include_str!("init/gainsay.toml")),
    ("sources/sources.toml", include_str!("init/sources.toml")),
    ("claims/questions.toml", include_str!("init/questions.toml")),
    ("claims/claims.toml", include_str!("init/claims.toml")),
];

pub(super) fn run(arguments: &Arguments, _: &Place, output: &Output) -> Result<Exit, Error> {
    let folder = arguments.folder.clone().unwrap_or_else(|| PathBuf::from("."));
    if writer::stands(&folder.join(MANIFEST)) {
        let message = format!("`{}` is a dossier already", folder.display());
        return Err(Error::new(ErrorKind::Refused, message).hint("check it with `gainsay check`"));
    }
    let standing: Vec<&str> =
        EXAMPLE.iter().map(|(path, _)| *path).filter(|path| writer::stands(&folder.join(path))).collect();
    if !standing.is_empty() {
        let message = format!("`{}` would be overwritten", standing.join("`, `"));
        return Err(Error::new(ErrorKind::Refused, message).hint("choose another folder: `gainsay init DIR`"));
    }
    writer::make_folder(&folder)?;
    writer::write(&folder, &EXAMPLE, Standing::Kept)?;
    let named = arguments.folder.as_ref().map(|folder| folder.to_string_lossy().into_owned());
    let view = StartedDossier::new(named, EXAMPLE.iter().map(|(path, _)| *path).collect());
    output.show(arguments.format, &view, "")?;
    Ok(Exit::Clean)
}
