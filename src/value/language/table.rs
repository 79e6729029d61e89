//! What the file of a language holds: which of its words mean which of the one table.

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
    pub(super) writing: Writing,
    pub(super) order: Order,
    #[serde(default)]
    pub(super) words: Words,
    #[serde(rename = "number")]
    pub(super) numbers: Vec<Number>,
    #[serde(rename = "scale")]
    pub(super) scales: Vec<Scale>,
    #[serde(rename = "part", default)]
    pub(super) parts: Vec<Part>,
    #[serde(rename = "row")]
    pub(super) rows: Vec<Row>,
    #[serde(rename = "range", default)]
    pub(super) ranges: Vec<Range>,
    #[serde(rename = "phrase", default)]
    pub(super) phrases: Vec<Phrase>,
    #[serde(rename = "dual", default)]
    pub(super) duals: Vec<Forms>,
    #[serde(rename = "not-a-number", default)]
    pub(super) not_numbers: Vec<NotANumber>,
    #[serde(rename = "month", default)]
    pub(super) months: Vec<Month>,
    #[serde(rename = "weekday", default)]
    pub(super) weekdays: Vec<Day>,
    #[serde(rename = "day", default)]
    pub(super) days: Vec<Day>,
    #[serde(default)]
    pub(super) date: DateWords,
    #[cfg_attr(not(test), allow(dead_code, reason = "the tests read each example"))]
    #[serde(rename = "example", default)]
    pub(crate) examples: Vec<Example>,
}

/// How it is written.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default, rename_all = "kebab-case")]
pub(super) struct Writing {
    /// Characters that are read as another.
    pub(super) same: Vec<[String; 2]>,
    /// Marks that are left out.
    pub(super) drop: String,
    /// Letters that are written onto the front of a word.
    pub(super) prefixes: String,
    /// Whether number words are written together as one word.
    pub(super) joined: bool,
    /// Whether one point in a number before a scale word may part decimals as well as thousands.
    pub(super) doubtful_points: bool,
    /// Whether a slash stands before decimals.
    pub(super) slash_decimals: bool,
}

/// How the parts of a number follow each other.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct Order {
    /// Units stand before tens.
    pub(super) units_first: bool,
    /// Hyphens may join parts of a number; else one between two numbers makes a range.
    pub(super) hyphens: bool,
    #[serde(default)]
    pub(super) and: String,
    pub(super) and_units: And,
    pub(super) and_rest: And,
    pub(super) and_groups: And,
}

/// Whether a word for `and` stands between two parts of a number.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "kebab-case")]
pub(super) enum And {
    Must,
    May,
    No,
}

/// A number that is said by itself or begins a larger one.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Number {
    pub(super) is: i128,
    pub(super) forms: String,
    /// The forms are an article too.
    #[serde(default)]
    pub(super) article: bool,
    /// A rounded collective, such as `une vingtaine`.
    #[serde(default)]
    pub(super) about: bool,
    /// Up to what may follow it, where it is not what follows others of its kind.
    pub(super) takes: Option<i128>,
}

/// A word that multiplies the number before it.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Scale {
    pub(super) is: i128,
    /// Behind a number.
    #[serde(default)]
    pub(super) forms: String,
    /// Without one: one of it.
    #[serde(default)]
    pub(super) alone: String,
    /// Right behind a hedge: one of it, though the form may be a plural elsewhere.
    #[serde(default, rename = "behind-hedge")]
    pub(super) behind_hedge: String,
    /// Without one: some, nobody says how many.
    #[serde(default)]
    pub(super) plural: String,
}

/// A part of all there is.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Part {
    pub(super) of: i128,
    pub(super) forms: String,
    /// Without a number before: one of them.
    #[serde(default)]
    pub(super) alone: String,
}

/// Words of a row of the one table.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Row {
    /// Its name.
    pub(super) row: String,
    #[serde(default)]
    pub(super) before: String,
    /// Behind the number or behind what is counted.
    #[serde(default)]
    pub(super) after: String,
    #[serde(default)]
    pub(super) alone: String,
}

/// Words between the ends of a range.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Range {
    pub(super) kind: RangeKind,
    #[serde(default)]
    pub(super) open: String,
    pub(super) join: String,
}

/// Which of the English ranges it is.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "kebab-case")]
pub(super) enum RangeKind {
    From,
    Between,
    To,
    Or,
}

/// Other phrases, with what the one table has for them.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Phrase {
    pub(super) means: String,
    pub(super) forms: String,
}

/// Forms that need no more.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Forms {
    pub(super) forms: String,
}

/// What looks like a number and is none, or can be read in two ways.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct NotANumber {
    pub(super) forms: String,
    /// What it is.
    #[serde(rename = "why")]
    pub(super) _why: Option<String>,
}

/// Small words, each list with a place of its own.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default, rename_all = "kebab-case")]
pub(super) struct Words {
    pub(super) of: String,
    pub(super) half: String,
    pub(super) one_and_a_half: String,
    pub(super) and_a_half: String,
    pub(super) not: String,
    pub(super) inverted: String,
    pub(super) change: String,
    pub(super) by: String,
    /// Verbs of saying, as news has them.
    pub(super) saying: String,
    /// Words that stand before whoever speaks.
    pub(super) according_to: String,
}

/// A month of a calendar.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Month {
    pub(super) is: i128,
    pub(super) forms: String,
    /// By its name; ours where none is given.
    pub(super) calendar: Option<String>,
}

/// A day of the week, from Monday as 1, or a day counted from that of the text.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Day {
    pub(super) is: i8,
    pub(super) forms: String,
}

/// Words within and beside dates.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(super) struct DateWords {
    pub(super) joints: String,
    pub(super) year: String,
    pub(super) ordinals: String,
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

impl Table {
    /// Takes the text of a file.
    ///
    /// # Errors
    /// What stops it from being one, with its line.
    pub(super) fn read(text: &str) -> Result<Table, String> {
        toml::from_str(text).map_err(|error| error.to_string())
    }
}
