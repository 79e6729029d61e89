//! The options of a choice: what each is called, which are parts of which, and the states of the world that each allows.
//!
//! A state is one option that holds and none of its parts, or none at all: as many as there are options, and one more.

use super::raw::NONE;

/// The options of a choice, in the order in which they are listed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Options {
    listed: Vec<ListedOption>,
    /// By option: the states that it allows, its own and those of its parts, in order.
    allowed: Vec<Vec<u32>>,
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
}

impl Options {
    /// Options that are listed; where some are parts of each other, each allows what any of them does.
    pub(crate) fn new(listed: Vec<ListedOption>) -> Self {
        let mut allowed: Vec<Vec<u32>> = vec![Vec::new(); listed.len()];
        for state in 0..listed.len() {
            let mut at = Some(state);
            while let Some(option) = at.filter(|option| allowed[*option].last() != Some(&(state as u32))) {
                allowed[option].push(state as u32);
                at = listed[option].part_of;
            }
        }
        Options { listed, allowed }
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
    pub(super) fn allowed(&self, id: &str) -> Option<&[u32]> {
        self.ids().position(|known| known == id).map(|option| self.allowed[option].as_slice())
    }

    /// The state in which none of the options holds.
    pub(super) fn none(&self) -> u32 {
        self.listed.len() as u32
    }

    /// States in words: the widest options that allow no others; where none at all is among several, what they leave out.
    pub(crate) fn shown(&self, states: &[u32], wording: Wording) -> String {
        match states.contains(&self.none()) {
            true if states.len() == 1 => NONE.to_owned(),
            true => {
                let left_out: Vec<u32> = (0..self.none()).filter(|state| !states.contains(state)).collect();
                if left_out.is_empty() {
                    "any".to_owned()
                } else {
                    format!("not {}", self.joined(&left_out, wording))
                }
            }
            false => self.joined(states, wording),
        }
    }

    fn joined(&self, states: &[u32], wording: Wording) -> String {
        let is_whole = |option: usize| self.allowed[option].iter().all(|state| states.contains(state));
        let mut told: Vec<usize> = Vec::new();
        for state in states {
            let mut option = *state as usize;
            // The widest that is whole; on a ring each is as wide as any.
            let mut steps = 0;
            while let Some(wider) =
                self.listed[option].part_of.filter(|wider| steps < self.listed.len() && is_whole(*wider))
            {
                (option, steps) = (wider, steps + 1);
            }
            let is_told = |other: &usize| self.allowed[*other].contains(state);
            if !told.iter().any(is_told) {
                told.push(option);
            }
        }
        told.iter().map(|option| self.named(*option, wording)).collect::<Vec<_>>().join(" or ")
    }

    fn named(&self, option: usize, wording: Wording) -> &str {
        let ListedOption { id, label, .. } = &self.listed[option];
        match wording {
            Wording::Ids => id,
            Wording::Names => label.as_deref().unwrap_or(id),
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

    #[test]
    fn an_option_allows_itself_and_its_parts_however_deep() {
        let options = weapons();
        let allowed = |id: &str| options.allowed(id).map(<[u32]>::to_vec);
        assert_eq!(allowed("airstrike"), Some(vec![0]));
        assert_eq!(allowed("rocket"), Some(vec![1, 2, 3]));
        assert_eq!(allowed("misfired"), Some(vec![2, 3]));
        assert_eq!(allowed("drone"), None);
        assert_eq!(options.none(), 4);
    }

    #[test]
    fn states_are_told_by_the_widest_options_and_what_is_ruled_out_by_those() {
        let options = weapons();
        for (states, ids, names) in [
            (&[1, 2, 3][..], "rocket", "a rocket"),
            (&[0, 2, 3], "airstrike or misfired", "airstrike or a misfired rocket"),
            (&[0, 1, 2, 3], "airstrike or rocket", "airstrike or a rocket"),
            (&[3], "homemade", "homemade"),
            (&[4], "none", "none"),
            (&[0, 1, 4], "not misfired", "not a misfired rocket"),
            (&[4, 1], "not airstrike or misfired", "not airstrike or a misfired rocket"),
        ] {
            assert_eq!(options.shown(states, Wording::Ids), ids, "{states:?}");
            assert_eq!(options.shown(states, Wording::Names), names, "{states:?}");
        }
    }

    #[test]
    fn rings_do_not_hang() {
        let option =
            |id: &str, part_of| ListedOption { id: id.to_owned(), label: None, part_of: Some(part_of) };
        let options = Options::new(vec![option("a", 1), option("b", 0)]);
        assert_eq!(options.allowed("a"), Some(&[0, 1][..]));
        assert_eq!(options.allowed("b"), Some(&[0, 1][..]));
        assert_eq!(options.shown(&[0, 1], Wording::Ids).len(), 1);
    }
}
