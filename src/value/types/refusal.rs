//! Why a written value is refused: it is not read, allows nothing, or names what the dossier does not define.

use std::fmt;
use std::ops::Range;

use super::raw::Raw;
use crate::value::unreadable::Unreadable;

/// Why a value gives no shape.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Refusal {
    Unreadable(Unreadable, Range<usize>),
    /// The lower bound stands above the upper one.
    OutOfOrder(Unreadable, Range<usize>),
    /// An id that the dossier does not define.
    Unknown {
        what: Named,
        id: String,
        at: Range<usize>,
    },
}

/// What an id was to name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Named {
    Agent,
    Place,
}

impl Refusal {
    pub(crate) fn unreadable(message: impl Into<String>, raw: &Raw) -> Self {
        Refusal::Unreadable(Unreadable::new(message), raw.at.clone())
    }

    /// `none` where it does not stand alone.
    pub(super) fn none_beside(raw: &Raw) -> Self {
        let why = Unreadable::new("`none` stands alone: it excludes every other value");
        Refusal::Unreadable(why.help("write `value = \"none\"`, or leave it out"), raw.at.clone())
    }

    pub(crate) fn of(unreadable: Unreadable, raw: &Raw) -> Self {
        let at = raw.at.clone();
        if unreadable.out_of_order {
            Refusal::OutOfOrder(unreadable, at)
        } else {
            Refusal::Unreadable(unreadable, at)
        }
    }
}

impl fmt::Display for Named {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Named::Agent => "an agent",
            Named::Place => "a place",
        })
    }
}
