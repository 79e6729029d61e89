//! What is asked of words about a quantity.

use super::quantifiers::Quantifiers;
use crate::value::number::{Measure, Unit};

/// What is asked, and with which words.
#[derive(Clone, Copy, Debug)]
pub(crate) struct QuantityReader<'a> {
    pub(crate) measure: Measure,
    pub(crate) unit: Option<&'a Unit<'a>>,
    pub(crate) quantifiers: &'a Quantifiers,
}
