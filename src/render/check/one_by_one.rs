//! How a format tells findings one by one, and below them what was checked: what is told of one hangs on no other.

use super::summary::summed;
use crate::render::term::Screen;
use crate::view::check::{Checked, Counts, Flagged};
use crate::view::tally::Tally;

/// A format of which each part can be made without the others.
#[derive(Clone, Copy)]
pub(crate) struct OneByOne {
    /// Tells of one finding, in whole lines.
    pub(crate) told: fn(&mut String, &Checked, &Flagged, Screen),
    /// Writes the lines below all findings.
    pub(super) end: fn(&mut String, &[String], Screen),
}

impl OneByOne {
    /// The lines below all findings.
    pub(crate) fn end(self, out: &mut String, (counts, tally): (&Counts, &Tally), screen: Screen) {
        (self.end)(out, &summed(counts, tally), screen);
    }
}
