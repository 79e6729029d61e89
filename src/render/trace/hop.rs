//! What is said of one hop, and what tells it from others.

use std::ops::Range;

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

/// Of the stops on the way of one claim so many are shown from each of its ends.
const MOST_AT_AN_END: usize = 32;

/// Of so many stops those that are left out, and what is said in their place.
pub(super) fn ends(count: usize) -> (String, Range<usize>) {
    let left_out = MOST_AT_AN_END..count.saturating_sub(MOST_AT_AN_END).max(MOST_AT_AN_END);
    (format!("… {} more steps …", left_out.len()), left_out)
}

#[cfg(test)]
mod tests {
    use super::ends;

    #[test]
    fn a_long_way_is_cut_in_its_middle() {
        for (count, left_out) in [(3, 0), (64, 0), (65, 1), (25_000, 24_936)] {
            assert_eq!(ends(count).1.len(), left_out, "{count}");
        }
        assert_eq!(ends(449).0, "… 385 more steps …");
    }
}
