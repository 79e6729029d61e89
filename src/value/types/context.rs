//! What a reading may ask of the rest of the dossier: its own words for quantities, its ids, its clock, and the claim beside
//! it.

use crate::value::calendar::Zone;
use crate::value::quantity::{Certainty, Quantifiers};
use crate::value::shape::{Bounds, Node};

/// What a reading may ask of the rest of the dossier.
pub(crate) struct Context<'a> {
    pub(crate) quantifiers: &'a Quantifiers,
    pub(crate) names: &'a dyn Lookup,
    /// Where a time without an offset stands; `None` where nothing is said of it.
    pub(crate) zone: Option<&'a Zone>,
    pub(crate) certainty: Certainty,
    /// What the other claim allows that a relative figure starts from, where it has been read.
    pub(crate) other: Option<&'a Bounds>,
}

/// Finds the node of an id.
pub(crate) trait Lookup {
    fn agent(&self, id: &str) -> Option<Node>;
    fn place(&self, id: &str) -> Option<Node>;
    /// A plain word of a set.
    fn word(&self, word: &str) -> Option<Node>;
}

/// Finds nothing: for tests of values that name nothing.
#[cfg(test)]
pub(super) struct Nobody;

#[cfg(test)]
impl Lookup for Nobody {
    fn agent(&self, _: &str) -> Option<Node> {
        None
    }

    fn place(&self, _: &str) -> Option<Node> {
        None
    }

    fn word(&self, _: &str) -> Option<Node> {
        None
    }
}
