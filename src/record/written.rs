//! A file of claims as it is written: where each claim stands in it, and each of its keys.

use std::ops::Range;

use toml_edit::{Document, Item, Table};

use super::row::RowKey;
use crate::load::keys::{ClaimKey, ClaimsFileKey};
use crate::load::{default_id, toml_value};
use crate::value::types::Raw;
use crate::vocabulary::Vocabulary;

/// A file below `claims/` that is TOML.
pub(crate) struct WrittenFile {
    pub(crate) path: String,
    document: Document<String>,
}

/// A claim of a file, with a header of its own.
#[derive(Clone, Copy)]
pub(crate) struct ClaimTable<'w> {
    pub(crate) table: &'w Table,
    /// The text of its file.
    pub(crate) text: &'w str,
    /// The source of the file's claims that name none.
    source: Option<&'w str>,
}

impl WrittenFile {
    /// A file, where it is TOML.
    pub(crate) fn new(path: &str, text: &str) -> Option<Self> {
        Some(WrittenFile { path: path.to_owned(), document: Document::parse(text.to_owned()).ok()? })
    }

    pub(crate) fn text(&self) -> &str {
        self.document.raw()
    }

    /// The source of its claims that name none.
    pub(crate) fn source(&self) -> Option<&str> {
        self.document.as_table().get(ClaimsFileKey::Source.word())?.as_str()
    }

    /// Its claims with a header of their own, in order.
    pub(crate) fn claims(&self) -> impl Iterator<Item = ClaimTable<'_>> {
        let (source, text) = (self.source(), self.text());
        let tables = self.document.as_table().get(ClaimsFileKey::Claim.word());
        let tables = tables.and_then(Item::as_array_of_tables);
        tables.into_iter().flatten().map(move |table| ClaimTable { table, text, source })
    }
}

impl<'w> ClaimTable<'w> {
    /// Where what is written under a key stands, in whichever of its forms.
    fn item(self, key: RowKey) -> Option<&'w Item> {
        match key {
            RowKey::Claim(key) => self.table.get(key.word()),
            RowKey::Scope(key) => self.table.get(ClaimKey::Scope.word())?.as_table_like()?.get(key.word()),
        }
    }

    /// What is written under a key.
    pub(crate) fn get(self, key: RowKey) -> Option<Raw> {
        toml_value(self.text.get(self.item(key)?.as_value()?.span()?)?)
    }

    pub(crate) fn words(self, key: ClaimKey) -> Option<&'w str> {
        self.item(RowKey::Claim(key))?.as_str()
    }

    /// The source that makes it.
    pub(crate) fn source(self) -> Option<&'w str> {
        self.words(ClaimKey::Source).or(self.source)
    }

    /// Its id: its own, or the last part of its question's.
    pub(crate) fn id(self) -> Option<&'w str> {
        self.words(ClaimKey::Id).or_else(|| self.words(ClaimKey::Question).map(default_id))
    }

    /// Where it is written: from its header to the end of its last value.
    pub(crate) fn at(self) -> Option<Range<usize>> {
        let start = self.table.span()?.start;
        Some(start..last_end(self.table).max(self.table.span()?.end))
    }
}

/// Where the last value of a table ends, what is below a header of its own included.
pub(super) fn last_end(table: &Table) -> usize {
    let ends = table.iter().map(|(_, item)| match item {
        Item::Table(table) => last_end(table).max(table.span().map_or(0, |span| span.end)),
        item => item.span().map_or(0, |span| span.end),
    });
    ends.max().unwrap_or(0)
}
