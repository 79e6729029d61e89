//! The columns of a table of claims: the keys of `[[claim]]`, and of what stands in a table the keys within it.

use crate::load::keys::{ClaimKey, KeyForm, TableKey};

/// A column: a key of a claim, or a key of a table that a claim holds (`scope.place`).
#[derive(Clone, Copy, Debug)]
pub(crate) struct Column {
    pub(crate) key: ClaimKey,
    /// The key within, where the claim's key holds a table.
    pub(crate) within: Option<&'static str>,
    /// What its values are.
    pub(super) form: KeyForm,
}

impl Column {
    /// Every column, in the order of the format.
    pub(crate) fn all() -> Vec<Column> {
        let of_key = |key: &ClaimKey| match key.key().form {
            KeyForm::Table(table) => {
                let within = |inner: &'static crate::load::keys::FormatKey| Column {
                    key: *key,
                    within: Some(inner.name),
                    form: inner.form,
                };
                table.keys.iter().map(within).collect()
            }
            form => vec![Column { key: *key, within: None, form }],
        };
        ClaimKey::ALL.iter().flat_map(of_key).collect()
    }

    /// What stands above it: the name of its key, as `scope.place` where it stands within another.
    pub(crate) fn name(&self) -> String {
        match self.within {
            Some(within) => format!("{}.{within}", self.key),
            None => self.key.name().to_owned(),
        }
    }
}
