//! How much is read of a file.

/// The most that is read of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Most {
    /// Of a file of the record.
    Record,
    /// Of a report that was written from it.
    Report,
    /// Of the file of an archived text, which may hold other pages too.
    Text,
}

impl Most {
    pub(crate) fn bytes(self) -> u64 {
        match self {
            Most::Record => 16 << 20,
            Most::Text => 64 << 20,
            Most::Report => 256 << 20,
        }
    }

    pub(super) fn said(self) -> &'static str {
        match self {
            Most::Record => "16 MB",
            Most::Text => "64 MB",
            Most::Report => "256 MB",
        }
    }
}
