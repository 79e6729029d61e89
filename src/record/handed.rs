//! How much of a record was handed on.

/// How many claims were given, and how many were not.
pub(crate) struct Handed {
    pub(crate) given: usize,
    /// Those of restricted sources, which stay in the record.
    pub(crate) stay: usize,
    /// Those without a quote, where they have nothing to stand in without one.
    pub(crate) unquoted: usize,
}
