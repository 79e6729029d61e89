//! Latin letters, as names of other scripts are usually written in them.

use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::is_combining_mark;

use super::spelt::{At, Vowels, spelt, vowel};
use super::unit::{OFTEN_SILENT, Unit};

/// Letters with what they stand for where they write Arabic, Persian, Hebrew or Cyrillic. The tests hold them to the romanizations that
/// `cyrillic.rs` and `semitic.rs` name; what English, French, German and Italian newspapers write besides (`dsch`, `tch`, `ou`) was checked
/// against no table.
const LETTERS: &[(&str, &str)] = &[
    ("a", "a/i"),
    ("b", "b"),
    ("c", "k/scC"),
    ("ch", "c/xSk"),
    ("ck", "k"),
    ("cz", "c"),
    ("d", "d"),
    ("dh", "d/z"),
    ("dj", "j"),
    ("dsch", "j"),
    ("dzh", "j"),
    ("e", "e"),
    ("f", "f/v"),
    ("g", "g/jk"),
    ("gh", "g/k"),
    ("h", "h/x"),
    ("i", "i"),
    ("j", "j/yZx"),
    ("k", "k"),
    ("kh", "x/h"),
    ("l", "l"),
    ("m", "m"),
    ("n", "n"),
    ("o", "u/a"),
    ("p", "p"),
    ("ph", "f"),
    ("q", "k/g"),
    ("qu", "k/g"),
    ("r", "r"),
    ("s", "s/zS"),
    ("sch", "S"),
    ("sh", "S"),
    ("shch", "S c?"),
    ("schtsch", "S c?"),
    ("t", "t"),
    ("tch", "c"),
    ("th", "t/s"),
    ("ts", "C/s"),
    ("tsch", "c"),
    ("tz", "C/s"),
    ("u", "u"),
    ("v", "v/f"),
    ("w", "v"),
    ("x", "k s"),
    ("y", "yi"),
    ("z", "z/CsZ"),
    ("zh", "Z"),
    ("č", "c"),
    ("š", "S"),
    ("ž", "Z"),
    // In Turkish; where it writes Arabic it is an emphatic s.
    ("ş", "S/s"),
    ("ç", "c/s"),
    ("ğ", "g?"),
    ("ı", "i"),
];

/// Articles, and `al` with its last letter as the next word begins.
const ARTICLES: [&str; 14] =
    ["al", "el", "the", "ad", "an", "ar", "as", "ash", "at", "az", "ed", "es", "esh", "ez"];

/// What an article stands before in any case, and one with another last letter where a hyphen joins it.
const ALONE: [&str; 3] = ["al", "el", "the"];

pub(super) fn words(name: &str, against: Vowels) -> Vec<Vec<Unit>> {
    let mut words = Vec::new();
    for piece in name.split(char::is_whitespace) {
        let parts: Vec<&str> = piece.split(['-', '‐', '‑', '–']).collect();
        for (nth, part) in parts.iter().enumerate() {
            let is_joined = nth + 1 < parts.len();
            let is_article = ALONE.contains(part) || is_joined && ARTICLES.contains(part);
            if !is_article {
                words.push(of_word(&bare(part), against));
            }
        }
    }
    words
}

/// A word without marks that change no sound here, and each doubled letter once.
fn bare(word: &str) -> String {
    let is_listed = |c: &char| LETTERS.iter().any(|(letters, _)| letters.chars().eq([*c]));
    let plain = word.nfc().flat_map(|c| match is_listed(&c) {
        true => vec![c],
        false => c.nfd().filter(|c| !is_combining_mark(*c)).collect(),
    });
    let mut bare = String::new();
    for c in plain.filter(|c| c.is_alphabetic()) {
        let is_doubled = bare.ends_with(c) && !matches!(c, 'a' | 'e' | 'i' | 'o' | 'u' | 'y');
        if !is_doubled {
            bare.push(c);
        }
    }
    bare
}

fn of_word(word: &str, against: Vowels) -> Vec<Unit> {
    spelt(word, LETTERS, |unit, at, before, rest| match unit.is_vowel() {
        true if before.last().is_some_and(|before| before.is_vowel()) => {
            vowel(unit, against, At::BehindVowel)
        }
        true if at == 0 || rest.is_empty() => vowel(unit, against, At::Edge),
        true => vowel(unit, against, At::Within),
        // The ending of `Ghazzah` and `Nujabah`.
        false if unit.usual == "h" && rest.is_empty() => Unit { skip: OFTEN_SILENT, ..unit },
        false => unit,
    })
}
