//! What a reading may ask of the rest of the dossier: its own words for quantities, and its ids.

use crate::value::quantity::Quantifiers;
use crate::value::shape::Node;

/// What a reading may ask of the rest of the dossier.
pub(crate) struct Context<'a> {
    pub(crate) quantifiers: &'a Quantifiers,
    pub(crate) names: &'a dyn Lookup,
}

/// Finds the node of an id.
pub(crate) trait Lookup {
    fn agent(&self, id: &str) -> Option<Node>;
    fn place(&self, id: &str) -> Option<Node>;
    /// A plain word of a set.
    fn word(&self, word: &str) -> Option<Node>;
}
