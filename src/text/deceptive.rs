//! Characters that deceive who reads: what is not seen, what reorders, and letters of one script that look like another's.

use std::sync::LazyLock;

use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::is_combining_mark;
use unicode_script::{Script, UnicodeScript as _};

use super::fold::fold_text;
use super::glyph::is_unspaced;

/// How a character deceives.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Deceit {
    Invisible,
    Reorders,
    LooksAlike,
    /// It looks like a plain space.
    Space,
    /// It is drawn over what stands before it.
    Overlay,
}

/// What a text is, for what may stand in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Worded {
    /// By the desk: an id, a name, the name of a file.
    ByDesk,
    /// By its source: marks of direction, soft hyphens, line breaks and letters in fancy dress are of pages, and no deceit.
    BySource,
}

/// So many marks on one letter are more than any script writes.
const MOST_MARKS: usize = 5;

/// The characters that deceive, each with its number in the text, from 1.
pub(crate) fn deceits(text: &str, worded: Worded) -> Vec<(Deceit, char, usize)> {
    if text.is_ascii() && !text.bytes().any(|byte| byte.is_ascii_control()) {
        return Vec::new();
    }
    let chars: Vec<char> = text.chars().collect();
    let mut found: Vec<(Deceit, char, usize)> = Vec::new();
    let mut marks = 0;
    for (at, c) in chars.iter().enumerate() {
        let before = at.checked_sub(1).map(|before| chars[before]);
        let after = chars.get(at + 1).copied();
        marks = if is_combining_mark(*c) { marks + 1 } else { 0 };
        let heaped = (marks == MOST_MARKS + 1).then_some(Deceit::Overlay);
        if let Some(deceit) = deceit(*c, before, after, worded).or(heaped) {
            found.push((deceit, *c, at + 1));
        }
    }
    let mut start = 0;
    for word in chars.split(|c| !c.is_alphabetic()) {
        let (foreign, dressed) = (foreign(word), dressed(word, worded));
        let is_told = |c: char| foreign.is_some_and(|is| is(c)) || (dressed && is_dressed(c));
        let letters = word.iter().enumerate().filter(|(_, c)| is_told(**c));
        found.extend(letters.map(|(at, c)| (Deceit::LooksAlike, *c, start + at + 1)));
        start += word.len() + 1;
    }
    found.sort_by_key(|(_, _, at)| *at);
    found
}

/// What a name looks like, the same for all names that look so.
pub(crate) fn look(name: &str) -> String {
    // What each character of ASCII looks like is made out once: such a name looks like its characters side by side.
    static OF_ASCII: LazyLock<Vec<String>> =
        LazyLock::new(|| ('\0'..='\x7F').map(|c| look_of(c.encode_utf8(&mut [0; 4]))).collect());
    let name = fold_text(name);
    match name.is_ascii() {
        true => name.bytes().map(|byte| OF_ASCII[usize::from(byte)].as_str()).collect(),
        false => look_of(&name.nfkc().collect::<String>()),
    }
}

/// What a name looks like that is folded.
fn look_of(name: &str) -> String {
    unicode_security::skeleton(name).filter(|c| !c.is_control() && !c.is_whitespace()).collect()
}

fn deceit(c: char, before: Option<char>, after: Option<char>, worded: Worded) -> Option<Deceit> {
    let by_desk = worded == Worded::ByDesk;
    let around = |is: fn(char) -> bool| before.into_iter().chain(after).any(is);
    let between = |is: fn(char) -> bool| before.is_some_and(is) && after.is_some_and(is);
    let of = |script: Script| before.into_iter().chain(after).any(|c| c.script() == script);
    match c {
        '\n' | '\t' | '\r' => by_desk.then_some(Deceit::Invisible),
        c if c.is_control() => Some(Deceit::Invisible),
        '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' => Some(Deceit::Reorders),
        '\u{200E}' | '\u{200F}' | '\u{61C}' => by_desk.then_some(Deceit::Reorders),
        '\u{AD}' => by_desk.then_some(Deceit::Invisible),
        // Thai, Khmer and others part words by it.
        '\u{200B}' => (!around(is_unspaced)).then_some(Deceit::Invisible),
        // Between Latin, Greek or Cyrillic letters they join and part nothing that can be seen.
        '\u{200C}' | '\u{200D}' => {
            let plain = |c: Option<char>| c.is_none_or(|c| c < '\u{590}');
            (plain(before) && plain(after)).then_some(Deceit::Invisible)
        }
        // They choose how a sign, a digit of a key or an ideograph is drawn.
        '\u{FE00}'..='\u{FE0F}' | '\u{E0100}'..='\u{E01EF}' => {
            let is_key = after == Some('\u{20E3}');
            let is_drawn =
                before.is_some_and(|c| !c.is_whitespace() && (!c.is_alphanumeric() || is_unspaced(c)));
            (!is_key && !is_drawn && !of(Script::Mongolian)).then_some(Deceit::Invisible)
        }
        '\u{180B}'..='\u{180F}' => (!of(Script::Mongolian)).then_some(Deceit::Invisible),
        '\u{34F}' => (!of(Script::Hebrew)).then_some(Deceit::Invisible),
        // Old Hangul is spelt with them, and braille has a blank.
        '\u{115F}' | '\u{1160}' => (!of(Script::Hangul)).then_some(Deceit::Invisible),
        '\u{2800}' => (!around(|c| ('\u{2801}'..='\u{28FF}').contains(&c))).then_some(Deceit::Invisible),
        '\u{2028}' | '\u{2029}' | '\u{2060}'..='\u{2065}' | '\u{206A}'..='\u{206F}' => {
            Some(Deceit::Invisible)
        }
        '\u{FEFF}' | '\u{FFF0}'..='\u{FFFB}' | '\u{3164}' | '\u{FFA0}' | '\u{17B4}' | '\u{17B5}' => {
            Some(Deceit::Invisible)
        }
        // Flags of regions are told apart by tags.
        '\u{E0000}'..='\u{E007F}' => {
            let is_flag = |c: char| c == '\u{1F3F4}' || ('\u{E0020}'..='\u{E007F}').contains(&c);
            (!before.is_some_and(is_flag)).then_some(Deceit::Invisible)
        }
        // Beside figures and stops typography asks for them; two words it parts by a plain one.
        '\u{A0}' | '\u{2000}'..='\u{200A}' | '\u{202F}' | '\u{205F}' => {
            (by_desk && between(char::is_alphabetic)).then_some(Deceit::Space)
        }
        '\u{335}'..='\u{338}'
        | '\u{20D2}'
        | '\u{20D3}'
        | '\u{20D8}'..='\u{20DA}'
        | '\u{20E5}'
        | '\u{20E6}' => before.is_some_and(char::is_alphanumeric).then_some(Deceit::Overlay),
        _ => None,
    }
}

/// Which letters of a word pass for letters of the script of the others; `None` where the word is of one script, or two
/// scripts stand in it that nobody takes for one, as in an acronym with an ending.
fn foreign(word: &[char]) -> Option<fn(char) -> bool> {
    let (mut latin, mut other) =
        (word.iter().filter(|c| is_latin(**c)), word.iter().filter(|c| is_other(**c)));
    let (count, others) = (latin.clone().count(), other.clone().count());
    if count == 0 || others == 0 {
        return None;
    }
    let has_ending =
        count > 1 && latin.clone().all(|c| c.is_uppercase()) && other.clone().all(|c| c.is_lowercase());
    if has_ending {
        return None;
    }
    if other.all(|c| LIKE_LATIN.contains(*c) || passes_for_latin(*c)) {
        return Some(is_other);
    }
    // One letter beside Latin ones is a sign of science, as in kΩ.
    (others > 1 && latin.all(|c| LIKE_OTHER.contains(*c))).then_some(is_latin as fn(char) -> bool)
}

fn is_latin(c: char) -> bool {
    c.script() == Script::Latin && !is_dressed(c)
}

/// Of a script whose letters are taken for Latin ones.
fn is_other(c: char) -> bool {
    use Script::{Armenian, Cherokee, Coptic, Cyrillic, Deseret, Georgian, Greek, Lisu, Osage};
    [Greek, Cyrillic, Armenian, Cherokee, Coptic, Deseret, Georgian, Lisu, Osage].contains(&c.script())
        && !is_dressed(c)
}

/// Whether Unicode's table of look-alikes has it beside a Latin letter.
fn passes_for_latin(c: char) -> bool {
    let mut bytes = [0; 4];
    unicode_security::skeleton(c.encode_utf8(&mut bytes)).all(|c| c.is_ascii_alphabetic())
}

/// Whether it is a letter of ASCII in another dress: full width, bold, script, circled.
fn is_dressed(c: char) -> bool {
    let is_form = matches!(c, '\u{2100}'..='\u{214F}' | '\u{24B6}'..='\u{24E9}' | '\u{FF21}'..='\u{FF5A}' | '\u{1D400}'..='\u{1D7FF}' | '\u{1F130}'..='\u{1F189}');
    is_form && std::iter::once(c).nfkc().all(|c| c.is_ascii_alphabetic())
}

/// Whether a word of the desk's mixes letters of ASCII with some in another dress, or is dressed as no keyboard writes it.
fn dressed(word: &[char], worded: Worded) -> bool {
    let is_wide = |c: &char| ('\u{FF21}'..='\u{FF5A}').contains(c);
    let plain = word.iter().any(char::is_ascii_alphabetic);
    // A sign of science is a letter for itself, as in ℝ.
    let dressed = word.iter().filter(|c| is_dressed(**c)).count();
    worded == Worded::ByDesk && dressed > 0 && (plain || (dressed > 1 && !word.iter().any(is_wide)))
}

/// Letters of Cyrillic and Greek that look like Latin ones in many a typeface, whatever Unicode's table says.
const LIKE_LATIN: &str = "аеорсухіјѕһԁԛԝАВЕЗКМНОРСТУХІЈЅԌԜҮαικνορτυχΑΒΕΖΗΙΚΜΝΟΡΤΥΧϹϳ";

/// Letters of Latin that look like Cyrillic or Greek ones.
const LIKE_OTHER: &str = "aceiopsxyjhkvuABCEHIKMNOPSTXYZJ";

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn told(text: &str, worded: Worded) -> Vec<(char, usize)> {
        deceits(text, worded).into_iter().map(|(_, c, at)| (c, at)).collect()
    }

    #[test]
    fn what_hides_reorders_or_passes_for_another_is_told_with_its_place() {
        for (text, expected) in [
            ("gpj\u{202E}exe", ('\u{202E}', 4)),
            ("a\u{200B}b", ('\u{200B}', 2)),
            ("a\u{200D}b", ('\u{200D}', 2)),
            ("\u{FEFF}a", ('\u{FEFF}', 1)),
            ("a\u{E0041}", ('\u{E0041}', 2)),
            ("a\u{1B}b", ('\u{1B}', 2)),
            ("the pаper", ('а', 6)),
            ("PAYPΑL", ('Α', 5)),
            ("в Мoскве", ('o', 4)),
            ("p\u{FE0F}ol", ('\u{FE0F}', 2)),
            ("a\u{E0100}", ('\u{E0100}', 2)),
            ("a\u{34F}b", ('\u{34F}', 2)),
            ("a\u{3164}b", ('\u{3164}', 2)),
            ("a\u{FFA0}b", ('\u{FFA0}', 2)),
            ("a\u{115F}b", ('\u{115F}', 2)),
            ("a\u{2800}b", ('\u{2800}', 2)),
            ("a\u{2061}b", ('\u{2061}', 2)),
            ("a\u{180B}b", ('\u{180B}', 2)),
            ("not\u{336}", ('\u{336}', 4)),
            ("5\u{338}", ('\u{338}', 2)),
            ("ma\u{578}or", ('\u{578}', 3)),
            ("\u{13A2}own", ('\u{13A2}', 1)),
        ] {
            for worded in [Worded::ByDesk, Worded::BySource] {
                assert_eq!(told(text, worded), [expected], "{text:?}");
            }
        }
    }

    #[test]
    fn what_pages_and_scripts_need_is_none() {
        for text in [
            "plain, 5 – 6 “quoted”",
            "می\u{200C}خواهم",
            "क्\u{200D}ष",
            "👨\u{200D}👩\u{200D}👧",
            "ไทย\u{200B}ไทย",
            "🏴\u{E0067}\u{E0062}\u{E0065}\u{E006E}\u{E0067}\u{E007F}",
            "αβγ and Москва, IT-компания, SMSка",
            "10 kΩ, Δt, π",
            "三人が死亡",
            "葛\u{E0100}城市, ☺\u{FE0F} ❤\u{FE0F}\u{200D}🔥 1\u{FE0F}\u{20E3}",
            "ᠮᠣᠩᠭᠣᠯ\u{180B}, ⠓\u{2800}⠊, ᄀ\u{1160}ᆨ",
            "Олександр Усик, Дніпро, Київ; Ελλάδα; Հայաստան; Thái Bình, Škoda, Łódź",
            "الرئيس محمود عباس, נָתַן בֶּן־גּוּרִיּוֹן",
            "10\u{A0}km, «\u{A0}oui\u{A0}», M.\u{A0}Dupont, 12\u{202F}000",
            "x ≠ y, a ≢ b, ℝ, №, ＮＨＫ, 山田\u{3000}太郎",
            "V\u{69}\u{1EC7}t Nam, e\u{301}\u{323}",
        ] {
            assert_eq!(told(text, Worded::ByDesk), [], "{text:?}");
        }
        for text in ["a\u{200F}b", "a\u{AD}b", "a\nb\tc", "the\u{A0}mayor", "a\u{2003}b", "ｐaypal", "𝗺𝗮𝘆𝗼𝗿"]
        {
            assert_eq!(told(text, Worded::BySource), [], "{text:?}");
            assert!(!told(text, Worded::ByDesk).is_empty(), "{text:?}");
        }
    }

    proptest! {
        #[test]
        fn a_name_of_ascii_looks_as_any_does(name in "[ -~]{0,24}|[\\x00-\\x7F]{0,24}") {
            let folded: String = fold_text(&name).nfkc().collect();
            prop_assert_eq!(look(&name), look_of(&folded));
        }
    }

    #[test]
    fn names_that_look_the_same_have_one_look() {
        for (a, b) in [
            // All Cyrillic, so that no word mixes scripts.
            ("сор", "cop"),
            ("the mayоr", "the mayor"),
            ("pay\u{200B}pal", "paypal"),
            ("ｐaypal", "paypal"),
        ] {
            assert_eq!(look(a), look(b), "{a:?}");
        }
        for (a, b) in [("Müller", "Muller"), ("Łódź", "Lodz"), ("Київ", "Kyiv"), ("Ελλάδα", "Elláda")]
        {
            assert_ne!(look(a), look(b), "{a:?}");
        }
    }
}
