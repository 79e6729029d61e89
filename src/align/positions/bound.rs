//! How much of the positions of one question is worked out. There may be as many as two to the number of its claims; past
//! a limit some are left out, and a rule says so.

use std::cell::Cell;

/// So many positions of a question are listed where there is no room for all.
pub(crate) const MOST_LISTED: usize = 256;

/// All positions of a question are listed where together they hold so many different answers, or so many times those that are given.
const MOST_ANSWERS: usize = 20_000;
const TIMES_GIVEN: usize = 8;

/// Together the listed positions of a question hold at most so many claims, or so many times those that take part.
const MOST_CLAIMS: usize = 100_000;

/// So many times two answers are held against each other for the positions of one question.
const MOST_STEPS: usize = 4_000_000;

/// What is left of the work on one question, and whether something was left out.
pub(super) struct Bound {
    answers: usize,
    steps: Cell<usize>,
    reached: Cell<bool>,
}

impl Bound {
    /// For a question to which so many different answers are given.
    pub(super) fn new(answers: usize) -> Self {
        let answers = MOST_ANSWERS.max(answers.saturating_mul(TIMES_GIVEN));
        Bound { answers, steps: Cell::new(MOST_STEPS), reached: Cell::new(false) }
    }

    /// Takes some steps; whether there were so many left.
    pub(super) fn spend(&self, steps: usize) -> bool {
        let left = self.steps.get().checked_sub(steps);
        self.steps.set(left.unwrap_or(0));
        if left.is_none() {
            self.reached.set(true);
        }
        left.is_some()
    }

    /// Something is left out.
    pub(super) fn reach(&self) {
        self.reached.set(true);
    }

    /// Whether something was left out.
    pub(super) fn is_reached(&self) -> bool {
        self.reached.get()
    }

    /// The first of some positions, each with how many claims it holds, that `given` claims come to: as many as there is
    /// room for, and at least one.
    pub(super) fn within<T>(
        &self,
        given: usize,
        positions: impl Iterator<Item = (usize, T)>,
    ) -> impl Iterator<Item = T> {
        let mut room = Some(MOST_CLAIMS.max(given.saturating_mul(TIMES_GIVEN)));
        positions.enumerate().map_while(move |(at, (claims, position))| {
            room = room.and_then(|room| room.checked_sub(claims));
            if room.is_none() && at > 0 {
                self.reach();
                return None;
            }
            Some(position)
        })
    }

    /// Sets of answers, none as yet.
    pub(super) fn sets(&self) -> Sets<'_> {
        Sets { bound: self, found: Vec::new(), answers: 0 }
    }
}

/// Sets of answers, as long as there is room for them.
pub(super) struct Sets<'b> {
    bound: &'b Bound,
    found: Vec<Vec<usize>>,
    answers: usize,
}

impl Sets<'_> {
    /// Adds a set of so many answers; false where there is no room for any more.
    pub(super) fn add(&mut self, length: usize, set: impl FnOnce() -> Vec<usize>) -> bool {
        if self.is_full() {
            return false;
        }
        self.answers += length;
        if self.is_full() {
            self.bound.reach();
            self.found.truncate(MOST_LISTED);
            return false;
        }
        self.found.push(set());
        true
    }

    fn is_full(&self) -> bool {
        self.answers > self.bound.answers
    }

    pub(super) fn done(self) -> Vec<Vec<usize>> {
        self.found
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_are_kept_up_to_the_limit_and_some_above_it() {
        // Twenty thousand answers are 2,000 sets of ten.
        for (sets, kept) in [(2_000, 2_000), (2_001, MOST_LISTED)] {
            let bound = Bound::new(10);
            let mut found = bound.sets();
            for _ in 0..sets {
                found.add(10, || (0..10).collect());
            }
            assert_eq!((found.done().len(), bound.is_reached()), (kept, sets > 2_000));
        }
        // Of 10,000 that are given, 80,000.
        for (sets, reached) in [(8, false), (9, true)] {
            let bound = Bound::new(10_000);
            let mut found = bound.sets();
            (0..sets).for_each(|_| {
                found.add(10_000, Vec::new);
            });
            assert_eq!(bound.is_reached(), reached);
        }
    }

    #[test]
    fn positions_are_listed_up_to_so_many_claims() {
        // Of 100 claims 100,000 are held by 1,000 positions of 100; of 20,000 claims 160,000 by eight of all.
        for (given, held, positions, listed) in [
            (100, 100, 1_000, 1_000),
            (100, 100, 1_001, 1_000),
            (20_000, 20_000, 8, 8),
            (20_000, 20_000, 9, 8),
            (100, 100_001, 1, 1),
            (100, 100_001, 2, 1),
        ] {
            let bound = Bound::new(1);
            let found = bound.within(given, (0..positions).map(|at| (held, at))).count();
            assert_eq!((found, bound.is_reached()), (listed, listed < positions), "{positions} of {held}");
        }
    }

    #[test]
    fn steps_are_taken_until_none_is_left() {
        let bound = Bound::new(1);
        assert!(bound.spend(MOST_STEPS) && !bound.is_reached());
        assert!(!bound.spend(1) && bound.is_reached());
    }
}
