//! What is said of one hop, and what tells it from others.

use crate::view::name::{ClaimName, Who};
use crate::view::trace::{Hop, Role};

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

/// What is worth knowing of a hop before one relies on it.
pub(super) fn marks(hop: &Hop) -> Vec<String> {
    let mut said: Vec<String> = hop
        .derived_from
        .iter()
        .map(|from| format!("says itself that it {} `{}`", from.how, from.source))
        .collect();
    if !hop.named && hop.id != Who::Unknown {
        said.push("not named".to_owned());
    }
    if hop.party {
        said.push("party to the event".to_owned());
    }
    if matches!(hop.role, Role::Via | Role::Speaker) && hop.named && hop.held.is_empty() {
        said.push("its own text is not in the dossier".to_owned());
    }
    said
}
