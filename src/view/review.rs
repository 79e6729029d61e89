//! The view of claims that wait to be reviewed, version 1.

use serde::Serialize;

/// Claims that wait below `claims/unreviewed/`. Its JSON is frozen: later versions add keys and remove none.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Unreviewed {
    /// Always `gainsay/review/1`.
    schema: &'static str,
    /// In the order of their files.
    pub claims: Vec<WaitingClaim>,
}

/// A claim that waits.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct WaitingClaim {
    /// Its full name.
    pub claim: String,
    /// The question that it answers; null where it names none.
    pub question: Option<String>,
    /// Its value, as it is written.
    pub value: Option<String>,
    /// Its quote; null where it has none, or where it is withheld.
    pub quote: Option<String>,
    /// Why it was not taken.
    pub reasons: Vec<String>,
    /// The path of its file below the dossier.
    pub file: String,
    /// The line of its header, from 1.
    pub line: usize,
}

impl Unreviewed {
    pub(crate) fn new(claims: Vec<WaitingClaim>) -> Unreviewed {
        Unreviewed { schema: "gainsay/review/1", claims }
    }
}
