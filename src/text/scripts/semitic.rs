//! Arabic, Persian and Hebrew letters: scripts that write consonants and long vowels.

use super::spelt::spelt;
use super::unit::Unit;
use crate::text::fold::fold_text;

/// Arabic and Persian letters with what they stand for; after `/` what dialects, and Persian of an Arabic letter, make of it. Each was
/// checked against BGN/PCGN 1956 (Arabic) and 1958 (Persian) as Unicode's CLDR has them; ALA-LC and the systems of the United Nations were
/// not. What stands behind `/` is of no table, and so is a hamza on another letter (`أ إ ؤ ئ`).
const ARABIC: &[(&str, &str)] = &[
    ("ا", "a"),
    ("أ", "aeiu?"),
    ("إ", "iaeu?"),
    ("آ", "a"),
    ("ء", "aeiu?"),
    ("ؤ", "uv?"),
    ("ئ", "iey?"),
    ("ب", "b/pv"),
    ("پ", "p"),
    ("ت", "t"),
    ("ث", "st"),
    ("ج", "j/gZ"),
    ("چ", "c"),
    ("ح", "h/x"),
    ("خ", "x/hk"),
    ("د", "d"),
    ("ذ", "dz"),
    ("ر", "r"),
    ("ز", "z"),
    ("ژ", "Z/jz"),
    ("س", "s"),
    ("ش", "S"),
    ("ص", "s"),
    ("ض", "dz"),
    ("ط", "t"),
    ("ظ", "zd"),
    ("ع", "aeiu?"),
    ("غ", "g/k"),
    ("ف", "f/v"),
    ("ق", "k/g"),
    ("ك", "k"),
    ("ک", "k"),
    ("گ", "g"),
    ("ل", "l"),
    ("م", "m"),
    ("ن", "n"),
    ("ه", "h"),
    ("ة", "ah/t?"),
    ("و", "uv"),
    ("ي", "iy"),
    ("ی", "iy"),
    ("ى", "a/i"),
];

/// Hebrew letters with what they stand for. Each was checked against BGN/PCGN 1981 as Unicode's CLDR has it; its successor of 2018, ALA-LC
/// and the rules of the Academy of the Hebrew Language were not. What stands behind `/` is of no table.
const HEBREW: &[(&str, &str)] = &[
    ("א", "aeiu?"),
    ("ב", "bv"),
    ("ג", "g/j"),
    // Before a geresh, which folding makes an apostrophe, it is a sound of foreign names.
    ("ג'", "j"),
    ("ד", "d"),
    ("ה", "h"),
    ("ו", "uv"),
    ("ז", "z/Z"),
    ("ז'", "Z"),
    ("ח", "hx"),
    ("ט", "t"),
    ("י", "iy"),
    ("כ", "kx"),
    ("ך", "kx"),
    ("ל", "l"),
    ("מ", "m"),
    ("ם", "m"),
    ("נ", "n"),
    ("ן", "n"),
    ("ס", "s"),
    ("ע", "aeiu?"),
    ("פ", "pf"),
    ("ף", "pf"),
    ("צ", "C/sz"),
    ("צ'", "c"),
    ("ץ", "C/sz"),
    ("ק", "k"),
    ("ר", "r"),
    ("ש", "Ss"),
    ("ת", "t"),
];

/// Parts a word without a space, and gives the letter before it the form of an end.
const NON_JOINER: char = '\u{200C}';

/// At the end of a word: the ending `-a`, `-ah`, `-e` or `-eh`.
const ENDING: &str = "ahei?";

pub(super) fn arabic(name: &str) -> Vec<Vec<Unit>> {
    // Folding drops the joiner that a letter at an end is told by.
    let words = name.split_whitespace().map(|word| {
        let word = without_article(word);
        word.split(NON_JOINER).flat_map(|part| of_part(&fold_text(part), ARABIC, ("ا", "ه"))).collect()
    });
    words.collect()
}

/// A word without `ال` before it, where a word of three letters is left.
fn without_article(word: &str) -> &str {
    word.strip_prefix("ال")
        .filter(|rest| rest.chars().filter(|c| c.is_alphabetic()).count() > 2)
        .unwrap_or(word)
}

pub(super) fn hebrew(name: &str) -> Vec<Vec<Unit>> {
    // Folding takes a geresh at the end of a word for a quotation mark.
    let parts: Vec<String> = name.split(['׳', '’', '\'']).map(|part| fold_text(part).to_string()).collect();
    let name = parts.join("'");
    let words = name.split(|c: char| c.is_whitespace() || c == '-').map(|word| {
        let mut units = of_part(word, HEBREW, ("א", "ה"));
        // It may be the article.
        if let Some(first) = units.first_mut().filter(|_| word.starts_with('ה')) {
            first.skip = 2;
        }
        units
    });
    words.collect()
}

/// The units of a part of a word, in which the first of `special` may be any vowel at the beginning and the second is an ending.
fn of_part(part: &str, table: &[(&str, &'static str)], special: (&str, &str)) -> Vec<Unit> {
    let is_listed = |c: &char| table.iter().any(|(letter, _)| letter.contains(*c));
    let part: String = part.chars().filter(is_listed).collect();
    spelt(&part, table, |unit, at, _, rest| match &part[at..] {
        here if at == 0 && here.starts_with(special.0) => Unit { skip: 3, ..Unit::read("aeiu") },
        here if at > 0 && rest.is_empty() && here == special.1 => Unit::read(ENDING),
        _ => unit,
    })
}
