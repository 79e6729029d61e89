//! What may take what back all round: claims and sources that have to be seen together, since nothing counts that leads round.
//!
//! It is worked out from what is named alone, before it is known what counts and which capture is the later: so all rings are
//! found that there are, and perhaps some that are none.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::Dossier;
use crate::model::joined::Sets;
use crate::model::table::{Id, SourceId};
use crate::value::rings::strongly_connected;

/// Claims and sources that may take each other back all round.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Ring<'t> {
    /// By their full names, in order; there is at least one.
    pub(super) claims: Vec<&'t str>,
    /// The sources that another on the ring says it takes back, in order: what becomes of their claims depends on the ring.
    pub(super) sources: Vec<SourceId>,
}

/// The rings of which some claims are a part, given what each claim says that it takes back.
pub(super) fn rings<'t>(dossier: &Dossier, taken_back: &'t [(String, String)]) -> Vec<Ring<'t>> {
    let named = taken_back.iter().flat_map(|(from, to)| [from.as_str(), to.as_str()]);
    let claims = Vec::from_iter(named.collect::<BTreeSet<&str>>());
    let number = |name: &str| claims.partition_point(|it| *it < name);
    let sources: Vec<Option<SourceId>> = claims.iter().map(|name| source(dossier, name)).collect();
    // Claims, then sources as what takes back, then as what is taken back, then pages.
    let of_takes = |id: SourceId| claims.len() + id.index();
    let of_taken = |id: SourceId| claims.len() + dossier.sources.len() + id.index();
    let mut leads: Vec<Vec<usize>> = vec![Vec::new(); claims.len() + 3 * dossier.sources.len()];
    for (from, to) in taken_back {
        leads[number(from)].push(number(to));
    }
    for (claim, source) in sources.iter().enumerate() {
        if let Some(id) = *source {
            leads[of_taken(id)].push(claim);
            leads[claim].push(of_takes(id));
        }
    }
    let stated: Vec<(SourceId, SourceId)> = stated_by_sources(dossier).collect();
    for (from, to) in &stated {
        leads[of_takes(*from)].push(of_taken(*to));
    }
    for (id, source) in dossier.sources.iter() {
        leads[of_taken(id)].push(of_takes(id));
        leads[of_takes(id)].extend(source.capture_of.map(of_taken));
    }
    // Of two captures of a third either may be the later.
    let pages = pages(dossier);
    for id in dossier.sources.ids().filter(|id| pages[id.index()].is_some()) {
        let page = claims.len() + 2 * dossier.sources.len() + pages[id.index()].unwrap_or_default();
        leads[of_takes(id)].push(page);
        leads[page].push(of_taken(id));
    }
    let (_, on) = strongly_connected(&leads);
    let mut found: BTreeMap<u32, Ring> = BTreeMap::new();
    for (claim, ring) in on.iter().enumerate().take(claims.len()) {
        if let Some(ring) = ring {
            found.entry(*ring).or_default().claims.push(claims[claim]);
        }
    }
    for (from, to) in stated {
        let ring = on[of_takes(from)].filter(|ring| on[of_taken(to)] == Some(*ring));
        if let Some(ring) = ring.and_then(|ring| found.get_mut(&ring)) {
            ring.sources.push(to);
        }
    }
    found.into_values().collect()
}

/// The source that a claim of this name is in.
fn source(dossier: &Dossier, claim: &str) -> Option<SourceId> {
    dossier.sources.find(claim.split_once('#')?.0)
}

/// What sources say that they take back.
fn stated_by_sources(dossier: &Dossier) -> impl Iterator<Item = (SourceId, SourceId)> + '_ {
    let each = dossier.sources.iter();
    each.flat_map(|(from, source)| source.corrects.iter().chain(&source.retracts).map(move |to| (from, *to)))
}

/// By source: a number for its page, where some capture of that has more than one of its own.
fn pages(dossier: &Dossier) -> Vec<Option<usize>> {
    let sources = &dossier.sources;
    let mut sets = Sets::new(sources.len());
    let mut captures = vec![0; sources.len()];
    for (id, of) in sources.iter().filter_map(|(id, source)| Some((id, source.capture_of?))) {
        sets.join(id.index(), of.index());
        captures[of.index()] += 1;
    }
    let forked: BTreeSet<usize> =
        (0..sources.len()).filter(|index| captures[*index] > 1).map(|index| sets.root(index)).collect();
    (0..sources.len()).map(|index| Some(sets.root(index)).filter(|page| forked.contains(page))).collect()
}
