//! What a reading may ask of the rest of the dossier: its own words for quantities, its ids, and its clock.

use crate::value::calendar::Zone;
use crate::value::quantity::Quantifiers;
use crate::value::shape::Node;

/// What a reading may ask of the rest of the dossier.
pub(crate) struct Context<'a> {
    pub(crate) quantifiers: &'a Quantifiers,
    pub(crate) names: &'a dyn Lookup,
    /// Where a time without an offset stands; `None` where nothing is said of it.
    pub(crate) zone: Option<&'a Zone>,
}

/// Finds the node of an id.
pub(crate) trait Lookup {
    fn agent(&self, id: &str) -> Option<Node>;
    fn place(&self, id: &str) -> Option<Node>;
    /// A plain word of a set.
    fn word(&self, word: &str) -> Option<Node>;
}
