//! What a rule is about: its family, and for a rule that tells of disputes how people are told of them.

use crate::align::relation::{Class, Kind};
use crate::align::rows::ROWS;

/// What a rule is about.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Family {
    /// What cannot be taken as it is written.
    Form,
    /// What the record leaves open of a source, a claim or a series of them.
    Record,
    /// Quotes, and the texts that they come from.
    Quote,
    /// Who stands behind an answer.
    Origin,
    /// Two claims on one question that are related so.
    Relation(Kind, &'static Telling),
    /// Figures that a law of numbers puts in doubt, and what that means.
    Law(Class, &'static Telling),
    /// What the desk says of findings: levels, assessments, comments, the baseline.
    Desk,
    /// What a draft says.
    Draft,
}

/// How people are told of the disputes that a rule finds.
#[derive(Debug)]
pub(crate) struct Telling {
    /// The gravest rule has 1; no two have the same.
    pub(crate) rank: u8,
    /// What such a dispute is: lower case, no full stop.
    pub(crate) means: &'static str,
    pub(crate) opening: Opening,
    /// What is counted, and what is said of it behind: `2 parts larger than the whole`.
    pub(crate) counted: (&'static str, &'static str),
    pub(crate) settled_by: Option<Settles>,
}

/// The sentence that opens an account of a dispute. It says nothing of which side holds.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Opening {
    Said(&'static str),
    /// By how many sources take part.
    By {
        one: &'static str,
        several: &'static str,
    },
    /// That figures do not fit together; what the finding says is told behind it.
    OfFigures,
}

/// What would settle a dispute, whatever its claims leave open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Settles {
    /// The source's own correction.
    Correction,
    /// Somebody else who knows.
    FurtherOrigin,
}

impl Family {
    /// How people are told of its disputes, where it is about any.
    pub(crate) fn telling(self) -> Option<&'static Telling> {
        match self {
            Family::Relation(_, telling) | Family::Law(_, telling) => Some(telling),
            Family::Form | Family::Record | Family::Quote | Family::Origin | Family::Desk | Family::Draft => {
                None
            }
        }
    }

    /// What its disputes mean, where it is about any.
    pub(crate) fn class(self) -> Option<Class> {
        match self {
            Family::Relation(kind, _) => {
                let row = ROWS.iter().find(|row| row.is_told() && row.kinds.contains(&kind))?;
                Some(row.class)
            }
            Family::Law(class, _) => Some(class),
            Family::Form | Family::Record | Family::Quote | Family::Origin | Family::Desk | Family::Draft => {
                None
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::judge::rules;

    #[test]
    fn each_relation_that_is_told_has_one_rule_and_a_rank_of_its_own() {
        let told = ROWS.iter().filter(|row| row.is_told()).flat_map(|row| row.kinds);
        let told: BTreeSet<Kind> = told.copied().collect();
        let mut ruled: Vec<Kind> = Vec::new();
        let mut ranks: BTreeSet<u8> = BTreeSet::new();
        for rule in rules::ALL {
            if let Family::Relation(kind, _) = rule.family {
                ruled.push(kind);
            }
            if let Some(telling) = rule.family.telling() {
                assert!(ranks.insert(telling.rank), "`{}` has the rank of another", rule.name);
                assert!(rule.family.class().is_some(), "`{}` tells of what no row does", rule.name);
            }
        }
        ruled.sort_unstable();
        assert_eq!(ruled, Vec::from_iter(told));
    }
}
