//! All ids of a dossier, by what they name.

use super::key::{KeyForm, Referent, TableKey};
use super::names::Known;

/// All ids of a dossier, by what they name.
pub(super) struct Ids {
    pub(super) sources: Known,
    pub(super) agents: Known,
    pub(super) places: Known,
    pub(super) events: Known,
    pub(super) questions: Known,
    pub(super) groups: Known,
    pub(super) claims: Known,
    /// The plain words of sets, in order, each once.
    pub(super) words: Vec<String>,
}

impl Ids {
    /// The ids that a key refers to, by its form.
    pub(super) fn of(&self, key: impl TableKey) -> &Known {
        match key.key().form {
            KeyForm::Id(of) | KeyForm::Ids(of) | KeyForm::IdOrIds(of) | KeyForm::Partitions(of) => {
                self.known(of)
            }
            form => unreachable!("`{}` is no key of ids: {form:?}", key.word()),
        }
    }

    pub(super) fn known(&self, of: Referent) -> &Known {
        match of {
            Referent::Source => &self.sources,
            Referent::Agent => &self.agents,
            Referent::Place => &self.places,
            Referent::Event => &self.events,
            Referent::Question => &self.questions,
            Referent::Group => &self.groups,
            Referent::Claim => &self.claims,
        }
    }

    /// The number of a plain word of sets.
    pub(super) fn word(&self, word: &str) -> Option<u32> {
        self.words.binary_search_by(|known| known.as_str().cmp(word)).ok().map(|number| number as u32)
    }
}
