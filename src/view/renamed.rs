//! The view of an id that is given anew, version 1.

use std::collections::BTreeMap;

use serde::Serialize;

use super::vocabularies::Referent;

/// Another id, everywhere at once: what changes where. Its JSON is frozen: later versions add keys and remove none.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct RenamedId {
    /// Always `gainsay/rename/1`.
    schema: &'static str,
    /// What it is the id of.
    pub kind: Referent,
    /// What it was called; of a question EVENT/QUESTION, of a claim SOURCE#ID.
    pub from: String,
    /// What it is called, in the same form.
    pub to: String,
    /// Whether it was written, or would be.
    pub written: bool,
    /// In how many places something changes, of all files together.
    pub places: usize,
    /// The files that change, in the order of their paths.
    pub files: Vec<ChangedFile>,
}

/// A file in which something changes.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct ChangedFile {
    /// Its path below the dossier.
    pub file: String,
    /// In how many places.
    pub places: usize,
}

impl RenamedId {
    /// Of an id that changes, given in how many places each file does; nothing is written yet.
    pub(crate) fn new(
        kind: Referent,
        (from, to): (&str, &str),
        places: &BTreeMap<String, usize>,
    ) -> RenamedId {
        let files = places.iter().map(|(file, places)| ChangedFile { file: file.clone(), places: *places });
        RenamedId {
            schema: "gainsay/rename/1",
            kind,
            from: from.to_owned(),
            to: to.to_owned(),
            written: false,
            places: places.values().sum(),
            files: files.collect(),
        }
    }
}
