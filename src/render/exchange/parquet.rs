//! A table as a Parquet file: docs/parquet.md.

use std::borrow::Cow;
use std::sync::Arc;

use parquet::basic::{Compression, LogicalType, Repetition, Type as Physical, ZstdLevel};
use parquet::data_type::{
    BoolType, ByteArray, ByteArrayType, DataType, FixedLenByteArray, FixedLenByteArrayType, Int64Type,
};
use parquet::errors::Result;
use parquet::file::metadata::{KeyValue, SortingColumn};
use parquet::file::properties::WriterProperties;
use parquet::file::writer::{SerializedFileWriter, SerializedRowGroupWriter};
use parquet::schema::types::Type;

use crate::view::exchange::tables::column::{Column, DIGITS, Datum, Holds, PLACES, TableForm};
use crate::view::exchange::tables::listed::Table;
use crate::view::exchange::tables::whole::Tables;

/// So many rows are held before they are written together.
const ROWS: usize = 20_000;

/// What numbers are kept in.
const BYTES: i32 = size_of::<i128>() as i32;

/// A table as the bytes of a file, and how many rows it has; `shard` is which part of how many it is, as `I/N`.
///
/// # Errors
/// The rows are more than a file takes.
pub(crate) fn render(table: &Table, of: &Tables<'_>, shard: &str) -> Result<(Vec<u8>, usize)> {
    let form = &table.form;
    let properties = Arc::new(properties(form, shard));
    let mut writer = SerializedFileWriter::new(Vec::new(), Arc::new(schema(form)?), properties)?;
    let mut held = Held::new(form);
    let (mut rows, mut done) = (0, Ok(()));
    table.rows(of, &mut |row| {
        rows += 1;
        held.take(row);
        if held.rows == ROWS && done.is_ok() {
            done = std::mem::replace(&mut held, Held::new(form)).write(&mut writer);
        }
    });
    done?;
    if held.rows > 0 || rows == 0 {
        held.write(&mut writer)?;
    }
    Ok((writer.into_inner()?, rows))
}

fn properties(form: &TableForm, shard: &str) -> WriterProperties {
    let sorted: Vec<&str> = form.columns[..form.sorted_by].iter().map(|column| column.name).collect();
    let told = [
        ("gainsay.schema", "gainsay/parquet/1".to_owned()),
        ("gainsay.version", env!("CARGO_PKG_VERSION").to_owned()),
        ("gainsay.table", form.name.to_owned()),
        ("gainsay.shard", shard.to_owned()),
        ("gainsay.sorted-by", sorted.join(" ")),
    ];
    let told = told.into_iter().map(|(key, value)| KeyValue::new(key.to_owned(), value));
    let sorting = (0..form.sorted_by).map(|at| SortingColumn {
        column_idx: at as i32,
        descending: false,
        nulls_first: false,
    });
    WriterProperties::builder()
        .set_created_by(format!("gainsay {}", env!("CARGO_PKG_VERSION")))
        .set_compression(Compression::ZSTD(ZstdLevel::default()))
        .set_key_value_metadata(Some(told.collect()))
        .set_sorting_columns(Some(sorting.collect()))
        .build()
}

fn schema(form: &TableForm) -> Result<Type> {
    let columns = form.columns.iter().map(|column| Ok(Arc::new(kind(column)?)));
    let columns = columns.collect::<Result<Vec<_>>>()?;
    Type::group_type_builder(form.name).with_fields(columns).build()
}

fn kind(column: &Column) -> Result<Type> {
    let (physical, logical) = match column.holds {
        Holds::Text => (Physical::BYTE_ARRAY, Some(LogicalType::String)),
        Holds::Whole => (Physical::INT64, None),
        Holds::Number => {
            (Physical::FIXED_LEN_BYTE_ARRAY, Some(LogicalType::decimal(PLACES as i32, DIGITS as i32)))
        }
        Holds::Truth => (Physical::BOOLEAN, None),
    };
    let kind = Type::primitive_type_builder(column.name, physical).with_logical_type(logical);
    let kind = kind.with_repetition(match column.may_be_empty {
        true => Repetition::OPTIONAL,
        false => Repetition::REQUIRED,
    });
    match column.holds {
        Holds::Number => {
            kind.with_length(BYTES).with_precision(DIGITS as i32).with_scale(PLACES as i32).build()
        }
        _ => kind.build(),
    }
}

/// Rows that are held, column by column.
struct Held {
    columns: Vec<HeldColumn>,
    rows: usize,
}

/// What a column has in the rows that are held: what there is, and by row whether there is something.
struct HeldColumn {
    values: Values,
    is_there: Option<Vec<i16>>,
}

enum Values {
    Text(Vec<ByteArray>),
    Whole(Vec<i64>),
    Number(Vec<FixedLenByteArray>),
    Truth(Vec<bool>),
}

impl Held {
    fn new(form: &TableForm) -> Self {
        Held { columns: form.columns.iter().map(HeldColumn::new).collect(), rows: 0 }
    }

    fn take(&mut self, row: Vec<Datum<'_>>) {
        self.rows += 1;
        self.columns.iter_mut().zip(row).for_each(|(column, datum)| column.take(datum));
    }

    fn write(self, writer: &mut SerializedFileWriter<Vec<u8>>) -> Result<()> {
        let mut group = writer.next_row_group()?;
        for HeldColumn { values, is_there } in self.columns {
            let is_there = is_there.as_deref();
            match values {
                Values::Text(values) => put::<ByteArrayType>(&mut group, &values, is_there)?,
                Values::Whole(values) => put::<Int64Type>(&mut group, &values, is_there)?,
                Values::Number(values) => put::<FixedLenByteArrayType>(&mut group, &values, is_there)?,
                Values::Truth(values) => put::<BoolType>(&mut group, &values, is_there)?,
            }
        }
        group.close()?;
        Ok(())
    }
}

/// Writes the next column of a group of rows.
fn put<T: DataType>(
    group: &mut SerializedRowGroupWriter<'_, Vec<u8>>,
    values: &[T::T],
    is_there: Option<&[i16]>,
) -> Result<()> {
    if let Some(mut column) = group.next_column()? {
        column.typed::<T>().write_batch(values, is_there, None)?;
        column.close()?;
    }
    Ok(())
}

impl HeldColumn {
    fn new(column: &Column) -> Self {
        let values = match column.holds {
            Holds::Text => Values::Text(Vec::new()),
            Holds::Whole => Values::Whole(Vec::new()),
            Holds::Number => Values::Number(Vec::new()),
            Holds::Truth => Values::Truth(Vec::new()),
        };
        HeldColumn { values, is_there: column.may_be_empty.then(Vec::new) }
    }

    fn take(&mut self, datum: Datum<'_>) {
        if let Some(is_there) = &mut self.is_there {
            is_there.push(i16::from(datum != Datum::Nothing));
        }
        match (&mut self.values, datum) {
            (Values::Text(values), Datum::Text(text)) => {
                values.push(match text {
                    Cow::Borrowed(text) => text.into(),
                    Cow::Owned(text) => text.into_bytes().into(),
                });
            }
            (Values::Whole(values), Datum::Whole(number)) => values.push(number),
            (Values::Number(values), Datum::Number(number)) => {
                values.push(FixedLenByteArray::from(number.to_be_bytes().to_vec()));
            }
            (Values::Truth(values), Datum::Truth(truth)) => values.push(truth),
            // A row has in each column what the column holds, or nothing.
            _ => {}
        }
    }
}
