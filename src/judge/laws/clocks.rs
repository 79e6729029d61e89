//! Dates with times, told by several clocks and by none, against the instants that they may be, counted out.
//!
//! Nothing here uses the readings or clocks of the program: a date is so many minutes from another, and what says no offset
//! is tried at every one that there is.

use std::collections::BTreeSet;
use std::fmt::Write;

use proptest::prelude::*;

use super::tries;
use crate::align::Alignment;
use crate::align::disputes::disputes_among;
use crate::align::independence::Ties;
use crate::align::positions::positions;
use crate::align::relation::{Class, relate};
use crate::load;
use crate::model::Dossier;
use crate::model::table::{ClaimId, QuestionId};

/// How precisely a date is said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Precision {
    Day,
    Hour,
    Minute,
    /// A minute with its neighbours.
    About,
}

/// A date as a claim says it: a minute counted from midnight of 1 March 2024, and how far its clock is ahead of UTC, where
/// that is said of a time.
#[derive(Clone, Debug)]
struct Dated {
    source: usize,
    minute: i64,
    precision: Precision,
    ahead: Option<i64>,
}

impl Dated {
    fn written(&self) -> String {
        let (day, hour, minute) = (self.minute / 1440 + 1, self.minute / 60 % 24, self.minute % 60);
        let offset = self.ahead.map_or(String::new(), |ahead| {
            format!("{}{:02}:{:02}", if ahead < 0 { '-' } else { '+' }, ahead.abs() / 60, ahead.abs() % 60)
        });
        match self.precision {
            Precision::Day => format!("2024-03-{day:02}"),
            Precision::Hour => format!("2024-03-{day:02}T{hour:02}{offset}"),
            Precision::Minute => format!("2024-03-{day:02}T{hour:02}:{minute:02}{offset}"),
            Precision::About => format!("2024-03-{day:02}T{hour:02}:{minute:02}{offset}~"),
        }
    }

    /// A day has no offset.
    fn ahead(&self) -> Option<i64> {
        self.ahead.filter(|_| self.precision != Precision::Day)
    }

    /// The minutes that its words allow, as they are written.
    fn hands(&self) -> (i64, i64) {
        let minute = self.minute;
        match self.precision {
            Precision::Day => (minute - minute % 1440, minute - minute % 1440 + 1439),
            Precision::Hour => (minute - minute % 60, minute - minute % 60 + 59),
            Precision::Minute => (minute, minute),
            Precision::About => (minute - 1, minute + 1),
        }
    }

    /// The minutes of UTC at which a clock so far ahead shows them.
    fn at(&self, ahead: i64) -> (i64, i64) {
        let (first, last) = self.hands();
        (first - ahead, last - ahead)
    }
}

/// Every offset that there is, from -12:00 to +14:00.
const ANYWHERE: std::ops::RangeInclusive<i64> = -720..=840;

fn overlap(all: impl IntoIterator<Item = (i64, i64)>) -> bool {
    let (mut first, mut last) = (i64::MIN, i64::MAX);
    for (low, high) in all {
        (first, last) = (first.max(low), last.min(high));
    }
    first <= last
}

/// Whether some state of the world satisfies all: where none says an offset, hands that show one time; else one instant too.
fn hold(all: &[&Dated]) -> bool {
    let unsaid = all.iter().filter(|dated| dated.ahead().is_none());
    let as_written = overlap(unsaid.clone().map(|dated| dated.hands()));
    let said: Vec<(i64, i64)> = all.iter().filter_map(|dated| Some(dated.at(dated.ahead()?))).collect();
    let anywhere = |minute: i64| {
        let at_some =
            |dated: &&&Dated| ANYWHERE.into_iter().any(|ahead| overlap([dated.at(ahead), (minute, minute)]));
        overlap(said.iter().copied().chain([(minute, minute)])) && unsaid.clone().all(|dated| at_some(&dated))
    };
    // Where they share an instant, they share the first of one of them, said or at some offset.
    let firsts = || said.iter().flat_map(|(first, last)| *first..=*last);
    as_written && (said.is_empty() || overlap(said.iter().copied()) && firsts().any(anywhere))
}

fn dates() -> impl Strategy<Value = Vec<Dated>> {
    let precision = prop::sample::select(vec![
        Precision::Day,
        Precision::Hour,
        Precision::Minute,
        Precision::Minute,
        Precision::About,
    ]);
    // Times that lie close together, and some that lie a clock's way apart.
    let minute = (prop::sample::select(vec![0_i64, 300, 720, 1440, 2160, 2460]), 0..3_i64, 0..3_i64);
    let ahead = prop_oneof![
        1 => Just(None),
        2 => prop::sample::select(vec![-720_i64, -300, 0, 0, 300, 840]).prop_map(Some)
    ];
    let dated = (0..4_usize, minute, precision, ahead).prop_map(
        |(source, (from, hours, minutes), precision, ahead)| Dated {
            source,
            minute: from + hours * 60 + minutes,
            precision,
            ahead,
        },
    );
    prop::collection::vec(dated, 2..8)
}

fn dossier(all: &[Dated]) -> Dossier {
    let mut sources = String::new();
    for source in 0..4 {
        let _ = writeln!(
            sources,
            "[source.s{source}]\ntitle = \"S\"\npublisher = \"a{source}\"\npublished = \"2024-03-05\"\n\
             [agent.a{source}]\nname = \"A{source}\""
        );
    }
    let mut claims =
        "[event.e]\ntitle = \"E\"\n[event.e.question.when]\nask = \"?\"\ntype = \"date\"\n".to_owned();
    for (at, dated) in all.iter().enumerate() {
        let (source, value) = (dated.source, dated.written());
        let _ = writeln!(
            claims,
            "[[claim]]\nid = \"c{at}\"\nsource = \"s{source}\"\nquestion = \"e/when\"\nvalue = \"{value}\""
        );
    }
    let dossier = load::from_texts(&[("sources/s.toml", &sources), ("claims/c.toml", &claims)]);
    assert!(dossier.problems.is_empty(), "{:?}", dossier.problems);
    dossier
}

/// The claims of some dates, in their order, and their question.
fn claims(dossier: &Dossier, all: &[Dated]) -> (Vec<ClaimId>, QuestionId) {
    let name = |at: usize| format!("s{}#c{at}", all[at].source);
    let claims: Vec<ClaimId> =
        (0..all.len()).map(|at| dossier.claims.find(&name(at)).expect("it was taken")).collect();
    let question = dossier.claims[claims[0]].question;
    (claims, question)
}

proptest! {
    #![proptest_config(tries(100))]

    #[test]
    fn dates_conflict_where_they_can_be_no_one_instant(all in dates()) {
        let dossier = dossier(&all);
        let alignment = Alignment::without_texts(&dossier);
        let (claims, _) = claims(&dossier, &all);
        for (a, x) in all.iter().enumerate() {
            for (b, y) in all.iter().enumerate() {
                let class = relate(&alignment, claims[a], claims[b]).class();
                let (one, other) = (x.written(), y.written());
                prop_assert_eq!(class == Class::Conflict, !hold(&[x, y]), "{} and {}", one, other);
            }
        }
    }

    #[test]
    fn a_position_is_a_maximal_set_of_dates_that_hold_together(all in dates()) {
        let dossier = dossier(&all);
        let alignment = Alignment::without_texts(&dossier);
        let (claims, question) = claims(&dossier, &all);
        let of = |bits: usize| (0..all.len()).filter(|at| bits >> at & 1 == 1).collect::<Vec<usize>>();
        let holds = |set: &Vec<usize>| hold(&set.iter().map(|at| &all[*at]).collect::<Vec<_>>());
        let holding: Vec<Vec<usize>> = (1..1 << all.len()).map(of).filter(holds).collect();
        let is_maximal = |set: &&Vec<usize>| {
            !holding.iter().any(|other| other.len() > set.len() && set.iter().all(|at| other.contains(at)))
        };
        let counted: BTreeSet<Vec<usize>> = holding.iter().filter(is_maximal).cloned().collect();
        let number = |id: &ClaimId| claims.iter().position(|claim| claim == id).expect("it is one of them");
        let found: BTreeSet<Vec<usize>> = positions(&alignment, &Ties::new(&alignment), question)
            .listed
            .iter()
            .map(|position| {
                let mut set: Vec<usize> = position.claims.iter().map(number).collect();
                set.sort_unstable();
                set
            })
            .collect();
        prop_assert_eq!(found, counted);
    }

    #[test]
    fn the_sweep_finds_the_disputes_of_all_clocks(all in dates()) {
        let dossier = dossier(&all);
        let alignment = Alignment::without_texts(&dossier);
        let (_, question) = claims(&dossier, &all);
        let disputes = |most: usize| {
            let found = disputes_among(&alignment, question, most).0.into_iter();
            found.map(|dispute| (dispute.kind, dispute.claims)).collect::<Vec<_>>()
        };
        prop_assert_eq!(disputes(0), disputes(usize::MAX));
    }
}
