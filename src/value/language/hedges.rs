//! Quantities with what hedges them before and behind, and the ranges that two of them make.

use super::forms::Meaning;
use super::numbers::Numbers;
use super::pieces::Piece;
use super::within::FormedText;
use super::written::UNREAD;
use crate::value::number::Make;
use crate::value::tables::{RangeKind, first_form, thousands};

/// A quantity in English, as far as it reaches.
#[derive(Clone, Debug)]
pub(super) struct Found {
    pub(super) english: String,
    pub(super) kind: Kind,
    pub(super) end: usize,
    /// What is said of it behind what it counts, and put before it here.
    pub(super) behind: Option<usize>,
}

/// What may be put before a quantity, and what it may be part of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Number,
    /// Of a word that is an article too.
    Article,
    /// A rounded collective.
    About,
    /// Any other.
    Said,
}

/// How many words may stand between a number and what is said behind them of it: `34 people at least`.
pub(super) const COUNTED: usize = 3;

/// Hedges that may say where something is.
const NEAR: [&str; 2] = ["about", "nearly"];

/// How many hedges may stand before each other.
const DEEPEST: usize = 3;

impl Found {
    pub(super) fn new(english: impl Into<String>, kind: Kind, end: usize) -> Self {
        Found { english: english.into(), kind, end, behind: None }
    }
}

impl FormedText<'_, '_> {
    /// A range or a quantity, with what is said of it behind it.
    pub(super) fn said(&self, at: usize) -> Option<Found> {
        self.range(at).or_else(|| {
            let found = self.hedged(at, 0)?;
            let found = self.hedged_behind(found);
            match found.kind {
                Kind::Article => Some(self.article(at, found)),
                _ => Some(found),
            }
        })
    }

    /// What a word that is an article too says: one, where it is all there is.
    fn article(&self, at: usize, found: Found) -> Found {
        let others = self.pieces().iter().enumerate();
        let is_alone = others.clone().all(|(other, piece)| other == at || piece.make == Make::Sign);
        let english = match &*found.english {
            number if is_alone => number,
            "1" => "a",
            // A number that is another word too.
            _ => UNREAD,
        };
        Found { english: english.to_owned(), kind: Kind::Said, ..found }
    }

    /// `from a to b`, `between a and b`, `a to b`, `a or b`.
    pub(super) fn range(&self, at: usize) -> Option<Found> {
        let opened = self.opens(at);
        let begin = if opened.is_empty() { at } else { at + 1 };
        let first = self.hedged(begin, 0)?;
        let hangs = self.hangs(first.end);
        let joint = if hangs { first.end + 1 } else { first.end };
        let joins = self.joins(joint);
        let kind = match opened.is_empty() {
            true => joins.into_iter().find(|kind| matches!(kind, RangeKind::To | RangeKind::Or)),
            false => joins.into_iter().find(|kind| opened.contains(kind)),
        }?;
        let second = self.hedged(joint + 1, 0)?;
        // What the second number lends the first is told where it ends in a scale word.
        if hangs && !thousands().any(|scale| second.english.ends_with(first_form(&scale.forms)))
            || self.lends_hundreds([begin, first.end], [joint + 1, second.end])
        {
            return Some(Found::new(UNREAD, Kind::Said, second.end));
        }
        let (open, join) = match kind {
            RangeKind::From => ("from ", "to"),
            RangeKind::Between => ("between ", "and"),
            RangeKind::To => ("", "to"),
            RangeKind::Or => ("", "or"),
        };
        let english = format!("{open}{} {join} {}", first.english, second.english);
        Some(self.hedged_behind(Found::new(english, Kind::Said, second.end)))
    }

    /// Whether the second of two numbers in words may lend the first its hundreds: `deux à trois cents`.
    fn lends_hundreds(&self, first: [usize; 2], second: [usize; 2]) -> bool {
        let in_words = |[at, end]: [usize; 2]| {
            let words = self.pieces()[at..end].iter().all(|piece| piece.make != Make::Digits);
            self.numbers.at(at).filter(|number| words && number.end == end && number.scale.is_none())
        };
        let (Some(first), Some(second)) = (in_words(first), in_words(second)) else { return false };
        let hundreds = second.number / 100;
        second.number % 100 == 0 && (2..=9).contains(&hundreds) && (1..hundreds).contains(&first.number)
    }

    /// Whether a hyphen hangs on a number for what the next one ends in: `zwei- bis dreitausend`.
    fn hangs(&self, at: usize) -> bool {
        let glued = |at: usize| self.pieces().get(at).is_some_and(|piece| piece.glued);
        self.pieces().get(at).is_some_and(|piece| piece.make == Make::Hyphen) && glued(at) && !glued(at + 1)
    }

    pub(super) fn opens(&self, at: usize) -> Vec<RangeKind> {
        self.each(at, |meaning| match meaning {
            Meaning::Open(kind) => Some(*kind),
            _ => None,
        })
    }

    pub(super) fn joins(&self, at: usize) -> Vec<RangeKind> {
        self.each(at, |meaning| match meaning {
            Meaning::Join(kind) => Some(*kind),
            _ => None,
        })
    }

    /// A quantity with the hedges before it.
    pub(super) fn hedged(&self, at: usize, depth: usize) -> Option<Found> {
        let before = self.each(at, |meaning| match meaning {
            Meaning::Before(english) => Some(*english),
            _ => None,
        });
        if depth < DEEPEST {
            for hedge in before {
                let begin = self.behind_stop(at + 1);
                let numbers = Numbers { hedged: Some(begin), ..self.numbers };
                let one = self.numbers.scale(begin).filter(|scale| scale.behind_hedge);
                let one = one.and_then(|_| self.counted(begin, numbers));
                let Some(found) = one.or_else(|| self.hedged(begin, depth + 1)) else { continue };
                return Some(under(hedge, found));
            }
        }
        self.simple(at)
    }

    /// What is said behind a quantity, or behind what it counts, put before it.
    fn hedged_behind(&self, found: Found) -> Found {
        if self.means(found.end, &Meaning::Odd) && found.kind == Kind::Number {
            return Found::new(format!("{}-odd", found.english), Kind::Said, found.end + 1);
        }
        for at in found.end..=found.end + COUNTED {
            let behind = self.each(at, |meaning| match meaning {
                Meaning::After(english) => Some(*english),
                _ => None,
            });
            if let Some(hedge) = behind.first() {
                if self.is_before(at) && self.hedged(at, 0).is_some() {
                    return found;
                }
                if at == found.end {
                    return Found { end: found.end + 1, ..under(hedge, found) };
                }
                return Found { behind: Some(at), ..under(hedge, found) };
            }
            let is_word = |piece: &&Piece| piece.make == Make::Word && self.simple(at).is_none();
            if self.pieces().get(at).filter(is_word).is_none() {
                break;
            }
        }
        found
    }

    fn is_before(&self, at: usize) -> bool {
        self.pieces()[at].meanings.iter().any(|meaning| matches!(meaning, Meaning::Before(_)))
    }
}

/// A quantity under a hedge.
fn under(hedge: &str, found: Found) -> Found {
    let Found { english, kind, end, behind } = found;
    let english = match kind {
        // A word for `near` before an article: `près d'une école`.
        Kind::Article if NEAR.contains(&hedge) => UNREAD.to_owned(),
        Kind::About => english.replacen("about", hedge, 1),
        _ => format!("{hedge} {english}"),
    };
    Found { english, kind: Kind::Said, end, behind }
}
