//! Rows of a spreadsheet: the names of the columns in the first line, in any order.

use csv::{Position, ReaderBuilder, StringRecord, Trim};

use super::read::RowsRead;
use crate::error::{Error, ErrorKind};
use crate::record::columns::{Column, Columns, no_key};
use crate::record::row::{FewWords, Given, Refusal, Row, What};

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
            Ok(record) => read.take(row(line(text, record.position()), &record, &keys)),
            Err(why) => {
                read.refused
                    .push(Refusal::at(line(text, why.position()), format!("it cannot be read: {why}")));
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

/// What each column holds; `None` for one that is not read.
fn keys(header: &StringRecord, columns: &Columns) -> Result<Vec<Option<Column>>, Error> {
    let mut keys: Vec<Option<Column>> = Vec::with_capacity(header.len());
    for (at, name) in header.iter().enumerate() {
        let key = columns.column(name).map_err(|near| {
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

/// The line on which a record begins. Where lines end in two characters, the second is read with the record behind it.
fn line(text: &str, position: Option<&Position>) -> usize {
    let Some(position) = position else { return 0 };
    let is_behind = text.as_bytes().get(position.byte() as usize) == Some(&b'\n');
    position.line() as usize + usize::from(is_behind)
}

fn row(line: usize, record: &StringRecord, keys: &[Option<Column>]) -> Result<Row, Refusal> {
    // What a short row does not have is empty.
    if record.len() > keys.len() {
        let counted = |n: usize| if n == 1 { "1 cell".to_owned() } else { format!("{n} cells") };
        let why =
            format!("it has {} where the first line has {}", counted(record.len()), counted(keys.len()));
        return Err(Refusal::at(line, why)
            .help("put a cell that holds a comma, or a quotation mark, in quotation marks"));
    }
    let mut row = Row::at(line);
    for (at, (cell, column)) in record.iter().zip(keys).enumerate() {
        let Some(holds) = column else { continue };
        // Of the words of a source the spaces are theirs.
        let cell = if holds.holds_words() { cell } else { cell.trim() };
        let (words, column) = (cell.to_owned(), Some(at + 1));
        match *holds {
            Column::Key(key) => row.given.push(Given { key, what: What::Cell(words), column }),
            Column::Words => row.words = Some(FewWords { words, column }).filter(|_| !cell.is_empty()),
        }
    }
    Ok(row)
}
