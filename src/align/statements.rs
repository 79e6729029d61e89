//! What claims and sources say of each other that takes something back, and which of it counts.
//!
//! See semantics.md, section 4, below the table.

use std::collections::{BTreeSet, HashMap};

use crate::model::table::{ClaimId, Id, SourceId};
use crate::vocabulary::vocabulary;

vocabulary! {
    /// How one claim or source takes another back.
    pub(crate) enum Change {
        Corrects = "corrects",
        Retracts = "retracts",
        Supersedes = "supersedes",
    }
}

/// One says that it takes another back.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Statement<T> {
    pub(crate) from: T,
    pub(crate) to: T,
    pub(crate) change: Change,
}

/// Claims and sources that take each other back all round, each in order.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Ring {
    pub(crate) claims: Vec<ClaimId>,
    pub(crate) sources: Vec<SourceId>,
}

/// What is stated, sorted by what comes of it.
#[derive(Debug, Default)]
pub(crate) struct Statements {
    /// By claim, where it counts: what it corrects or retracts, through chains.
    pub(super) corrected_by: HashMap<ClaimId, BTreeSet<ClaimId>>,
    /// By claim, where it counts: what it supersedes, through chains.
    pub(super) superseded_by: HashMap<ClaimId, BTreeSet<ClaimId>>,
    /// Where it counts: the sources, each with one that it corrects.
    pub(super) sources_corrected: BTreeSet<(SourceId, SourceId)>,
    /// Where it counts: the sources, each with one that retracts it.
    pub(super) sources_retracted: BTreeSet<(SourceId, SourceId)>,
    /// What somebody else says of a claim: it is shown, and takes nothing back.
    pub(crate) of_others: Vec<Statement<ClaimId>>,
    /// What somebody else says of a source.
    pub(crate) of_other_sources: Vec<Statement<SourceId>>,
    /// What takes each other back all round, so that none does.
    pub(crate) rings: Vec<Ring>,
    /// Rings on which somebody takes back what is another's.
    pub(crate) idle_rings: Vec<Ring>,
    /// Claims that take back more than is followed, through chains, in order.
    pub(crate) cut: Vec<ClaimId>,
    /// Of pages of which more captures take something back than are put in order: one, in order.
    pub(crate) cut_captures: Vec<SourceId>,
}

impl Statements {
    /// What a claim corrects or retracts, through chains.
    pub(crate) fn corrected_by(&self, claim: ClaimId) -> &BTreeSet<ClaimId> {
        of(&self.corrected_by, claim)
    }

    /// What a claim supersedes, through chains.
    pub(crate) fn superseded_by(&self, claim: ClaimId) -> &BTreeSet<ClaimId> {
        of(&self.superseded_by, claim)
    }

    /// Whether the one source corrects the other.
    pub(crate) fn corrects(&self, from: SourceId, to: SourceId) -> bool {
        self.sources_corrected.contains(&(from, to))
    }

    /// The sources that a source corrects.
    pub(crate) fn corrected(&self, source: SourceId) -> impl Iterator<Item = SourceId> + '_ {
        let of = (source, SourceId::from_index(0))..=(source, SourceId::from_index(u32::MAX as usize));
        self.sources_corrected.range(of).map(|(_, to)| *to)
    }

    /// The sources that retract a source.
    pub(crate) fn retracting(&self, source: SourceId) -> impl Iterator<Item = SourceId> + '_ {
        let of = (source, SourceId::from_index(0))..=(source, SourceId::from_index(u32::MAX as usize));
        self.sources_retracted.range(of).map(|(_, from)| *from)
    }
}

fn of(stated: &HashMap<ClaimId, BTreeSet<ClaimId>>, claim: ClaimId) -> &BTreeSet<ClaimId> {
    static NONE: BTreeSet<ClaimId> = BTreeSet::new();
    stated.get(&claim).unwrap_or(&NONE)
}
