//! How far a run has come, for whoever waits for it.

use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering};

use crate::vocabulary::vocabulary;

vocabulary! {
    /// What a run is at.
    pub enum Stage {
        /// Files of the dossier are read.
        Files = "reading files",
        /// Claims are taken out of them.
        Claims = "taking claims",
        /// Quotes are held against the texts.
        Texts = "looking at texts",
        /// Claims are aligned, and rules asked.
        Judging = "judging",
        /// Earlier revisions are read and judged.
        Revisions = "reading revisions",
    }
}

/// How far a run has come: what it is at, and how many of how many are done. One is shared by the run and whoever looks on.
#[derive(Debug, Default)]
pub struct Progress {
    stage: AtomicUsize,
    done: AtomicU64,
    of: AtomicU64,
}

impl Progress {
    /// What the run is at, how many files or texts are done, and of how many; of none where that is not counted.
    #[must_use]
    pub fn now(&self) -> (Stage, u64, u64) {
        let stage = Stage::ALL.get(self.stage.load(Ordering::Relaxed)).copied().unwrap_or(Stage::Files);
        (stage, self.done.load(Ordering::Relaxed), self.of.load(Ordering::Relaxed))
    }

    /// Something begins, of which there are so many.
    pub(crate) fn begin(&self, stage: Stage, of: usize) {
        self.done.store(0, Ordering::Relaxed);
        self.of.store(of as u64, Ordering::Relaxed);
        self.stage.store(stage as usize, Ordering::Relaxed);
    }

    /// One more is done.
    pub(crate) fn step(&self) {
        self.done.fetch_add(1, Ordering::Relaxed);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_tells_what_a_run_is_at_and_how_far_it_has_come() {
        let progress = Progress::default();
        assert_eq!(progress.now(), (Stage::Files, 0, 0));
        progress.begin(Stage::Texts, 3);
        progress.step();
        progress.step();
        assert_eq!(progress.now(), (Stage::Texts, 2, 3));
        progress.begin(Stage::Judging, 0);
        assert_eq!(progress.now(), (Stage::Judging, 0, 0));
    }
}
