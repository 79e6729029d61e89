//! The sum law: the parts that one account gives add up to the whole that it gives. See semantics.md, section 2.

use std::collections::BTreeMap;

use super::alignment::Alignment;
use super::monotone::one_measure;
use super::origin::Speaker;
use super::pair::Pair;
use super::scope::Extent;
use crate::model::table::{ClaimId, Id, QuestionId, SourceId};
use crate::value::shape::{Run, Runs};

/// An account whose parts cannot add up to its whole.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Mismatch {
    /// The claims on the whole, in order; there is at least one.
    pub(crate) wholes: Vec<ClaimId>,
    /// The claims on its parts, in the order of the sum; there is at least one.
    pub(crate) parts: Vec<ClaimId>,
    /// What the parts that are given make.
    pub(crate) sum: Runs,
    /// What the whole allows.
    pub(crate) whole: Runs,
    /// The parts that are not given.
    pub(crate) missing: Vec<QuestionId>,
}

/// The claims of one account, in order.
type Account = Vec<ClaimId>;

/// The accounts of a question that break the law, for each of its partitions.
pub(super) fn mismatches(alignment: &Alignment, whole: QuestionId) -> Vec<Mismatch> {
    let questions = &alignment.dossier.questions;
    let is_one_measure = |partition: &&Vec<QuestionId>| {
        partition.iter().all(|part| one_measure(&questions[*part].kind, &questions[whole].kind))
    };
    let partitions = questions[whole].sum_of.iter().filter(is_one_measure);
    partitions.flat_map(|parts| Law { alignment, whole, parts }.broken()).collect()
}

/// One partition of a whole.
struct Law<'a> {
    alignment: &'a Alignment<'a>,
    whole: QuestionId,
    parts: &'a [QuestionId],
}

impl Law<'_> {
    fn broken(&self) -> Vec<Mismatch> {
        let claims = self.claims();
        let accounts = self.of_sources(&claims);
        let across = self.across_sources(&claims, &accounts);
        let mut accounts: Vec<Account> = accounts.into_iter().chain(across).collect();
        accounts.sort_unstable();
        accounts.iter().filter_map(|account| self.held(account)).collect()
    }

    /// The claims on the whole and its parts that take part, in order.
    fn claims(&self) -> Vec<ClaimId> {
        let alignment = self.alignment;
        let questions = self.parts.iter().chain([&self.whole]);
        let mut claims: Vec<ClaimId> = questions
            .flat_map(|question| alignment.claims.on(*question).iter().copied())
            .filter(|id| alignment.stands(*id))
            .collect();
        claims.sort_unstable();
        claims.dedup();
        claims
    }

    /// What stands in one source: of one origin, or in the source's own voice.
    fn of_sources(&self, claims: &[ClaimId]) -> Vec<Account> {
        let dossier = self.alignment.dossier;
        let mut by_source: BTreeMap<SourceId, Vec<ClaimId>> = BTreeMap::new();
        for id in claims {
            let family = self.alignment.sources.family[dossier.claims[*id].source.index()];
            by_source.entry(family).or_default().push(*id);
        }
        let own_voice = |id: &ClaimId| dossier.claims[*id].said_by.is_empty();
        by_source
            .values()
            .flat_map(|claims| {
                let own: Vec<ClaimId> = claims.iter().copied().filter(own_voice).collect();
                let mut accounts = self.of_one(claims, |pair| pair.one_origin());
                accounts.extend(self.of_one(&own, |_| true));
                largest(accounts)
            })
            .collect()
    }

    /// What an established origin says as of one stated day or moment, wherever, where no source has all of its account.
    fn across_sources(&self, claims: &[ClaimId], of_sources: &[Account]) -> Vec<Account> {
        let alignment = self.alignment;
        let speaker = |id: ClaimId| {
            let origin = &alignment.origins[id.index()];
            origin.established.then_some(origin.speaker)
        };
        let mut by_speaker: BTreeMap<Speaker, Vec<ClaimId>> = BTreeMap::new();
        for id in claims {
            let when = &alignment.basics[id.index()].when;
            if let (Some(speaker), false, true) = (speaker(*id), when.assumed, when.as_of.is_of_a_day()) {
                by_speaker.entry(speaker).or_default().push(*id);
            }
        }
        let is_whole =
            |account: &&Account| self.questions().all(|question| self.on(account, question).next().is_some());
        for account in of_sources.iter().filter(is_whole) {
            let speakers: Vec<Option<Speaker>> = account.iter().map(|id| speaker(*id)).collect();
            if let (Some(first), true) = (speakers[0], speakers.iter().all(|it| *it == speakers[0])) {
                by_speaker.remove(&first);
            }
        }
        let source = |id: &ClaimId| alignment.sources.family[alignment.dossier.claims[*id].source.index()];
        let is_spread = |account: &Account| account.iter().any(|id| source(id) != source(&account[0]));
        by_speaker.values().flat_map(|claims| self.of_one(claims, |_| true)).filter(is_spread).collect()
    }

    /// The claims of equal scope and one run of as-of that are alike besides.
    fn of_one(&self, claims: &[ClaimId], alike: impl Fn(&Pair) -> bool) -> Vec<Account> {
        let as_of = |id: ClaimId| &self.alignment.basics[id.index()].when.as_of;
        let mut accounts: Vec<Account> = Vec::new();
        for id in claims {
            let belongs = |account: &&mut Account| {
                let pair = Pair::new(self.alignment, account[0], *id);
                as_of(account[0]).is_same_run(as_of(*id))
                    && pair.scope.together == Extent::Equal
                    && alike(&pair)
            };
            match accounts.iter_mut().find(belongs) {
                Some(account) => account.push(*id),
                None => accounts.push(vec![*id]),
            }
        }
        accounts
    }

    fn questions(&self) -> impl Iterator<Item = QuestionId> + '_ {
        self.parts.iter().copied().chain([self.whole])
    }

    /// The claims of an account on a question.
    fn on<'b>(&'b self, account: &'b Account, question: QuestionId) -> impl Iterator<Item = ClaimId> + 'b {
        let claims = &self.alignment.dossier.claims;
        account.iter().copied().filter(move |id| claims[*id].question == question)
    }

    /// How an account breaks the law; `None` where it does not, or has no whole or no part.
    fn held(&self, account: &Account) -> Option<Mismatch> {
        let whole = self.allowed(account, self.whole)?;
        let given: Vec<(QuestionId, Option<Runs>)> =
            self.parts.iter().map(|part| (*part, self.allowed(account, *part))).collect();
        let measure = self.alignment.dossier.questions[self.whole].kind.measure();
        let mut sets = given.iter().filter_map(|(_, set)| set.as_ref());
        let first = sets.next()?.clone();
        let sum = sets.fold(first, |sum, set| measure.sum(&sum, set));
        let missing: Vec<QuestionId> =
            given.iter().filter(|(_, set)| set.is_none()).map(|(part, _)| *part).collect();
        let holds = match missing.is_empty() {
            true => sum.shares(&whole),
            false => {
                !matches!((sum.least(), whole.greatest()), (Some(least), Some(greatest)) if least > greatest)
            }
        };
        let parts = self.parts.iter().flat_map(|part| self.on(account, *part)).collect();
        let wholes = self.on(account, self.whole).collect();
        (!holds).then_some(Mismatch { wholes, parts, sum, whole, missing })
    }

    /// What an account allows of a question: of several claims, from the least to the greatest. `None` where it has none.
    fn allowed(&self, account: &Account, question: QuestionId) -> Option<Runs> {
        let claims = &self.alignment.dossier.claims;
        let mut sets = self.on(account, question).filter_map(|id| Some(&claims[id].shape()?.numbers()?.hard));
        let first = sets.next()?.clone();
        let hull = |set: Runs, other: &Runs| {
            let all = set.union(other);
            Runs::of([Run::new(all.least(), all.greatest())])
        };
        Some(sets.fold(first, hull))
    }
}

/// Those of the accounts of one source that are no part of another, each once.
fn largest(mut accounts: Vec<Account>) -> Vec<Account> {
    accounts.sort_unstable();
    accounts.dedup();
    let is_part = |one: &Account, other: &Account| one != other && one.iter().all(|id| other.contains(id));
    let largest = accounts.iter().filter(|one| !accounts.iter().any(|other| is_part(one, other)));
    largest.cloned().collect()
}
