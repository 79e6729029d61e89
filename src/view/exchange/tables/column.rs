//! What a table is made of: columns that are named and typed, and rows of them.

use std::borrow::Cow;

/// So many digits numbers have, and so many of them behind the point.
pub(crate) const DIGITS: u32 = 38;
pub(crate) const PLACES: u32 = 12;

/// A table: its name, its columns, and how its rows are given.
pub(crate) struct TableForm {
    pub(crate) name: &'static str,
    /// Rows are sorted by so many of the first columns.
    pub(crate) sorted_by: usize,
    pub(crate) columns: &'static [Column],
}

/// One column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Column {
    pub(crate) name: &'static str,
    pub(crate) holds: Holds,
    /// Whether a row may leave it empty.
    pub(crate) may_be_empty: bool,
}

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Holds {
    Text,
    Whole,
    /// Numbers with [`PLACES`] decimal places.
    Number,
    Truth,
}

/// What one row has in one column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Datum<'a> {
    Nothing,
    Text(Cow<'a, str>),
    Whole(i64),
    /// In steps of 10⁻¹².
    Number(i128),
    Truth(bool),
}

/// A number in steps of 10⁻¹².
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Fixed(pub(crate) i128);

/// What may stand in a column.
pub(crate) trait Held<'a> {
    const HOLDS: Holds;
    const MAY_BE_EMPTY: bool = false;

    fn datum(self) -> Datum<'a>;
}

impl<'a> Held<'a> for &'a str {
    const HOLDS: Holds = Holds::Text;

    fn datum(self) -> Datum<'a> {
        Datum::Text(Cow::Borrowed(self))
    }
}

impl<'a> Held<'a> for String {
    const HOLDS: Holds = Holds::Text;

    fn datum(self) -> Datum<'a> {
        Datum::Text(Cow::Owned(self))
    }
}

impl<'a> Held<'a> for i64 {
    const HOLDS: Holds = Holds::Whole;

    fn datum(self) -> Datum<'a> {
        Datum::Whole(self)
    }
}

impl<'a> Held<'a> for Fixed {
    const HOLDS: Holds = Holds::Number;

    fn datum(self) -> Datum<'a> {
        Datum::Number(self.0)
    }
}

impl<'a> Held<'a> for bool {
    const HOLDS: Holds = Holds::Truth;

    fn datum(self) -> Datum<'a> {
        Datum::Truth(self)
    }
}

impl<'a, T: Held<'a>> Held<'a> for Option<T> {
    const HOLDS: Holds = T::HOLDS;
    const MAY_BE_EMPTY: bool = true;

    fn datum(self) -> Datum<'a> {
        self.map_or(Datum::Nothing, T::datum)
    }
}

/// The rows of a table.
pub(crate) trait TableRow<'a>: Sized {
    const FORM: TableForm;

    /// What it has in each column, in their order.
    fn data(self) -> Vec<Datum<'a>>;
}

/// The name of a field without the mark of one that is called as a word of Rust.
pub(super) const fn plain(field: &'static str) -> &'static str {
    match field.as_bytes() {
        [b'r', b'#', ..] => field.split_at(2).1,
        _ => field,
    }
}

/// Declares a row with its columns: a field for each, by whose type it is known what the column holds.
macro_rules! table_row {
    ($(#[$meta:meta])* $row:ident as $name:literal sorted by $sorted:literal { $($field:ident: $of:ty,)+ }) => {
        $(#[$meta])*
        pub(super) struct $row<'a> {
            $(pub(super) $field: $of,)+
        }

        impl<'a> $crate::view::exchange::tables::column::TableRow<'a> for $row<'a> {
            const FORM: $crate::view::exchange::tables::column::TableForm =
                $crate::view::exchange::tables::column::TableForm {
                    name: $name,
                    sorted_by: $sorted,
                    columns: &[$($crate::view::exchange::tables::column::Column {
                        name: $crate::view::exchange::tables::column::plain(stringify!($field)),
                        holds: <$of as $crate::view::exchange::tables::column::Held>::HOLDS,
                        may_be_empty: <$of as $crate::view::exchange::tables::column::Held>::MAY_BE_EMPTY,
                    }),+],
                };

            fn data(self) -> Vec<$crate::view::exchange::tables::column::Datum<'a>> {
                vec![$($crate::view::exchange::tables::column::Held::datum(self.$field)),+]
            }
        }
    };
}

pub(super) use table_row;
