//! Readings: words, and what they should be read as.

use super::case::{Case, Fault};
use super::label::{FORMS, Label, shown};
use super::set::Set;
use crate::audit::{ReadAs, read_in};
use crate::model::Dossier;
use crate::value::shape::{Run, Runs};
use crate::view::accuracy::{Came, Should, Tried};
use crate::view::read::{Allowed, RowTold, WordsRead};

/// Reads the words of a case. Said is something where they are read.
///
/// # Errors
/// A label that is none.
pub(super) fn tried(set: &Set, case: &Case) -> Result<Vec<Tried>, Fault> {
    let (words, language) = (case.text("words")?, case.maybe("language")?);
    let labels = case.labels()?;
    let wanted: Vec<Label> = labels
        .iter()
        .map(|label| Label::read(label).ok_or_else(|| case.fault(format!("`{label}` is no label"), FORMS)))
        .collect::<Result<_, _>>()?;
    let dossier = Dossier::default();
    let read = read_in(&dossier, &set.read_as, (words, language), RowTold::No);
    let speaking = wanted.iter().filter(|label| **label != Label::Unread).count();
    let should = Should::of(speaking, wanted.len());
    let mut fits = false;
    for label in &wanted {
        fits |= is_so(label, &read, &set.read_as).map_err(|why| case.fault(why, FORMS))?;
    }
    let (said, came) = match &read {
        WordsRead::Refused { .. } => ("unread".to_owned(), Came::Silence),
        WordsRead::Read { shown: [hard, soft], .. } => {
            let said = if hard == soft { hard.clone() } else { format!("{hard}; usually {soft}") };
            (said, if fits { Came::Right } else { Came::Wrong })
        }
    };
    let group = case.group()?;
    let input = words.to_owned();
    let label = labels.join(" / ");
    Ok(vec![Tried { id: case.id()?, group, input, label, said, should, came, is_as_labelled: fits }])
}

/// Whether a reading is what a label has.
///
/// # Errors
/// English words of a label that are themselves not read.
fn is_so(label: &Label, read: &WordsRead, read_as: &ReadAs) -> Result<bool, String> {
    let sets = match (label, read) {
        (Label::Unread, _) => return Ok(matches!(read, WordsRead::Refused { .. })),
        (_, WordsRead::Refused { .. }) => return Ok(false),
        (Label::Read, _) => return Ok(true),
        (_, WordsRead::Read { hard, soft, .. }) => (hard, soft),
    };
    let runs = |allowed: &Allowed| match allowed {
        Allowed::Intervals(intervals) => shown(intervals, read_as),
        Allowed::Words(_) => Runs::default(),
    };
    match label {
        Label::As(words) => match read_in(&Dossier::default(), read_as, (words, None), RowTold::No) {
            WordsRead::Read { hard, soft, .. } => Ok((&hard, &soft) == sets),
            WordsRead::Refused { error, .. } => Err(format!("the label `{words}` is not read: {error}")),
        },
        Label::About(number) => Ok(match *runs(sets.0).runs() {
            [Run { low: Some(low), high: Some(high) }] => {
                let near = |end: i128| (end - number).abs() * 10 <= number.abs();
                low <= *number && *number <= high && near(low) && near(high)
            }
            _ => false,
        }),
        Label::Sets { hard, soft } => {
            Ok(runs(sets.0) == *hard && soft.as_ref().is_none_or(|soft| runs(sets.1) == *soft))
        }
        Label::Unread | Label::Read => Ok(true),
    }
}
