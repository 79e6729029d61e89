//! The days that a record names: a draft that names another says something that is not on record.

use std::collections::BTreeSet;

use crate::model::Dossier;
use crate::model::claim::Stated;
use crate::spot::Spotted;
use crate::value::shape::{DAY, Runs, Shape};

/// The first and last days of every stretch of time that a record names.
pub(super) struct KnownDays {
    ends: BTreeSet<i128>,
}

impl KnownDays {
    pub(super) fn new(dossier: &Dossier) -> Self {
        let mut ends = BTreeSet::new();
        for (_, source) in dossier.sources.iter() {
            for date in [&source.published, &source.updated, &source.accessed].into_iter().flatten() {
                ends.extend([date.days.least(), date.days.greatest()].into_iter().flatten());
            }
        }
        for (_, event) in dossier.events.iter() {
            ends.extend(event.days.into_iter().flat_map(|(first, last)| [first, last]).flatten());
        }
        let scopes = dossier.claims.iter().map(|(_, claim)| &*claim.scope);
        for scope in scopes.chain(dossier.questions.iter().map(|(_, question)| &question.scope)) {
            if let Some(Stated::Is(period)) = &scope.period {
                ends.extend([period.first, period.last].into_iter().flatten());
            }
        }
        for (_, claim) in dossier.claims.iter() {
            if let Some(as_of) = &claim.as_of {
                ends.extend([as_of.days.least(), as_of.days.greatest()].into_iter().flatten());
            }
            if let Some(Shape::Times(times)) = claim.shape() {
                ends.extend(ends_of(&times.bounds.hard));
                ends.extend(ends_of(&times.bounds.soft));
            }
        }
        KnownDays { ends }
    }

    /// Whether the first or the last of the days that are meant is one that the record names; also where it is not told which are.
    pub(super) fn knows(&self, spotted: &Spotted) -> bool {
        let Some((_, Shape::Times(times))) = &spotted.says else { return true };
        ends_of(&times.bounds.hard).any(|day| self.ends.contains(&day))
    }
}

/// The first and the last day of some minutes.
fn ends_of(minutes: &Runs) -> impl Iterator<Item = i128> {
    let ends = [minutes.least(), minutes.greatest()].into_iter().flatten();
    ends.map(|minute| minute.div_euclid(DAY))
}
