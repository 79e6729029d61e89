//! Readings as JSON: lists of [low, high] pairs, inclusive, null for unbounded.

use serde::Serialize;
use serde_json::{Number, Value};

use crate::value::calendar;
use crate::value::kind::Kind;
use crate::value::number::written;
use crate::value::reading::Bounds;
use crate::value::shape::runs::Runs;

/// The two sets of a reading.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct SetsView {
    pub(crate) hard: Value,
    pub(crate) soft: Value,
}

impl SetsView {
    pub(crate) fn new(kind: &Kind, bounds: &Bounds) -> Self {
        SetsView { hard: pairs(kind, &bounds.hard), soft: pairs(kind, &bounds.soft) }
    }
}

fn pairs(kind: &Kind, runs: &Runs) -> Value {
    if matches!(kind, Kind::Date) {
        return calendar::pairs(runs).into_iter().map(|(low, high)| Value::from(vec![low, high])).collect();
    }
    let end = |end: Option<i128>| match (end, kind) {
        (None, _) => Value::Null,
        (Some(end), Kind::Amount { .. }) => exact(&written::decimal(end)),
        (Some(end), _) => exact(&end.to_string()),
    };
    runs.runs().iter().map(|run| Value::from(vec![end(run.low), end(run.high)])).collect()
}

/// A number with every digit it has.
fn exact(text: &str) -> Value {
    Value::Number(Number::from_string_unchecked(text.to_owned()))
}
