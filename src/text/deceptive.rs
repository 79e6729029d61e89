//! Characters that deceive who reads: what is not seen, what reorders, and letters of one script that look like another's.

use super::glyph::is_unspaced;

/// How a character deceives.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Deceit {
    Invisible,
    Reorders,
    LooksAlike,
}

/// What a text is, for what may stand in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Worded {
    /// By the desk: an id, a name, the name of a file.
    ByDesk,
    /// By its source: marks of direction, soft hyphens and line breaks are of pages, and no deceit.
    BySource,
}

/// The characters that deceive, each with its number in the text, from 1.
pub(crate) fn deceits(text: &str, worded: Worded) -> Vec<(Deceit, char, usize)> {
    if text.is_ascii() && !text.bytes().any(|byte| byte.is_ascii_control()) {
        return Vec::new();
    }
    let chars: Vec<char> = text.chars().collect();
    let mut found: Vec<(Deceit, char, usize)> = Vec::new();
    for (at, c) in chars.iter().enumerate() {
        let before = at.checked_sub(1).map(|before| chars[before]);
        let after = chars.get(at + 1).copied();
        if let Some(deceit) = deceit(*c, before, after, worded) {
            found.push((deceit, *c, at + 1));
        }
    }
    let mut start = 0;
    for word in chars.split(|c| !c.is_alphabetic()) {
        let foreign = foreign(word);
        let letters = word.iter().enumerate().filter(|(_, c)| foreign.is_some_and(|is| is(**c)));
        found.extend(letters.map(|(at, c)| (Deceit::LooksAlike, *c, start + at + 1)));
        start += word.len() + 1;
    }
    found.sort_by_key(|(_, _, at)| *at);
    found
}

fn deceit(c: char, before: Option<char>, after: Option<char>, worded: Worded) -> Option<Deceit> {
    let by_desk = worded == Worded::ByDesk;
    let around = |is: fn(char) -> bool| before.into_iter().chain(after).any(is);
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
        '\u{180E}' | '\u{2028}' | '\u{2029}' | '\u{2060}'..='\u{2064}' | '\u{206A}'..='\u{206F}' => {
            Some(Deceit::Invisible)
        }
        '\u{FEFF}'
        | '\u{FFF9}'..='\u{FFFB}'
        | '\u{115F}'
        | '\u{1160}'
        | '\u{3164}'
        | '\u{FFA0}'
        | '\u{2800}' => Some(Deceit::Invisible),
        // Flags of regions are told apart by tags.
        '\u{E0000}'..='\u{E007F}' => {
            let is_flag = |c: char| c == '\u{1F3F4}' || ('\u{E0020}'..='\u{E007F}').contains(&c);
            (!before.is_some_and(is_flag)).then_some(Deceit::Invisible)
        }
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
    if other.all(|c| LIKE_LATIN.contains(*c)) {
        return Some(is_other);
    }
    // One letter beside Latin ones is a sign of science, as in kΩ.
    (others > 1 && latin.all(|c| LIKE_OTHER.contains(*c))).then_some(is_latin as fn(char) -> bool)
}

fn is_latin(c: char) -> bool {
    c.is_ascii_alphabetic()
}

/// Greek or Cyrillic.
fn is_other(c: char) -> bool {
    matches!(c, '\u{370}'..='\u{3FF}' | '\u{400}'..='\u{52F}')
}

/// Letters of Cyrillic and Greek that look like Latin ones.
const LIKE_LATIN: &str = "аеорсухіјѕһԁԛԝАВЕЗКМНОРСТУХІЈЅԌԜҮαικνορτυχΑΒΕΖΗΙΚΜΝΟΡΤΥΧϹϳ";

/// Letters of Latin that look like Cyrillic or Greek ones.
const LIKE_OTHER: &str = "aceiopsxyjhkvuABCEHIKMNOPSTXYZJ";

#[cfg(test)]
mod tests {
    use super::*;

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
        ] {
            assert_eq!(told(text, Worded::ByDesk), [], "{text:?}");
        }
        for text in ["a\u{200F}b", "a\u{AD}b", "a\nb\tc"] {
            assert_eq!(told(text, Worded::BySource), [], "{text:?}");
            assert!(!told(text, Worded::ByDesk).is_empty(), "{text:?}");
        }
    }
}
