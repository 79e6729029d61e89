//! What was written, with the place where it stands.

use crate::model::claim::UNKNOWN;
use crate::text::Spot;

/// A value and where it stands.
#[derive(Clone, Debug)]
pub(super) struct At<T> {
    pub(super) value: T,
    pub(super) spot: Spot,
}

/// A date as written, and whether TOML or EDTF wrote it.
#[derive(Clone, Debug)]
pub(super) struct Written {
    pub(super) words: String,
    pub(super) toml: bool,
}

impl At<String> {
    /// Whether it says that the source does not say.
    pub(super) fn is_unknown(&self) -> bool {
        self.value == UNKNOWN
    }
}

impl At<Written> {
    /// Whether it says that the source does not say.
    pub(super) fn is_unknown(&self) -> bool {
        self.value.words == UNKNOWN
    }
}
