//! Rows of a spreadsheet: the names of the columns in the first line, in any order.

use csv::{ReaderBuilder, StringRecord, Trim};

use super::read::RowsRead;
use crate::error::{Error, ErrorKind};
use crate::record::columns::{Columns, no_key};
use crate::record::row::{Given, Refusal, Row, RowKey, What};

/// Reads them.
///
/// # Errors
/// Nothing is there, a column has a name that is no key's, or two have one.
pub(super) fn rows(text: &str, columns: &Columns) -> Result<RowsRead, Error> {
    let mut reader = ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .trim(Trim::Headers)
        .delimiter(delimiter(text))
        .from_reader(text.as_bytes());
    let mut records = reader.records();
    let header = match records.next() {
        Some(Ok(header)) => header,
        _ => {
            return Err(Error::new(
                ErrorKind::NothingToCheck,
                "there is no row: the first line names the columns",
            ));
        }
    };
    let keys = keys(&header, columns)?;
    let mut read = RowsRead::default();
    for record in records {
        match record {
            Ok(record) if record.iter().all(|cell| cell.trim().is_empty()) => {}
            Ok(record) => read.take(row(&record, &keys)),
            Err(why) => {
                let line = why.position().map_or(0, csv::Position::line) as usize;
                read.refused.push(Refusal::at(line, format!("it cannot be read: {why}")));
            }
        }
    }
    Ok(read)
}

/// What stands between cells: what there is most of in the first line.
fn delimiter(text: &str) -> u8 {
    let first = text.lines().next().unwrap_or_default();
    let count = |between: u8| first.bytes().filter(|byte| *byte == between).count();
    [b',', b';', b'\t'].into_iter().max_by_key(|between| (count(*between), *between == b',')).unwrap_or(b',')
}

/// The key of each column; `None` for one that is not read.
fn keys(header: &StringRecord, columns: &Columns) -> Result<Vec<Option<RowKey>>, Error> {
    let mut keys: Vec<Option<RowKey>> = Vec::with_capacity(header.len());
    for (at, name) in header.iter().enumerate() {
        let key = columns.key(name).map_err(|near| {
            no_key(&format!("column {} is called `{name}`, which is no key of a claim", at + 1), near)
        })?;
        if let Some(key) = key
            && let Some(other) = keys.iter().position(|known| *known == Some(key))
        {
            let message = format!("columns {} and {} are both `{}`", other + 1, at + 1, key.name());
            return Err(
                Error::new(ErrorKind::Ambiguous, message).hint("leave one of them out, by `--map FILE`")
            );
        }
        keys.push(key);
    }
    Ok(keys)
}

fn row(record: &StringRecord, keys: &[Option<RowKey>]) -> Result<Row, Refusal> {
    let line = record.position().map_or(0, csv::Position::line) as usize;
    // What a short row does not have is empty.
    if record.len() > keys.len() {
        let counted = |n: usize| if n == 1 { "1 cell".to_owned() } else { format!("{n} cells") };
        let why =
            format!("it has {} where the first line has {}", counted(record.len()), counted(keys.len()));
        return Err(Refusal::at(line, why)
            .help("put a cell that holds a comma, or a quotation mark, in quotation marks"));
    }
    let given = record.iter().zip(keys).enumerate().filter_map(|(at, (cell, key))| {
        let key = (*key)?;
        // Of the words of a source the spaces are theirs.
        let cell = if key.holds_words() { cell } else { cell.trim() };
        Some(Given { key, what: What::Cell(cell.to_owned()), column: Some(at + 1) })
    });
    Ok(Row { given: given.collect(), ..Row::at(line) })
}
