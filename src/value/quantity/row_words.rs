//! Which English words say a row of the table of quantifiers.

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::value::tables::{Row, english, forms, scale};

/// The words of a row, as the English table lists them.
#[derive(Debug, Default)]
pub(crate) struct RowWords {
    /// What stands before a number.
    pub(crate) before: Vec<&'static str>,
    /// What stands behind a number.
    pub(crate) after: Vec<&'static str>,
    /// What stands without a number.
    pub(crate) alone: Vec<&'static str>,
    /// What stands before a plural such as `hundreds`.
    pub(super) before_plural: Vec<&'static str>,
}

/// Rows whose words are the plural of a scale, by what it multiplies by.
const OF_SCALES: [(i128, &str); 3] = [(10, "tens"), (12, "dozens"), (20, "scores")];

/// The words of a row by its name; none where the table lists none.
pub(super) fn words_of(name: &str) -> &'static RowWords {
    static WORDS: LazyLock<HashMap<&'static str, RowWords>> = LazyLock::new(|| {
        let list = |list: &'static str| forms(list).collect();
        let of_row = |row: &'static Row| {
            let [before, after, alone] = [&row.before, &row.after, &row.alone].map(|forms| list(forms));
            (row.row.as_str(), RowWords { before, after, alone, before_plural: list(&row.before_plural) })
        };
        let of_scale = |(factor, name): (i128, &'static str)| {
            let alone = scale(factor).map_or_else(Vec::new, |scale| list(&scale.plural));
            (name, RowWords { alone, ..RowWords::default() })
        };
        english().rows.iter().map(of_row).chain(OF_SCALES.into_iter().map(of_scale)).collect()
    });
    static NONE: LazyLock<RowWords> = LazyLock::new(RowWords::default);
    WORDS.get(name).unwrap_or(&NONE)
}

impl RowWords {
    /// A text with the words in place of `{before}` (around `n`, signs behind the others), of `{each}` (each with an `n` of its own), of
    /// `{after}`, `{alone}` and `{before-plural}`, and of `{first}` and `{others}` of those that stand alone.
    pub(super) fn shown(&self, text: &str) -> String {
        let (first, others) =
            self.alone.split_first().map_or(("", &[][..]), |(first, others)| (*first, others));
        text.replace("{before}", &self.shown_before())
            .replace("{each}", &(self.before.join(" n, ") + " n"))
            .replace("{after}", &self.shown_after())
            .replace("{alone}", &self.alone.join(", "))
            .replace("{first}", first)
            .replace("{others}", &others.join(", "))
            .replace("{before-plural}", &self.before_plural.join(", "))
    }

    /// `about, around n; ~n`.
    fn shown_before(&self) -> String {
        let (words, signs): (Vec<&str>, Vec<&str>) = self.before.iter().copied().partition(|it| is_word(it));
        let signs = signs.iter().map(|sign| format!("; {sign}n"));
        words.join(", ") + " n" + &signs.collect::<String>()
    }

    /// `n or more; n+; n-plus`.
    fn shown_after(&self) -> String {
        let (phrases, joined): (Vec<&str>, Vec<&str>) =
            self.after.iter().copied().partition(|it| it.contains(' '));
        let phrases: Vec<String> = phrases.iter().map(|words| format!("n {words}")).collect();
        let phrases = Some(phrases.join(", ")).filter(|phrases| !phrases.is_empty());
        let joined = joined.iter().map(|it| if is_word(it) { format!("n-{it}") } else { format!("n{it}") });
        phrases.into_iter().chain(joined).collect::<Vec<String>>().join("; ")
    }
}

fn is_word(text: &str) -> bool {
    text.contains(char::is_alphabetic)
}
