//! `gainsay export parquet` in a build that has no writer for it.

use std::path::Path;

use crate::cli::exit::Exit;
use crate::cli::looking::Looking;
use crate::cli::output::Output;
use crate::cli::place::Place;
use crate::error::{Error, ErrorKind};
use crate::model::shard::Shard;

/// Says how a build is had that writes tables.
///
/// # Errors
/// Always.
pub(super) fn run(_: (&Path, Shard), _: &Looking, _: &Place, _: &Output) -> Result<Exit, Error> {
    let error = Error::new(ErrorKind::Refused, "this build of gainsay writes no Parquet");
    Err(error.hint("the archives of a release do, and what is built with `--features parquet`"))
}
