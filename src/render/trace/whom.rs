//! Which stops of several ways are one and the same.

use crate::view::name::{ClaimName, Who};
use crate::view::trace::Hop;

/// What tells one hop from others: nobody knows whether two officials without a name are one, nor two publishers that
/// are not known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Whom<'a> {
    /// Whoever has a name.
    Known(&'a Who),
    /// One who has none, within the source that speaks of them.
    Unnamed(&'a Who, &'a str),
}

/// Who a hop on the way of a claim is.
pub(super) fn whom<'a>(claim: &'a ClaimName, hop: &'a Hop) -> Whom<'a> {
    if hop.named { Whom::Known(&hop.id) } else { Whom::Unnamed(&hop.id, claim.source()) }
}
