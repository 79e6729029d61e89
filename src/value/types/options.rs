//! The options of a choice: what each is called, which are parts of which, and the states of the world that each allows.
//!
//! A state is one option that holds and none of its parts, or none at all: as many as there are options, and one more. They
//! are numbered so that an option and its parts, however deep, are one run.

use std::borrow::Cow;
use std::collections::HashMap;

use super::raw::NONE;
use crate::value::rings::strongly_connected;
use crate::value::shape::{Run, Runs};

/// The options of a choice, in the order in which they are listed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Options {
    listed: Vec<ListedOption>,
    /// By id: the number of the option.
    numbers: HashMap<String, usize>,
    /// By option: the first and the last of the states that it allows, its own and those of its parts.
    allowed: Vec<(usize, usize)>,
    /// By state: the option that holds in it, and none of its parts.
    own: Vec<usize>,
}

/// One option of a choice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct ListedOption {
    pub(crate) id: String,
    /// What people read in place of the id.
    pub(crate) label: Option<String>,
    /// The number of the option that it is a part of.
    pub(crate) part_of: Option<usize>,
}

/// In whose words an option is named.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Wording {
    /// As the format writes it.
    Ids,
    /// As people read it.
    Names,
    /// The same in running text: an id that has no name without its hyphens.
    Spoken,
}

impl Options {
    /// Options that are listed; where some are parts of each other, each allows what any of them does.
    pub(crate) fn new(listed: Vec<ListedOption>) -> Self {
        let links: Vec<Vec<usize>> = listed.iter().map(|option| Vec::from_iter(option.part_of)).collect();
        // What contains comes before what it contains; those of one ring stand for each other.
        let (order, rings) = strongly_connected(&links);
        let head = |option: usize| rings[option].map_or(option, |ring| ring as usize);
        let whole = |option: usize| listed[option].part_of.map(head).filter(|whole| *whole != head(option));
        let mut sizes = vec![0; listed.len()];
        for option in order.iter().rev().copied() {
            sizes[head(option)] += 1;
            if let Some(whole) = whole(option) {
                sizes[whole] += sizes[option];
            }
        }
        let (mut own, mut allowed) = (vec![0; listed.len()], vec![(0, 0); listed.len()]);
        let mut first: Vec<Option<usize>> = vec![None; listed.len()];
        // By option: the next state that is free among those that it allows; of all, the last.
        let (mut free, mut all) = (vec![0; listed.len()], 0);
        for option in order {
            let head = head(option);
            let start = *first[head].get_or_insert_with(|| {
                let from = whole(head).map_or(&mut all, |whole| &mut free[whole]);
                let start = *from;
                *from += sizes[head];
                free[head] = start;
                start
            });
            own[free[head]] = option;
            free[head] += 1;
            allowed[option] = (start, start + sizes[head] - 1);
        }
        let numbers = listed.iter().enumerate().map(|(number, option)| (option.id.clone(), number)).collect();
        Options { listed, numbers, allowed, own }
    }

    /// Options of which each is called by its id and none is a part of another.
    pub(crate) fn plain(ids: &[String]) -> Self {
        let option = |id: &String| ListedOption { id: id.clone(), label: None, part_of: None };
        Options::new(ids.iter().map(option).collect())
    }

    pub(crate) fn ids(&self) -> impl Iterator<Item = &str> {
        self.listed.iter().map(|option| option.id.as_str())
    }

    /// The states that an option allows, its own and those of its parts; `None` where there is no such option.
    pub(super) fn allowed(&self, id: &str) -> Option<Run> {
        let (first, last) = self.allowed[*self.numbers.get(id)?];
        Some(Run::new(Some(first as i128), Some(last as i128)))
    }

    /// The state in which none of the options holds.
    pub(super) fn none(&self) -> i128 {
        self.listed.len() as i128
    }

    /// States by the option that holds in each and none of its parts, in the order of the states.
    #[cfg(any(test, feature = "parquet"))]
    pub(super) fn each(&self, states: &Runs) -> Vec<&str> {
        let each = self.own.iter().map(|option| self.listed[*option].id.as_str()).chain([NONE]);
        (0..).zip(each).filter(|(state, _)| states.holds(*state)).map(|(_, id)| id).collect()
    }

    /// States in words: the widest options that allow no others; where none at all is among several, what they leave out.
    pub(crate) fn shown(&self, states: &Runs, wording: Wording) -> String {
        if *states == Runs::one(self.none()) {
            NONE.to_owned()
        } else if states.holds(self.none()) {
            let left_out = states.complement().intersection(&Runs::between(0, self.none()));
            match left_out.is_empty() {
                true => "any".to_owned(),
                false => format!("not {}", self.joined(&left_out, wording)),
            }
        } else {
            self.joined(states, wording)
        }
    }

    /// The options of which states are the own ones or those of a part, in the order in which they are listed.
    fn joined(&self, states: &Runs, wording: Wording) -> String {
        let mut told: Vec<usize> = Vec::new();
        let mut next = 0;
        for run in states.runs() {
            // No option that allows more begins within the run.
            next = next.max(run.low.map_or(0, |low| low as usize));
            while run.high.is_none_or(|high| next as i128 <= high) && next < self.own.len() {
                let option = self.own[next];
                told.push(option);
                next = self.allowed[option].1 + 1;
            }
        }
        told.sort_unstable();
        told.iter().map(|option| self.named(*option, wording)).collect::<Vec<_>>().join(" or ")
    }

    fn named(&self, option: usize, wording: Wording) -> Cow<'_, str> {
        let ListedOption { id, label, .. } = &self.listed[option];
        match (wording, label) {
            (Wording::Names | Wording::Spoken, Some(label)) => Cow::Borrowed(label),
            (Wording::Ids | Wording::Names, _) => Cow::Borrowed(id),
            (Wording::Spoken, None) => Cow::Owned(id.replace('-', " ")),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// airstrike, rocket, misfired (of rocket), homemade (of misfired).
    fn weapons() -> Options {
        let option = |id: &str, label: Option<&str>, part_of| ListedOption {
            id: id.to_owned(),
            label: label.map(str::to_owned),
            part_of,
        };
        Options::new(vec![
            option("airstrike", None, None),
            option("rocket", Some("a rocket"), None),
            option("misfired", Some("a misfired rocket"), Some(1)),
            option("homemade", None, Some(2)),
        ])
    }

    /// Numbers of states, which the tests give by the option whose own they are.
    fn states(options: &Options, of: &[&str]) -> Runs {
        let state = |id: &&str| match *id {
            NONE => options.none(),
            id => options.own.iter().position(|option| options.listed[*option].id == id).unwrap() as i128,
        };
        Runs::of(of.iter().map(state).map(|state| Run::new(Some(state), Some(state))))
    }

    #[test]
    fn an_option_allows_itself_and_its_parts_however_deep() {
        let options = weapons();
        let allowed = |id: &str| options.allowed(id).map(|run| Runs::of([run]));
        for (option, of) in [
            ("airstrike", &["airstrike"][..]),
            ("rocket", &["rocket", "misfired", "homemade"]),
            ("misfired", &["misfired", "homemade"]),
        ] {
            assert_eq!(allowed(option), Some(states(&options, of)), "{option}");
        }
        assert_eq!(allowed("drone"), None);
        assert_eq!(options.none(), 4);
    }

    #[test]
    fn states_are_told_by_the_widest_options_and_what_is_ruled_out_by_those() {
        let options = weapons();
        for (of, ids, names) in [
            (&["rocket", "misfired", "homemade"][..], "rocket", "a rocket"),
            (
                &["airstrike", "misfired", "homemade"],
                "airstrike or misfired",
                "airstrike or a misfired rocket",
            ),
            (
                &["airstrike", "rocket", "misfired", "homemade"],
                "airstrike or rocket",
                "airstrike or a rocket",
            ),
            (&["homemade"], "homemade", "homemade"),
            (&["none"], "none", "none"),
            (&["airstrike", "rocket", "none"], "not misfired", "not a misfired rocket"),
            (&["none", "rocket"], "not airstrike or misfired", "not airstrike or a misfired rocket"),
            (&["airstrike", "rocket", "misfired", "homemade", "none"], "any", "any"),
        ] {
            let states = states(&options, of);
            assert_eq!(options.shown(&states, Wording::Ids), ids, "{of:?}");
            assert_eq!(options.shown(&states, Wording::Names), names, "{of:?}");
        }
    }

    #[test]
    fn options_are_told_as_listed_wherever_their_parts_are() {
        let option = |id: &str, part_of| ListedOption { id: id.to_owned(), label: None, part_of };
        // Parts before what they are part of, and others between.
        let options = Options::new(vec![
            option("b1", Some(3)),
            option("a", None),
            option("b2", Some(3)),
            option("b", None),
        ]);
        let run = |id: &str| options.allowed(id).unwrap();
        for (of, told) in [
            (&["b"][..], "b"),
            (&["b1", "b2"], "b1 or b2"),
            (&["b", "a"], "a or b"),
            (&["a", "b2"], "a or b2"),
        ] {
            assert_eq!(options.shown(&Runs::of(of.iter().map(|id| run(id))), Wording::Ids), told);
        }
        assert!(Runs::of([run("b1")]).within(&Runs::of([run("b")])));
        assert!(!Runs::of([run("a")]).shares(&Runs::of([run("b")])));
    }

    #[test]
    fn those_of_a_ring_allow_all_of_it_and_what_hangs_on_it() {
        let option =
            |id: &str, part_of| ListedOption { id: id.to_owned(), label: None, part_of: Some(part_of) };
        let options = Options::new(vec![
            option("c", 1),
            option("a", 2),
            option("b", 1),
            option("d", 0),
            option("e", 4),
        ]);
        let run = |id: &str| options.allowed(id).unwrap();
        assert_eq!([run("a"), run("b")], [Run::new(Some(0), Some(3)); 2]);
        assert_eq!(Runs::of([run("c")]), states(&options, &["c", "d"]));
        assert_eq!(Runs::of([run("e")]), states(&options, &["e"]));
        assert_eq!(options.shown(&Runs::of([run("a")]), Wording::Ids), "a");
        assert_eq!(options.shown(&Runs::of([run("c"), run("e")]), Wording::Ids), "c or e");
    }
}
