//! What the file of a language holds: which of its words mean which number, scale word, row of quantities, month or day.

use serde::Deserialize;

/// A language as its file has it; docs/languages.md says what each key means. Forms are parted by `|`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(crate) struct Table {
    /// The first part of its BCP 47 tags.
    pub(crate) language: String,
    /// In English.
    pub(crate) name: String,
    /// Who that speaks it has looked at the file.
    #[cfg_attr(not(test), allow(dead_code, reason = "docs/languages.md tells it"))]
    pub(crate) checked_by: String,
    #[serde(default)]
    pub(crate) writing: Writing,
    pub(crate) order: Order,
    #[serde(default)]
    pub(crate) words: SmallWords,
    #[serde(rename = "number")]
    pub(crate) numbers: Vec<Number>,
    #[serde(rename = "scale")]
    pub(crate) scales: Vec<Scale>,
    #[serde(rename = "part", default)]
    pub(crate) parts: Vec<Part>,
    #[serde(rename = "row")]
    pub(crate) rows: Vec<Row>,
    #[serde(rename = "range", default)]
    pub(crate) ranges: Vec<Range>,
    #[serde(rename = "phrase", default)]
    pub(crate) phrases: Vec<Phrase>,
    #[serde(rename = "dual", default)]
    pub(crate) duals: Vec<Forms>,
    #[serde(rename = "not-a-number", default)]
    pub(crate) not_numbers: Vec<NotANumber>,
    #[serde(rename = "month", default)]
    pub(crate) months: Vec<Month>,
    #[serde(rename = "weekday", default)]
    pub(crate) weekdays: Vec<Day>,
    #[serde(rename = "day", default)]
    pub(crate) days: Vec<Day>,
    #[serde(default)]
    pub(crate) date: DateWords,
    #[cfg_attr(not(test), allow(dead_code, reason = "the tests read each example"))]
    #[serde(rename = "example", default)]
    pub(crate) examples: Vec<Example>,
}

/// How it is written.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default, rename_all = "kebab-case")]
pub(crate) struct Writing {
    /// Characters that are read as another.
    pub(crate) same: Vec<[String; 2]>,
    /// Marks that are left out.
    pub(crate) drop: String,
    /// Letters that are written onto the front of a word.
    pub(crate) prefixes: String,
    /// Whether number words are written together as one word.
    pub(crate) joined: bool,
    /// Whether one point in a number before a scale word may part decimals as well as thousands.
    pub(crate) doubtful_points: bool,
    /// Whether a slash stands before decimals.
    pub(crate) slash_decimals: bool,
    /// Whether a full stop behind digits makes an ordinal of them.
    pub(crate) ordinal_stops: bool,
}

/// How the parts of a number follow each other.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(crate) struct Order {
    /// Units stand before tens.
    pub(crate) units_first: bool,
    /// Hyphens may join parts of a number; else one between two numbers makes a range.
    pub(crate) hyphens: bool,
    #[serde(default)]
    pub(crate) and: String,
    pub(crate) and_units: And,
    pub(crate) and_rest: And,
    pub(crate) and_groups: And,
}

/// Whether a word for `and` stands between two parts of a number.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum And {
    Must,
    May,
    No,
}

/// A number that is said by itself or begins a larger one.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Number {
    pub(crate) is: i128,
    pub(crate) forms: String,
    /// The forms are an article too.
    #[serde(default)]
    pub(crate) article: bool,
    /// A rounded collective, such as `une vingtaine`.
    #[serde(default)]
    pub(crate) about: bool,
    /// Up to what may follow it, where it is not what follows others of its kind.
    pub(crate) takes: Option<i128>,
}

/// A word that multiplies the number before it.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Scale {
    pub(crate) is: i128,
    /// Behind a number.
    #[serde(default)]
    pub(crate) forms: String,
    /// Without one: one of it.
    #[serde(default)]
    pub(crate) alone: String,
    /// Right behind a hedge: one of it, though the form may be a plural elsewhere.
    #[serde(default, rename = "behind-hedge")]
    pub(crate) behind_hedge: String,
    /// Without one: some, nobody says how many.
    #[serde(default)]
    pub(crate) plural: String,
    /// Behind digits alone: `3k`. Of English only.
    #[serde(default, rename = "behind-digits")]
    pub(crate) behind_digits: String,
    /// The same with nothing between: `5t`. Of English only.
    #[serde(default, rename = "glued-to-digits")]
    pub(crate) glued_to_digits: String,
}

/// A part of all there is.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Part {
    pub(crate) of: i128,
    pub(crate) forms: String,
    /// Without a number before: one of them.
    #[serde(default)]
    pub(crate) alone: String,
}

/// Words of a row of the one table.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Row {
    /// Its name.
    pub(crate) row: String,
    #[serde(default)]
    pub(crate) before: String,
    /// Behind the number or behind what is counted.
    #[serde(default)]
    pub(crate) after: String,
    #[serde(default)]
    pub(crate) alone: String,
    /// Before the plural of a scale word: `in the low hundreds`. Of English only.
    #[serde(default, rename = "before-plural")]
    pub(crate) before_plural: String,
}

/// Words between the ends of a range.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Range {
    pub(crate) kind: RangeKind,
    #[serde(default)]
    pub(crate) open: String,
    pub(crate) join: String,
}

/// Which of the English ranges it is.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum RangeKind {
    From,
    Between,
    To,
    Or,
}

/// Other phrases, with what the one table has for them.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Phrase {
    pub(crate) means: String,
    pub(crate) forms: String,
}

/// Forms that need no more.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Forms {
    pub(crate) forms: String,
}

/// What looks like a number and is none, or can be read in two ways.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct NotANumber {
    pub(crate) forms: String,
    /// What it is.
    #[serde(rename = "why")]
    pub(crate) _why: Option<String>,
}

/// Small words, each list with a place of its own.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default, rename_all = "kebab-case")]
pub(crate) struct SmallWords {
    pub(crate) of: String,
    pub(crate) half: String,
    pub(crate) one_and_a_half: String,
    pub(crate) and_a_half: String,
    pub(crate) not: String,
    /// What makes something else of the numbers on both sides of it: decimals in words, thousandths.
    pub(crate) breaks: String,
    pub(crate) inverted: String,
    pub(crate) change: String,
    pub(crate) by: String,
    /// Verbs of saying, as news has them.
    pub(crate) saying: String,
    /// Words that stand before whoever speaks.
    pub(crate) according_to: String,
    /// Words with which goes on what is said: `that`. One with an apostrophe is written onto the word behind it.
    pub(crate) that: String,
    /// Articles that may stand between a word of saying and a name.
    pub(crate) articles: String,
}

/// A month of a calendar.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Month {
    pub(crate) is: i128,
    pub(crate) forms: String,
    /// By its name; ours where none is given.
    pub(crate) calendar: Option<String>,
    /// What the name has to do with leap years, where it has.
    pub(crate) leap: Option<Leap>,
}

/// What the name of a month has to do with leap years.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Leap {
    /// It is that of the month which a leap year puts in before the next.
    PutIn,
    /// In a leap year it may be either of two.
    Doubtful,
}

/// A day of the week, from Monday as 1, or a day counted from that of the text.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Day {
    pub(crate) is: i8,
    pub(crate) forms: String,
}

/// Words within and beside dates.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(crate) struct DateWords {
    pub(crate) joints: String,
    pub(crate) year: String,
    pub(crate) ordinals: String,
}

/// Words with what they are to be read as.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Example {
    #[cfg_attr(not(test), allow(dead_code, reason = "the tests read each example"))]
    pub(crate) words: String,
    /// The English words that are read in the same way.
    #[cfg_attr(not(test), allow(dead_code, reason = "the tests read each example"))]
    pub(crate) reads: Option<String>,
    /// Why they are not read.
    #[cfg_attr(not(test), allow(dead_code, reason = "the tests read each example"))]
    pub(crate) unread: Option<String>,
    #[cfg_attr(not(test), allow(dead_code, reason = "the tests read each example"))]
    #[serde(rename = "as", default)]
    pub(crate) read_as: ReadAs,
}

/// What an example is read as.
#[derive(Clone, Copy, Debug, Default, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum ReadAs {
    #[default]
    Count,
    Share,
    Date,
}

/// The forms of a list.
pub(crate) fn forms(list: &str) -> impl Iterator<Item = &str> {
    list.split('|').map(str::trim).filter(|form| !form.is_empty())
}

/// The first form of a list, which is the one that is written; empty where it has none.
pub(crate) fn first_form(list: &str) -> &str {
    forms(list).next().unwrap_or_default()
}

impl Table {
    /// Takes the text of a file.
    ///
    /// # Errors
    /// What stops it from being one, with its line.
    pub(crate) fn read(text: &str) -> Result<Table, String> {
        toml::from_str(text).map_err(|error| error.to_string())
    }
}
