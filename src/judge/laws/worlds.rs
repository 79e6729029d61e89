//! States of the world, counted out one by one: whether two claims can both be true, worked out from the page alone.
//!
//! Nothing here uses the readings, sets or scopes of the program: values allow what a table here says, places are
//! sets of points, agents are whoever exists, scopes are bits.

use std::sync::LazyLock;

use super::random::{
    AGENTS, BASES, Case, GROUPS, MOMENTS, PERIODS, PLACES, SOURCES, Stance, Value, is_estimate,
};

/// Numbers are looked at in halves, from below all days to above all numbers; the last stands for all beyond.
const HALVES: std::ops::RangeInclusive<i64> = -4..=140;

/// How the scope of one claim stands to another's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Cover {
    Equal,
    Narrower,
    Wider,
    Unknown,
    Apart,
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

pub(super) fn cover(case: &Case, a: usize, b: usize) -> Cover {
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
    match (narrower, wider, unknown) {
        (true, true, _) => Cover::Apart,
        (_, _, true) => Cover::Unknown,
        (true, ..) => Cover::Narrower,
        (_, true, _) => Cover::Wider,
        _ => Cover::Equal,
    }
}

/// How the moments of two claims can stand; where the question does not grow there is but one.
pub(super) fn times(case: &Case, a: usize, b: usize) -> Times {
    let moment = |index: usize| {
        let said = &case.claims[index];
        let (_, first, last) = MOMENTS[said.as_of.unwrap_or(SOURCES[said.source].1)];
        (first, last)
    };
    let (x, y) = (moment(a), moment(b));
    let one = !case.grows || x == y && x.1 - x.0 < 6;
    match one {
        true => Times { before: false, same: true, after: false },
        // Between two of these moments lie others, so that two that share one can stand either way.
        false => Times { before: x.0 < y.1, same: x.0 <= y.1 && y.0 <= x.1, after: x.1 > y.0 },
    }
}

/// Whether some state of the world satisfies both claims, where what is unknown of their scope is equal.
pub(super) fn can_both_hold(case: &Case, a: usize, b: usize) -> bool {
    match case.kind {
        0..=2 => numbers(case, a, b),
        3 if case.many => {
            SETS_OF_PLACES.iter().any(|set| answer_allows(case, a, *set) && answer_allows(case, b, *set))
        }
        4 if case.many => {
            SETS_OF_AGENTS.iter().any(|set| answer_allows(case, a, *set) && answer_allows(case, b, *set))
        }
        3 => POINTS.iter().any(|point| place_allows(case, a, *point) && place_allows(case, b, *point)),
        // One agent more than there are: somebody whom no claim names.
        4 => (0..=AGENTS.len()).any(|who| agent_allows(case, a, who) && agent_allows(case, b, who)),
        6 => (0..1u32 << (AGENTS.len() + 2)).any(|set| set_allows(case, a, set) && set_allows(case, b, set)),
        5 | 7 => (0..4).any(|option| {
            let is_option = case.kind == 5 || option < 2;
            is_option && option_allows(case, a, option) && option_allows(case, b, option)
        }),
        _ => true,
    }
}

/// Numbers, with the monotone law and growth: a figure for each of the two scopes and moments.
fn numbers(case: &Case, a: usize, b: usize) -> bool {
    let all =
        |index: usize| -> Vec<i64> { HALVES.filter(|half| number_allowed(case, index, *half)).collect() };
    let (x, y) = (all(a), all(b));
    let times = times(case, a, b);
    let any = |holds: &dyn Fn(i64, i64) -> bool| x.iter().any(|x| y.iter().any(|y| holds(*x, *y)));
    match cover(case, a, b) {
        // The part then is no more than the part later, and that no more than the whole.
        Cover::Narrower => times.after || any(&|x, y| x <= y),
        Cover::Wider => times.before || any(&|x, y| x >= y),
        _ => {
            times.same && any(&|x, y| x == y)
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
    let allowed = match (&said.value, said.stance) {
        // What is denied here has one set, soft as hard.
        (Value::Not(value), _) => !affirmed(value, half),
        (value, Stance::Denies) => !affirmed(value, half),
        (Value::Number(n) | Value::About(n), _) if measure && said.scope[2].is_some_and(is_estimate) => {
            // From half of it, for counts rounded down, to twice it.
            let low = if case.kind == 0 { n / 2 * 2 } else { *n };
            (low..=4 * n).contains(&half)
        }
        (value, _) => affirmed(value, half),
    };
    in_domain && allowed
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

/// A value's list of names and whether it is ruled out.
pub(super) fn listed(case: &Case, index: usize) -> (Option<&[usize]>, bool) {
    let said = &case.claims[index];
    let (value, denied) = match &said.value {
        Value::Not(inner) => (inner.as_ref(), true),
        value => (value, said.stance == Stance::Denies),
    };
    match value {
        Value::Names(list) => (Some(list), denied),
        _ => (None, denied),
    }
}

/// Whether one of the names of a case is another or lies within it.
pub(super) fn within(case: &Case, part: usize, whole: usize) -> bool {
    if case.kind == 3 { place_within(part, whole) } else { agent_within(part, whole) }
}

fn place_within(part: usize, whole: usize) -> bool {
    let (_, within, border) = PLACES[part];
    // A border zone lies within whatever contains all that it touches, and wholly in none of those.
    let around = !border.is_empty()
        && !border.contains(&whole)
        && border.iter().all(|touched| place_within(*touched, whole));
    part == whole || around || within.iter().any(|above| place_within(*above, whole))
}

/// Every point of the map there may be: the places that it lies in, as bits.
static POINTS: LazyLock<Vec<u32>> = LazyLock::new(points);

fn points() -> Vec<u32> {
    let has = |point: u32, place: usize| point & 1 << place != 0;
    let is_whole = |point: u32| {
        (0..PLACES.len()).all(|part| {
            (0..PLACES.len())
                .all(|whole| !(has(point, part) && place_within(part, whole) && !has(point, whole)))
        })
    };
    let excludes = |a: usize, b: usize| {
        let kind = PLACES[a].0;
        let nested = place_within(a, b) || place_within(b, a);
        kind == PLACES[b].0 && kind != "region" && kind != "border-zone" && !nested
    };
    let is_one = |point: u32| {
        (0..PLACES.len())
            .all(|a| (0..PLACES.len()).all(|b| !(has(point, a) && has(point, b) && excludes(a, b))))
    };
    let plain: Vec<u32> = (0..1 << PLACES.len()).filter(|point| is_whole(*point) && is_one(*point)).collect();
    let disjoint = |a: usize, b: usize| !plain.iter().any(|point| has(*point, a) && has(*point, b));
    let beyond = |zone: usize, place: usize| {
        let touched = PLACES[zone].2;
        !touched.is_empty() && touched.iter().all(|one| disjoint(*one, place))
    };
    let is_near_enough = |point: &u32| {
        (0..PLACES.len()).all(|zone| {
            (0..PLACES.len()).all(|place| !(has(*point, zone) && has(*point, place) && beyond(zone, place)))
        })
    };
    plain.iter().copied().filter(is_near_enough).collect()
}

fn place_allows(case: &Case, index: usize, point: u32) -> bool {
    match listed(case, index) {
        (Some(list), denied) => list.iter().any(|place| point & 1 << place != 0) != denied,
        (None, _) => true,
    }
}

fn agent_within(part: usize, whole: usize) -> bool {
    part == whole
        || AGENTS
            .get(part)
            .is_some_and(|(part_of, ..)| part_of.iter().any(|above| agent_within(*above, whole)))
}

fn agent_allows(case: &Case, index: usize, who: usize) -> bool {
    match listed(case, index) {
        (Some(list), denied) => list.iter().any(|agent| agent_within(who, *agent)) != denied,
        (None, _) => true,
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

fn answer_allows(case: &Case, index: usize, set: u32) -> bool {
    match listed(case, index) {
        (Some(list), false) => list.iter().all(|name| set & 1 << name != 0),
        (Some(list), true) => !list.iter().any(|name| set & 1 << name != 0),
        (None, _) => true,
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
        _ => true,
    }
}

fn option_allows(case: &Case, index: usize, option: usize) -> bool {
    let said = &case.claims[index];
    match (&said.value, said.stance) {
        (Value::Not(inner), _) => **inner != Value::Option(option),
        (value, Stance::Denies) => *value != Value::Option(option),
        (value, _) => *value == Value::Option(option),
    }
}
