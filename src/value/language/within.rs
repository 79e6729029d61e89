//! The pieces of a text, as quantities and dates are looked for in them.

use super::forms::Meaning;
use super::numbers::Numbers;
use super::pieces::Piece;

/// The pieces of a text, with what its language knows of numbers.
#[derive(Clone, Copy, Debug)]
pub(super) struct FormedText<'p, 'l> {
    pub(super) numbers: Numbers<'p, 'l>,
    /// The text as it was.
    pub(super) text: &'p str,
    pub(super) prefixes: &'l [String],
    pub(super) points: Points,
    pub(super) slash: Slash,
    pub(super) ordinals: Ordinals,
}

/// What one point in a number is that stands before a scale word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Points {
    AsWritten,
    /// It may part thousands as well as decimals.
    Doubtful,
}

/// What a slash between two numbers before a scale word is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Slash {
    Sign,
    BeforeDecimals,
}

/// How ordinals are written in digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Ordinals {
    ByStop,
    Otherwise,
}

impl<'p, 'l> FormedText<'p, 'l> {
    pub(super) fn pieces(&self) -> &'p [Piece<'l>] {
        self.numbers.pieces
    }

    pub(super) fn means(&self, at: usize, meaning: &Meaning) -> bool {
        self.pieces().get(at).is_some_and(|piece| piece.meanings.contains(meaning))
    }

    /// Whether a full stop stands there, written onto what is before it.
    pub(super) fn is_stop(&self, at: usize) -> bool {
        self.pieces().get(at).is_some_and(|piece| piece.text == "." && piece.glued)
    }

    pub(super) fn first<T>(&self, at: usize, of: impl Fn(&Meaning) -> Option<T>) -> Option<T> {
        self.pieces().get(at)?.meanings.iter().find_map(of)
    }

    pub(super) fn each<T>(&self, at: usize, of: impl Fn(&Meaning) -> Option<T>) -> Vec<T> {
        self.pieces().get(at).map_or_else(Vec::new, |piece| piece.meanings.iter().filter_map(of).collect())
    }
}
