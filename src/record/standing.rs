//! How new claims stand to the others on their question.

use std::collections::{BTreeMap, BTreeSet};

use super::prepare::Step;
use crate::align::relation::{Class, reason, relate};
use crate::audit::Judged;
use crate::view::added::Stand;
use crate::view::name::ClaimName;

/// Of so many rows it is said how they stand; `gainsay check` says it of all.
const MOST_ROWS: usize = 100;

/// Each is held against so many others, those in dispute first.
const MOST_OTHERS: usize = 12;

/// How the claims of some steps stand, by their names; to those that are gone again none does.
pub(super) fn standing(
    judged: &Judged<'_>,
    steps: &[Step],
    gone: &BTreeSet<String>,
) -> BTreeMap<String, Vec<Stand>> {
    let written = steps.iter().filter(|step| matches!(step, Step::Create(_) | Step::Update(_)));
    let names = written.filter_map(Step::claim);
    names.take(MOST_ROWS).map(|name| (name.clone(), of(judged, &name, gone))).collect()
}

fn of(judged: &Judged<'_>, name: &str, gone: &BTreeSet<String>) -> Vec<Stand> {
    let alignment = judged.alignment();
    let dossier = alignment.dossier;
    let Some(claim) = dossier.claims.find(name) else { return Vec::new() };
    let others = alignment.claims.on(dossier.claims[claim].question).iter().filter(|other| **other != claim);
    let others = others.filter(|other| !gone.contains(dossier.claims.name(**other)));
    let mut stands: Vec<Stand> = others
        .map(|other| {
            let relation = relate(alignment, claim, *other);
            Stand {
                class: relation.class(),
                relation: relation.kind,
                claim: ClaimName::new(dossier, *other),
                reason: reason(alignment, claim, *other, &relation),
            }
        })
        .filter(|stand| stand.class != Class::Aside)
        .collect();
    stands.sort_by(|a, b| (a.class, &a.claim).cmp(&(b.class, &b.claim)));
    stands.truncate(MOST_OTHERS);
    stands
}
