//! Cyrillic letters, of Russian and Ukrainian.

use super::spelt::{At, Vowels, spelt, vowel};
use super::unit::Unit;

/// Letters with what they stand for. Each was checked against BGN/PCGN 1947 (Russian) as Unicode's CLDR has it, the Ukrainian national
/// system (resolution 55 of 2010, which is BGN/PCGN 2019) as newspapers printed it, and ALA-LC and ISO 9:1995 (both Ukrainian) and ISO/R
/// 9:1968 (Russian) as programs have them that transliterate; the standards themselves were not at hand. Sounds behind `/` are of no table.
const LETTERS: &[(&str, &str)] = &[
    ("а", "a"),
    ("б", "b"),
    ("в", "v/f"),
    ("г", "gh"),
    ("ґ", "g"),
    ("д", "d"),
    ("дж", "j"),
    ("е", "y? ei/a"),
    ("є", "y? ei"),
    ("ё", "y? uei"),
    ("ж", "Z/jz"),
    ("з", "z/s"),
    ("и", "i"),
    ("і", "i"),
    ("ї", "y? i"),
    ("й", "yi?"),
    ("к", "k"),
    ("л", "l"),
    ("м", "m"),
    ("н", "n"),
    ("о", "u/a"),
    ("п", "p"),
    ("р", "r"),
    ("с", "s"),
    ("т", "t"),
    ("у", "u"),
    ("ф", "f"),
    ("х", "xh"),
    ("ц", "C/c"),
    ("ч", "c"),
    ("ш", "S"),
    ("щ", "S c?"),
    ("ы", "iy"),
    ("э", "ei/a"),
    ("ю", "y? u"),
    ("я", "y? a"),
];

pub(super) fn words(name: &str, against: Vowels) -> Vec<Vec<Unit>> {
    let words = name.split(|c: char| c.is_whitespace() || c == '-');
    words.map(|word| of_word(word, against)).collect()
}

fn of_word(word: &str, against: Vowels) -> Vec<Unit> {
    spelt(word, LETTERS, |unit, at, _, rest| match unit.is_vowel() && unit.skip > 1 {
        true if at == 0 || rest.is_empty() => vowel(unit, against, At::Edge),
        true => vowel(unit, against, At::Within),
        false => unit,
    })
}
