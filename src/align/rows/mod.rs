//! The table of the 21 rows: their numbers, relations, conditions in words, and classes. Docs and `explain` follow it.

pub(crate) mod reason;
pub(crate) mod why;

use super::relation::{Class, Kind};

/// One row of docs/semantics.md, section 4; the first that matches gives the relation.
#[derive(Debug)]
pub(crate) struct Row {
    pub(crate) number: u8,
    pub(crate) kinds: &'static [Kind],
    /// When it matches, where no row above it did.
    pub(crate) when: &'static str,
    pub(crate) class: Class,
}

/// The rows in order; row n stands at n - 1.
pub(crate) static ROWS: [Row; 21] = [
    row(1, &[Kind::Silent], Class::Aside, "one of the two says that it does not know, or declines to say"),
    row(
        2,
        &[Kind::Corrected],
        Class::Change,
        "one corrects or retracts the other (through chains), or, scope equal, its source corrects the other's, of one origin or both in own voice; and their sets are not the same",
    ),
    row(
        3,
        &[Kind::Superseded],
        Class::Change,
        "one says that it supersedes the other (through chains); or, scope equal, it is of the same origin in a later capture of the same source, and their sets differ",
    ),
    row(
        4,
        &[Kind::Withdrawn],
        Class::Aside,
        "one has been corrected, retracted or superseded by another claim, stands in a retracted source, or repeats such a one (its origin, sets and scope); and their sets are not the same",
    ),
    row(5, &[Kind::Same, Kind::Differs], Class::Aside, "the question is of type text"),
    row(
        6,
        &[Kind::DifferentScope],
        Class::Aside,
        "scope is disjoint or overlapping; or narrower or wider where a part may exceed its whole; or one is projected and the other not",
    ),
    row(
        7,
        &[Kind::PartExceedsWhole],
        Class::Conflict,
        "scope is narrower, the part's least is above the whole's greatest, and the question does not grow, or the part's as-of is equal or earlier",
    ),
    row(
        8,
        &[Kind::Undetermined],
        Class::Open,
        "as 7, but the question grows and the part's as-of is later or unsettled",
    ),
    row(9, &[Kind::PartOf], Class::Aside, "scope is narrower or wider otherwise"),
    row(
        10,
        &[Kind::Undetermined],
        Class::Open,
        "scope is unknown, and the soft sets share nothing; or the question grows, the hard sets share nothing, and as-of is unsettled, or is equal but assumed on either side with one origin and two sources",
    ),
    row(
        11,
        &[Kind::SelfContradiction],
        Class::Conflict,
        "the hard sets share nothing; one agent is the origin of both; one source, or both in the publisher's own voice; as-of is equal or the question does not grow",
    ),
    row(
        12,
        &[Kind::Misreport],
        Class::Conflict,
        "the hard sets share nothing; one agent is the origin of both; as-of is equal or the question does not grow",
    ),
    row(
        13,
        &[Kind::Superseded, Kind::Lags],
        Class::Change,
        "the question grows, as-of differs, and either the hard sets share nothing and the earlier's least is below the later's greatest, or only the soft sets share nothing and the later's lies wholly above; with two origins not where the earlier has stance `denies` or reads nothing but zero",
    ),
    row(
        14,
        &[Kind::RevisedDown],
        Class::Change,
        "the question grows, as-of differs, one origin, and the hard sets share nothing",
    ),
    row(
        15,
        &[Kind::Denial],
        Class::Conflict,
        "the hard sets share nothing, and one of the two denies: stance `denies`, a `not`, or nothing but zero",
    ),
    row(16, &[Kind::Contradiction], Class::Conflict, "the hard sets share nothing"),
    row(17, &[Kind::Tension], Class::Tension, "the soft sets share nothing"),
    row(18, &[Kind::Repeats], Class::Dependence, "one origin, two sources"),
    row(
        19,
        &[Kind::Same, Kind::Equivalent],
        Class::Agreement,
        "the sets are the same; `same` where the words are too",
    ),
    row(20, &[Kind::Refines], Class::Agreement, "hard lies within hard and soft within soft, one way"),
    row(21, &[Kind::Overlaps], Class::Compatible, "all else"),
];

const fn row(number: u8, kinds: &'static [Kind], class: Class, when: &'static str) -> Row {
    Row { number, kinds, when, class }
}
