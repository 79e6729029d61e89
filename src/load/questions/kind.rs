//! The type of a question, with the keys that belong to one type alone.

use super::options::options;
use crate::load::entry::Entry;
use crate::load::keys::QuestionKey;
use crate::model::problem::{Problem, ProblemKind};
use crate::value::types::{Kind, Options, Type};

/// What the question asks for; `None` where its type is left out or none.
pub(super) fn kind(entry: &mut Entry<QuestionKey>) -> Option<Kind> {
    let unit = entry.text(QuestionKey::Unit);
    let listed = entry.has(QuestionKey::Options);
    let options = options(entry, QuestionKey::Options);
    let many = entry.flag(QuestionKey::Many).unwrap_or(false);
    if !entry.has(QuestionKey::Type) {
        entry.missing(QuestionKey::Type);
        return None;
    }
    let of = entry.one_of::<Type>(QuestionKey::Type)?;
    if unit.is_some() && of != Type::Amount {
        stray(entry, QuestionKey::Unit, of, "amounts");
    }
    if listed && of != Type::Choice {
        stray(entry, QuestionKey::Options, of, "choices");
    }
    if many && !matches!(of, Type::Agent | Type::Place) {
        stray(entry, QuestionKey::Many, of, "agents and places");
    }
    Some(match of {
        Type::Count => Kind::Count,
        Type::Amount => Kind::Amount { unit: unit.map(|unit| unit.value) },
        Type::Date => Kind::Date,
        Type::Place => Kind::Place { many },
        Type::Agent => Kind::Agent { many },
        Type::Choice => {
            if options.is_empty() {
                entry.missing(QuestionKey::Options);
            }
            Kind::Choice { options: Options::new(options) }
        }
        Type::Set => Kind::Set,
        Type::YesNo => Kind::YesNo,
        Type::Text => Kind::Text,
    })
}

/// A key that questions of this type do not have.
fn stray(entry: &mut Entry<QuestionKey>, key: QuestionKey, of: Type, only: &str) {
    let message = format!("`{key}` on a question of type {of}");
    let problem = Problem::new(ProblemKind::MalformedEntry, entry.spot(), message);
    entry.problems().push(problem.label(format!("only {only} have it")));
}
