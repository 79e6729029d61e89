//! The view of an assessment that is filled in, version 1.

use serde::Serialize;

use super::vocabularies::Status;

/// An assessment with the claims of its conflict. Its JSON is frozen: later versions add keys and remove none.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct FilledAssessment {
    /// Always `gainsay/assess/1`.
    schema: &'static str,
    /// The question that it is about.
    pub question: String,
    /// How it stands.
    pub status: Status,
    /// The full names of the claims in dispute that nobody has explained yet, in order; where all are explained those of every
    /// dispute; empty where there is none, and then nothing is to be assessed.
    pub claims: Vec<String>,
    /// Why the conflict stands, or how it was resolved; null where that is still to be said.
    pub rationale: Option<String>,
    /// Who decides; null where nobody is named.
    pub decided_by: Option<String>,
    /// The day.
    pub decided_at: String,
    /// The assessment as it stands in its file, or would; null where nothing is to be assessed.
    pub toml: Option<String>,
    /// The path of the file below the dossier that it was written into; null where nothing was written.
    pub file: Option<String>,
}

/// What the desk says, with the words that it has for it.
pub(crate) struct Decided<'d> {
    pub(crate) question: &'d str,
    pub(crate) status: Status,
    pub(crate) rationale: Option<&'d str>,
    pub(crate) by: Option<&'d str>,
    pub(crate) at: String,
}

impl FilledAssessment {
    /// Of the claims in dispute, and the TOML that comes of them; nothing is written yet.
    pub(crate) fn new(decided: Decided<'_>, claims: Vec<String>, toml: String) -> FilledAssessment {
        FilledAssessment {
            schema: "gainsay/assess/1",
            question: decided.question.to_owned(),
            status: decided.status,
            toml: (!claims.is_empty()).then_some(toml),
            claims,
            rationale: decided.rationale.map(str::to_owned),
            decided_by: decided.by.map(str::to_owned),
            decided_at: decided.at,
            file: None,
        }
    }
}
