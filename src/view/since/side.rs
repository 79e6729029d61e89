//! The record before and after, as far as a reader may see it.

use crate::judge::{Court, Finding};
use crate::model::Dossier;
use crate::model::table::ClaimId;
use crate::view::withheld::{Gate, Reader};

/// One dossier as the rules see it: its alignment, and what was found.
#[derive(Clone, Copy)]
pub(crate) struct RecordSide<'a> {
    pub(crate) court: &'a Court<'a>,
    pub(crate) findings: &'a [Finding],
}

/// The record before and after.
#[derive(Clone, Copy)]
pub(super) struct Both<'a> {
    pub(super) before: RecordSide<'a>,
    pub(super) after: RecordSide<'a>,
    pub(super) reader: Reader,
}

impl<'a> RecordSide<'a> {
    pub(super) fn dossier(self) -> &'a Dossier {
        self.court.dossier()
    }
}

impl<'a> Both<'a> {
    pub(super) fn earlier(self) -> &'a Dossier {
        self.before.dossier()
    }

    pub(super) fn later(self) -> &'a Dossier {
        self.after.dossier()
    }

    /// Whether words of a claim that both have are shown. What either side restricts is shown of neither: the words may
    /// be the same.
    pub(super) fn shows_claim(self, was: ClaimId, is: ClaimId) -> bool {
        Gate::new(self.earlier(), self.reader).shows_claim(was)
            && Gate::new(self.later(), self.reader).shows_claim(is)
    }

    /// Whether what a source of this name says of itself is shown.
    pub(super) fn shows_source(self, name: &str) -> bool {
        [self.earlier(), self.later()].iter().all(|dossier| {
            dossier.sources.find(name).is_none_or(|source| Gate::new(dossier, self.reader).shows(source))
        })
    }
}
