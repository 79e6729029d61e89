//! How much is looked at where it might be everything against everything, and whether that was enough.

/// Steps that are left, and whether more were asked for.
#[derive(Clone, Copy, Debug)]
pub(super) struct Steps {
    left: usize,
    is_short: bool,
}

impl Steps {
    pub(super) fn new(most: usize) -> Self {
        Steps { left: most, is_short: false }
    }

    /// Takes some steps; whether there were so many left. Where there were not, none is left.
    pub(super) fn take(&mut self, steps: usize) -> bool {
        let left = self.left.checked_sub(steps);
        self.left = left.unwrap_or(0);
        self.is_short |= left.is_none();
        left.is_some()
    }

    /// Whether more was asked for than there was.
    pub(super) fn is_short(&self) -> bool {
        self.is_short
    }
}

#[cfg(test)]
mod tests {
    use super::Steps;

    #[test]
    fn as_many_steps_are_taken_as_there_are_and_not_one_more() {
        let mut steps = Steps::new(3);
        assert!(steps.take(1) && steps.take(2) && !steps.is_short());
        assert!(!steps.take(1) && steps.is_short());
        let mut steps = Steps::new(3);
        assert!(!steps.take(4) && !steps.take(1) && steps.is_short());
    }
}
