//! The two sets of a reading, as lists of intervals with every digit that their ends have.

use serde::{Serialize, Serializer};
use serde_json::Number;

use crate::value::calendar;
use crate::value::number::{Edge, Measure};
use crate::value::shape::{Bounds, Runs};
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

/// An unbroken run of numbers or days as `[low, high]`, both inclusive, null where it is unbounded.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Interval(
    /// The least of it.
    pub Option<Limit>,
    /// The greatest of it.
    pub Option<Limit>,
);

/// One end of an interval: a number with every digit it has, or a day as `YYYY-MM-DD`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Limit {
    /// Where it lies on the line of its type: a count, so many steps of an amount, or the number of a day.
    pub at: i128,
    written: Written,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(untagged)]
enum Written {
    Number(Number),
    Day(String),
}

impl TwoSets {
    pub(crate) fn new(kind: &Kind, bounds: &Bounds) -> Self {
        let open = OpenEnds { hard: open_ends(kind, &bounds.hard), soft: open_ends(kind, &bounds.soft) };
        let is_open = open.hard.iter().chain(&open.soft).flatten().any(|open| *open);
        TwoSets {
            hard: intervals(kind, &bounds.hard),
            soft: intervals(kind, &bounds.soft),
            open: is_open.then_some(open),
        }
    }
}

fn open_ends(kind: &Kind, runs: &Runs) -> Vec<[bool; 2]> {
    let is_open = |end: Option<i128>| match kind {
        Kind::Amount { .. } => end.is_some_and(|end| Measure::Amount.end(end).edge == Edge::Open),
        _ => false,
    };
    runs.runs().iter().map(|run| [is_open(run.low), is_open(run.high)]).collect()
}

fn intervals(kind: &Kind, runs: &Runs) -> Vec<Interval> {
    if *kind == Kind::Date {
        let day = |at: Option<i128>, day: Option<String>| {
            at.zip(day).map(|(at, day)| Limit { at, written: Written::Day(day) })
        };
        let days = runs.runs().iter().zip(calendar::pairs(runs));
        return days.map(|(run, (low, high))| Interval(day(run.low, low), day(run.high, high))).collect();
    }
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
