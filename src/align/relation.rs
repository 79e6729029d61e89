//! The relation between two claims on one question: the first row of the table that holds of them.

use super::alignment::Alignment;
pub use super::kind::{Class, Kind, Which};
use super::pair::Pair;
use super::rows::{Match, ROWS, Row, first, missing};
use super::scope::Compared;
use crate::model::question::Dimension;
use crate::model::table::ClaimId;

/// A relation with the row that gave it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Relation {
    pub(crate) kind: Kind,
    pub(crate) row: &'static Row,
    pub(crate) direction: Option<Which>,
    pub(crate) scope: Compared,
}

impl Relation {
    pub(crate) fn class(&self) -> Class {
        self.row.class
    }

    /// The scope dimensions that the relation assumes to be equal.
    pub(crate) fn assumed(&self) -> Vec<Dimension> {
        if self.row.assumes() { self.scope.unknown().collect() } else { Vec::new() }
    }
}

/// Relates two claims on one question, both of which have a reading or are silent.
pub(crate) fn relate(alignment: &Alignment, a: ClaimId, b: ClaimId) -> Relation {
    let pair = Pair::new(alignment, a, b);
    let (row, Match { kind, direction }) = first(&pair).expect("the last row holds of any two claims");
    Relation { kind, row, direction, scope: pair.scope }
}

/// Relates two readings of one passage, by the first row that asks for what they say: nobody says it twice.
pub(crate) fn relate_readings(alignment: &Alignment, a: ClaimId, b: ClaimId) -> Relation {
    let pair = Pair::new(alignment, a, b);
    let mut rows = ROWS.iter().filter(|row| !row.is_of_who());
    let found = rows.find_map(|row| Some((row, row.holds(&pair)?)));
    let (row, Match { kind, direction }) = found.expect("the last row holds of any two claims");
    Relation { kind, row, direction, scope: pair.scope }
}

/// Why two claims are related as they are, in a sentence that a reader can check by hand. Lower case, no full stop, the
/// sources' words in backticks.
pub(crate) fn reason(alignment: &Alignment, a: ClaimId, b: ClaimId, relation: &Relation) -> String {
    let found = Match { kind: relation.kind, direction: relation.direction };
    let mut said = relation.row.because(&Pair::new(alignment, a, b), found);
    let assumed = relation.assumed();
    if !assumed.is_empty() {
        let names: Vec<&str> = assumed.iter().map(|dimension| dimension.name()).collect();
        said.push_str(&format!(
            "; assumes the same {} of both, which one of them does not state",
            names.join(" and ")
        ));
    }
    said
}

/// What to state of two claims, so that it can be told whether they conflict; `None` where nothing is open. Lower case, no
/// full stop.
pub(crate) fn open(alignment: &Alignment, a: ClaimId, b: ClaimId) -> Option<String> {
    let is_open = relate(alignment, a, b).class() == Class::Open;
    is_open.then(|| missing(&Pair::new(alignment, a, b)))
}

/// The rows above the one that holds, in order, each with why it does not. Lower case, no full stop.
pub(crate) fn unmatched(
    alignment: &Alignment,
    a: ClaimId,
    b: ClaimId,
    relation: &Relation,
) -> Vec<(&'static Row, String)> {
    let pair = Pair::new(alignment, a, b);
    let above = ROWS.iter().take_while(|row| row.number < relation.row.number);
    above.map(|row| (row, row.unless(&pair).unwrap_or_default())).collect()
}

/// Why a row does not hold of two claims of which no row above it does; `None` where it does.
#[cfg(test)]
pub(crate) fn unless(alignment: &Alignment, a: ClaimId, b: ClaimId, row: &Row) -> Option<String> {
    row.unless(&Pair::new(alignment, a, b))
}
