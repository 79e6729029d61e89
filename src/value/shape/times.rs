//! A date as read: its two sets.

use super::bounds::Bounds;

/// A date as read.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) struct Times {
    pub(crate) bounds: Bounds,
}
