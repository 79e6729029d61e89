//! What the claims and assessments of a file name, seen before anything is read: it may lead from one question to another.

use std::hash::{BuildHasher, RandomState};

use crate::load::assessments;
use crate::load::claims::{each_named, ids, question_of, value_of};
use crate::load::key::{KeyForm, Referent, TableKey};
use crate::load::keys::{AssessmentKey, ClaimKey, ClaimsFileKey};
use crate::load::parsed::Parsed;
use crate::load::raw::raw;
use crate::load::tree::Table;

/// What claims and assessments name, and what all claims are called.
#[derive(Debug, Default)]
pub(in crate::load) struct Ties {
    /// Questions, by their full names, each with a claim that something on it names.
    pub(super) named: Vec<(String, String)>,
    /// Claims, by their full names, each with one that it may take back.
    pub(super) taken_back: Vec<(String, String)>,
    /// The hashes of the full names of all claims: a name that is there twice is known by them.
    pub(super) hashes: Vec<u64>,
}

impl Ties {
    /// What is named in a file.
    pub(in crate::load) fn of(file: &Parsed<'_>, hasher: &RandomState) -> Self {
        let mut ties = Ties::default();
        for (name, table) in each_named(file) {
            ties.hashes.push(hasher.hash_one(&name.value));
            let Some(question) = question_of(table) else { continue };
            for key in referring::<ClaimKey>() {
                for other in ids(table, key) {
                    ties.taken_back.push((name.value.clone(), other.to_owned()));
                    ties.named.push((question.to_owned(), other.to_owned()));
                }
            }
            ties.named.extend(relative(table).map(|other| (question.to_owned(), other)));
        }
        for (table, _) in file.list(ClaimsFileKey::Assessment) {
            let Some(question) = assessments::question_of(table) else { continue };
            let all = referring::<AssessmentKey>().flat_map(|key| ids(table, key));
            ties.named.extend(all.map(|other| (question.to_owned(), other.to_owned())));
        }
        ties
    }

    /// With what is named in another file.
    pub(in crate::load) fn join(&mut self, other: Ties) {
        self.named.extend(other.named);
        self.taken_back.extend(other.taken_back);
        self.hashes.extend(other.hashes);
    }
}

/// The keys of a table that name claims.
fn referring<K: TableKey>() -> impl Iterator<Item = K> {
    let names_claims = |key: &K| {
        matches!(
            key.key().form,
            KeyForm::Id(Referent::Claim) | KeyForm::Ids(Referent::Claim) | KeyForm::IdOrIds(Referent::Claim)
        )
    };
    K::EVERY.iter().copied().filter(names_claims)
}

/// The claim by whose figure the value of a claim is given.
fn relative(table: Table<'_>) -> Option<String> {
    let value = value_of(table).filter(|value| value.table().is_some())?;
    Some(raw(value).relative()?.1.words())
}
