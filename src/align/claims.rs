//! The claims of each question, what each covers and when it holds, and what they say of each other.

use std::collections::{BTreeSet, HashMap};

use super::moment::When;
use super::scope::Groups;
use crate::model::Dossier;
use crate::model::claim::{Claim, Scope};
use crate::model::table::{ClaimId, Id, QuestionId, SourceId};

/// What a claim covers and when it holds.
#[derive(Clone, Debug)]
pub(crate) struct Basics {
    pub(crate) scope: Scope,
    pub(crate) when: When,
}

/// The claims of each question, and what they say of each other.
#[derive(Debug, Default)]
pub(crate) struct Claims {
    pub(crate) by_question: Vec<Vec<ClaimId>>,
    by_source: HashMap<(QuestionId, SourceId), Vec<ClaimId>>,
    pub(crate) groups: Groups,
    pub(super) corrected_by: HashMap<ClaimId, BTreeSet<ClaimId>>,
    pub(super) superseded_by: HashMap<ClaimId, BTreeSet<ClaimId>>,
}

impl Claims {
    pub(super) fn new(dossier: &Dossier) -> Self {
        let by_question = dossier.claims_by_question();
        let mut by_source: HashMap<_, Vec<ClaimId>> = HashMap::with_capacity(dossier.claims.len());
        for (id, claim) in dossier.claims.iter() {
            by_source.entry((claim.question, claim.source)).or_default().push(id);
        }
        let corrected_by =
            chains(dossier, |claim| claim.corrects.iter().chain(&claim.retracts).copied().collect());
        let superseded_by = chains(dossier, |claim| claim.supersedes.clone());
        Claims { by_question, by_source, groups: Groups::new(dossier), corrected_by, superseded_by }
    }

    pub(crate) fn on(&self, question: QuestionId) -> &[ClaimId] {
        &self.by_question[question.index()]
    }

    pub(crate) fn of(&self, question: QuestionId, source: SourceId) -> &[ClaimId] {
        self.by_source.get(&(question, source)).map_or(&[], Vec::as_slice)
    }

    /// What a claim says that it corrects or retracts, through chains.
    pub(crate) fn corrected_by(&self, claim: ClaimId) -> &BTreeSet<ClaimId> {
        static NONE: BTreeSet<ClaimId> = BTreeSet::new();
        self.corrected_by.get(&claim).unwrap_or(&NONE)
    }

    /// What a claim says that it supersedes, through chains.
    pub(crate) fn superseded_by(&self, claim: ClaimId) -> &BTreeSet<ClaimId> {
        static NONE: BTreeSet<ClaimId> = BTreeSet::new();
        self.superseded_by.get(&claim).unwrap_or(&NONE)
    }
}

/// For each claim that links to others: all that is reached through such links.
fn chains(dossier: &Dossier, links: impl Fn(&Claim) -> Vec<ClaimId>) -> HashMap<ClaimId, BTreeSet<ClaimId>> {
    let mut all = HashMap::new();
    for (id, claim) in dossier.claims.iter() {
        let mut open = links(claim);
        if open.is_empty() {
            continue;
        }
        let mut found = BTreeSet::new();
        while let Some(next) = open.pop() {
            if next != id && found.insert(next) {
                open.extend(links(&dossier.claims[next]));
            }
        }
        all.insert(id, found);
    }
    all
}
