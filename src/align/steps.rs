//! How much is looked at where it might be everything against everything, and whether that was enough.

use std::cell::Cell;

use super::room::Reach;

/// Steps that are left, and whether more were asked for.
#[derive(Clone, Debug)]
pub(super) struct Steps {
    left: Cell<usize>,
    is_short: Cell<bool>,
}

impl Steps {
    pub(super) fn new(most: usize) -> Self {
        Steps { left: Cell::new(most), is_short: Cell::new(false) }
    }

    /// Takes some steps; whether there were so many left. Where there were not, none is left.
    pub(super) fn take(&self, steps: usize) -> bool {
        let left = self.left.get().checked_sub(steps);
        self.left.set(left.unwrap_or(0));
        if left.is_none() {
            self.is_short.set(true);
        }
        left.is_some()
    }

    /// Whether more was asked for than there was.
    pub(super) fn is_short(&self) -> bool {
        self.is_short.get()
    }

    /// The same, as what was reached.
    pub(super) fn reach(&self) -> Reach {
        if self.is_short() { Reach::Part } else { Reach::All }
    }
}

#[cfg(test)]
mod tests {
    use super::Steps;

    #[test]
    fn as_many_steps_are_taken_as_there_are_and_not_one_more() {
        let steps = Steps::new(3);
        assert!(steps.take(1) && steps.take(2) && !steps.is_short());
        assert!(!steps.take(1) && steps.is_short());
        let steps = Steps::new(3);
        assert!(!steps.take(4) && !steps.take(1) && steps.is_short());
    }
}
