//! Which script a name is in, and its words as units of sound.

use unicode_script::{Script, UnicodeScript as _};

use super::unit::{OFTEN_SILENT, Unit};
use super::{cyrillic, latin, semitic};
use crate::text::fold::fold_text;

/// A script whose letters are known here.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Alphabet {
    Latin,
    Cyrillic,
    /// Arabic and Persian.
    Arabic,
    Hebrew,
}

/// Whether the vowels of a word are all written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Vowels {
    Written,
    /// The long ones alone.
    Long,
}

impl Alphabet {
    /// The alphabet of all letters of a name; `None` where they are of several, of one that is not known here, or none.
    pub(super) fn of(name: &str) -> Option<Self> {
        let scripts = name.chars().filter(|c| c.is_alphabetic()).map(|c| c.script());
        // Marks and signs that several scripts have are of none.
        let scripts = scripts.filter(|script| !matches!(script, Script::Common | Script::Inherited));
        let mut letters = scripts.map(|script| match script {
            Script::Latin => Some(Alphabet::Latin),
            Script::Cyrillic => Some(Alphabet::Cyrillic),
            Script::Arabic => Some(Alphabet::Arabic),
            Script::Hebrew => Some(Alphabet::Hebrew),
            _ => None,
        });
        let first = letters.next()??;
        letters.all(|other| other == Some(first)).then_some(first)
    }

    pub(super) fn vowels(self) -> Vowels {
        match self {
            Alphabet::Latin | Alphabet::Cyrillic => Vowels::Written,
            Alphabet::Arabic | Alphabet::Hebrew => Vowels::Long,
        }
    }

    /// The words of a name without articles, each as its units, to be held against a name whose vowels are so written.
    pub(super) fn words(self, name: &str, against: Vowels) -> Vec<Vec<Unit>> {
        let words = match self {
            Alphabet::Latin => latin::words(&name.to_lowercase(), against),
            Alphabet::Cyrillic => cyrillic::words(&fold_text(name).to_lowercase(), against),
            Alphabet::Arabic => semitic::arabic(name),
            Alphabet::Hebrew => semitic::hebrew(name),
        };
        let mut words: Vec<Vec<Unit>> = words;
        for word in &mut words {
            word.dedup();
        }
        words.retain(|word| !word.is_empty());
        words
    }
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
