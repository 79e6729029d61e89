//! Which questions are in a share of a dossier, told before a claim is read, so that all others can be passed over.
//!
//! Questions of which one tells what becomes of the other are in one share: those of one event (of which it is told what is not
//! held of whom, `primary-missing`), a part and its whole, a sum and its parts, what a claim or an assessment on the one names on the
//! other, and what takes back what all round. All else that is worked out of a claim follows from the claims on its
//! question, from the sources and from their texts.

mod rings;
#[cfg(test)]
mod tests;
mod ties;

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::hash::{BuildHasher, RandomState};

use super::at::At;
use super::claims::{each_named, is_elsewhere, question, set_words};
use super::files::Part;
use super::ids::Ids;
use super::key::Referent;
use super::names::Known;
use super::parsed::{Document, Parsed, each};
use super::tree::Table;
use crate::model::Dossier;
use crate::model::joined::Sets;
use crate::model::problem::Problem;
use crate::model::shard::{Shard, Share};
use crate::model::table::{EventId, Id, QuestionId, SourceId};
use rings::{Ring, rings};
pub(super) use ties::Ties;

/// The share of a dossier, whose sources and questions are there already.
pub(super) fn share(documents: &[Document<'_>], dossier: &Dossier, ties: &Ties, shard: Shard) -> Share {
    let questions = &dossier.questions;
    let mut sets = Sets::new(questions.len());
    let mut first_of: HashMap<EventId, QuestionId> = HashMap::new();
    for (id, question) in questions.iter() {
        sets.join(first_of.entry(question.event).or_insert(id).index(), id.index());
        for other in question.part_of.iter().chain(question.sum_of.iter().flatten()) {
            sets.join(id.index(), other.index());
        }
    }
    if !ties.named.is_empty() {
        let rings = rings(dossier, &ties.taken_back);
        let asked = Asked::of(documents, dossier, ties, &rings);
        let mut join = |all: Vec<QuestionId>| {
            if let Some(first) = all.first() {
                all.iter().for_each(|other| sets.join(first.index(), other.index()));
            }
        };
        for (question, claim) in &ties.named {
            join(questions.find(question).into_iter().chain(asked.by_claim(claim)).collect());
        }
        for Ring { claims, sources } in &rings {
            let of_claims = claims.iter().flat_map(|claim| asked.by_claim(claim));
            join(of_claims.chain(sources.iter().flat_map(|source| asked.by_source(*source))).collect());
        }
    }
    // Names are in order, so that the root of a set has the least of its names.
    let is_here = |id: QuestionId| shard.holds(questions.name(QuestionId::from_index(sets.root(id.index()))));
    Share { shard, questions: questions.ids().map(is_here).collect(), ..Share::default() }
}

/// Which questions some claims answer, and those of some sources.
#[derive(Default)]
struct Asked<'t> {
    claims: BTreeMap<&'t str, BTreeSet<QuestionId>>,
    sources: BTreeMap<SourceId, BTreeSet<QuestionId>>,
}

impl<'t> Asked<'t> {
    /// Of the claims that are named, and of the sources of rings.
    fn of(documents: &[Document<'_>], dossier: &Dossier, ties: &'t Ties, rings: &[Ring<'t>]) -> Self {
        let named = ties.named.iter().map(|(_, claim)| claim.as_str());
        // What takes something back is named by nobody.
        let named: BTreeSet<&str> =
            named.chain(rings.iter().flat_map(|it| it.claims.iter().copied())).collect();
        let sources: BTreeSet<SourceId> = rings.iter().flat_map(|it| it.sources.iter().copied()).collect();
        let in_file = |file: &Parsed<'_>| {
            let mut found = Asked::default();
            for (name, table) in each_named(file) {
                let Some(question) = question(dossier, table) else { continue };
                if let Some(claim) = named.get(name.value.as_str()) {
                    found.claims.entry(*claim).or_default().insert(question);
                }
                let source = name.value.split_once('#').and_then(|(source, _)| dossier.sources.find(source));
                if let Some(source) = source.filter(|source| sources.contains(source)) {
                    found.sources.entry(source).or_default().insert(question);
                }
            }
            found
        };
        let mut all = Asked::default();
        for found in each(documents, Part::Claims, &mut Vec::new(), |file, _| in_file(file)) {
            for (claim, questions) in found.claims {
                all.claims.entry(claim).or_default().extend(questions);
            }
            for (source, questions) in found.sources {
                all.sources.entry(source).or_default().extend(questions);
            }
        }
        all
    }

    fn by_claim(&self, claim: &str) -> impl Iterator<Item = QuestionId> + '_ {
        self.claims.get(claim).into_iter().flatten().copied()
    }

    fn by_source(&self, source: SourceId) -> impl Iterator<Item = QuestionId> + '_ {
        self.sources.get(&source).into_iter().flatten().copied()
    }
}

/// Takes the names of the claims that may be read, and the words of their sets; with them those of others that are there
/// twice: of these the first counts, wherever it is.
pub(super) fn take_names(
    documents: &[Document<'_>],
    dossier: &Dossier,
    (ties, hasher): (Ties, &RandomState),
    ids: &mut Ids,
    problems: &mut Vec<Problem>,
) {
    let Ties { mut hashes, .. } = ties;
    hashes.sort_unstable();
    let twice: HashSet<u64> = hashes.windows(2).filter(|two| two[0] == two[1]).map(|two| two[0]).collect();
    drop(hashes);
    let of_file = |file: &Parsed<'_>| {
        let is_known = |(name, table): &(At<String>, Table<'_>)| {
            !is_elsewhere(dossier, *table) || twice.contains(&hasher.hash_one(&name.value))
        };
        let names: Vec<At<String>> = each_named(file).filter(is_known).map(|(name, _)| name).collect();
        (names, set_words(file, |table| !is_elsewhere(dossier, table)))
    };
    let (mut names, mut words) = (Vec::new(), Vec::new());
    for (of_file, in_file) in each(documents, Part::Claims, &mut Vec::new(), |file, _| of_file(file)) {
        names.extend(of_file);
        words.extend(in_file);
    }
    words.sort_unstable();
    words.dedup();
    ids.claims = Known::new(Referent::Claim, names, problems);
    ids.words = words;
}
