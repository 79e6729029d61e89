//! Why a row does not hold of two claims: found at no cost, and said only where it is asked for.

use super::say::named;
use crate::align::moment::Order;
use crate::align::pair::Pair;
use crate::value::shape::Side;

/// Why a row does not hold of two claims.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Why {
    /// The sets of one side share something.
    Common(Side),
    /// One of the two rounds to the other.
    Rounds,
    /// They are of two origins.
    Origins,
    /// How their scopes stand.
    Scopes,
    /// Time changes nothing between the two.
    Fixed,
    /// How the first's moment stands to the second's, where time changes the answer.
    AsOf(Order),
    /// A dimension of scope is unknown.
    Unknown,
    /// What needs nothing of the pair to be said. Lower case, no full stop.
    Because(&'static str),
}

impl Why {
    /// In words: lower case, no full stop.
    pub(super) fn said(self, pair: &Pair) -> String {
        match self {
            Why::Common(side) => pair.common(side).unwrap_or_default(),
            Why::Rounds => pair.rounded().unwrap_or_default(),
            Why::Origins => pair.origins(),
            Why::Scopes => pair.scopes(),
            Why::Fixed => pair.fixed(),
            Why::AsOf(order) => {
                format!("the answer {}, and the first's as-of is {}", pair.over_time(), named(order))
            }
            Why::Unknown => {
                format!("one of the two does not state its {}", pair.unknown_dimensions())
            }
            Why::Because(why) => why.to_owned(),
        }
    }
}

impl Pair<'_> {
    /// That the sets of one side share something; `None` where they do not.
    pub(super) fn shares(&self, side: Side) -> Option<Why> {
        (!self.is_apart(side)).then_some(Why::Common(side))
    }

    /// That one of the two rounds to the other; `None` where neither does.
    pub(super) fn rounding(&self) -> Option<Why> {
        self.rounds().then_some(Why::Rounds)
    }
}
