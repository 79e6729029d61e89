//! What is asked of words about a quantity.

use super::formula::IsShare;
use super::quantifiers::Quantifiers;
use crate::value::number::{Measure, Unit};

/// What is asked, and with which words.
#[derive(Clone, Copy, Debug)]
pub(crate) struct QuantityReader<'a> {
    pub(crate) measure: Measure,
    pub(crate) unit: Option<&'a Unit<'a>>,
    pub(crate) quantifiers: &'a Quantifiers,
    pub(crate) certainty: Certainty,
}

/// How sure a source is of its figure, as far as its reading depends on it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Certainty {
    #[default]
    Stated,
    /// By its modality or its basis it is an estimate.
    Estimated,
}

impl<'a> QuantityReader<'a> {
    /// What is asked of words about a count.
    pub(crate) fn counts(quantifiers: &'a Quantifiers) -> Self {
        QuantityReader { measure: Measure::Count, unit: None, quantifiers, certainty: Certainty::Stated }
    }

    /// What is asked of words about an amount in a unit.
    pub(crate) fn amounts(unit: Option<&'a Unit<'a>>, quantifiers: &'a Quantifiers) -> Self {
        QuantityReader { measure: Measure::Amount, unit, quantifiers, certainty: Certainty::Stated }
    }

    /// Whether it asks for a share of all there is.
    pub(super) fn is_share(&self) -> IsShare {
        if self.unit.is_some_and(Unit::is_share) { IsShare::Yes } else { IsShare::No }
    }
}
