//! Random dossiers of one question, as plain data that can shrink.

use proptest::prelude::*;

use crate::model::question::OverTime;

/// The types of question, in the order of [`Case::kind`].
pub(crate) const KINDS: [&str; 9] =
    ["count", "amount", "date", "place", "agent", "choice", "set", "yes-no", "text"];

/// Who is counted: name, and the people in it as bits.
pub(crate) const GROUPS: [(&str, u64, &[usize]); 4] =
    [("all", 0b1111, &[]), ("most", 0b0111, &[0]), ("few", 0b0011, &[1]), ("others", 0b1100, &[0])];

/// How a figure was arrived at, as bits of what it covers; those that only overlap have a bit of their own.
pub(crate) const BASES: [(&str, u64); 5] = [
    ("reported", 0b1_1111),
    ("confirmed", 0b0_0111),
    ("identified", 0b0_0011),
    ("documented", 0b0_1001),
    ("estimated", 0b1_1111),
];

/// Of [`BASES`] those that count a list, which is its maker's.
pub(crate) const LISTS: [usize; 2] = [2, 3];

/// Periods, as bits of days.
pub(crate) const PERIODS: [(&str, u64); 4] = [
    ("2024-01-01/2024-01-04", 0b1111),
    ("2024-01-01/2024-01-02", 0b0011),
    ("2024-01-02/2024-01-03", 0b0110),
    ("2024-01-04", 0b1000),
];

/// Moments, as the first and the last of them in sixths of a day since 1 January.
pub(crate) const MOMENTS: [(&str, i64, i64); 7] = [
    ("2024-01-01", 0, 5),
    ("2024-01-02", 6, 11),
    ("2024-01-03", 12, 17),
    ("2024-01-02T12:00:00Z", 9, 9),
    ("2024-01-03T08:00:00Z", 14, 14),
    ("2024-01", 0, 185),
    ("unknown", -10_000, 10_000),
];

/// Sources: publisher, and the moment of publication as a number of [`MOMENTS`].
pub(crate) const SOURCES: [(Option<usize>, usize); 6] =
    [(Some(0), 0), (Some(1), 1), (None, 1), (Some(0), 2), (Some(2), 6), (Some(1), 5)];

/// Agents: what each is part of, what it is affiliated with, whether it has a name.
pub(crate) const AGENTS: [(&[usize], &[usize], bool); 7] = [
    (&[], &[], true),
    (&[], &[], true),
    (&[], &[1], true),
    (&[], &[], false),
    (&[0], &[], true),
    (&[0, 1], &[], true),
    (&[4], &[], true),
];

/// A place, with the numbers of others.
pub(crate) struct Place {
    pub(crate) kind: &'static str,
    pub(crate) within: &'static [usize],
    pub(crate) border_of: &'static [usize],
    pub(crate) disputed_between: &'static [usize],
}

const fn place(kind: &'static str, within: &'static [usize]) -> Place {
    Place { kind, within, border_of: &[], disputed_between: &[] }
}

/// Places; of the ground that the first two countries dispute one has the kind of a part of theirs.
pub(crate) const PLACES: [Place; 13] = [
    place("region", &[]),
    place("country", &[0]),
    place("country", &[0]),
    place("country", &[0]),
    place("settlement", &[1]),
    place("settlement", &[1]),
    place("settlement", &[2]),
    Place { border_of: &[1, 2], ..place("border-zone", &[]) },
    place("site", &[7]),
    place("region", &[]),
    Place { disputed_between: &[1, 2], ..place("settlement", &[]) },
    place("site", &[10]),
    place("site", &[4]),
];

/// Options, each by the one that it is a part of.
pub(crate) const OPTIONS: [Option<usize>; 5] = [None, None, Some(1), Some(2), None];

/// A dossier of one question.
#[derive(Clone, Debug)]
pub(crate) struct Case {
    pub(crate) kind: usize,
    pub(crate) over_time: OverTime,
    /// The day from which on the answer is one: a number of [`MOMENTS`] that is a day.
    pub(crate) settles: Option<usize>,
    pub(crate) additive: Option<bool>,
    pub(crate) many: bool,
    /// Which of the links between sources hold: capture, derivation, correction, retraction.
    pub(crate) links: u8,
    pub(crate) claims: Vec<Said>,
}

#[derive(Clone, Debug)]
pub(crate) struct Said {
    pub(crate) source: usize,
    pub(crate) value: Value,
    pub(crate) stance: Stance,
    pub(crate) said_by: Option<usize>,
    pub(crate) projected: bool,
    pub(crate) scope: [Option<usize>; 3],
    pub(crate) as_of: Option<usize>,
    /// What it says of an earlier claim: `corrects`, `supersedes`.
    pub(crate) changes: Option<(Changes, usize)>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Stance {
    Affirms,
    Denies,
    Silent,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Changes {
    Corrects,
    Supersedes,
}

/// A value as it is written; numbers are numbers, halves never, or days of January.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Value {
    Number(i64),
    AtLeast(i64),
    MoreThan(i64),
    AtMost(i64),
    FewerThan(i64),
    Between(i64, i64),
    About(i64),
    Dozens,
    Names(Vec<usize>),
    Near(usize),
    Truth(usize),
    Options(Vec<usize>),
    /// Nobody, nowhere, nothing.
    NoAnswer,
    AtLeastItems(Vec<usize>),
    ExactlyItems(Vec<usize>),
    WithoutItems(Vec<usize>),
    Words(usize),
    Not(Box<Value>),
}

/// A case of any type, or of one, with so many claims.
pub(crate) fn cases(kind: Option<usize>, claims: std::ops::Range<usize>) -> impl Strategy<Value = Case> {
    let kind = match kind {
        Some(kind) => Just(kind).boxed(),
        // Numbers twice as often: most of the rows are theirs.
        None => prop::sample::select(vec![0, 0, 0, 1, 2, 3, 4, 5, 6, 7, 8]).boxed(),
    };
    let additive = prop_oneof![3 => Just(None), 1 => Just(Some(true)), 1 => Just(Some(false))];
    let links = prop_oneof![3 => Just(0u8), 1 => 0u8..16];
    // Where every claim has a scope of its own, nothing else is ever compared: most cases have none, or one dimension.
    let scoped = prop_oneof![4 => Just(0u8), 2 => Just(1), 1 => Just(4), 1 => 0u8..8];
    let over_time =
        prop_oneof![1 => Just(OverTime::Fixed), 2 => Just(OverTime::Grows), 1 => Just(OverTime::Varies)];
    let settles = prop_oneof![3 => Just(None), 1 => (0..3usize).prop_map(Some)];
    let flags = ((over_time, settles), additive, any::<bool>(), links, scoped);
    (kind, flags).prop_flat_map(move |(kind, ((over_time, settles), additive, many, links, scoped))| {
        let measure = kind < 2;
        prop::collection::vec(said(kind), claims.clone()).prop_map(move |mut claims| {
            for said in &mut claims {
                (0..3)
                    .filter(|dimension| scoped & 1 << dimension == 0)
                    .for_each(|dimension| said.scope[dimension] = None);
            }
            Case {
                kind,
                over_time: match over_time {
                    OverTime::Grows if !measure => OverTime::Fixed,
                    OverTime::Varies if kind == 8 => OverTime::Fixed,
                    over_time => over_time,
                },
                settles,
                additive: additive.filter(|_| measure),
                many: many && (kind == 3 || kind == 4),
                links,
                claims,
            }
        })
    })
}

fn said(kind: usize) -> impl Strategy<Value = Said> {
    let stance = match kind {
        6 | 8 => prop_oneof![9 => Just(Stance::Affirms), 1 => Just(Stance::Silent)].boxed(),
        _ => prop_oneof![16 => Just(Stance::Affirms), 3 => Just(Stance::Denies), 1 => Just(Stance::Silent)]
            .boxed(),
    };
    let often = |most: usize| prop_oneof![1 => Just(None), 4 => (0..most).prop_map(Some)];
    // One group more than there are: a population that is not known.
    let scope = (often(GROUPS.len() + 1), often(PERIODS.len()), often(BASES.len()));
    let changes = (any::<bool>(), any::<prop::sample::Index>());
    let changes = prop_oneof![19 => Just(None), 1 => changes.prop_map(Some)];
    let who = (0..SOURCES.len(), prop_oneof![1 => Just(None), 1 => (0..AGENTS.len()).prop_map(Some)]);
    let rest = (prop_oneof![19 => Just(false), 1 => Just(true)], scope, often(MOMENTS.len()), changes);
    (who, value(kind), stance, rest).prop_map(move |((source, said_by), value, stance, rest)| {
        let (projected, (population, period, basis), as_of, changes) = rest;
        // A `near` cannot be denied, and only counts and amounts have a basis.
        let stance = match (&value, stance) {
            (
                Value::Near(_) | Value::Not(_) | Value::FewerThan(_) | Value::About(_) | Value::Dozens,
                Stance::Denies,
            ) => Stance::Affirms,
            (_, stance) => stance,
        };
        let changes = changes.map(|(corrects, of)| {
            (if corrects { Changes::Corrects } else { Changes::Supersedes }, of.index(1 << 16))
        });
        // What is left of a denied estimate has ends between the halves that are looked at.
        let is_denied = stance == Stance::Denies || matches!(value, Value::Not(_));
        let is_kept = |at: &usize| kind < 2 && !(is_denied && is_estimate(*at));
        let scope = [population, period, basis.filter(is_kept)];
        Said { source, value, stance, said_by, projected, scope, as_of, changes }
    })
}

/// Whether a basis makes an estimate of a single number.
pub(super) fn is_estimate(basis: usize) -> bool {
    BASES[basis].0 == "estimated"
}

fn value(kind: usize) -> BoxedStrategy<Value> {
    let number = prop_oneof![4 => 1..=30i64, 1 => Just(0i64)];
    let number = if kind == 2 { (1..=30i64).boxed() } else { number.boxed() };
    let between = (1..=20i64, 1..=10i64).prop_map(|(low, more)| Value::Between(low, low + more));
    let list = |most: usize| prop::collection::vec(0..most, 1..3);
    let none = Just(Value::NoAnswer).boxed();
    let not = |value: BoxedStrategy<Value>| value.prop_map(|value| Value::Not(Box::new(value)));
    match kind {
        0..=2 => {
            let exact = number.clone().prop_map(Value::Number).boxed();
            let floor = (1..=30i64).prop_map(Value::AtLeast).boxed();
            let denied = prop_oneof![exact.clone(), floor.clone(), between.clone()].boxed();
            let mut forms = vec![
                (6, exact),
                (3, between.boxed()),
                (3, floor),
                (2, number.prop_map(Value::AtMost).boxed()),
                (2, not(denied).boxed()),
            ];
            if kind < 2 {
                forms.push((2, (1..=30i64).prop_map(Value::MoreThan).boxed()));
                forms.push((2, (1..=30i64).prop_map(Value::FewerThan).boxed()));
                forms.push((1, (5..=25i64).prop_map(|n| Value::About(n / 5 * 5)).boxed()));
            }
            if kind == 0 {
                forms.push((1, Just(Value::Dozens).boxed()));
            }
            prop::strategy::Union::new_weighted(forms).boxed()
        }
        3 => {
            let names = list(PLACES.len()).prop_map(Value::Names).boxed();
            let near = (0..PLACES.len()).prop_map(Value::Near);
            prop_oneof![12 => names.clone(), 4 => not(names), 2 => near, 1 => none.clone(), 1 => not(none)]
                .boxed()
        }
        4 => {
            let names = list(AGENTS.len()).prop_map(Value::Names).boxed();
            prop_oneof![9 => names.clone(), 3 => not(names), 1 => none.clone(), 1 => not(none)].boxed()
        }
        5 => {
            let options = list(OPTIONS.len()).prop_map(Value::Options).boxed();
            prop_oneof![9 => options.clone(), 3 => not(options), 1 => none.clone(), 1 => not(none)].boxed()
        }
        6 => prop_oneof![
            3 => list(AGENTS.len() + 2).prop_map(Value::AtLeastItems),
            2 => prop::collection::vec(0..AGENTS.len() + 2, 0..3).prop_map(Value::ExactlyItems),
            2 => list(AGENTS.len() + 2).prop_map(Value::WithoutItems),
            1 => none,
        ]
        .boxed(),
        7 => (0..2usize).prop_map(Value::Truth).boxed(),
        _ => (0..3usize).prop_map(Value::Words).boxed(),
    }
}

impl Case {
    /// The claim that a claim changes: an earlier one, if there is any.
    pub(crate) fn changed(&self, index: usize) -> Option<(Changes, usize)> {
        let (how, of) = self.claims[index].changes?;
        (index > 0).then(|| (how, of % index))
    }

    /// Whether rows 2 to 4 may hold anywhere.
    pub(crate) fn may_change(&self) -> bool {
        self.links & 0b1101 != 0 || (0..self.claims.len()).any(|index| self.changed(index).is_some())
    }
}
