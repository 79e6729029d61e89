//! Words as units of sound, by a table of letters.

use super::unit::{OFTEN_SILENT, Unit};

/// Whether the vowels of a word are all written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Vowels {
    Written,
    /// The long ones alone.
    Long,
}

/// What a vowel costs that the other name lacks, by how that name writes vowels and where in its word it stands.
pub(super) fn vowel(unit: Unit, against: Vowels, at: At) -> Unit {
    match (against, at) {
        (Vowels::Long, At::Within) => Unit { skip: OFTEN_SILENT, ..unit },
        (Vowels::Long, At::Edge) => Unit { skip: 4, ..unit },
        (Vowels::Long, At::BehindVowel) | (Vowels::Written, _) => unit,
    }
}

/// Where in its word a vowel stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum At {
    /// At the beginning or the end, where scripts that leave out short vowels write something.
    Edge,
    Within,
    /// Behind another vowel: the two are a long one, or one that glides.
    BehindVowel,
}

/// The units of a word whose parts are looked up in a table of letters, the longest first; what is not listed is left out.
pub(super) fn spelt(
    word: &str,
    table: &[(&str, &'static str)],
    mut place: impl FnMut(Unit, usize, &[Unit], &str) -> Unit,
) -> Vec<Unit> {
    let mut units: Vec<Unit> = Vec::new();
    let mut at = 0;
    while let Some(c) = word[at..].chars().next() {
        let rest = &word[at..];
        let listed = table.iter().filter(|(letters, _)| rest.starts_with(letters));
        let Some((letters, sounds)) = listed.max_by_key(|(letters, _)| letters.len()) else {
            at += c.len_utf8();
            continue;
        };
        for unit in sounds.split_whitespace() {
            let unit = place(Unit::read(unit), at, &units, &rest[letters.len()..]);
            units.push(unit);
        }
        at += letters.len();
    }
    units
}
