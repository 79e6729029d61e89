//! How many findings count, and how many are explained or known.

use std::ops::AddAssign;

use serde::{Deserialize, Serialize};

use super::check::{Excuse, Flagged, Level};

/// How many findings there are of each kind.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Tally {
    /// Those that fail the check.
    pub(crate) errors: usize,
    pub(crate) warnings: usize,
    /// Those that an assessment or a comment explains.
    pub(crate) explained: usize,
    /// Those that the baseline lists.
    pub(crate) known: usize,
}

impl Tally {
    pub(crate) fn of<'v, 'f: 'v>(findings: impl IntoIterator<Item = &'v Flagged<'f>>) -> Self {
        let mut tally = Tally::default();
        findings.into_iter().for_each(|finding| tally.count(finding));
        tally
    }

    pub(crate) fn count(&mut self, finding: &Flagged<'_>) {
        *match (finding.excuse, finding.level) {
            (Some(Excuse::Assessment | Excuse::Comment), _) => &mut self.explained,
            (Some(Excuse::Baseline), _) => &mut self.known,
            (None, Level::Deny) => &mut self.errors,
            (None, Level::Warn | Level::Allow) => &mut self.warnings,
        } += 1;
    }
}

impl AddAssign for Tally {
    fn add_assign(&mut self, other: Tally) {
        self.errors += other.errors;
        self.warnings += other.warnings;
        self.explained += other.explained;
        self.known += other.known;
    }
}
