//! Which script a name is in, and its words as units of sound.

use unicode_script::{Script, UnicodeScript as _};

use super::spelt::Vowels;
use super::unit::Unit;
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

impl Alphabet {
    pub(crate) const ALL: [Alphabet; 4] =
        [Alphabet::Latin, Alphabet::Cyrillic, Alphabet::Arabic, Alphabet::Hebrew];

    /// Whether names begin with capitals in it.
    pub(crate) fn has_capitals(self) -> bool {
        matches!(self, Alphabet::Latin | Alphabet::Cyrillic)
    }

    /// The alphabet of all letters of a name; `None` where they are of several, of one that is not known here, or none.
    pub(crate) fn of(name: &str) -> Option<Self> {
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
