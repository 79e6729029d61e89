//! Why a claim no longer stands: who took it back.

use crate::model::table::{ClaimId, SourceId};

/// Who took a claim back, or what it repeats that was.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Withdrawal {
    /// The claims that say so of it themselves, or that stand in a later capture.
    pub(crate) by: Vec<ClaimId>,
    /// The sources that correct or retract its own.
    pub(crate) by_source: Vec<SourceId>,
    /// Where nobody took it back itself: the withdrawn claims that it repeats.
    pub(crate) repeats: Vec<ClaimId>,
}
