//! The discrepancy report as text: one file for each format.

mod brief;
pub(crate) mod html;
pub(crate) mod markdown;
pub(crate) mod prose;
pub(crate) mod terminal;
pub(crate) mod told;

#[cfg(test)]
pub(in crate::render) mod tests;
