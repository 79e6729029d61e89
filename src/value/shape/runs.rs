//! Sets of whole numbers as sorted runs: the one shape behind counts, amounts and dates.
//!
//! Counts are whole numbers; amounts are whole numbers of [`crate::value::number::GRAIN`]ths; dates are minutes.
//! Every end is inclusive and `None` is unbounded, so that "outside" and "next to" are exact in each of them.

use std::borrow::Cow;
use std::fmt;

/// One unbroken run of numbers, both ends inclusive; `None` is unbounded.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) struct Run {
    pub(crate) low: Option<i128>,
    pub(crate) high: Option<i128>,
}

/// A set of numbers: runs in order that neither overlap nor touch. Empty means "nothing".
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub(crate) struct Runs(Vec<Run>);

impl Run {
    pub(crate) const fn new(low: Option<i128>, high: Option<i128>) -> Self {
        Run { low, high }
    }

    fn is_nothing(self) -> bool {
        matches!((self.low, self.high), (Some(low), Some(high)) if low > high)
    }

    /// The numbers that both runs hold.
    fn meet(self, other: Run) -> Run {
        let low = match (self.low, other.low) {
            (Some(a), Some(b)) => Some(a.max(b)),
            (a, b) => a.or(b),
        };
        let high = match (self.high, other.high) {
            (Some(a), Some(b)) => Some(a.min(b)),
            (a, b) => a.or(b),
        };
        Run { low, high }
    }
}

impl Runs {
    /// Every number there is.
    pub(crate) fn everything() -> Self {
        Runs(vec![Run::new(None, None)])
    }

    /// From `low` to `high`, inclusive; nothing where `low` is above `high`.
    pub(crate) fn between(low: i128, high: i128) -> Self {
        let run = Run::new(Some(low), Some(high));
        if run.is_nothing() { Runs::default() } else { Runs(vec![run]) }
    }

    /// `low` and all above it.
    pub(crate) fn from(low: i128) -> Self {
        Runs(vec![Run::new(Some(low), None)])
    }

    /// One number.
    pub(crate) fn one(number: i128) -> Self {
        Self::between(number, number)
    }

    /// The union of any runs, in any order, overlapping or not.
    pub(crate) fn of(runs: impl IntoIterator<Item = Run>) -> Self {
        let mut runs: Vec<Run> = runs.into_iter().filter(|run| !run.is_nothing()).collect();
        runs.sort_unstable_by_key(|run| run.low);
        let mut joined: Vec<Run> = Vec::with_capacity(runs.len());
        for run in runs {
            match joined.last_mut() {
                Some(last) if touches(last.high, run.low) => {
                    last.high = match (last.high, run.high) {
                        (Some(a), Some(b)) => Some(a.max(b)),
                        _ => None,
                    };
                }
                _ => joined.push(run),
            }
        }
        Runs(joined)
    }

    pub(crate) fn runs(&self) -> &[Run] {
        &self.0
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether a number is in the set.
    pub(crate) fn holds(&self, number: i128) -> bool {
        let at = Run::new(Some(number), Some(number));
        self.0.iter().any(|run| !run.meet(at).is_nothing())
    }

    /// Whether the set has both a least and a greatest number.
    pub(crate) fn is_bounded(&self) -> bool {
        self.least().is_some() && self.greatest().is_some()
    }

    /// The least number; `None` where there is none (unbounded or empty).
    pub(crate) fn least(&self) -> Option<i128> {
        self.0.first().and_then(|run| run.low)
    }

    /// The greatest number; `None` where there is none (unbounded or empty).
    pub(crate) fn greatest(&self) -> Option<i128> {
        self.0.last().and_then(|run| run.high)
    }

    pub(crate) fn union(&self, other: &Runs) -> Runs {
        Runs::of(self.0.iter().chain(&other.0).copied())
    }

    pub(crate) fn intersection(&self, other: &Runs) -> Runs {
        Runs(self.met(other).collect())
    }

    /// What all of some sets have in common; everything where there are none. They are met two by two, so that many of many
    /// runs cost in proportion to these.
    pub(crate) fn in_common<'r>(sets: impl Iterator<Item = &'r Runs>) -> Runs {
        let mut sets: Vec<Cow<'r, Runs>> = sets.map(Cow::Borrowed).collect();
        while sets.len() > 1 {
            let met = sets.chunks(2).map(|pair| match pair {
                [a, b] => Cow::Owned(a.intersection(b)),
                alone => alone[0].clone(),
            });
            sets = met.collect();
        }
        sets.pop().map_or_else(Runs::everything, Cow::into_owned)
    }

    /// The runs that two sets have in common, in order.
    fn met(&self, other: &Runs) -> impl Iterator<Item = Run> {
        let (mut left, mut right) = (0, 0);
        std::iter::from_fn(move || {
            while let (Some(a), Some(b)) = (self.0.get(left), other.0.get(right)) {
                match (a.high, b.high) {
                    (Some(x), Some(y)) if x <= y => left += 1,
                    (Some(_), None) => left += 1,
                    _ => right += 1,
                }
                let run = a.meet(*b);
                if !run.is_nothing() {
                    return Some(run);
                }
            }
            None
        })
    }

    /// Every number that is not in the set.
    pub(crate) fn complement(&self) -> Runs {
        let mut outside = Vec::with_capacity(self.0.len() + 1);
        let mut low = None;
        for (index, run) in self.0.iter().enumerate() {
            if let Some(first) = run.low {
                outside.push(Run::new(low, Some(first - 1)));
            } else {
                debug_assert_eq!(index, 0, "only the first run may be open below");
            }
            match run.high {
                Some(last) => low = Some(last + 1),
                None => return Runs(outside),
            }
        }
        outside.push(Run::new(low, None));
        Runs(outside)
    }

    /// Whether some number is in both.
    pub(crate) fn shares(&self, other: &Runs) -> bool {
        match (self.0.as_slice(), other.0.as_slice()) {
            ([a], [b]) => !a.meet(*b).is_nothing(),
            _ => self.met(other).next().is_some(),
        }
    }

    /// Whether every number of the set is in `other`.
    pub(crate) fn within(&self, other: &Runs) -> bool {
        self.intersection(other) == *self
    }

    /// The sum of every number of the one and every number of the other.
    pub(crate) fn plus(&self, other: &Runs) -> Runs {
        let end = |a: Option<i128>, b: Option<i128>| Some(a?.saturating_add(b?));
        Runs::of(
            self.0
                .iter()
                .flat_map(|a| other.0.iter().map(move |b| Run::new(end(a.low, b.low), end(a.high, b.high)))),
        )
    }
}

/// Whether a run that ends at `high` reaches or adjoins one that begins at `low`.
fn touches(high: Option<i128>, low: Option<i128>) -> bool {
    match (high, low) {
        (Some(high), Some(low)) => low <= high.saturating_add(1),
        _ => true,
    }
}

impl fmt::Debug for Runs {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let end = |end: Option<i128>| end.map_or("..".to_owned(), |end| end.to_string());
        let runs = self.0.iter().map(|run| format!("[{}, {}]", end(run.low), end(run.high)));
        f.write_str(&runs.collect::<Vec<_>>().join(" "))
    }
}

impl fmt::Debug for Run {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        Runs(vec![*self]).fmt(f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_all_have_in_common_is_what_each_leaves_of_the_others() {
        let but = |n: i128| Runs::one(n).complement();
        let sets = [but(3), but(5), Runs::between(1, 9), but(4), but(9)];
        let left = |sets: &[Runs]| Runs::in_common(sets.iter());
        assert_eq!(left(&[]), Runs::everything());
        assert_eq!(left(&sets[..1]), but(3));
        assert_eq!(
            left(&sets[..3]),
            Runs::of([(1, 2), (4, 4), (6, 9)].map(|(a, b)| Run::new(Some(a), Some(b))))
        );
        assert_eq!(left(&sets), Runs::of([(1, 2), (6, 8)].map(|(a, b)| Run::new(Some(a), Some(b)))));
        assert!(left(&[Runs::one(1), Runs::one(2), but(7)]).is_empty());
    }

    #[test]
    fn runs_that_touch_are_one() {
        let set = Runs::of([Run::new(Some(5), Some(6)), Run::new(Some(1), Some(4))]);
        assert_eq!(set, Runs::between(1, 6));
        assert_eq!(Runs::between(3, 2), Runs::default());
    }

    #[test]
    fn the_complement_is_exact_and_its_own_inverse() {
        let set = Runs::of([Run::new(None, Some(1)), Run::new(Some(4), Some(5))]);
        let outside = set.complement();
        assert_eq!(outside, Runs::of([Run::new(Some(2), Some(3)), Run::new(Some(6), None)]));
        assert_eq!(outside.complement(), set);
        assert_eq!(Runs::default().complement(), Runs::everything());
        assert_eq!(Runs::everything().complement(), Runs::default());
        assert!(!set.shares(&outside));
    }

    #[test]
    fn within_and_shares_follow_the_numbers() {
        let dozens = Runs::from(13);
        assert!(Runs::one(34).within(&dozens));
        assert!(!Runs::between(10, 20).within(&dozens));
        assert!(Runs::between(10, 20).shares(&dozens));
        assert!(!Runs::one(12).shares(&dozens));
        assert!(Runs::default().within(&dozens));
    }
}
