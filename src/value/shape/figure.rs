//! A count or an amount as read: its two sets, and how it was said where it was said bare.

use super::bounds::Bounds;

/// A count or an amount as read.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) struct Figure {
    pub(crate) bounds: Bounds,
    /// The number, where the source affirms one in digits or words with nothing around it.
    pub(crate) bare: Option<Bare>,
}

/// A bare number: what may be rounded, and what another may be rounded to. In the numbers of its measure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) struct Bare {
    pub(crate) number: i128,
    /// The place value of the last digit said: the smaller, the finer.
    pub(crate) place: i128,
}

impl Figure {
    /// A figure of which no number was said bare.
    pub(crate) fn of(bounds: Bounds) -> Self {
        Figure { bounds, bare: None }
    }

    /// Whether this number rounds to the other: both bare, and it lies within what the other's words allow; of two that
    /// lie within each other's, the one that is said to the finer place.
    pub(crate) fn rounds_to(&self, other: &Figure) -> bool {
        let (Some(fine), Some(coarse)) = (self.bare, other.bare) else { return false };
        fine.number != coarse.number
            && other.bounds.hard.holds(fine.number)
            && (!self.bounds.hard.holds(coarse.number) || fine.place < coarse.place)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::value::shape::Runs;

    fn said(number: i128, place: i128, half: i128) -> Figure {
        let hard = Runs::between(number - half, (number + half - 1).max(number));
        Figure { bounds: Bounds { hard, soft: Runs::one(number) }, bare: Some(Bare { number, place }) }
    }

    #[test]
    fn the_finer_rounds_to_the_coarser() {
        let (exact, thousands, tens) =
            (said(481_486, 1, 0), said(481_000, 1_000, 500), said(480_000, 10_000, 5_000));
        assert!(exact.rounds_to(&thousands) && exact.rounds_to(&tens) && thousands.rounds_to(&tens));
        assert!(!thousands.rounds_to(&exact) && !tens.rounds_to(&thousands) && !exact.rounds_to(&exact));
        let hedged = Figure::of(tens.bounds.clone());
        assert!(!exact.rounds_to(&hedged));
        // Each within what the other allows: the one said to the finer place rounds, and of one place neither does.
        let (tens, hundreds) = (said(210, 10, 21), said(200, 100, 20));
        assert!(tens.rounds_to(&hundreds) && !hundreds.rounds_to(&tens));
        let (two, three) = (said(200, 100, 200), said(300, 100, 200));
        assert!(!two.rounds_to(&three) && !three.rounds_to(&two));
    }
}
