//! Answers of the desk page: rows of JSON which say under one key more what they answer and who gave them.

use serde_json::{Map, Value as Json};

use super::own::own;
use crate::load::keys::{ClaimKey, Referent};
use crate::record::answer::{Answer, Card, CardKind};
use crate::record::columns::Columns;
use crate::record::row::{Given, Refusal, Row, RowKey, What};
use crate::value::types::{Form, Raw};

/// The key under which an answer says so.
pub(super) const KEY: &str = "desk";

/// How many digits a digest has.
const DIGITS: usize = 16;

/// What an answer may make.
const MADE: [Referent; 3] = [Referent::Question, Referent::Agent, Referent::Place];

/// An answer: the keys of a claim, and what stands under `desk`.
pub(super) fn row(line: usize, object: &Map<String, Json>, columns: &Columns) -> Result<Row, Refusal> {
    let refuse = |why: String| Refusal::at(line, why).help("save the answers of the desk page anew");
    let Some(desk) = object.get(KEY).and_then(Json::as_object) else {
        return Err(refuse(format!("it is no answer of the desk page: `{KEY}` is no object")));
    };
    let answer = answer(desk).map_err(|why| refuse(format!("`{KEY}` {why}")))?;
    let mut keys = object.clone();
    keys.remove(KEY);
    let mut row = own(line, &keys, columns)?;
    if row.words.is_some() {
        return Err(refuse("its quote is not given in full".to_owned()));
    }
    row.given.iter_mut().for_each(as_typed_in);
    Ok(Row { answer: Some(Box::new(answer)), ..row })
}

/// What people type into a field is what they would put into a cell: `120` is a number there, and `mayor; fire-brigade` are two.
fn as_typed_in(given: &mut Given) {
    let is_word_for_word = given.key.holds_words() && given.key != RowKey::Claim(ClaimKey::Value);
    if let (What::Typed(Raw { form: Form::Text(words), .. }), false) = (&given.what, is_word_for_word) {
        given.what = What::Cell(words.clone());
    }
}

/// # Errors
/// What it lacks, to follow upon its key.
fn answer(desk: &Map<String, Json>) -> Result<Answer, String> {
    let text = |key: &str| desk.get(key).and_then(Json::as_str).map(str::trim);
    let digest = text("digest").unwrap_or_default();
    let (passage, question) = match digest.split_once('-') {
        Some((passage, question)) => (passage, Some(question)),
        None => (digest, None),
    };
    let is_digest = |half: &str| half.len() == DIGITS && half.bytes().all(|it| it.is_ascii_hexdigit());
    if !is_digest(passage) || question.is_some_and(|question| !is_digest(question)) {
        return Err(format!(
            "has no `digest`: {DIGITS} hexadecimal digits of the passage, or these, `-` and as many of the question"
        ));
    }
    let at = desk.get("at").and_then(Json::as_array).map(Vec::as_slice);
    let byte = |value: &Json| value.as_u64().and_then(|at| usize::try_from(at).ok());
    let at = match at {
        Some([start, end]) => byte(start).zip(byte(end)).filter(|(start, end)| start < end),
        _ => None,
    };
    let at = at.ok_or("has no `at`: where the passage begins and ends, such as [120, 138]")?;
    let quote =
        text("quote").filter(|quote| !quote.is_empty()).ok_or("has no `quote`: the words of its passage")?;
    let kind = text("kind").and_then(CardKind::named).ok_or_else(|| {
        format!("has no `kind` that is known: one of {}", CardKind::names().collect::<Vec<_>>().join(", "))
    })?;
    let waive = match desk.get("waive") {
        None | Some(Json::Null) => None,
        Some(Json::String(why)) if !why.trim().is_empty() => Some(why.trim().to_owned()),
        Some(_) => return Err("has a `waive` that gives no reason".to_owned()),
    };
    let card = Card { passage: passage.to_ascii_lowercase(), at, quote: quote.to_owned(), kind };
    Ok(Answer {
        card,
        question: question.map(str::to_ascii_lowercase),
        by: text("by").unwrap_or_default().to_owned(),
        waive,
        new: made(desk.get("new"))?,
    })
}

/// What an answer makes.
fn made(new: Option<&Json>) -> Result<Vec<(Referent, String)>, String> {
    let new = match new {
        None | Some(Json::Null) => return Ok(Vec::new()),
        Some(Json::Object(new)) => new,
        Some(_) => return Err("has a `new` that is no object".to_owned()),
    };
    let of = |(name, line): (&String, &Json)| {
        let of = MADE.into_iter().find(|of| of.name() == name);
        let of = of.ok_or_else(|| format!("has under `new` what cannot be made: `{name}`"))?;
        let line = line.as_str().ok_or_else(|| format!("has under `new` no line for `{name}`"))?;
        Ok((of, line.split_whitespace().collect::<Vec<_>>().join(" ")))
    };
    new.iter().map(of).collect()
}
