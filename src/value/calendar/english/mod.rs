//! Dates in English prose.

pub(crate) mod context;
pub(crate) mod phrases;
pub(crate) mod prose;
pub(crate) mod said;
pub(crate) mod words;
