//! The outcomes that are recorded: of each set what comes out otherwise than it is labelled.

use std::collections::BTreeMap;

use crate::error::{Error, ErrorKind};
use crate::load::CorpusFolder;
use crate::view::accuracy::{ChangedOutcome, MeasuredSet, Turn};

/// The file that they stand in.
pub(crate) const OUTCOMES: &str = "outcomes.toml";

/// Of each set, by the names of cases, what came of those that are amiss.
pub(super) type Outcomes = BTreeMap<String, BTreeMap<String, String>>;

/// Those that are recorded; none where there is no file.
///
/// # Errors
/// The file cannot be read, or holds something else.
pub(super) fn recorded(folder: &CorpusFolder) -> Result<Outcomes, Error> {
    if !folder.has(OUTCOMES) {
        return Ok(Outcomes::new());
    }
    toml::from_str(&folder.text(OUTCOMES)?).map_err(|why| {
        let message =
            format!("`{}/{OUTCOMES}` holds no outcomes: {}", folder.shown, why.to_string().trim_end());
        Error::new(ErrorKind::Unreadable, message).hint("`gainsay corpus --record` writes it anew")
    })
}

/// Those of sets that were measured.
pub(super) fn of(sets: &[MeasuredSet]) -> Outcomes {
    let amiss = |set: &MeasuredSet| set.amiss.iter().map(|it| (it.id.clone(), it.said.clone())).collect();
    let all = sets.iter().map(|set| (set.told.name.clone(), amiss(set)));
    all.filter(|(_, amiss): &(String, BTreeMap<_, _>)| !amiss.is_empty()).collect()
}

/// As they are written.
pub(super) fn written(outcomes: &Outcomes) -> String {
    let head = "# What comes out otherwise than it is labelled, by set and case; written by `gainsay corpus --record`.\n\n";
    let text = toml::to_string(outcomes).expect("strings by strings can be written");
    format!("{head}{text}")
}

/// What has changed since they were recorded, in order.
pub(super) fn changed(recorded: &Outcomes, now: &Outcomes) -> Vec<ChangedOutcome> {
    let flat = |outcomes: &Outcomes| -> BTreeMap<(String, String), String> {
        let each = outcomes
            .iter()
            .flat_map(|(set, all)| all.iter().map(|(id, said)| ((set.clone(), id.clone()), said.clone())));
        each.collect()
    };
    let (was, now) = (flat(recorded), flat(now));
    let mut names: Vec<&(String, String)> = was.keys().chain(now.keys()).collect();
    names.sort();
    names.dedup();
    let change = |name: &(String, String)| {
        let (before, after) = (was.get(name).cloned(), now.get(name).cloned());
        let turn = match (&before, &after) {
            _ if before == after => return None,
            (Some(_), None) => Turn::Better,
            (None, _) => Turn::Worse,
            (Some(_), Some(_)) => Turn::Other,
        };
        Some(ChangedOutcome { set: name.0.clone(), id: name.1.clone(), turn, was: before, now: after })
    };
    names.into_iter().filter_map(change).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn outcomes(all: &[(&str, &str, &str)]) -> Outcomes {
        let mut outcomes = Outcomes::new();
        for (set, id, said) in all {
            outcomes.entry((*set).to_owned()).or_default().insert((*id).to_owned(), (*said).to_owned());
        }
        outcomes
    }

    #[test]
    fn every_change_is_told_better_or_worse() {
        let was = outcomes(&[("a", "1", "unread"), ("a", "2", "3"), ("b", "1", "near")]);
        let now = outcomes(&[("a", "2", "4"), ("a", "3", "unread"), ("b", "1", "near")]);
        let told: Vec<_> = changed(&was, &now).into_iter().map(|it| (it.set, it.id, it.turn)).collect();
        let of = |id: &str, turn| ("a".to_owned(), id.to_owned(), turn);
        assert_eq!(told, [of("1", Turn::Better), of("2", Turn::Other), of("3", Turn::Worse)]);
        assert_eq!(changed(&was, &was), []);
    }

    #[test]
    fn what_is_written_is_read_again() {
        let all = outcomes(&[("a.b", "ä \"1\"/2", "un\nread"), ("c", "1", "near")]);
        assert_eq!(toml::from_str::<Outcomes>(&written(&all)).unwrap(), all);
    }
}
