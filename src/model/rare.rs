//! What few rows have, kept apart from what all have.

use std::fmt;
use std::ops::Deref;

/// What few rows have: a row without takes the room of an address.
#[derive(Clone, PartialEq, Eq, Hash)]
pub(crate) struct Rare<T>(Option<Box<T>>);

/// What can be left out: nothing of it is said.
pub(crate) trait Blank: Default + PartialEq + 'static {
    fn blank() -> &'static Self;
}

impl<T: Blank> Rare<T> {
    pub(crate) fn new(value: T) -> Self {
        Rare((value != T::default()).then(|| Box::new(value)))
    }

    /// What is said, where anything is.
    pub(crate) fn said_mut(&mut self) -> Option<&mut T> {
        self.0.as_deref_mut()
    }
}

impl<T> Default for Rare<T> {
    fn default() -> Self {
        Rare(None)
    }
}

impl<T: Blank> Deref for Rare<T> {
    type Target = T;
    fn deref(&self) -> &T {
        match &self.0 {
            Some(said) => said,
            None => T::blank(),
        }
    }
}

impl<T: fmt::Debug> fmt::Debug for Rare<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}
