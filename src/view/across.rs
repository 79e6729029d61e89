//! What claims on several questions break together.

use serde::Serialize;

use super::name::{ClaimName, QuestionName};
use crate::align::Alignment;
use crate::align::across::Across;
use crate::model::table::ClaimId;
use crate::vocabulary::vocabulary;

vocabulary! {
    /// What claims on several questions may break together.
    pub enum Law {
        /// A part never exceeds its whole.
        PartExceedsWhole = "part-exceeds-whole",
        /// The parts of a sum add up to it.
        SumMismatch = "sum-mismatch",
    }
}

/// Claims on several questions that cannot hold together.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct AcrossQuestions {
    /// What they break.
    pub relation: Law,
    /// The parts first, the whole last.
    pub claims: Vec<ClaimName>,
    /// The question of each of the claims.
    pub questions: Vec<QuestionName>,
    /// Why they cannot hold together, in a sentence.
    pub reason: String,
}

impl AcrossQuestions {
    /// `None` where nothing is known to be broken.
    pub(crate) fn new(alignment: &Alignment, law: &Across) -> Option<Self> {
        let dossier = alignment.dossier;
        let claims = law.claims();
        let question = |id: &ClaimId| QuestionName::new(dossier, dossier.claims[*id].question);
        let words = |id: &ClaimId| dossier.claims[*id].words();
        let (relation, reason) = match law {
            Across::Unseen { .. } => return None,
            Across::PartExceedsWhole(found) => {
                let (part, whole) = (&found.parts[0], &found.wholes[0]);
                let (part, whole) = ((words(part), question(part)), (words(whole), question(whole)));
                let mut reason = format!(
                    "`{}` on `{}` is more than `{}` on `{}`, of which it is a part",
                    part.0, part.1, whole.0, whole.1
                );
                if found.pairs > 1 {
                    reason.push_str(&format!(", and {} more such pairs", found.pairs - 1));
                }
                (Law::PartExceedsWhole, reason)
            }
            Across::SumMismatch(found) => {
                let kind = &dossier.questions[dossier.claims[found.wholes[0]].question].kind;
                let (sum, whole) = (kind.shown(&found.sum), words(&found.wholes[0]));
                let parts = if found.missing.is_empty() { "the parts" } else { "the parts that are given" };
                (Law::SumMismatch, format!("{parts} make {sum}, the whole is given as `{whole}`"))
            }
        };
        Some(AcrossQuestions {
            relation,
            questions: claims.iter().map(question).collect(),
            claims: ClaimName::all(dossier, &claims),
            reason,
        })
    }
}
