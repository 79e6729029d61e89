//! What leaves a dossier for programs, and what its parts are made of.

use std::collections::BTreeMap;

use super::public::Public;
use crate::judge::Court;
use crate::judge::standing::Standing;
use crate::model::Dossier;
use crate::model::source::AgentKind;
use crate::model::table::{AgentId, ClaimId, Id, SourceId};
use crate::view::site::stand;
use crate::view::withheld::Gate;

/// What stands before and behind a quote in its text; empty at its ends.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Surroundings {
    pub(crate) before: String,
    pub(crate) behind: String,
}

/// Whoever is named, by id and in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Named {
    pub(crate) id: String,
    pub(crate) name: String,
    pub(crate) kind: Option<AgentKind>,
}

/// What leaves a dossier for programs. Each of its parts is made when it is asked for, so that not all of them are held.
pub(crate) struct Exchange<'a> {
    pub(super) court: &'a Court<'a>,
    pub(super) public: Public<'a>,
    /// By claim.
    standings: Vec<Standing>,
    /// What stands around quotes in texts that are held, where nobody recorded it.
    pub(super) surroundings: BTreeMap<ClaimId, Surroundings>,
}

impl<'a> Exchange<'a> {
    pub(crate) fn new(court: &'a Court<'a>, surroundings: BTreeMap<ClaimId, Surroundings>) -> Self {
        Exchange { court, public: Public::new(court.dossier()), standings: stand(court), surroundings }
    }

    /// The title of the dossier.
    pub(crate) fn title(&self) -> &'a str {
        &self.dossier().title
    }

    /// The language of the dossier, as a BCP 47 tag, where it is recorded.
    pub(crate) fn language(&self) -> Option<&'a str> {
        self.dossier().language.as_deref()
    }

    /// How many claims stay in the record: those of restricted sources.
    pub(crate) fn stay(&self) -> usize {
        self.dossier().claims.ids().filter(|id| !self.gate().shows_claim(*id)).count()
    }

    pub(super) fn dossier(&self) -> &'a Dossier {
        self.court.dossier()
    }

    pub(super) fn gate(&self) -> Gate<'a> {
        self.public.gate
    }

    pub(super) fn agent(&self, id: AgentId) -> Named {
        let agents = &self.dossier().agents;
        Named { id: agents.name(id).to_owned(), name: agents[id].name.clone(), kind: agents[id].kind }
    }

    pub(super) fn agents_of(&self, ids: &[AgentId]) -> Vec<Named> {
        ids.iter().map(|id| self.agent(*id)).collect()
    }

    /// The ids of those of some sources that are public.
    pub(super) fn public_sources<'i>(&self, ids: impl IntoIterator<Item = &'i SourceId>) -> Vec<String> {
        let shown = ids.into_iter().filter(|id| self.gate().shows(**id));
        shown.map(|id| self.dossier().sources.name(*id).to_owned()).collect()
    }

    pub(super) fn standing(&self, id: ClaimId) -> Standing {
        self.standings[id.index()]
    }
}
