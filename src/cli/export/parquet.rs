//! `gainsay export parquet`: the claims as tables for engines.

use std::collections::BTreeMap;
use std::path::Path;

use super::left_out::note_left_out;
use crate::cli::exit::Exit;
use crate::cli::looking::Looking;
use crate::cli::output::Output;
use crate::cli::place;
use crate::cli::place::Place;
use crate::cli::writer::{Standing, make_folder, names_in, write};
use crate::error::{Error, ErrorKind};
use crate::model::shard::Shard;
use crate::render::exchange::parquet::render;
use crate::text::{counted, one_line};
use crate::view::exchange::Exchange;
use crate::view::exchange::tables::listed::TABLES;
use crate::view::exchange::tables::whole::Tables;

/// Writes the tables below a folder.
///
/// # Errors
/// There is nothing to write; the folder holds what is no part of such tables, or takes nothing.
pub(super) fn run(
    (folder, shard): (&Path, Shard),
    looking: &Looking,
    place: &Place,
    output: &Output,
) -> Result<Exit, Error> {
    for table in TABLES {
        free(&folder.join(table.form.name), shard.of)?;
    }
    let audit = looking.share(shard, place)?.nonempty()?;
    let judged = audit.judged(place::today())?;
    judged.hold_back()?;
    let court = judged.court();
    let exchange = Exchange::new(&court, BTreeMap::new());
    let tables = Tables::new(&exchange, judged.findings());
    let mut files = Vec::new();
    let mut rows = Vec::new();
    for table in TABLES {
        let (bytes, count) = render(table, &tables, &shard.to_string())
            .map_err(|why| Error::new(ErrorKind::Refused, format!("{}: {why}", table.form.name)))?;
        files.push((format!("{}/part-{}-of-{}.parquet", table.form.name, shard.part, shard.of), bytes));
        rows.push(format!("  {count:>10}  {}\n", table.form.name));
    }
    make_folder(folder)?;
    let files: Vec<(&str, &[u8])> =
        files.iter().map(|(path, bytes)| (path.as_str(), bytes.as_slice())).collect();
    write(folder, &files, Standing::Replaced)?;
    let at = one_line(&folder.to_string_lossy());
    output.tell(&format!("wrote {at}: {}\n{}", counted(TABLES.len(), "table"), rows.concat()))?;
    note_left_out(&audit, exchange.stay(), output);
    Ok(Exit::Clean)
}

/// Holds the folder of a table to have nothing but parts of so many.
///
/// # Errors
/// It has something else: what.
fn free(folder: &Path, of: u32) -> Result<(), Error> {
    let behind = format!("-of-{of}.parquet");
    for name in names_in(folder) {
        let part = name.strip_prefix("part-").and_then(|name| name.strip_suffix(&behind));
        if !part.is_some_and(|part| part.parse::<u32>().is_ok_and(|part| (1..=of).contains(&part))) {
            let at = folder.join(&name);
            let message = format!("`{}` is no part of {of}", at.display());
            let error = Error::new(ErrorKind::Refused, message).at(&at);
            return Err(
                error.hint("what stands beside the parts would be read as rows too: name another folder")
            );
        }
    }
    Ok(())
}
