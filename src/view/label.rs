//! A position in a few words.

use std::collections::BTreeSet;

use crate::align::positions::Position;
use crate::model::Dossier;
use crate::model::table::ClaimId;

/// So many different answers are named.
const MOST: usize = 4;

/// The items that a position is about, or what its claims say, each once.
pub(crate) fn label(dossier: &Dossier, position: &Position, say: &dyn Fn(ClaimId) -> String) -> String {
    if !position.items.is_empty() {
        let titles = position.items.iter().map(|item| dossier.node_title(*item));
        return titles.collect::<Vec<_>>().join(", ");
    }
    let mut said: Vec<String> = Vec::new();
    let mut seen: BTreeSet<String> = BTreeSet::new();
    let list = if position.supporting.is_empty() { &position.claims } else { &position.supporting };
    for id in list {
        let words = say(*id);
        if seen.insert(words.clone()) && said.len() < MOST {
            said.push(words);
        }
    }
    let more = seen.len() - said.len();
    let label = said.join(" · ");
    if more > 0 { format!("{label} and {more} more") } else { label }
}
