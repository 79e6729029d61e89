//! How rows are taken: what they are held to, and what becomes of those that do not hold.

use crate::audit::Day;
use crate::view::withheld::Reader;

/// What becomes of rows that are refused for what a person can judge.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum OnRefusal {
    Refuse,
    /// They wait below `claims/unreviewed/` until somebody signs.
    Keep,
}

/// What rows are held to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum HeldTo {
    /// Their quotes are held, their values stand there, their speakers near it, whatever the levels of the dossier.
    Evidence,
    /// What `gainsay check` would not deny: somebody vouches for the rest.
    Levels,
}

/// How rows are taken.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Taking<'t> {
    pub(crate) on_refusal: OnRefusal,
    pub(crate) held_to: HeldTo,
    /// A comment that each new claim stands below.
    pub(crate) remark: Option<&'t str>,
    pub(crate) today: Day,
    pub(crate) reader: Reader,
}
