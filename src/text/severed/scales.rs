//! Words of other languages than English that multiply the number before them, and numerals of unspaced scripts.

/// Words that do, in small letters, in German, French, Spanish, Italian, Russian, Ukrainian, Arabic, Persian and Hebrew;
/// sorted.
const SCALES: &[&str] = &[
    "billion",
    "billionen",
    "cents",
    "docena",
    "docenas",
    "douzaine",
    "douzaines",
    "dutzend",
    "hundert",
    "mil",
    "mila",
    "miliardi",
    "miliardo",
    "milione",
    "milioni",
    "millar",
    "millares",
    "mille",
    "milliard",
    "milliarde",
    "milliarden",
    "milliards",
    "million",
    "millionen",
    "millions",
    "millones",
    "millón",
    "mio",
    "mrd",
    "tausend",
    "миллиард",
    "миллиарда",
    "миллиардов",
    "миллион",
    "миллиона",
    "миллионов",
    "млн",
    "млрд",
    "мільйон",
    "мільйона",
    "мільйони",
    "мільйонів",
    "мільярд",
    "мільярда",
    "мільярди",
    "мільярдів",
    "тис",
    "тисяч",
    "тисяча",
    "тисячу",
    "тисячі",
    "тыс",
    "тысяч",
    "тысяча",
    "тысячи",
    "тысячу",
    "אלף",
    "אלפי",
    "אלפים",
    "מיליארד",
    "מיליארדי",
    "מיליון",
    "מיליוני",
    "آلاف",
    "ألف",
    "ألفا",
    "ألفًا",
    "الاف",
    "ملايين",
    "مليار",
    "مليارات",
    "مليون",
    "مليونا",
    "مليونًا",
    "میلیارد",
    "میلیون",
    "هزار",
];

/// Numerals of Han script, and scales of Hangul.
const NUMERALS: &str = "〇零一二三四五六七八九十百千万萬亿億兆壱弐参两兩만억조";

/// Numerals that multiply.
const GREAT: &str = "十百千万萬亿億兆만억조";

/// The longest word of [`SCALES`], in bytes.
const LONGEST: usize = 24;

/// The word that multiplies a number, with which `tail` begins; `None` where it begins with none.
pub(super) fn first_scale(tail: &str) -> Option<&str> {
    if tail.starts_with(is_great) {
        return tail.chars().next().map(|first| &tail[..first.len_utf8()]);
    }
    let head = &tail[..tail.floor_char_boundary(LONGEST + 1)];
    let word = &head[..head.find(|c: char| !c.is_alphabetic()).unwrap_or(head.len())];
    let is_scale = |word: &str| SCALES.binary_search(&word).is_ok();
    let is_large = word.starts_with(char::is_uppercase);
    (is_scale(word) || is_large && is_scale(&word.to_lowercase())).then_some(word)
}

/// Whether two characters beside each other are of one number.
pub(super) fn join(before: char, behind: char) -> bool {
    is_numeral(behind) && is_numeral(before)
        || is_great(behind) && before.is_ascii_digit()
        || is_great(before) && behind.is_ascii_digit()
}

fn is_numeral(c: char) -> bool {
    !c.is_ascii() && NUMERALS.contains(c)
}

fn is_great(c: char) -> bool {
    !c.is_ascii() && GREAT.contains(c)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scales_are_whole_words() {
        for (tail, scale) in [
            ("Millionen Menschen", Some("Millionen")),
            ("тысяч человек", Some("тысяч")),
            ("ألف شخص", Some("ألف")),
            ("万人", Some("万")),
            ("Milliardäre", None),
            ("Menschen", None),
            ("", None),
        ] {
            assert_eq!(first_scale(tail), scale, "{tail}");
        }
        assert!(SCALES.is_sorted());
        assert!(
            SCALES.iter().copied().all(|scale| scale.len() <= LONGEST && first_scale(scale) == Some(scale))
        );
    }

    #[test]
    fn numerals_beside_each_other_are_one_number() {
        assert!(join('三', '万') && join('3', '万') && join('万', '4') && join('十', '二'));
        assert!(!join('人', '三') && !join('三', '人') && !join('3', '三'));
    }
}
