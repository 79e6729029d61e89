//! Who says a thing where: claims that are told in one breath.

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
    for claim in claims {
        match found.iter_mut().find(|voice| voice.is_of(claim)) {
            Some(voice) => voice.all.push(claim),
            None => found.push(Voice { first: claim, all: vec![claim] }),
        }
    }
    found
}

impl Voice<'_> {
    fn is_of(&self, claim: &Statement) -> bool {
        let first = self.first;
        (&first.source, &first.speaker, &first.via) == (&claim.source, &claim.speaker, &claim.via)
            && (&first.scope, &first.as_of, first.modality) == (&claim.scope, &claim.as_of, claim.modality)
    }
}
