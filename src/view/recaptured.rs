//! The view of a later capture that was made a source: what would be written, and what became of each claim of the earlier.

use serde::Serialize;

use super::captures::Became;
use super::drafted::DraftedSource;
use super::name::ClaimName;

/// A later capture of a source, with the claims that it carries. Its JSON is frozen: later versions add keys and remove none.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct RecapturedSource {
    /// Always `gainsay/source-recapture/1`.
    schema: &'static str,
    /// The id of the earlier capture.
    pub old: String,
    /// The later capture, as `gainsay source add` has it.
    pub source: DraftedSource,
    /// The file that has its claims, below the dossier's folder; null where none is carried or proposed.
    pub claims_file: Option<String>,
    /// What stands in that file; null where there is none, or where it is withheld.
    pub claims_toml: Option<String>,
    /// What became of each claim of the earlier capture, in the order of their names.
    pub claims: Vec<CarriedClaim>,
    /// Whether the words are withheld: access to the source is restricted.
    pub withheld: bool,
}

/// What became of one claim.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct CarriedClaim {
    /// The claim, as `SOURCE#ID`.
    pub claim: ClaimName,
    /// Its name in the later capture; null where it is not carried.
    pub carried: Option<ClaimName>,
    /// What became of its quote; null where it has none.
    pub fate: Option<Became>,
    /// Why it is not carried though its words are there, or what was left out of it; null where there is nothing to say.
    pub note: Option<String>,
    /// Its quote; empty where it has none, or where it is withheld.
    pub quote: String,
    /// Its quote in the language of the dossier; null where that was not recorded, or is withheld.
    pub translation: Option<String>,
    /// The passage of the later capture that holds or resembles it; null where none does, or where it is withheld.
    pub now: Option<String>,
    /// Each difference in words with its kind; empty where they are withheld.
    pub differs: Vec<String>,
}

/// The file of the claims, and what stands in it.
pub(crate) struct ClaimsFile {
    pub(crate) path: String,
    pub(crate) toml: String,
}

impl RecapturedSource {
    pub(crate) fn new(
        old: &str,
        source: DraftedSource,
        file: Option<ClaimsFile>,
        claims: Vec<CarriedClaim>,
    ) -> Self {
        let (claims_file, claims_toml) = file.map(|file| (file.path, file.toml)).unzip();
        let schema = "gainsay/source-recapture/1";
        RecapturedSource {
            schema,
            old: old.to_owned(),
            source,
            claims_file,
            claims_toml,
            claims,
            withheld: false,
        }
    }

    /// The same without the words of the source.
    pub(crate) fn withheld(self) -> Self {
        let without = |claim: CarriedClaim| CarriedClaim {
            quote: String::new(),
            translation: None,
            now: None,
            differs: Vec::new(),
            ..claim
        };
        RecapturedSource {
            source: self.source.withheld(),
            claims_toml: None,
            claims: self.claims.into_iter().map(without).collect(),
            withheld: true,
            ..self
        }
    }
}
