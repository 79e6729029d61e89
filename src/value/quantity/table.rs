//! The table of words that stand around or for a number: reading, `read --explain` and the docs all follow from it.

use super::formula::BeforeScale::{Apart, Multiplied};
use super::formula::{BeforeScale, Formula, FromTo};

/// One row of the table of semantics.md, section 1.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct QuantifierRow {
    /// In kebab-case.
    pub(crate) name: &'static str,
    /// As the docs show them, around `n` where they take a number.
    pub(crate) words: &'static str,
    pub(crate) formula: Formula,
    pub(crate) examples: &'static [&'static str],
    /// The hard and the soft formula as the docs show them; empty where they are plain numbers.
    shown: [&'static str; 2],
    /// What stands before a number.
    pub(crate) before: &'static [&'static str],
    /// What stands behind a number.
    pub(crate) after: &'static [&'static str],
    /// What stands without a number.
    pub(crate) alone: &'static [&'static str],
}

/// The plurals that say a set without a number, and what one of each is: `hundreds`.
pub(super) const PLURALS: [(&str, i128); 13] = [
    ("hundreds", 100),
    ("thousands", 1_000),
    ("tens of thousands", 10_000),
    ("hundreds of thousands", 100_000),
    ("millions", 1_000_000),
    ("tens of millions", 10_000_000),
    ("hundreds of millions", 100_000_000),
    ("billions", 1_000_000_000),
    ("tens of billions", 10_000_000_000),
    ("hundreds of billions", 100_000_000_000),
    ("trillions", 1_000_000_000_000),
    ("tens of trillions", 10_000_000_000_000),
    ("hundreds of trillions", 100_000_000_000_000),
];

/// The table, in the page's order.
pub(crate) static ROWS: [QuantifierRow; 28] = [
    QuantifierRow {
        words: "n; exactly, precisely n",
        shown: ["[n, n]", "[n, n]"],
        before: &["exactly", "precisely"],
        ..row(
            "number",
            Formula::Exactly,
            &["34", "one hundred and fifty", "half a dozen", "exactly 2 million"],
        )
    },
    QuantifierRow {
        words: "n that ends in thousand, million, billion or trillion (k, m, bn, tn)",
        shown: ["n ± half a unit of its last place, at most n/10", "[n, n]"],
        ..row("rounded-number", Formula::Rounded, &["1.2 million", "five thousand", "2m"])
    },
    QuantifierRow {
        words: "at least, no fewer than, no less than, a minimum of n; n or more; n+; n-plus",
        shown: ["[n, inf)", "[n, max(2n, n+10)]"],
        before: &["at least", "no fewer than", "no less than", "a minimum of"],
        after: &["or more", "+", "plus"],
        ..row("at-least", Formula::AtLeast, &["at least 34", "150 or more", "100-plus"])
    },
    QuantifierRow {
        words: "more than, over, above, well over, upwards of, in excess of, exceeding n",
        shown: ["[n+1, inf)", "[n+1, n + max(g, p(.10), 10)]"],
        before: &["more than", "over", "above", "well over", "upwards of", "in excess of", "exceeding"],
        ..row("more-than", Formula::MoreThan, &["over 150", "more than two dozen", "more than 2 million"])
    },
    QuantifierRow {
        words: "just over, a little over n",
        shown: ["[n+1, n + p(.20)]", "[n+1, n + p(.10)]"],
        before: &["just over", "a little over"],
        ..row("just-over", Formula::JustOver, &["just over 200"])
    },
    QuantifierRow {
        words: "nearly, almost, just under, shy of n",
        shown: ["[n - p(.20), n]", "[n - p(.10), n-1]"],
        before: &["nearly", "almost", "just under", "shy of"],
        ..row("nearly", Formula::Nearly, &["nearly 200"])
    },
    QuantifierRow {
        words: "about, around, approximately, roughly, close to, some, an estimated, circa n; ~n; n or so",
        shown: ["n ± p(.20)", "n ± p(.10)"],
        before: &[
            "about",
            "around",
            "approximately",
            "roughly",
            "close to",
            "some",
            "an estimated",
            "circa",
            "~",
        ],
        after: &["or so"],
        ..row("about", Formula::About, &["about 40", "some 34", "~50", "a dozen or so"])
    },
    QuantifierRow {
        words: "up to n, as many as n",
        shown: ["[1, inf)", "[1, n]"],
        before: &["up to", "as many as"],
        ..row("up-to", Formula::UpTo, &["up to two dozen"])
    },
    QuantifierRow {
        words: "at most, no more than, not more than, a maximum of n; n or fewer, n or less",
        shown: ["[0, n]", "[0, n]"],
        before: &["at most", "no more than", "not more than", "a maximum of"],
        after: &["or fewer", "or less"],
        ..row("at-most", Formula::AtMost, &["no more than 12", "five or fewer"])
    },
    QuantifierRow {
        words: "fewer than, less than, under, below n",
        shown: ["[0, n-1]", "[n - max(g, p(.10), 10), n-1]"],
        before: &["fewer than", "less than", "under", "below"],
        ..row("fewer-than", Formula::FewerThan, &["fewer than 50"])
    },
    QuantifierRow {
        words: "between a and b; a to b; a-b; from a to b; a or b (a < b)",
        shown: ["[a, b]", "[a, b]"],
        ..row("range", Formula::Range, &["between 20 and 30", "25-34", "2 to 3 million", "one or two"])
    },
    QuantifierRow {
        words: "n-odd, n a multiple of ten, u the place value of its last non-zero digit",
        shown: ["[n, n+u-1]", "[n+1, n+u-1]"],
        after: &["odd"],
        ..row("n-odd", Formula::Odd, &["20-odd"])
    },
    alone("none", &["no", "none"], Apart, (0, Some(0)), (0, Some(0))),
    alone("pair", &["a pair"], Multiplied, (2, Some(2)), (2, Some(2))),
    alone("couple", &["a couple"], Multiplied, (2, Some(3)), (2, Some(2))),
    alone("few", &["a few"], Multiplied, (2, Some(10)), (3, Some(5))),
    alone("handful", &["a handful"], Multiplied, (2, Some(10)), (3, Some(6))),
    alone("several", &["several"], Multiplied, (3, Some(12)), (3, Some(7))),
    alone("multiple", &["multiple", "a number of"], Multiplied, (2, None), (2, Some(9))),
    QuantifierRow {
        words: "some (bare), an unknown number, an unspecified number",
        ..alone("some", &["some", "an unknown number", "an unspecified number"], Apart, (1, None), (1, None))
    },
    alone("many", &["many", "numerous"], Multiplied, (3, None), (3, None)),
    alone("dozens", &["dozens"], Multiplied, (13, None), (24, Some(99))),
    alone("scores", &["scores"], Multiplied, (21, None), (40, Some(99))),
    alone("tens", &["tens"], Multiplied, (11, None), (20, Some(99))),
    QuantifierRow {
        words: "hundreds; thousands; tens of thousands; hundreds of thousands; and so with millions, billions, trillions",
        shown: [
            "from one more than the unit, open",
            "from twice the unit to one less than the next power of ten above it",
        ],
        ..row("hundreds-and-up", Formula::Plural, &["hundreds", "tens of thousands", "millions"])
    },
    alone("single-digits", &["single digits"], Apart, (1, Some(9)), (1, Some(9))),
    alone("double-digits", &["double digits"], Apart, (10, Some(99)), (10, Some(99))),
    alone("triple-digits", &["triple digits"], Apart, (100, Some(999)), (100, Some(999))),
];

impl QuantifierRow {
    /// The words as the docs show them.
    pub(crate) fn words(&self) -> String {
        if self.words.is_empty() { self.alone.join(", ") } else { self.words.to_owned() }
    }

    /// The hard and the soft formula for counts, in the n, g, p and u of semantics.md.
    pub(crate) fn formulas(&self) -> [String; 2] {
        match self.formula {
            Formula::Vague { hard, soft, .. } if soft == hard => [shown(hard), "as hard".to_owned()],
            Formula::Vague { hard, soft, .. } => [shown(hard), shown(soft)],
            _ => self.shown.map(str::to_owned),
        }
    }
}

/// Ends as semantics.md writes them: `[2, 10]`, `[13, inf)`.
pub(crate) fn shown((low, high): FromTo) -> String {
    match high {
        Some(high) => format!("[{low}, {high}]"),
        None => format!("[{low}, inf)"),
    }
}

const fn row(name: &'static str, formula: Formula, examples: &'static [&'static str]) -> QuantifierRow {
    QuantifierRow { name, words: "", formula, examples, shown: ["", ""], before: &[], after: &[], alone: &[] }
}

const fn alone(
    name: &'static str,
    words: &'static [&'static str],
    before_scale: BeforeScale,
    hard: FromTo,
    soft: FromTo,
) -> QuantifierRow {
    QuantifierRow { alone: words, ..row(name, Formula::Vague { hard, soft, before_scale }, words) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_shown_names_every_word() {
        for row in &ROWS {
            for word in row.before.iter().chain(row.after).chain(row.alone) {
                assert!(row.words().contains(word), "{}: {word}", row.name);
            }
            assert!(!row.examples.is_empty(), "{}", row.name);
            assert!(row.formulas().iter().all(|formula| !formula.is_empty()), "{}", row.name);
        }
    }

    #[test]
    fn names_and_words_stand_once() {
        for (index, row) in ROWS.iter().enumerate() {
            for other in &ROWS[..index] {
                assert_ne!(row.name, other.name);
                assert!(!row.before.iter().any(|word| other.before.contains(word)), "{}", row.name);
                assert!(!row.alone.iter().any(|word| other.alone.contains(word)), "{}", row.name);
            }
        }
    }

    #[test]
    fn plain_numbers_are_shown_as_they_are_kept() {
        let formulas = |name| ROWS.iter().find(|row| row.name == name).unwrap().formulas();
        assert_eq!(formulas("few"), ["[2, 10]", "[3, 5]"]);
        assert_eq!(formulas("dozens"), ["[13, inf)", "[24, 99]"]);
        assert_eq!(formulas("many"), ["[3, inf)", "as hard"]);
    }
}
