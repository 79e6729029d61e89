//! Who says a thing where: claims that are told in one breath.

use std::collections::BTreeMap;

use super::statement::Statement;

/// Claims that one speaker makes in one source, of the same scope and moment.
pub(crate) struct Voice<'a> {
    /// The first claim: who speaks and where, when and of what are the same in all.
    pub(crate) first: &'a Statement,
    /// All of them, the first among them.
    pub(crate) all: Vec<&'a Statement>,
}

/// Claims by who says them where, in the order in which they come.
pub(crate) fn voices<'a>(claims: impl IntoIterator<Item = &'a Statement>) -> Vec<Voice<'a>> {
    let mut found: Vec<Voice> = Vec::new();
    let mut places: BTreeMap<_, usize> = BTreeMap::new();
    for claim in claims {
        let who = (&claim.source, &claim.speaker, &claim.via);
        let place = *places.entry((who, &claim.scope, &claim.as_of, claim.modality)).or_insert(found.len());
        match found.get_mut(place) {
            Some(voice) => voice.all.push(claim),
            None => found.push(Voice { first: claim, all: vec![claim] }),
        }
    }
    found
}
