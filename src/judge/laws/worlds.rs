//! States of the world, counted out one by one: whether two claims can both be true, worked out from the page alone.
//!
//! Nothing here uses the readings, sets or scopes of the program: values allow what a table here says, places are
//! sets of points, agents are whoever exists, scopes are bits.

use std::sync::LazyLock;

use crate::model::question::OverTime;

use super::ground::{POINTS, place_within};
use super::random::{
    AGENTS, BASES, Case, GROUPS, LISTS, MOMENTS, OPTIONS, PERIODS, PLACES, SOURCES, Stance, Value,
};
use crate::align::Speakers;

/// Numbers are looked at in halves, from below all days to above all numbers; the last stands for all beyond.
const HALVES: std::ops::RangeInclusive<i64> = -4..=140;

/// How the scope of one claim stands to another's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Cover {
    Equal,
    Narrower(Sure),
    Wider(Sure),
    Unknown,
    Apart,
}

/// Whether the one is known to lie within the other, or a dimension is unknown in which it may not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sure {
    Known,
    Assumed,
}

/// Which of two claims may be the earlier.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Times {
    pub(super) before: bool,
    pub(super) same: bool,
    pub(super) after: bool,
}

pub(super) fn is_silent(case: &Case, index: usize) -> bool {
    case.claims[index].stance == Stance::Silent
}

/// Whether the whole cannot be less than its part.
pub(super) fn is_monotone(case: &Case) -> bool {
    case.additive.unwrap_or(case.kind == 0)
}

/// Two lists of one basis are equal where one origin made both.
pub(super) fn cover(case: &Case, a: usize, b: usize, speakers: Speakers) -> Cover {
    let basis = |index: usize| case.claims[index].scope[2];
    if speakers == Speakers::Two && basis(a) == basis(b) && basis(a).is_some_and(|it| LISTS.contains(&it)) {
        return Cover::Apart;
    }
    let (mut narrower, mut wider, mut unknown) = (false, false, false);
    for dimension in 0..3 {
        let bits = |index: usize| {
            let at = case.claims[index].scope[dimension]?;
            Some(match dimension {
                0 => GROUPS.get(at).map(|group| group.1),
                1 => Some(PERIODS[at].1),
                _ => Some(BASES[at].1),
            })
        };
        match (bits(a), bits(b)) {
            (None, None) => {}
            (Some(Some(a)), Some(Some(b))) if a == b => {}
            (Some(Some(a)), Some(Some(b))) if a & b == a => narrower = true,
            (Some(Some(a)), Some(Some(b))) if a & b == b => wider = true,
            (Some(Some(_)), Some(Some(_))) => return Cover::Apart,
            _ => unknown = true,
        }
    }
    let sure = if unknown { Sure::Assumed } else { Sure::Known };
    match (narrower, wider, unknown) {
        (true, true, _) => Cover::Apart,
        (true, ..) => Cover::Narrower(sure),
        (_, true, _) => Cover::Wider(sure),
        (_, _, true) => Cover::Unknown,
        _ => Cover::Equal,
    }
}

/// How the moments of two claims can stand; where the question is fixed, or has settled, there is but one.
pub(super) fn times(case: &Case, a: usize, b: usize) -> Times {
    // A sixth of a day is four hours; what has an offset is one minute.
    let moment = |index: usize| {
        let said = &case.claims[index];
        let (words, first, last) = MOMENTS[said.as_of.unwrap_or(SOURCES[said.source].1)];
        let zoned = words.ends_with('Z');
        (first * 240, if zoned { first * 240 } else { last * 240 + 239 }, zoned)
    };
    let (mut x, mut y) = (moment(a), moment(b));
    let first_day = |at: usize| MOMENTS[at].1 * 240;
    let settled = case.settles.is_some_and(|at| [x, y].iter().all(|run| run.0 >= first_day(at)));
    let (one, other) = (&case.claims[a], &case.claims[b]);
    let is_short = x.1 - x.0 < 24 * 60 || one.as_of.is_none() && other.as_of.is_none();
    // The same minute, or what one source says of one day, or without saying when.
    let is_one = x == y && (x.0 == x.1 || one.source == other.source && is_short);
    if case.over_time == OverTime::Fixed || settled || is_one {
        return Times { before: false, same: true, after: false };
    }
    // Beside an offset, what has none may stand at any.
    let mixed = x.2 != y.2;
    for moment in [&mut x, &mut y].into_iter().filter(|moment| mixed && !moment.2) {
        *moment = (moment.0 - 14 * 60, moment.1 + 12 * 60, false);
    }
    // Any minute of the one beside any of the other.
    Times { before: x.0 < y.1, same: x.0 <= y.1 && y.0 <= x.1, after: x.1 > y.0 }
}

/// Whether some state of the world satisfies both claims, where what is unknown of their scope is equal.
pub(super) fn can_both_hold(case: &Case, a: usize, b: usize, cover: Cover) -> bool {
    if case.kind < 3 {
        return numbers(case, a, b, cover);
    }
    let times = times(case, a, b);
    let changed = case.over_time == OverTime::Varies && (times.before || times.after);
    changed || times.same && can_hold_at_once(case, a, b)
}

/// As [`can_both_hold`], of one moment.
fn can_hold_at_once(case: &Case, a: usize, b: usize) -> bool {
    match case.kind {
        3 if case.many => {
            or_none(&SETS_OF_PLACES).any(|set| answer_allows(case, a, set) && answer_allows(case, b, set))
        }
        4 if case.many => {
            or_none(&SETS_OF_AGENTS).any(|set| answer_allows(case, a, set) && answer_allows(case, b, set))
        }
        3 => or_none(&POINTS).any(|point| place_allows(case, a, point) && place_allows(case, b, point)),
        // One agent more than there are: somebody whom no claim names. And nobody.
        4 => (0..=AGENTS.len())
            .map(Some)
            .chain([None])
            .any(|who| agent_allows(case, a, who) && agent_allows(case, b, who)),
        6 => (0..1u32 << (AGENTS.len() + 2)).any(|set| set_allows(case, a, set) && set_allows(case, b, set)),
        // One state more than there are options: none of them.
        5 => (0..=OPTIONS.len()).any(|state| option_allows(case, a, state) && option_allows(case, b, state)),
        7 => (0..2).any(|truth| truth_allows(case, a, truth) && truth_allows(case, b, truth)),
        _ => true,
    }
}

/// Numbers, with the monotone law and growth: a figure for each of the two scopes and moments.
fn numbers(case: &Case, a: usize, b: usize, cover: Cover) -> bool {
    let all =
        |index: usize| -> Vec<i64> { HALVES.filter(|half| number_allowed(case, index, *half)).collect() };
    let (x, y) = (all(a), all(b));
    let times = times(case, a, b);
    let may_change = case.over_time == OverTime::Varies;
    let any = |holds: &dyn Fn(i64, i64) -> bool| x.iter().any(|x| y.iter().any(|y| holds(*x, *y)));
    match cover {
        // The part then is no more than the part later, and that no more than the whole.
        Cover::Narrower(_) => times.after || may_change && times.before || any(&|x, y| x <= y),
        Cover::Wider(_) => times.before || may_change && times.after || any(&|x, y| x >= y),
        _ => {
            times.same && any(&|x, y| x == y)
                || may_change && (times.before || times.after)
                || times.before && any(&|x, y| x <= y)
                || times.after && any(&|x, y| x >= y)
        }
    }
}

/// Whether a claim's words allow a number, said in halves.
pub(super) fn number_allowed(case: &Case, index: usize, half: i64) -> bool {
    let said = &case.claims[index];
    let measure = case.kind < 2;
    let in_domain = (!measure || half >= 0) && (case.kind == 1 || half % 2 == 0);
    let (value, denied) = undenied(case, index);
    let estimated = measure && said.scope[2].is_some_and(|basis| BASES[basis].0 == "estimated");
    let allowed = match (value, denied) {
        (Value::Number(n) | Value::About(n), _) if estimated => estimate_allows(case.kind, *n, denied, half),
        // What else is denied here has one set, soft as hard.
        (value, denied) => affirmed(value, half) != denied,
    };
    in_domain && allowed
}

/// An estimate may be half of what it is, or twice; denied, it is none of what readers take it for, a tenth to each side.
fn estimate_allows(kind: usize, n: i64, denied: bool, half: i64) -> bool {
    if denied {
        // Of people a tenth is rounded up, and is one at least.
        let tenth = if kind == 0 { 10 * ((n + 9) / 10).max(1) } else { n };
        let soft = (half - 2 * n).abs() * 5 <= tenth && (n != 0 || half == 0);
        return !soft;
    }
    let low = if kind == 0 { n / 2 * 2 } else { n };
    (low..=4 * n).contains(&half)
}

fn affirmed(value: &Value, half: i64) -> bool {
    match value {
        Value::Number(n) => half == 2 * n,
        Value::AtLeast(n) => half >= 2 * n,
        Value::MoreThan(n) => half > 2 * n,
        Value::AtMost(n) => half <= 2 * n,
        Value::FewerThan(n) => half < 2 * n,
        Value::Between(low, high) => (2 * low..=2 * high).contains(&half),
        // A fifth on either side; the numbers generated are multiples of five.
        Value::About(n) => (half - 2 * n).abs() <= 2 * n / 5,
        Value::Dozens => half >= 26,
        _ => true,
    }
}

/// Everything of a list, and that there is no answer.
fn or_none(of: &[u32]) -> impl Iterator<Item = Option<u32>> {
    of.iter().copied().map(Some).chain([None])
}

/// A value without its denial, and whether it is denied.
fn undenied(case: &Case, index: usize) -> (&Value, bool) {
    let said = &case.claims[index];
    match &said.value {
        Value::Not(inner) => (inner.as_ref(), true),
        value => (value, said.stance == Stance::Denies),
    }
}

/// Whether a claim says that there is no answer.
pub(super) fn is_none(case: &Case, index: usize) -> bool {
    undenied(case, index) == (&Value::NoAnswer, false) && !is_silent(case, index)
}

/// A value's list of names and whether it is ruled out.
pub(super) fn listed(case: &Case, index: usize) -> (Option<&[usize]>, bool) {
    match undenied(case, index) {
        (Value::Names(list), denied) => (Some(list), denied),
        (_, denied) => (None, denied),
    }
}

/// Whether one of the names of a case is another or lies within it.
pub(super) fn within(case: &Case, part: usize, whole: usize) -> bool {
    if case.kind == 3 { place_within(part, whole) } else { agent_within(part, whole) }
}

/// Whether a claim allows a point, or that it was nowhere. Near is somewhere.
fn place_allows(case: &Case, index: usize, point: Option<u32>) -> bool {
    match undenied(case, index) {
        (Value::NoAnswer, denied) => point.is_none() != denied,
        (Value::Names(list), denied) => {
            point.is_some_and(|point| list.iter().any(|place| point & 1 << place != 0)) != denied
        }
        _ => point.is_some(),
    }
}

fn agent_within(part: usize, whole: usize) -> bool {
    part == whole
        || AGENTS
            .get(part)
            .is_some_and(|(part_of, ..)| part_of.iter().any(|above| agent_within(*above, whole)))
}

fn agent_allows(case: &Case, index: usize, who: Option<usize>) -> bool {
    match undenied(case, index) {
        (Value::NoAnswer, denied) => who.is_none() != denied,
        (Value::Names(list), denied) => {
            who.is_some_and(|who| list.iter().any(|agent| agent_within(who, *agent))) != denied
        }
        _ => true,
    }
}

/// More than one answer holds: a set of them, each with all that contains it.
static SETS_OF_PLACES: LazyLock<Vec<u32>> = LazyLock::new(|| whole_sets(PLACES.len(), place_within));
static SETS_OF_AGENTS: LazyLock<Vec<u32>> = LazyLock::new(|| whole_sets(AGENTS.len(), agent_within));

fn whole_sets(count: usize, within: fn(usize, usize) -> bool) -> Vec<u32> {
    let has = |set: u32, name: usize| set & 1 << name != 0;
    let is_whole = |set: &u32| {
        (0..count)
            .all(|part| !has(*set, part) || (0..count).all(|whole| !within(part, whole) || has(*set, whole)))
    };
    (0..1u32 << count).filter(is_whole).collect()
}

/// Whether a claim allows the names of a set among the answers, or that there is none. An answer may have no name here.
fn answer_allows(case: &Case, index: usize, set: Option<u32>) -> bool {
    let has = |name: &usize| set.is_some_and(|set| set & 1 << name != 0);
    match undenied(case, index) {
        (Value::NoAnswer, denied) => set.is_none() != denied,
        (Value::Names(list), false) => list.iter().all(has),
        (Value::Names(list), true) => !list.iter().any(has),
        _ => set.is_some(),
    }
}

fn set_allows(case: &Case, index: usize, set: u32) -> bool {
    let items = || (0..AGENTS.len() + 2).filter(|item| set & 1 << item != 0);
    let holds = |listed: &usize| items().any(|item| agent_within(item, *listed));
    match &case.claims[index].value {
        Value::AtLeastItems(list) => list.iter().all(holds),
        Value::ExactlyItems(list) => {
            list.iter().all(holds) && items().all(|item| list.iter().any(|one| agent_within(item, *one)))
        }
        Value::WithoutItems(list) => !list.iter().any(holds),
        Value::NoAnswer => set == 0,
        _ => true,
    }
}

fn option_within(part: usize, whole: usize) -> bool {
    part == whole || OPTIONS[part].is_some_and(|above| option_within(above, whole))
}

/// Whether a claim allows one option and none of its parts to hold, or none at all: the state behind the last option.
fn option_allows(case: &Case, index: usize, state: usize) -> bool {
    let is_none = state == OPTIONS.len();
    match undenied(case, index) {
        (Value::NoAnswer, denied) => is_none != denied,
        (Value::Options(list), denied) => {
            (!is_none && list.iter().any(|option| option_within(state, *option))) != denied
        }
        _ => true,
    }
}

fn truth_allows(case: &Case, index: usize, truth: usize) -> bool {
    match undenied(case, index) {
        (Value::Truth(said), denied) => (*said == truth) != denied,
        _ => true,
    }
}
