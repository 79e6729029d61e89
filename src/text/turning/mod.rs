//! Words that turn a sentence around: negation, denial, doubt and condition, by language.

mod language;
mod lists;
mod matching;
mod phrase;
mod ready;
mod said;
#[cfg(test)]
mod tried;
mod turn;
mod walk;

pub(crate) use language::Turn;
pub(crate) use ready::{Listed, Part, has_list, is_negation, listed};
pub(crate) use turn::{turned_around, turned_before, turned_behind, turned_within};
