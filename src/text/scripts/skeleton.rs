//! The consonants of names, by which those are found that may be near to each other without holding each against each.

use super::unit::{CONSONANT, Unit};

/// The consonants of a name or a word in order, each by its class.
pub(crate) type Skeleton = Vec<u8>;

/// So many ways to read the skeleton of one word, or of one name, are told.
const MOST_READINGS: usize = 16;

/// Every way to read the skeleton of a word. Two names that agree but for vowels and for sounds that one letter may stand for have a
/// reading in common.
pub(super) fn of_word(units: &[Unit]) -> Vec<Skeleton> {
    let mut readings: Vec<Skeleton> = vec![Vec::new()];
    for unit in units {
        let Some((class, is_kept)) = class(*unit) else { continue };
        let without = match is_kept {
            IsKept::May if readings.len() * 2 <= MOST_READINGS => readings.clone(),
            _ => Vec::new(),
        };
        readings.iter_mut().for_each(|reading| reading.push(class));
        readings.extend(without);
    }
    readings.sort_unstable();
    readings.dedup();
    readings
}

/// The readings of words that follow each other, as far as they are told.
pub(crate) fn joined(before: &[Skeleton], behind: &[Skeleton]) -> Vec<Skeleton> {
    let all = before.iter().flat_map(|before| behind.iter().map(|behind| [&before[..], behind].concat()));
    let mut all: Vec<Skeleton> = all.collect();
    all.sort_unstable();
    all.dedup();
    all.truncate(MOST_READINGS);
    all
}

/// A skeleton without one of its consonants, each in turn.
pub(crate) fn shortened(skeleton: &[u8]) -> impl Iterator<Item = Skeleton> + '_ {
    let without = |at: usize| [&skeleton[..at], &skeleton[at + 1..]].concat();
    (0..skeleton.len()).filter(|at| *at == 0 || skeleton[*at] != skeleton[*at - 1]).map(without)
}

/// Whether the other name has something for a consonant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum IsKept {
    Must,
    May,
}

/// The class of a unit's consonant; `None` of a vowel. Sounds that some table gives to one letter are of one class, so that no pair of
/// letters that costs less than a consonant is of two.
fn class(unit: Unit) -> Option<(u8, IsKept)> {
    let sounds = || unit.usual.chars().chain(unit.variant.chars());
    if unit.is_vowel() {
        // An ending may stand for a consonant.
        return sounds().any(|sound| matches!(sound, 'h' | 't')).then_some((b'k', IsKept::May));
    }
    let first = sounds().find(|sound| *sound != 'y')?;
    let class = match first {
        'b' | 'p' | 'f' | 'v' => b'p',
        'm' | 'n' | 'l' | 'r' => first as u8,
        _ => b'k',
    };
    // What glides into a vowel is held against one.
    let glides = unit.usual == "v" || sounds().any(|sound| sound == 'y');
    Some((class, if glides || unit.skip < CONSONANT { IsKept::May } else { IsKept::Must }))
}
