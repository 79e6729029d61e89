//! The view of a dossier that is started, version 1.

use serde::Serialize;

/// A new dossier with one worked example. Its JSON is frozen: later versions add keys and remove none.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct StartedDossier {
    /// Always `gainsay/init/1`.
    schema: &'static str,
    /// Its folder, as it was named; null where it is the working folder.
    pub folder: Option<String>,
    /// The files that were written, as paths below it.
    pub files: Vec<&'static str>,
}

impl StartedDossier {
    /// Of files that were written below a folder.
    pub(crate) fn new(folder: Option<String>, files: Vec<&'static str>) -> StartedDossier {
        StartedDossier { schema: "gainsay/init/1", folder, files }
    }
}
