//! Figures in digits, whatever the script and the language that they are written in.

use std::ops::Range;

/// The character 0 of each script whose ten digits follow each other.
const ZEROS: &str = "0٠۰߀०০੦૦୦௦౦೦൦෦๐໐༠၀႐០᠐᥆᧐᪀᪐᭐᮰᱀᱐꘠꣐꤀꧐꧰꩐꯰０";

/// The languages whose decimals stand behind a comma and whose thousands are parted by points or spaces.
const COMMA: [&str; 44] = [
    "az", "be", "bg", "bs", "ca", "cs", "da", "de", "el", "es", "et", "eu", "fi", "fr", "gl", "hr", "hu",
    "hy", "id", "is", "it", "ka", "kk", "ky", "lt", "lv", "mk", "nb", "nl", "nn", "no", "pl", "pt", "ro",
    "ru", "sk", "sl", "sq", "sr", "sv", "tr", "uk", "uz", "vi",
];

/// The countries of those languages where it is the other way round.
const POINT: [&str; 13] = [
    "es-MX", "es-US", "es-GT", "es-HN", "es-NI", "es-PA", "es-PE", "es-PR", "es-SV", "es-DO", "de-CH",
    "de-LI", "it-CH",
];

/// The languages of the Arabic script, where the comma of a sentence often stands between thousands too.
const ARABIC: [&str; 9] = ["ar", "ckb", "fa", "pnb", "prs", "ps", "sd", "ug", "ur"];

/// That comma.
const ARABIC_COMMA: char = '\u{60C}';

/// Powers of ten that number words stand for, as `thousand`, `lakh` and `million` do.
const SCALES: [i32; 8] = [0, 2, 3, 5, 6, 7, 9, 12];

/// The figures of a text that an English one would write in another way, by the bytes that they stand at, and as it would:
/// `44,218` for `44.218` in German, `34` for `٣٤` in whatever language.
pub(crate) fn rewritten(text: &str, language: Option<&str>) -> Vec<(Range<usize>, String)> {
    // Figures without separators, in the digits of English, are written alike wherever they are.
    if text.is_ascii() && !text.as_bytes().windows(3).any(parts_figures) {
        return Vec::new();
    }
    looked_through(text, language)
}

/// As [`rewritten`], of a text that is looked through.
fn looked_through(text: &str, language: Option<&str>) -> Vec<(Range<usize>, String)> {
    let is_comma = language.is_some_and(decimals_behind_comma);
    let apostrophes = language.is_some_and(|tag| is_tag(tag, "de") || is_tag(tag, "it") || is_tag(tag, "fr"));
    let is_arabic = language.is_some_and(|tag| is_any(tag, &ARABIC));
    let plain = |c: char| c.is_ascii() || digit(c).is_none() && !(is_arabic && c == ARABIC_COMMA);
    if !is_comma && !apostrophes && text.chars().all(plain) {
        return Vec::new();
    }
    let (mut ascii, mut origin) = (String::with_capacity(text.len()), Vec::with_capacity(text.len() + 1));
    for (at, c) in text.char_indices() {
        ascii.push(digit(c).unwrap_or(c));
        origin.resize(ascii.len(), at);
    }
    origin.push(text.len());
    let runs = runs(&ascii, |c| is_separator(c) || is_arabic && c == ARABIC_COMMA).into_iter();
    let english = runs.map(|run| (origin[run.start]..origin[run.end], in_arabic(&ascii[run], is_comma)));
    english.filter(|(at, english)| text[at.clone()] != *english).collect()
}

/// A number as its digits tell it: those from the first to the last that is no 0, and the power of ten that they count.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Written {
    digits: String,
    power: i32,
}

/// The numbers in digits of a legible text; none of a date, a time or a score.
pub(crate) fn figures(text: &str) -> Vec<Written> {
    let chained = |at: Option<char>| at.is_some_and(|c| matches!(c, '/' | ':' | '-' | '.'));
    let found = runs(text, |c| matches!(c, ',' | '.')).into_iter().filter(|run| {
        let (before, after) = (text[..run.start].chars(), text[run.end..].chars());
        let beside = |mut chars: Box<dyn Iterator<Item = char> + '_>| {
            chained(chars.next()) && chars.next().is_some_and(|c| c.is_ascii_digit())
        };
        !beside(Box::new(before.rev())) && !beside(Box::new(after))
    });
    found.filter_map(|run| Written::read(&text[run])).collect()
}

impl Written {
    /// A number of so many steps, of which `one` make the unit.
    pub(crate) fn new(number: i128, one: i128) -> Self {
        let places = i32::try_from(one.checked_ilog10().unwrap_or(0)).unwrap_or(0);
        Written::of(&number.unsigned_abs().to_string(), -places)
    }

    /// One written in English digits; `None` where it is not well formed.
    fn read(text: &str) -> Option<Self> {
        let (whole, decimals) = text.split_once('.').unwrap_or((text, ""));
        let mut groups = whole.split(',');
        let first = groups.next()?;
        let parted = first.len() < whole.len();
        let well_formed = groups.all(|group| group.len() == 3)
            && !(parted && first.len() > 3)
            && !decimals.contains(['.', ',']);
        let places = i32::try_from(decimals.len()).ok()?;
        well_formed.then(|| Written::of(&(whole.replace(',', "") + decimals), -places))
    }

    fn of(digits: &str, power: i32) -> Self {
        let short = digits.trim_end_matches('0');
        let power = power + i32::try_from(digits.len() - short.len()).unwrap_or(0);
        match short.trim_start_matches('0') {
            "" => Written { digits: String::new(), power: 0 },
            short => Written { digits: short.to_owned(), power },
        }
    }

    /// Whether it is the other number, or is with a number word behind it that is not read.
    pub(crate) fn may_be(&self, other: &Written) -> bool {
        self.digits == other.digits && SCALES.contains(&(other.power - self.power))
    }
}

/// The ASCII digit of a digit of any script, or the ASCII form of a separator that belongs to a script.
fn digit(c: char) -> Option<char> {
    match c {
        '\u{66B}' | '\u{FF0E}' => return Some('.'),
        '\u{66C}' | '\u{FF0C}' => return Some(','),
        _ if c.is_ascii() || !c.is_numeric() => return None,
        _ => {}
    }
    let value = |zero: char| (c as u32).checked_sub(zero as u32).filter(|value| *value < 10);
    ZEROS.chars().find_map(value).and_then(|value| char::from_digit(value, 10))
}

fn is_separator(c: char) -> bool {
    matches!(c, '.' | ',' | '\'' | '\u{2019}' | '\u{66B}' | '\u{66C}')
}

/// Whether three ASCII characters are a separator between two digits.
fn parts_figures(three: &[u8]) -> bool {
    let digit = |at: usize| three[at].is_ascii_digit();
    is_separator(char::from(three[1])) && digit(0) && digit(2)
}

fn decimals_behind_comma(tag: &str) -> bool {
    is_any(tag, &COMMA) && !is_any(tag, &POINT)
}

/// Whether a BCP 47 tag begins with one of some others.
fn is_any(tag: &str, tags: &[&str]) -> bool {
    tags.iter().any(|other| is_tag(tag, other))
}

/// Whether a BCP 47 tag begins with another.
fn is_tag(tag: &str, other: &str) -> bool {
    tag.get(..other.len()).is_some_and(|head| head.eq_ignore_ascii_case(other))
        && !tag[other.len()..].starts_with(|c: char| c.is_ascii_alphanumeric())
}

/// The stretches of ASCII digits, with the separators that stand between two of them.
fn runs(text: &str, separates: impl Fn(char) -> bool) -> Vec<Range<usize>> {
    let mut runs: Vec<Range<usize>> = Vec::new();
    let mut before: Option<char> = None;
    for (at, c) in text.char_indices() {
        if c.is_ascii_digit() {
            let joins = before.is_some_and(&separates);
            match runs
                .last_mut()
                .filter(|run| run.end == at || joins && run.end + before.map_or(0, char::len_utf8) == at)
            {
                Some(run) => run.end = at + 1,
                None => runs.push(at..at + 1),
            }
        }
        before = Some(c);
    }
    runs
}

/// As [`in_english`], where the comma of Arabic sentences parts thousands, or else one figure from the next.
fn in_arabic(figure: &str, is_comma: bool) -> String {
    if !figure.contains(ARABIC_COMMA) {
        return in_english(figure, is_comma);
    }
    let parted = figure.replace(ARABIC_COMMA, ",");
    let (whole, decimals) = parted.split_once('.').unwrap_or((&parted, "0"));
    let all_digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    let mut groups = whole.split(',');
    let first = groups.next().unwrap_or("");
    // A year before it, or a 0, is no group of thousands.
    if (1..=3).contains(&first.len())
        && !first.starts_with('0')
        && groups.all(|group| group.len() == 3 && all_digits(group))
        && all_digits(decimals)
    {
        return parted;
    }
    let each: Vec<String> = figure.split(ARABIC_COMMA).map(|one| in_english(one, is_comma)).collect();
    each.join("\u{60C}")
}

/// A figure with its separators as an English text has them. One that is no number of its language stays as it is.
fn in_english(figure: &str, is_comma: bool) -> String {
    let figure = figure.replace(['\'', '\u{2019}'], "\u{1}");
    let (group, decimal) = if is_comma { ('.', ',') } else { (',', '.') };
    let (whole, decimals) =
        figure.split_once(decimal).map_or((&*figure, None), |(whole, rest)| (whole, Some(rest)));
    let parts: Vec<&str> = whole.split([group, '\u{1}']).collect();
    let in_threes = parts.len() == 1 || parts[0].len() <= 3 && parts[1..].iter().all(|part| part.len() == 3);
    let all_digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    if !in_threes || !parts.iter().all(|part| all_digits(part)) || !decimals.is_none_or(all_digits) {
        return figure.replace('\u{1}', "'");
    }
    let whole = parts.join(",");
    decimals.map_or(whole.clone(), |decimals| format!("{whole}.{decimals}"))
}

#[cfg(test)]
mod tests {
    use std::borrow::Cow;

    use proptest::prelude::*;

    use super::*;

    /// A text with its figures as an English one writes them: `44,218` for `44.218` in German, `1 234.5` for `1 234,5` in French,
    /// `34` for `٣٤` in whatever language. All else stays, but for its bytes.
    fn legible<'t>(text: &'t str, language: Option<&str>) -> Cow<'t, str> {
        let figures = rewritten(text, language);
        if figures.is_empty() {
            return Cow::Borrowed(text);
        }
        let mut out = String::with_capacity(text.len());
        let mut at = 0;
        for (figure, english) in figures {
            out.push_str(&text[at..figure.start]);
            out.push_str(&english);
            at = figure.end;
        }
        out.push_str(&text[at..]);
        Cow::Owned(out)
    }

    #[test]
    fn figures_are_legible_in_every_language() {
        for (language, text, expected) in [
            ("de", "12.000 Tote, 44.218 und 1,5 Millionen", "12,000 Tote, 44,218 und 1.5 Millionen"),
            ("de-DE", "1.234.567,89", "1,234,567.89"),
            ("de-CH", "12'000 Tote, 1.5 Millionen", "12,000 Tote, 1.5 Millionen"),
            ("fr", "1\u{202F}234,5 euros, 3,14", "1\u{202F}234.5 euros, 3.14"),
            ("de", "am 28.01.2024, 3.5., um 10.30 Uhr", "am 28.01.2024, 3.5., um 10.30 Uhr"),
            ("es", "12.000 muertos", "12,000 muertos"),
            ("es-MX", "12,000 muertos, 1.5", "12,000 muertos, 1.5"),
            ("ar", "قتل ٣٤ شخصا", "قتل 34 شخصا"),
            ("ar", "١٬٢٠٠ و٣٫٥", "1,200 و3.5"),
            ("ar", "١،٢٣٤ و١،٢٣٤،٥٦٧٫٥", "1,234 و1,234,567.5"),
            ("ar-EG", "٣، ٤ و٣،٤ و٢٠١٩،٢٠٢ و١٢٣،٤٥", "3، 4 و3،4 و2019،202 و123،45"),
            ("ur", "1،234", "1,234"),
            ("en", "1،234", "1،234"),
            ("fa", "۱۲،۳۴۵ نفر", "12,345 نفر"),
            ("fa", "۳۴ نفر", "34 نفر"),
            ("hi", "३४ लोग", "34 लोग"),
            ("ja", "死者３４人", "死者34人"),
            ("en", "12.000 dead, 1,5, it’s", "12.000 dead, 1,5, it’s"),
            ("en", "12’000 – 5", "12’000 – 5"), // no English figure has an apostrophe
            ("ar", "قتل 12’000", "قتل 12’000"),
            ("ar", "١،٢٣٤–٥", "1,234–5"), // a dash joins nothing
        ] {
            assert_eq!(legible(text, Some(language)), expected, "{language}");
        }
        assert_eq!(legible("٣٤ of 12.000", None), "34 of 12.000");
        assert!(matches!(legible("34 of 12,000", Some("en")), Cow::Borrowed(_)));
    }

    proptest! {
        #[test]
        fn what_is_seen_to_be_written_alike_is(
            text in "[0-9]{0,2}[0-9., 'a:٣،]{0,12}",
            language in prop::sample::select(vec![None, Some("en"), Some("de"), Some("fr"), Some("ar")]),
        ) {
            prop_assert_eq!(rewritten(&text, language), looked_through(&text, language));
        }
    }

    #[test]
    fn figures_are_told_from_dates_and_times() {
        let shown = |text: &str| -> Vec<String> {
            figures(text).into_iter().map(|it| format!("{}e{}", it.digits, it.power)).collect()
        };
        assert_eq!(shown("12,000 of 34 and 1.50, 0 or 7."), ["12e3", "34e0", "15e-1", "e0", "7e0"]);
        assert_eq!(shown("on 28.01.2024 at 10:30, 2024-01-28, 3/4, 1,2,3, 1234,567"), [""; 0]);
    }

    #[test]
    fn a_figure_may_be_a_number_with_a_word_for_thousands() {
        let may = |figure: &str, number: i128, one: i128| {
            Written::read(figure).unwrap().may_be(&Written::new(number, one))
        };
        assert!(may("34", 34, 1) && may("34", 34_000, 1) && may("1.5", 1_500_000, 1) && may("0", 0, 1));
        assert!(may("8.5", 8_500_000_000_000, 1_000_000_000_000));
        assert!(!may("34", 43, 1) && !may("34", 340, 1) && !may("3400", 34, 1) && !may("0", 34, 1));
    }

    proptest! {
        #[test]
        fn a_number_is_legible_in_its_own_language(number in 0_u64..10_000_000_000) {
            let groups = |mark: &str| {
                let digits = number.to_string();
                let head = digits.len() % 3;
                let mut parts: Vec<&str> = Vec::new();
                if head > 0 {
                    parts.push(&digits[..head]);
                }
                parts.extend((head..digits.len()).step_by(3).map(|at| &digits[at..at + 3]));
                parts.join(mark)
            };
            let number = Written::new(i128::from(number), 1);
            for (language, mark) in [("de", "."), ("en", ","), ("de-CH", "’"), ("ar", "٬"), ("fa", "،")] {
                prop_assert_eq!(figures(&legible(&groups(mark), Some(language))), [number.clone()]);
            }
        }

        #[test]
        fn nothing_panics(text in ".{0,40}", language in "[a-z]{0,3}(-[A-Z]{2})?") {
            let legible = legible(&text, Some(&language));
            let _ = figures(&legible);
        }
    }
}
