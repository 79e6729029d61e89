//! The formats that tell findings one by one, and below them what was checked: what is told of one hangs on no other.

use super::summary::summed;
use super::{concise, human};
use crate::render::term::Screen;
use crate::view::check::{Checked, Counts, Flagged, Tally};

/// A format of which each part can be made without the others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum OneByOne {
    Human,
    Concise,
}

impl OneByOne {
    /// What is told of one finding, in whole lines.
    pub(crate) fn told(self, out: &mut String, view: &Checked, finding: &Flagged, screen: Screen) {
        match self {
            OneByOne::Human => human::told(out, view, finding, screen),
            OneByOne::Concise => concise::told(out, finding),
        }
    }

    /// The lines below all findings.
    pub(crate) fn end(self, out: &mut String, (counts, tally): (&Counts, &Tally), screen: Screen) {
        let lines = summed(counts, tally);
        match self {
            OneByOne::Human => human::end(out, &lines, screen),
            OneByOne::Concise => concise::end(out, &lines),
        }
    }
}
