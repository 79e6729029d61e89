//! Dossier to [`Alignment`]: scopes, as-of, origins, relations, positions. Pure; it cannot fail.

pub(crate) mod across;
pub(crate) mod disputes;
pub(crate) mod impact;
pub(crate) mod independence;
mod joined;
pub(crate) mod looked;
pub(crate) mod moment;
pub(crate) mod origin;
pub(crate) mod outgrown;
pub(crate) mod party;
pub(crate) mod positions;
pub(crate) mod relation;
pub(crate) mod reuse;
pub(crate) mod rows;
pub(crate) mod scope;
mod sweep;
mod withdrawn;

use std::collections::{BTreeSet, HashMap};

use rayon::prelude::*;

use crate::model::Dossier;
use crate::model::claim::{Modality, Scope};
use crate::model::table::{ClaimId, Id, QuestionId, SourceId};
use looked::{Evidence, Looked, Recaptured, TextState};
use moment::{Order, When};
use origin::{Origin, Sources};
use scope::Groups;

/// A dossier with all that follows from it: what each claim covers, when it holds, and who it goes back to.
/// Relations between two claims are worked out where they are asked for; see [`relation::relate`].
pub(crate) struct Alignment<'d> {
    pub(crate) dossier: &'d Dossier,
    pub(crate) claims: Claims,
    pub(crate) sources: Sources,
    /// By claim.
    pub(crate) basics: Vec<Basics>,
    /// By claim.
    pub(crate) origins: Vec<Origin>,
    /// By claim: how its quote stands.
    pub(crate) evidence: Vec<Evidence>,
    /// By source: what became of its text.
    pub(crate) texts: Vec<TextState>,
    /// What texts share undeclared; empty where none was looked at.
    pub(crate) reuse: reuse::Reuse,
    /// What became of the quotes of earlier captures.
    pub(crate) recaptured: Vec<Recaptured>,
    /// By claim: whether rows 2 to 4 may concern it at all.
    may_change: Vec<bool>,
    withdrawn: BTreeSet<ClaimId>,
}

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
    corrected_by: HashMap<ClaimId, BTreeSet<ClaimId>>,
    superseded_by: HashMap<ClaimId, BTreeSet<ClaimId>>,
}

impl Claims {
    fn new(dossier: &Dossier) -> Self {
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
fn chains(
    dossier: &Dossier,
    links: impl Fn(&crate::model::claim::Claim) -> Vec<ClaimId>,
) -> HashMap<ClaimId, BTreeSet<ClaimId>> {
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

impl<'d> Alignment<'d> {
    /// Aligns a dossier; `looked` tells how its quotes stand.
    pub(crate) fn new(dossier: &'d Dossier, looked: Looked) -> Self {
        let claims = Claims::new(dossier);
        let sources = Sources::new(dossier);
        let ids: Vec<ClaimId> = dossier.claims.ids().collect();
        let basics: Vec<Basics> = ids
            .par_iter()
            .map(|id| {
                let claim = &dossier.claims[*id];
                let scope = scope::filled(&claim.scope, &dossier.questions[claim.question]);
                Basics { scope, when: moment::of(dossier, claim) }
            })
            .collect();
        let origins = origin::origins(dossier, &claims, &sources, &basics);
        let may_change = withdrawn::may_change(dossier, &claims, &sources);
        let mut alignment = Alignment {
            dossier,
            claims,
            sources,
            basics,
            origins,
            evidence: looked.evidence,
            texts: looked.texts,
            reuse: looked.reuse,
            recaptured: looked.recaptured,
            may_change,
            withdrawn: BTreeSet::new(),
        };
        alignment.withdrawn = withdrawn::withdrawn(&alignment);
        for id in &alignment.withdrawn {
            alignment.may_change[id.index()] = true;
        }
        alignment
    }

    /// Whether the claim has been corrected, retracted or superseded, stands in a retracted source, or repeats
    /// one of which that is so.
    pub(crate) fn is_withdrawn(&self, claim: ClaimId) -> bool {
        self.withdrawn.contains(&claim)
    }

    fn may_change(&self, claim: ClaimId) -> bool {
        self.may_change[claim.index()]
    }

    pub(crate) fn is_projected(&self, claim: ClaimId) -> bool {
        self.dossier.claims[claim].modality == Modality::Projected
    }

    /// Whether the claim says something that stands: it is not silent, withdrawn or projected.
    pub(crate) fn stands(&self, claim: ClaimId) -> bool {
        self.dossier.claims[claim].shape().is_some() && !self.is_withdrawn(claim) && !self.is_projected(claim)
    }

    /// Which of two sources is the later capture of one page, where they are captures of one and that can be told.
    pub(crate) fn later_capture(&self, a: SourceId, b: SourceId) -> Option<SourceId> {
        if a == b || !self.sources.one_family(a, b) {
            return None;
        }
        let after = |x: SourceId, y: SourceId| self.sources.captured[x.index()].contains(&y);
        match (after(a, b), after(b, a)) {
            (true, false) => return Some(a),
            (false, true) => return Some(b),
            (true, true) => return None,
            (false, false) => {}
        }
        // Two captures of a third: by their own dates.
        let (x, y) = (&self.dossier.sources[a], &self.dossier.sources[b]);
        let dated = [
            (x.updated.as_ref().or(x.published.as_ref()), y.updated.as_ref().or(y.published.as_ref())),
            (x.accessed.as_ref(), y.accessed.as_ref()),
        ];
        dated.into_iter().find_map(|(x, y)| match moment::order(x?, y?) {
            Order::Later => Some(a),
            Order::Earlier => Some(b),
            Order::Equal | Order::Unsettled => None,
        })
    }
}

#[cfg(test)]
impl<'d> Alignment<'d> {
    /// Aligns a dossier none of whose texts was looked at.
    pub(crate) fn without_texts(dossier: &'d Dossier) -> Self {
        Self::new(dossier, Looked::nothing(dossier))
    }
}
