//! Which statements that take something back count: those of whoever may take it back, and none that lead round.
//!
//! See semantics.md, section 4, below the table.

use std::collections::{BTreeMap, BTreeSet, HashMap, VecDeque};

use super::alignment::Alignment;
use super::origin::{Speaker, is_one};
use super::statements::{Change, Statement, Statements};
use crate::model::Dossier;
use crate::model::claim::Claim;
use crate::model::table::{ClaimId, Id, SourceId};
use crate::value::rings::strongly_connected;

/// What claims and sources state of each other.
pub(super) fn statements(alignment: &Alignment) -> Statements {
    let dossier = alignment.dossier;
    let (counted, of_others) = stated_by_claims(dossier).partition(|it| counts(alignment, it));
    let (counted, rings) = without_rings(dossier.claims.len(), counted);
    let (sources, of_other_sources) = stated_by_sources(dossier).partition(|it| source_counts(dossier, it));
    let (sources, source_rings) = without_rings(dossier.sources.len(), sources);
    let pairs = |of: Change| {
        let of = sources.iter().filter(move |it| it.change == of);
        of.map(|it| (it.from, it.to)).collect::<BTreeSet<(SourceId, SourceId)>>()
    };
    let retracted = pairs(Change::Retracts).into_iter().map(|(from, to)| (to, from));
    let mut cut = BTreeSet::new();
    Statements {
        corrected_by: chains(&counted, &[Change::Corrects, Change::Retracts], &mut cut),
        superseded_by: chains(&counted, &[Change::Supersedes], &mut cut),
        cut: Vec::from_iter(cut),
        sources_corrected: pairs(Change::Corrects),
        sources_retracted: retracted.collect(),
        of_others,
        of_other_sources,
        rings,
        source_rings,
    }
}

fn stated_by_claims(dossier: &Dossier) -> impl Iterator<Item = Statement<ClaimId>> + '_ {
    let lists = |claim: &Claim| {
        [
            (Change::Corrects, claim.corrects.clone()),
            (Change::Retracts, claim.retracts.clone()),
            (Change::Supersedes, claim.supersedes.clone()),
        ]
    };
    dossier.claims.iter().flat_map(move |(from, claim)| {
        lists(claim)
            .into_iter()
            .flat_map(move |(change, list)| list.into_iter().map(move |to| Statement { from, to, change }))
    })
}

fn stated_by_sources(dossier: &Dossier) -> impl Iterator<Item = Statement<SourceId>> + '_ {
    dossier.sources.iter().flat_map(|(from, source)| {
        let lists = [(Change::Corrects, &source.corrects), (Change::Retracts, &source.retracts)];
        lists
            .into_iter()
            .flat_map(move |(change, list)| list.iter().map(move |to| Statement { from, to: *to, change }))
    })
}

/// Whether a claim may take another back: it is of its origin, its origin or its source's publisher is the other source's
/// publisher, it stands in a later capture of that source, or the desk names both.
fn counts(alignment: &Alignment, stated: &Statement<ClaimId>) -> bool {
    let Statement { from, to, .. } = *stated;
    let dossier = alignment.dossier;
    let (source, other) = (dossier.claims[from].source, dossier.claims[to].source);
    let publisher = dossier.sources[other].publisher;
    let of_publisher = publisher.is_some_and(|agent| {
        alignment.origins[from.index()].speaker == Speaker::Agent(agent)
            || dossier.sources[source].publisher == Some(agent)
    });
    of_publisher
        || is_one(&alignment.origins[from.index()], &alignment.origins[to.index()])
        || alignment.later_capture(source, other) == Some(source)
        || dossier.assessments.iter().any(|it| {
            let names = |id: &ClaimId| it.claims.contains(id) || it.preferred.contains(id);
            it.question == dossier.claims[to].question && names(&from) && names(&to)
        })
}

/// Whether a source may take another back: one of its own publisher's may.
fn source_counts(dossier: &Dossier, stated: &Statement<SourceId>) -> bool {
    let publisher = |id: SourceId| dossier.sources[id].publisher;
    publisher(stated.from).is_some() && publisher(stated.from) == publisher(stated.to)
}

/// What is stated without what leads round, and the rings, each in order. There are so many that can state something.
fn without_rings<I: Id + Ord>(count: usize, stated: Vec<Statement<I>>) -> (Vec<Statement<I>>, Vec<Vec<I>>) {
    let mut links: Vec<Vec<usize>> = vec![Vec::new(); count];
    for it in &stated {
        links[it.from.index()].push(it.to.index());
    }
    let (_, rings) = strongly_connected(&links);
    let ring = |id: I| rings[id.index()];
    let leads_round =
        |it: &Statement<I>| it.from == it.to || ring(it.from).is_some() && ring(it.from) == ring(it.to);
    let mut found: BTreeMap<Option<u32>, BTreeSet<I>> = BTreeMap::new();
    for it in stated.iter().filter(|it| leads_round(it) && it.from != it.to) {
        found.entry(ring(it.from)).or_default().extend([it.from, it.to]);
    }
    let mut rings: Vec<Vec<I>> = found.into_values().map(Vec::from_iter).collect();
    rings.extend(stated.iter().filter(|it| it.from == it.to).map(|it| vec![it.from]));
    rings.sort_unstable();
    rings.dedup();
    (stated.into_iter().filter(|it| !leads_round(it)).collect(), rings)
}

/// What a claim takes back is followed through so many others: those that it names itself, and the nearest behind them. Where
/// there are more, that is told.
pub(crate) const MOST_TAKEN_BACK: usize = 100;

/// For each claim that states such a change: what is reached through such statements. What is not reached is `cut`.
fn chains(
    counted: &[Statement<ClaimId>],
    changes: &[Change],
    cut: &mut BTreeSet<ClaimId>,
) -> HashMap<ClaimId, BTreeSet<ClaimId>> {
    let mut links: HashMap<ClaimId, Vec<ClaimId>> = HashMap::new();
    for it in counted.iter().filter(|it| changes.contains(&it.change)) {
        links.entry(it.from).or_default().push(it.to);
    }
    let mut reached = |start: ClaimId| {
        let mut found: BTreeSet<ClaimId> = links[&start].iter().copied().collect();
        let mut open: VecDeque<ClaimId> = found.iter().copied().collect();
        while let Some(next) = open.pop_front() {
            for id in links.get(&next).into_iter().flatten().copied() {
                if found.len() >= MOST_TAKEN_BACK && !found.contains(&id) {
                    cut.insert(start);
                    return found;
                }
                if found.insert(id) {
                    open.push_back(id);
                }
            }
        }
        found
    };
    links.keys().map(|start| (*start, reached(*start))).collect()
}
