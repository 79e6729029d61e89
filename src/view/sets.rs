//! The two sets of a reading, as lists of intervals with every digit that their ends have.

use serde::{Serialize, Serializer};
use serde_json::Number;

use crate::value::calendar;
use crate::value::number::{Edge, Measure};
use crate::value::shape::{Clock, Runs, Shape};
use crate::value::types::Kind;

/// All that the words of a value allow, and how readers usually take them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct TwoSets {
    /// All that the words allow: intervals in order, none of which touch.
    pub hard: Vec<Interval>,
    /// How readers usually take them; never empty, and within `hard`.
    pub soft: Vec<Interval>,
    /// Which ends are left out; left out itself where every end belongs to its interval.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub open: Option<OpenEnds>,
}

/// Which ends of a reading are left out, interval by interval as `[low, high]`: less than 5 ends at 5, without it. Only
/// amounts have such ends.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct OpenEnds {
    /// Of the intervals of `hard`.
    pub hard: Vec<[bool; 2]>,
    /// Of the intervals of `soft`.
    pub soft: Vec<[bool; 2]>,
}

/// An unbroken run of numbers, days or minutes as `[low, high]`, both inclusive, null where it is unbounded.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Interval(
    /// The least of it.
    pub Option<Limit>,
    /// The greatest of it.
    pub Option<Limit>,
);

/// One end of an interval: a number with every digit it has, a day as `YYYY-MM-DD`, or a minute as `YYYY-MM-DDTHH:MM` with
/// its offset where it has one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Limit {
    /// Where it lies on the line of its type: a count, so many steps of an amount, or a minute.
    pub at: i128,
    written: Written,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(untagged)]
enum Written {
    Number(Number),
    Date(String),
}

impl TwoSets {
    /// The sets of a count, an amount or a date; `None` of all other values.
    pub(crate) fn of(kind: &Kind, shape: &Shape) -> Option<Self> {
        let intervals = |runs: &Runs| match shape {
            Shape::Times(times) => dates(runs, times.clock),
            _ => numbers(kind, runs),
        };
        let bounds = shape.numbers()?;
        let open = OpenEnds { hard: open_ends(kind, &bounds.hard), soft: open_ends(kind, &bounds.soft) };
        let is_open = open.hard.iter().chain(&open.soft).flatten().any(|open| *open);
        Some(TwoSets {
            hard: intervals(&bounds.hard),
            soft: intervals(&bounds.soft),
            open: is_open.then_some(open),
        })
    }
}

fn open_ends(kind: &Kind, runs: &Runs) -> Vec<[bool; 2]> {
    let is_open = |end: Option<i128>| match kind {
        Kind::Amount { .. } => end.is_some_and(|end| Measure::Amount.end(end).edge == Edge::Open),
        _ => false,
    };
    runs.runs().iter().map(|run| [is_open(run.low), is_open(run.high)]).collect()
}

fn dates(runs: &Runs, clock: Clock) -> Vec<Interval> {
    let limit = |at: Option<i128>, date: Option<String>| {
        at.zip(date).map(|(at, date)| Limit { at, written: Written::Date(date) })
    };
    let dates = runs.runs().iter().zip(calendar::pairs(runs, clock));
    dates.map(|(run, (low, high))| Interval(limit(run.low, low), limit(run.high, high))).collect()
}

fn numbers(kind: &Kind, runs: &Runs) -> Vec<Interval> {
    let digits = |at: i128| match kind {
        Kind::Amount { .. } => Measure::Amount.plain(at),
        _ => at.to_string(),
    };
    let number = |at: Option<i128>| {
        at.map(|at| Limit { at, written: Written::Number(Number::from_string_unchecked(digits(at))) })
    };
    runs.runs().iter().map(|run| Interval(number(run.low), number(run.high))).collect()
}

impl Serialize for Limit {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.written.serialize(serializer)
    }
}

#[cfg(test)]
impl schemars::JsonSchema for Limit {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Limit".into()
    }

    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        Written::json_schema(generator)
    }
}
