//! Whether a name stands in some words, as a whole word, whatever its case and typography.

use std::collections::BTreeMap;

use super::fold::fold_text;
use super::glyph::{extends, is_unspaced};

/// Words made ready for names to be looked for in them.
#[derive(Debug)]
pub(crate) struct Naming(String);

impl Naming {
    pub(crate) fn new(text: &str) -> Self {
        Naming(plain(text))
    }

    /// Whether the name stands in the words: not inside a longer word, save in scripts written without spaces.
    pub(crate) fn name(&self, name: &str) -> bool {
        let name = plain(name);
        self.places(name.trim()).next().is_some()
    }

    /// The words with something else in place of the name, wherever it stands.
    pub(crate) fn without(&self, name: &str) -> Naming {
        let name = plain(name);
        let name = name.trim();
        let (mut rest, mut from) = (String::new(), 0);
        for at in self.places(name) {
            rest.push_str(&self.0[from..at]);
            rest.push_str(" | ");
            from = at + name.len();
        }
        Naming(rest + &self.0[from..])
    }

    /// Where a folded name stands.
    fn places<'n>(&'n self, name: &'n str) -> impl Iterator<Item = usize> + 'n {
        let found = self.0.match_indices(name).filter(move |(at, _)| {
            let before = self.0[..*at].chars().next_back();
            let after = self.0[at + name.len()..].chars().next();
            let goes_on = |outer: Option<char>, inner: Option<char>| match (outer, inner) {
                (Some(outer), Some(inner)) => {
                    let joined = (outer.is_alphanumeric() || extends(outer)) && inner.is_alphanumeric();
                    joined && !is_unspaced(outer) && !is_unspaced(inner)
                }
                _ => false,
            };
            !name.is_empty()
                && !goes_on(before, name.chars().next())
                && !goes_on(after, name.chars().next_back())
        });
        found.map(|(at, _)| at)
    }
}

/// Whether some letter of `name` is of the script that most letters of `words` are of.
pub(crate) fn share_script(name: &str, words: &str) -> bool {
    let mut counts: BTreeMap<u32, usize> = BTreeMap::new();
    for c in words.chars().filter(|c| c.is_alphabetic()) {
        *counts.entry(script(c)).or_default() += 1;
    }
    let most = counts.into_iter().max_by_key(|(_, count)| *count).map(|(script, _)| script);
    name.chars().filter(|c| c.is_alphabetic()).any(|c| most.is_none_or(|most| most == script(c)))
}

/// A number for the script of a letter, as far as blocks of Unicode tell: the same for all letters that one word may have.
fn script(c: char) -> u32 {
    match c {
        '\0'..='\u{24F}' | '\u{1E00}'..='\u{1EFF}' => 0,
        '\u{400}'..='\u{52F}' => 4,
        '\u{600}'..='\u{6FF}' | '\u{750}'..='\u{77F}' | '\u{FB50}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFC}' => {
            6
        }
        '\u{2E80}'..='\u{9FFF}' | '\u{20000}'..='\u{3FFFF}' => 0x30,
        '\u{1100}'..='\u{11FF}' | '\u{AC00}'..='\u{D7AF}' => 0xAC,
        c => c as u32 >> 7 | 1 << 20,
    }
}

fn plain(text: &str) -> String {
    fold_text(text).to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::{Naming, share_script};

    #[test]
    fn a_name_stands_as_a_whole_word() {
        let words = Naming::new("Iraq’s US-led allies, in Tower 22 near JORDAN");
        for name in ["Iraq", "US", "Tower 22", "Jordan"] {
            assert!(words.name(name), "{name}");
        }
        for name in ["Ira", "Tower 2", "Jordanian", "Iran", "", " "] {
            assert!(!words.name(name), "{name}");
        }
    }

    #[test]
    fn a_name_is_taken_out_wherever_it_stands() {
        let words = Naming::new("Tower 22, Tower 221 and tower 22").without("Tower 22");
        assert!(!words.name("Tower 22") && words.name("Tower 221") && words.name("and"));
        assert!(Naming::new("Tower 22").without("").name("Tower 22"));
    }

    #[test]
    fn names_are_told_by_their_script() {
        assert!(
            share_script("Jordan", "Der König von Jordanien") && share_script("الأردن", "في (CNN) الأردن أمس")
        );
        assert!(!share_script("Jordan", "في الأردن أمس") && !share_script("Москва", "Moscow said"));
        assert!(share_script("東京", "東京で死者") && share_script("Jordan", "34"));
    }

    #[test]
    fn a_name_stands_in_any_script() {
        assert!(Naming::new("в Дамаске").name("Дамаске"));
        assert!(Naming::new("توقفت في بغداد قبل").name("بغداد"));
        assert!(Naming::new("在巴格达市停留").name("巴格达"));
        assert!(Naming::new("nahe Şırnak").name("Şırnak"));
    }
}
