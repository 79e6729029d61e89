//! How a file was read: its kind, its characters, and what took its words.

use serde::Serialize;

use crate::capture::{FileKind, ReadAs, ToldBy};

/// How a file was read.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct HowRead {
    /// What kind of file it is.
    pub kind: FileKind,
    /// What it was packed in; null where in nothing.
    pub within: Option<FileKind>,
    /// The encoding of its characters, by the name that browsers give it; null where it is not read.
    pub encoding: Option<&'static str>,
    /// What told the encoding; null where it is not read.
    pub encoding_by: Option<ToldBy>,
    /// What took the words, with its version; null where the file is its words.
    pub extractor: Option<&'static str>,
    /// The record of the page in a web archive; null else.
    pub record: Option<ReadRecord>,
}

/// The record of a page in a web archive.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct ReadRecord {
    /// The address that it is of; null where it does not say.
    pub url: Option<String>,
    /// SHA-256 of what the server sent, unpacked.
    pub sha256: String,
}

impl HowRead {
    pub(crate) fn new(read: &ReadAs) -> Self {
        let record =
            read.record.as_ref().map(|it| ReadRecord { url: it.url.clone(), sha256: it.sha256.clone() });
        HowRead {
            kind: read.kind,
            within: read.within,
            encoding: Some(read.encoding),
            encoding_by: Some(read.told_by),
            extractor: read.extractor,
            record,
        }
    }

    /// A file of a kind that is not read.
    pub(super) fn unread(kind: FileKind) -> Self {
        HowRead { kind, within: None, encoding: None, encoding_by: None, extractor: None, record: None }
    }
}
