//! What a row that is written in short was taken to say.

use crate::load::keys::ClaimKey;
use crate::record::prepare::Step;
use crate::record::row::{Row, RowKey, What};
use crate::record::typed::shown;
use crate::view::added::MeantRow;
use crate::view::withheld::Gate;

/// What a row was taken to say that comes to a step, and how its value is read where that is known; `None` of one that says all in full.
pub(crate) fn meant(gate: Gate<'_>, row: &Row, step: &Step, reading: Option<&String>) -> Option<MeantRow> {
    let short = row.short.as_ref()?;
    let given = |key: ClaimKey| {
        let key = RowKey::Claim(key);
        let written = match step {
            Step::Create(new) => new.given.iter().find(|(of, _)| *of == key).map(|(_, raw)| shown(key, raw)),
            _ => None,
        };
        let said = || match &row.get(key)?.what {
            What::Typed(raw) => Some(shown(key, raw)),
            What::Cell(words) => Some(words.clone()),
            What::Nothing => None,
        };
        written.or_else(said).filter(|words| !words.is_empty())
    };
    let source = row.words(ClaimKey::Source).and_then(|source| gate.dossier().sources.find(source));
    let is_shown = source.is_some_and(|source| gate.shows(source));
    Some(MeantRow {
        question: given(ClaimKey::Question),
        called: short.called.clone(),
        quote: given(ClaimKey::Quote).filter(|_| is_shown),
        value: given(ClaimKey::Value),
        reading: reading.cloned(),
        said_by: given(ClaimKey::SaidBy),
        as_of: given(ClaimKey::AsOf),
        named: short.named.clone(),
        told: short.told.iter().map(|key| key.name()).collect(),
    })
}
