//! A row of the table of relations: its number, when it holds, and how that is told.

use crate::align::kind::{Class, Kind, Which};
use crate::align::pair::Pair;

/// One row of docs/semantics.md, section 4; the first that holds of two claims is their relation.
pub(crate) struct Row {
    /// From 1.
    pub(crate) number: u8,
    /// What it can make of two claims; the first names the row.
    pub(crate) kinds: &'static [Kind],
    pub(crate) class: Class,
    /// In words: when it holds of two claims that no row above holds of.
    pub(crate) when: &'static str,
    pub(super) facts: &'static [Fact],
    /// What two claims are by it, where it holds of them and no row above does.
    pub(super) holds: fn(&Pair) -> Option<Match>,
    /// Why it does not hold, lower case, no full stop; `None` where it does, no row above holding.
    pub(super) unless: fn(&Pair) -> Option<String>,
    /// The reason of a relation that it gave, lower case, no full stop, the sources' words in backticks.
    pub(super) because: fn(&Pair, Match) -> String,
}

/// What else is true of all that a row holds of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fact {
    /// A finding speaks of it.
    Told,
    /// What is unknown of scope is taken to be equal.
    Assumes,
    /// The later takes the place of the earlier, where both are of one origin.
    Outgrows,
    /// It holds for who says the two, or what anybody states of them, and not for what they say.
    OfWho,
}

/// What two claims are to each other by a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Match {
    pub(crate) kind: Kind,
    pub(crate) direction: Option<Which>,
}

impl Match {
    /// A relation that is the same both ways.
    pub(super) const fn both(kind: Kind) -> Self {
        Match { kind, direction: None }
    }

    /// A relation in which one of the two refines, is the part, is later, or corrects.
    pub(super) const fn of(kind: Kind, which: Which) -> Self {
        Match { kind, direction: Some(which) }
    }
}

impl Row {
    /// What two claims are by it, where no row above holds of them.
    pub(crate) fn holds(&self, pair: &Pair) -> Option<Match> {
        (self.holds)(pair)
    }

    /// Why it does not hold of two claims, where no row above does; `None` where it does.
    pub(crate) fn unless(&self, pair: &Pair) -> Option<String> {
        (self.unless)(pair)
    }

    /// Why two claims are so related.
    pub(crate) fn because(&self, pair: &Pair, found: Match) -> String {
        (self.because)(pair, found)
    }

    /// Whether a finding speaks of claims that are so related.
    pub(crate) fn is_told(&self) -> bool {
        self.facts.contains(&Fact::Told)
    }

    /// Whether it takes what is unknown of scope to be equal.
    pub(crate) fn assumes(&self) -> bool {
        self.facts.contains(&Fact::Assumes)
    }

    /// Whether it holds for who says the two, or what anybody states of them.
    pub(crate) fn is_of_who(&self) -> bool {
        self.facts.contains(&Fact::OfWho)
    }

    /// Whether the later takes the place of the earlier, where both are of one origin.
    pub(crate) fn outgrows(&self) -> bool {
        self.facts.contains(&Fact::Outgrows)
    }
}

impl PartialEq for Row {
    fn eq(&self, other: &Self) -> bool {
        self.number == other.number
    }
}

impl Eq for Row {}

impl std::fmt::Debug for Row {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "row {}", self.number)
    }
}
