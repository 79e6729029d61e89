//! What takes what back all round, claims and sources together: a source that is taken back falls with what its claims state,
//! and a later capture takes the place of an earlier one without a word.

use std::collections::{BTreeMap, BTreeSet};

use super::alignment::Alignment;
use super::statements::{Ring, Statement};
use crate::model::table::{ClaimId, Id, SourceId};
use crate::value::rings::strongly_connected;

/// Of one page so many captures that state something, or of which something is stated, are put in order by their dates, each
/// with each. Where there are more, that is told.
pub(crate) const MOST_CAPTURES: usize = 200;

/// Which statements lead round.
pub(super) struct Round {
    /// By claim, then by source as one that takes back, then by source as one that is taken back: the ring it lies on.
    numbers: Vec<Option<u32>>,
    claims: usize,
    sources: usize,
    /// Which source stands in a later capture of which.
    captures: Vec<(SourceId, SourceId)>,
    /// The first captures of pages that have more than are put in order.
    pub(super) cut: Vec<SourceId>,
}

impl Round {
    pub(super) fn new(
        alignment: &Alignment,
        claims: &[Statement<ClaimId>],
        sources: &[Statement<SourceId>],
    ) -> Self {
        let dossier = alignment.dossier;
        if claims.is_empty() && sources.is_empty() {
            // Where nothing is stated, nothing leads round, and no page is put in order.
            return Round {
                numbers: Vec::new(),
                claims: 0,
                sources: 0,
                captures: Vec::new(),
                cut: Vec::new(),
            };
        }
        let (captures, cut) = captures(alignment, claims, sources);
        let count = dossier.claims.len() + 2 * dossier.sources.len();
        let (claim_count, source_count) = (dossier.claims.len(), dossier.sources.len());
        let mut round =
            Round { numbers: Vec::new(), claims: claim_count, sources: source_count, captures, cut };
        let mut links: Vec<Vec<usize>> = vec![Vec::new(); count];
        for it in claims {
            links[it.from.index()].push(it.to.index());
        }
        let of_sources = sources.iter().map(|it| (it.from, it.to));
        for (from, to) in of_sources.chain(round.captures.iter().copied()) {
            links[round.takes(from)].push(round.taken(to));
        }
        for id in dossier.sources.ids() {
            links[round.taken(id)].push(round.takes(id));
        }
        for (id, claim) in dossier.claims.iter() {
            links[round.taken(claim.source)].push(id.index());
            links[id.index()].push(round.takes(claim.source));
        }
        round.numbers = strongly_connected(&links).1;
        round
    }

    fn takes(&self, source: SourceId) -> usize {
        self.claims + source.index()
    }

    fn taken(&self, source: SourceId) -> usize {
        self.claims + self.sources + source.index()
    }

    fn ring(&self, from: usize, to: usize) -> Option<u32> {
        self.numbers[from].filter(|_| self.numbers[from] == self.numbers[to])
    }

    /// Whether what a claim states leads back to it.
    pub(super) fn is_of_claims(&self, it: &Statement<ClaimId>) -> bool {
        it.from == it.to || self.ring(it.from.index(), it.to.index()).is_some()
    }

    /// Whether what a source states leads back to it.
    pub(super) fn is_of_sources(&self, it: &Statement<SourceId>) -> bool {
        self.ring(self.takes(it.from), self.taken(it.to)).is_some()
    }

    /// The rings on which some of these statements lie, in order.
    pub(super) fn rings(&self, claims: &[Statement<ClaimId>], sources: &[Statement<SourceId>]) -> Vec<Ring> {
        let mut found: BTreeMap<u32, (BTreeSet<ClaimId>, BTreeSet<SourceId>)> = BTreeMap::new();
        let mut alone: BTreeSet<ClaimId> = BTreeSet::new();
        for it in claims {
            match self.ring(it.from.index(), it.to.index()) {
                Some(ring) => found.entry(ring).or_default().0.extend([it.from, it.to]),
                None if it.from == it.to => drop(alone.insert(it.from)),
                None => {}
            }
        }
        for it in sources {
            if let Some(ring) = self.ring(self.takes(it.from), self.taken(it.to)) {
                found.entry(ring).or_default().1.extend([it.from, it.to]);
            }
        }
        // Captures alone lead nowhere: what they say is told where something is stated besides.
        for (from, to) in &self.captures {
            let ring = self.ring(self.takes(*from), self.taken(*to));
            if let Some((_, sources)) = ring.and_then(|ring| found.get_mut(&ring)) {
                sources.extend([*from, *to]);
            }
        }
        let alone = alone.into_iter().map(|id| Ring { claims: vec![id], sources: Vec::new() });
        let found = found.into_values().map(|(claims, sources)| Ring {
            claims: Vec::from_iter(claims),
            sources: Vec::from_iter(sources),
        });
        let mut rings: Vec<Ring> = found.chain(alone).collect();
        rings.sort_unstable();
        rings
    }
}

/// Which sources are later captures of which: as they say themselves, and by their dates where two are captures of a third
/// and what they state, or what is stated of them, may lead round.
fn captures(
    alignment: &Alignment,
    claims: &[Statement<ClaimId>],
    sources: &[Statement<SourceId>],
) -> (Vec<(SourceId, SourceId)>, Vec<SourceId>) {
    let dossier = alignment.dossier;
    let is_later = |pair: &(SourceId, SourceId)| alignment.later_capture(pair.0, pair.1) == Some(pair.0);
    let said = dossier.sources.iter().filter_map(|(id, source)| Some((id, source.capture_of?)));
    let mut found: Vec<(SourceId, SourceId)> = said.filter(is_later).collect();
    let source = |id: ClaimId| dossier.claims[id].source;
    let of_claims = claims.iter().flat_map(|it| [source(it.from), source(it.to)]);
    let touched: BTreeSet<SourceId> =
        of_claims.chain(sources.iter().flat_map(|it| [it.from, it.to])).collect();
    let mut families: BTreeMap<SourceId, Vec<SourceId>> = BTreeMap::new();
    for id in touched {
        families.entry(alignment.sources.family[id.index()]).or_default().push(id);
    }
    let mut cut = Vec::new();
    for family in families.values() {
        let looked_at = &family[..family.len().min(MOST_CAPTURES)];
        cut.extend((looked_at.len() < family.len()).then_some(family[0]));
        let each = |a: SourceId| looked_at.iter().map(move |b| (a, *b));
        found.extend(looked_at.iter().flat_map(|a| each(*a)).filter(is_later));
    }
    (found, cut)
}
