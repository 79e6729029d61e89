//! Taking the `scope` of a question or a claim.

use super::at::At;
use super::dates::{days, suggest_years, unreadable};
use super::entry::Entry;
use super::ids::Ids;
use super::key::TableKey;
use super::keys::ScopeKey;
use super::listed::alternatives;
use super::names::Refers;
use crate::model::claim::{Basis, Period, Scope, Stated, UNKNOWN};
use crate::model::problem::{Problem, ProblemKind};

/// What the question asks for, as far as a basis depends on it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Asked {
    /// A count or an amount, or it cannot be told.
    Figure,
    /// Anything else: there is no basis.
    Other,
}

/// The scope under a key; one that leaves all open where there is none.
pub(super) fn scope<K: TableKey>(entry: &mut Entry<K>, key: K, ids: &Ids, asked: Asked) -> Scope {
    let Some((table, spot)) = entry.table(key) else { return Scope::default() };
    let mut inner: Entry<ScopeKey> = entry.inner(table, key.word(), spot);
    let population = stated_id(&mut inner, ScopeKey::Population, ids);
    let place = stated_id(&mut inner, ScopeKey::Place, ids);
    let period = period(&mut inner);
    let basis = stated(&mut inner, ScopeKey::Basis, basis);
    if basis.is_some() && asked == Asked::Other {
        let problem = Problem::new(ProblemKind::MalformedEntry, spot, "`basis` where nothing is counted");
        inner.problems().push(problem.label("only counts and amounts have a basis"));
    }
    inner.finish();
    Scope { population, place, period, basis: basis.filter(|_| asked == Asked::Figure) }
}

fn stated_id<I: Refers>(entry: &mut Entry<ScopeKey>, key: ScopeKey, ids: &Ids) -> Option<Stated<I>> {
    stated(entry, key, |name, problems| ids.of(key).resolve(name, problems))
}

fn stated<T>(
    entry: &mut Entry<ScopeKey>,
    key: ScopeKey,
    read: impl FnOnce(&At<String>, &mut Vec<Problem>) -> Option<T>,
) -> Option<Stated<T>> {
    let name = entry.text(key)?;
    if name.is_unknown() { Some(Stated::Unknown) } else { read(&name, entry.problems()).map(Stated::Is) }
}

fn basis(name: &At<String>, problems: &mut Vec<Problem>) -> Option<Basis> {
    let found = Basis::named(&name.value);
    if found.is_none() {
        let message = format!("`{}` is no basis", name.value);
        let expected = alternatives(Basis::NAMES.iter().copied().chain([UNKNOWN]));
        let problem = Problem::new(ProblemKind::MalformedEntry, name.spot, message);
        problems.push(problem.label(format!("expected {expected}")));
    }
    found
}

fn period(entry: &mut Entry<ScopeKey>) -> Option<Stated<Box<Period>>> {
    let date = entry.date(ScopeKey::Period)?;
    if date.is_unknown() {
        return Some(Stated::Unknown);
    }
    match days(&date.value) {
        Ok(bounds) => {
            let words = date.value.words;
            suggest_years(&words, date.spot, entry.problems());
            let (first, last) = (bounds.hard.least(), bounds.hard.greatest());
            Some(Stated::Is(Box::new(Period { words, first, last })))
        }
        Err(why) => {
            let problem = unreadable(&why, date.spot, "`period` cannot be read as dates");
            entry
                .problems()
                .push(problem.help("expected EDTF such as 2023-10-07/2024-02-11 or 2023-10-07/.."));
            None
        }
    }
}
