//! Words that turn a sentence around: negation, denial, doubt and condition, by language.

mod language;
mod lists;
mod said;
mod turn;

pub(crate) use language::{Listed, Part, has_list, listed};
pub(crate) use said::is_negation;
pub(crate) use turn::{Turn, turned_around, turned_before, turned_behind, turned_within};
