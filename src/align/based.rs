//! Dossiers for the tests of this room: on the base of `tests/cases`, with what a test adds.

use crate::load::from_texts;
use crate::model::Dossier;
use crate::model::table::ClaimId;

/// What is asked besides the questions of the base.
const ASKED: &str = r#"
[event.flood.question]
held = { ask = "How many are still held?", type = "count", over-time = "varies" }
settled = { ask = "How many were held?", type = "count", over-time = "varies", settles = "2024-05-03" }
runs = { ask = "Who runs the dam?", type = "agent", over-time = "varies" }
words = { ask = "What did the mayor say?", type = "text" }
whom = { ask = "Whom did they call?", type = "agent", many = true }
where = { ask = "Where was there water?", type = "place", many = true }
took = { ask = "What did it take?", type = "set" }
"#;

/// The base, with some sources and agents, and with claims: each by its source, its question and its other keys, with a quote
/// where these give none. They are `a`, `b`, `c` and so on.
pub(super) fn based(more: &str, claims: &[(&str, &str, String)]) -> Dossier {
    let mut said = ASKED.to_owned();
    for ((source, question, keys), letter) in claims.iter().zip('a'..) {
        said += &format!(
            "[[claim]]\nid = \"{letter}\"\nsource = \"{source}\"\nquestion = \"flood/{question}\"\n"
        );
        let quote = if keys.contains("quote = ") { "" } else { "quote = \"x\"\n" };
        said += &format!("{quote}{keys}\n");
    }
    let dossier = from_texts(&[
        ("gainsay.toml", include_str!("../../tests/cases/base/gainsay.toml")),
        ("sources/base.toml", include_str!("../../tests/cases/base/sources-base.toml")),
        ("sources/more.toml", more),
        ("claims/base.toml", include_str!("../../tests/cases/base/claims-base.toml")),
        ("claims/more.toml", &said),
    ]);
    let problems: Vec<&String> = dossier.problems.iter().map(|problem| &problem.message).collect();
    assert!(problems.is_empty(), "{problems:?} in {said}");
    dossier
}

/// The claim of a letter.
pub(super) fn claim(dossier: &Dossier, letter: char) -> ClaimId {
    let ending = format!("#{letter}");
    let found = dossier.claims.ids().find(|id| dossier.claims.name(*id).ends_with(&ending));
    found.unwrap_or_else(|| panic!("there is no claim `{letter}`"))
}

/// Some claims by their letters, in order.
pub(super) fn letters(dossier: &Dossier, claims: impl IntoIterator<Item = ClaimId>) -> String {
    let letter = |id: ClaimId| dossier.claims.name(id).chars().next_back();
    let mut all: Vec<char> = claims.into_iter().filter_map(letter).collect();
    all.sort_unstable();
    all.into_iter().collect()
}

/// The keys of a claim: its value, by whom it is said, and as of when, where these are not empty.
pub(super) fn said(value: &str, by: &str, as_of: &str) -> String {
    let given = |key: &str, words: &str| match words {
        "" => String::new(),
        words => format!("{key} = \"{words}\"\n"),
    };
    format!("value = {value}\n{}{}", given("said-by", by), given("as-of", as_of))
}
