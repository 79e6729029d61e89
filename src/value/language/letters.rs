//! Numbers in the letters of Hebrew, as its calendar writes days and years: `ט״ו`, `כ״ב`, `ה׳תשפ״ד`.

/// What the letters stand for, in their order; those that end a word are the same.
const LETTERS: [(char, u16); 27] = [
    ('א', 1),
    ('ב', 2),
    ('ג', 3),
    ('ד', 4),
    ('ה', 5),
    ('ו', 6),
    ('ז', 7),
    ('ח', 8),
    ('ט', 9),
    ('י', 10),
    ('כ', 20),
    ('ך', 20),
    ('ל', 30),
    ('מ', 40),
    ('ם', 40),
    ('נ', 50),
    ('ן', 50),
    ('ס', 60),
    ('ע', 70),
    ('פ', 80),
    ('ף', 80),
    ('צ', 90),
    ('ץ', 90),
    ('ק', 100),
    ('ר', 200),
    ('ש', 300),
    ('ת', 400),
];

/// What a word of letters stands for, up to 999: with a mark before its last letter, or behind its only one, and perhaps the
/// thousands of a year and the word for `in` before it. `None` for every other word.
pub(super) fn number(word: &str) -> Option<u16> {
    let marked = ["ה׳", "ה'"].iter().find_map(|thousands| word.strip_prefix(thousands));
    let word = marked.filter(|rest| !rest.is_empty()).unwrap_or(word);
    plain(word).or_else(|| plain(word.strip_prefix('ב')?.trim_start_matches(['-', '־'])))
}

fn plain(word: &str) -> Option<u16> {
    let letters: String = word.chars().filter(|c| !is_mark(*c)).collect();
    let marks: Vec<usize> = word.chars().enumerate().filter(|(_, c)| is_mark(*c)).map(|(at, _)| at).collect();
    let count = letters.chars().count();
    let expected = if count == 1 { 1 } else { count.checked_sub(1)? };
    // Some write two apostrophes for the one mark.
    let is_marked = marks.first() == Some(&expected)
        && marks.len() <= 2
        && marks.windows(2).all(|two| two[1] == two[0] + 1);
    let values: Vec<u16> = letters.chars().map(value).collect::<Option<_>>()?;
    let is_falling = values.windows(2).all(|two| two[0] > two[1] || two == [400, 400]);
    (is_marked && is_falling).then(|| values.iter().sum()).filter(|sum| *sum < 1000)
}

fn is_mark(c: char) -> bool {
    matches!(c, '״' | '"' | '׳' | '\'' | '’' | '”')
}

fn value(letter: char) -> Option<u16> {
    LETTERS.iter().find(|(own, _)| *own == letter).map(|(_, value)| *value)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_are_numbers() {
        for (word, expected) in [
            ("א׳", 1),
            ("ט'", 9),
            ("י״א", 11),
            ("ט״ו", 15),
            ("ט\"ז", 16),
            ("כ״ב", 22),
            ("ל'", 30),
            ("בכ״ב", 22),
            ("ב-כ״ב", 22),
            ("ב׳", 2),
            ("תש״ף", 780),
            ("תשפ״ד", 784),
            ("ה׳תשפ״ד", 784),
            ("תשפ''ד", 784),
            ("תתק״צ", 990),
        ] {
            assert_eq!(number(word), Some(expected), "{word}");
        }
    }

    #[test]
    fn other_words_are_none() {
        // Without a mark, with one elsewhere, out of order, with another letter, none at all.
        for word in ["", "כב", "כב״", "״כב", "ב״כ", "צה״ל", "ד״ר", "a״b", "'", "״", "כ״ב״ג", "ה׳", "תתת״ק"]
        {
            let expected = (word == "ה׳").then_some(5);
            assert_eq!(number(word), expected, "{word}");
        }
    }
}
