//! Exact fractions, for what a unit is of another and for parts of a number.

/// A fraction that is zero or more, in its lowest terms.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Ratio {
    over: i128,
    under: i128,
}

impl Ratio {
    pub(crate) const ONE: Ratio = Ratio { over: 1, under: 1 };

    /// `over` parts of which `under` make one.
    pub(crate) const fn new(over: i128, under: i128) -> Self {
        let (mut common, mut rest) = (over, under);
        while rest != 0 {
            (common, rest) = (rest, common % rest);
        }
        Ratio { over: over / common, under: under / common }
    }

    /// The product; `None` where it has too many digits.
    pub(crate) fn times(self, other: Ratio) -> Option<Ratio> {
        // Common factors go first, so that nothing grows that need not.
        let (left, right) = (Ratio::new(self.over, other.under), Ratio::new(other.over, self.under));
        Some(Ratio { over: left.over.checked_mul(right.over)?, under: left.under.checked_mul(right.under)? })
    }

    /// The fraction upside down; `None` for zero.
    pub(crate) fn inverse(self) -> Option<Ratio> {
        (self.over > 0).then_some(Ratio { over: self.under, under: self.over })
    }

    /// The sum; `None` where it has too many digits.
    pub(crate) fn plus(self, other: Ratio) -> Option<Ratio> {
        let over = self.over.checked_mul(other.under)?.checked_add(other.over.checked_mul(self.under)?)?;
        Some(Ratio::new(over, self.under.checked_mul(other.under)?))
    }

    /// What is left of one without this, as in "a third less"; nothing where it is more.
    pub(crate) fn less_than_one(self) -> Ratio {
        Ratio::new((self.under - self.over).max(0), self.under)
    }

    /// It as a whole number, where it is one.
    pub(crate) fn whole(self) -> Option<i128> {
        (self.under == 1).then_some(self.over)
    }

    /// Whether decimals say it to the end.
    pub(crate) fn is_decimal(self) -> bool {
        let mut rest = self.under;
        for prime in [2, 5] {
            while rest % prime == 0 {
                rest /= prime;
            }
        }
        rest == 1
    }

    /// How it stands to one.
    pub(crate) fn to_one(self) -> std::cmp::Ordering {
        self.over.cmp(&self.under)
    }

    /// So much of a number that is zero or more, to the nearest multiple of `step`, half of one upwards: what is equal
    /// stays equal, and what is less never gets more. `None` where it is too large.
    pub(crate) fn of(self, number: i128, step: i128) -> Option<i128> {
        let under = self.under.checked_mul(step)?;
        let (whole, rest) = (number / under, number % under);
        let rest = rest.checked_mul(self.over)?;
        let nearest = (rest / under) + i128::from(rest % under >= under - rest % under);
        whole.checked_mul(self.over)?.checked_add(nearest)?.checked_mul(step)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn fractions_are_exact() {
        assert_eq!(Ratio::new(6, 4), Ratio::new(3, 2));
        assert_eq!(Ratio::new(1, 3).times(Ratio::new(3, 5)), Some(Ratio::new(1, 5)));
        assert_eq!(Ratio::new(2, 3).of(100, 1), Some(67));
        assert_eq!(Ratio::new(1, 2).of(5, 1), Some(3));
        assert_eq!(Ratio::new(1, 3).of(1_000, 10), Some(330));
        assert_eq!(Ratio::new(1, 3).plus(Ratio::ONE), Some(Ratio::new(4, 3)));
        assert_eq!(Ratio::new(1, 3).less_than_one(), Ratio::new(2, 3));
        assert_eq!(Ratio::new(4, 3).less_than_one(), Ratio::new(0, 1));
        assert_eq!(Ratio::new(i128::MAX, 1).of(2, 1), None);
        assert_eq!(Ratio::new(3, 2).inverse(), Some(Ratio::new(2, 3)));
        assert_eq!(Ratio::new(0, 1).inverse(), None);
        for (of, is_decimal) in
            [(1, true), (2, true), (3, false), (5, true), (6, false), (15, false), (40, true)]
        {
            assert_eq!(Ratio::new(1, of).is_decimal(), is_decimal, "1/{of}");
        }
    }

    proptest! {
        #[test]
        fn a_part_is_the_nearest_step(over in 0..1_000_i128, under in 1..1_000_i128, number in 0..1_000_000_i128, step in 1..20_i128) {
            let part = Ratio::new(over, under).of(number, step).unwrap();
            let off = (part * under - number * over).abs();
            prop_assert!(part % step == 0 && 2 * off <= under * step);
        }
    }
}
