//! Row 5: free words, which are the same or differ.

use super::row::{Match, Row};
use crate::align::kind::{Class, Kind};
use crate::align::pair::Pair;
use crate::value::shape::Shape;

pub(super) const WORDS: Row = Row {
    number: 5,
    kinds: &[Kind::Same, Kind::Differs],
    class: Class::Aside,
    when: "the question is of type text",
    facts: &[],
    holds: |pair| match pair.says {
        Some((Shape::Words(x), Shape::Words(y))) if x == y => Some(Match::both(Kind::Same)),
        Some((Shape::Words(_), Shape::Words(_))) => Some(Match::both(Kind::Differs)),
        _ => None,
    },
    unless: |pair| {
        let is_text = |pair: &Pair| matches!(pair.says, Some((Shape::Words(_), _)));
        let kind = pair.question.kind.name();
        (!is_text(pair)).then(|| format!("the question is of type {kind}, not text"))
    },
    because: |_, found| match found.kind {
        Kind::Same => "the same words, typography aside".to_owned(),
        _ => "the words differ; words alone do not contradict each other".to_owned(),
    },
};
