//! Room for the work on one question, where it grows with the square of what stands on it.

/// Whether all was looked at that had to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Reach {
    All,
    /// There was no room for the rest.
    Part,
}

impl Reach {
    /// Of this and another together.
    pub(super) fn with(self, other: Self) -> Self {
        if other == Reach::Part { Reach::Part } else { self }
    }
}

/// Which of some are held against which of all, that begin with them: each against itself and those behind it, as far as
/// there is room.
pub(super) struct Held {
    all: usize,
    each: usize,
}

impl Held {
    pub(super) fn new(some: usize, all: usize, most: usize) -> Self {
        let pairs = some * all - some * some.saturating_sub(1) / 2;
        Held { all, each: if pairs <= most { all } else { most / some } }
    }

    pub(super) fn reach(&self) -> Reach {
        if self.each < self.all { Reach::Part } else { Reach::All }
    }

    /// Those that one is held against.
    pub(super) fn with(&self, one: usize) -> std::ops::Range<usize> {
        one..self.all.min(one + self.each)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_pairs_are_held_as_long_as_there_is_room_and_else_the_nearest() {
        // Three of five: 5 + 4 + 3 pairs.
        let held = |most| Held::new(3, 5, most);
        assert_eq!((held(12).reach(), held(12).with(1)), (Reach::All, 1..5));
        assert_eq!((held(11).reach(), held(11).with(1)), (Reach::Part, 1..4));
        assert_eq!(held(11).with(3), 3..5);
        assert_eq!((held(0).reach(), held(0).with(1)), (Reach::Part, 1..1));
        assert_eq!(Held::new(0, 5, 0).reach(), Reach::All);
    }
}
