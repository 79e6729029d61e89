//! The table of what stands around or for a number: reading, `read --explain` and the docs all follow from it. The words of each row
//! stand in the English table.

use std::sync::LazyLock;

use super::formula::BeforeScale::{Apart, Multiplied};
use super::formula::Formula;
use super::row::{QuantifierRow, alone, row, within};
use crate::value::number::Edge;
use crate::value::tables::{english, first_form, forms, scale, thousands};

/// The plurals that say a set without a number, and what one of each is: `hundreds`, `tens of thousands`, and last `tens`.
pub(super) static PLURALS: LazyLock<Vec<(String, i128)>> = LazyLock::new(|| {
    let plural = |factor: i128| scale(factor).map_or("", |scale| first_form(&scale.plural));
    let plain = english().scales.iter().filter(|scale| scale.is >= 100);
    let plain = plain.flat_map(|scale| forms(&scale.plural).map(|words| (words.to_owned(), scale.is)));
    let of_thousands = thousands().flat_map(|scale| {
        [10, 100].map(|of| {
            let words = format!("{} {} {}", plural(of), english().words.of, first_form(&scale.plural));
            (words, of * scale.is)
        })
    });
    plain.chain(of_thousands).chain([(plural(10).to_owned(), 10)]).collect()
});

/// The plural that says some of so many: `tens`, `hundreds of thousands`.
pub(crate) fn plural(unit: i128) -> Option<&'static str> {
    // What is counted in lakhs and crores stands before the same in thousands and millions.
    PLURALS.iter().rfind(|(_, of)| *of == unit).map(|(words, _)| words.as_str())
}

/// What may stand before the verbs of the rows `surpass` and `reach`: `has since topped`.
pub(super) const AUXILIARIES: [&str; 14] = [
    "has", "have", "had", "having", "is", "are", "was", "were", "been", "will", "to", "now", "already",
    "since",
];

/// The table, in the page's order.
pub(crate) static ROWS: [QuantifierRow; 42] = [
    QuantifierRow {
        shown_words: "n below 100, or no multiple of ten; {before}",
        shown: ["[n, n]", "[n, n]"],
        ..row("number", Formula::Exactly, &["34", "1,139", "half a dozen", "exactly 2 million"])
    },
    QuantifierRow {
        shown_words: "n from 100 on, a multiple of ten, without a scale word; h = min(u/2, n/10)",
        shown: ["from n - h to n + h, n + h left out", "[n, n]"],
        ..row("round-number", Formula::Rounded, &["1,200", "250", "one hundred and fifty", "480,000"])
    },
    QuantifierRow {
        shown_words: "n that ends in a scale word: thousand, million, billion, trillion, lakh, crore, lakh crore (k, m, mil, bn, tn); \
                h = min(half a unit of its last decimal place, or u/2 where it shows none; n/10); a fraction in words \
                (half a million): h = n/10",
        shown: ["from n - h to n + h, n + h left out", "[n, n]"],
        ..row(
            "rounded-number",
            Formula::Scaled,
            &["1.2 million", "five thousand", "2m", "47.4 lakh", "half a million"],
        )
    },
    QuantifierRow {
        shown_words: "an amount with decimals; h = min(half a unit of its last decimal place; n/10)",
        shown: ["from n - h to n + h, n + h left out", "[n, n]"],
        ..row("decimal", Formula::Decimal, &["8.5 km", "0.25 km"])
    },
    QuantifierRow {
        shown_words: "a share in digits: n%, n per cent; h = half a unit of its last digit; 0% and 100% are exact",
        shown: ["from n - h to n + h, n + h left out", "[n, n]"],
        ..row("share", Formula::Share, &["20%", "8.5 per cent", "100%"])
    },
    QuantifierRow {
        shown_words: "a share in words: half, a third, two-thirds, one in five, 1 in 5",
        shown: ["n ± n/10", "n ± n/20"],
        ..row(
            "share-in-words",
            Formula::ShareInWords,
            &["half", "two-thirds", "one in five", "three quarters"],
        )
    },
    QuantifierRow {
        shown_words: "a bare number in another unit, which is then converted; h as its own row says, where that is exact h = min(u/2, n/10)",
        shown: ["from n - h to n + h, n + h left out", "as hard"],
        ..row("other-unit", Formula::OtherUnit, &["5 miles", "8.5 miles"])
    },
    QuantifierRow {
        shown_words: "a single number, bare or with a word of the row `about`, where modality or basis is estimated",
        shown: ["[n/2, 2n]", "n ± p(.10)"],
        ..row("estimated", Formula::Estimated, &[])
    },
    QuantifierRow {
        shown_words: "{before}; {after}",
        shown: ["[n, inf)", "[n, max(2n, n+10)]"],
        ..row("at-least", Formula::AtLeast, &["at least 34", "150 or more", "100-plus"])
    },
    QuantifierRow {
        shown_words: "{before}",
        shown: ["[n+1, inf)", "[n+1, n + max(g, p(.10), 10)]"],
        ..row("more-than", Formula::MoreThan, &["over 150", "more than two dozen", "more than 2 million"])
    },
    QuantifierRow {
        shown_words: "{before}; with has, have, had, is, was, will or to before them",
        shown: ["as more than n", "as more than n"],
        ..row("surpass", Formula::Surpass, &["surpassed 130", "has topped 1,000"])
    },
    QuantifierRow {
        shown_words: "{before}",
        shown: ["[n+1, n + p(.20)]", "[n+1, n + p(.10)]"],
        ..row("just-over", Formula::JustOver, &["just over 200"])
    },
    QuantifierRow {
        shown_words: "{before}",
        shown: ["[n - min(p(.20), 5u), n]", "[n - min(p(.10), 3u), n-1]"],
        ..row("nearly", Formula::Nearly, &["nearly 200", "not quite 500"])
    },
    QuantifierRow {
        shown_words: "{before}; {after}",
        shown: ["n ± min(p(.20), 5u)", "n ± min(p(.10), 3u)"],
        ..row("about", Formula::About, &["about 40", "some 34", "~50", "a dozen or so"])
    },
    QuantifierRow {
        shown_words: "{each}",
        shown: ["[1, n]", "[1, n]"],
        ..row("up-to", Formula::UpTo, &["up to two dozen"])
    },
    QuantifierRow {
        shown_words: "{before}; {after}",
        shown: ["[0, n]", "[0, n]"],
        ..row("at-most", Formula::AtMost, &["no more than 12", "five or fewer"])
    },
    QuantifierRow {
        shown_words: "{before}",
        shown: ["[0, n-1]", "[n - max(g, p(.10), 10), n-1]"],
        ..row("fewer-than", Formula::FewerThan, &["fewer than 50"])
    },
    QuantifierRow {
        shown_words: "{before}; with has, have, had, is, was, will or to before them",
        shown: ["as n", "as n"],
        ..row("reach", Formula::Reach, &["reached 130", "has hit 1,200"])
    },
    QuantifierRow {
        shown_words: "between (anywhere, somewhere between) a and b; a to b; a-b; from a to b; a or b (a < b); each may be any phrase of this table",
        shown: [
            "from the least of a's hard to the greatest of b's",
            "from the least of a's soft to the greatest of b's",
        ],
        ..row(
            "range",
            Formula::Range,
            &[
                "between 20 and 30",
                "25-34",
                "2 to 3 million",
                "one or two",
                "from nearly 200 to several hundred",
            ],
        )
    },
    QuantifierRow {
        shown_words: "a word of the rows at-least, more-than and surpass before a range, a vague word or another row's words",
        shown: ["[the least of its hard, inf)", "from the least of its hard to the greatest of its soft"],
        ..row("upwards", Formula::Upwards, &["at least several hundred", "more than 20 to 30"])
    },
    QuantifierRow {
        shown_words: "a word of the rows up-to, at-most and fewer-than before a range, a vague word or another row's words",
        shown: ["[0 (up to: 1), the greatest of its hard]", "[0 (up to: 1), the greatest of its soft]"],
        ..row("downwards", Formula::Downwards, &["no more than a few dozen", "up to about 50"])
    },
    QuantifierRow {
        shown_words: "{after}, n a multiple of ten",
        shown: ["[n, n+u-1]", "[n+1, n+u-1]"],
        ..row("n-odd", Formula::Odd, &["20-odd"])
    },
    alone("none", Apart, (0, Some(0)), (0, Some(0))),
    alone("pair", Multiplied, (2, Some(2)), (2, Some(2))),
    alone("couple", Multiplied, (2, Some(3)), (2, Some(2))),
    alone("few", Multiplied, (2, Some(10)), (3, Some(5))),
    alone("handful", Multiplied, (2, Some(10)), (3, Some(6))),
    alone("several", Multiplied, (3, Some(12)), (3, Some(7))),
    alone("multiple", Multiplied, (2, None), (2, Some(9))),
    QuantifierRow { shown_words: "{first} (bare), {others}", ..alone("some", Apart, (1, None), (1, None)) },
    alone("many", Multiplied, (3, None), (3, None)),
    alone("dozens", Multiplied, (13, None), (24, Some(99))),
    alone("scores", Multiplied, (21, None), (40, Some(99))),
    alone("tens", Multiplied, (11, None), (20, Some(99))),
    QuantifierRow {
        shown_words: "hundreds; thousands; tens of thousands; hundreds of thousands; lakhs; crores; and so with millions, billions, trillions",
        shown: [
            "from one more than the unit, open",
            "from twice the unit to one less than the next power of ten above it",
        ],
        ..row("hundreds-and-up", Formula::Plural, &["hundreds", "tens of thousands", "millions"])
    },
    within(
        "within",
        "{before-plural} tens, hundreds, thousands, ...; U is the power of ten",
        [1, 10],
        ([1, 10], Edge::Open),
        ["[U, 10U - 1]", "as hard"],
        &["in the hundreds", "in the tens of thousands"],
    ),
    within(
        "within-low",
        "{before-plural} tens, hundreds, thousands, ...",
        [1, 5],
        ([1, 4], Edge::Closed),
        ["[U, 5U - 1]", "[U, 4U]"],
        &["in the low hundreds"],
    ),
    within(
        "within-mid",
        "{before-plural} tens, hundreds, thousands, ...",
        [3, 8],
        ([4, 7], Edge::Open),
        ["[3U, 8U - 1]", "[4U, 7U - 1]"],
        &["in the mid-hundreds"],
    ),
    within(
        "within-high",
        "{before-plural} tens, hundreds, thousands, ...",
        [5, 10],
        ([7, 10], Edge::Open),
        ["[5U, 10U - 1]", "[7U, 10U - 1]"],
        &["in the high hundreds"],
    ),
    alone("single-digits", Apart, (1, Some(9)), (1, Some(9))),
    alone("double-digits", Apart, (10, Some(99)), (10, Some(99))),
    alone("triple-digits", Apart, (100, Some(999)), (100, Some(999))),
];

/// The first of the words of a row that stand before a number, and of those that stand for one; empty where it has none. `None`
/// where no row has the name.
pub(crate) fn words_before(name: &str) -> Option<[&'static str; 2]> {
    let row = ROWS.iter().find(|row| row.name == name)?;
    let first = |words: &[&'static str]| words.first().copied().unwrap_or("");
    Some([first(&row.words().before), first(&row.words().alone)])
}

/// The row of a formula that only one row has.
pub(super) fn row_of(formula: Formula) -> &'static QuantifierRow {
    ROWS.iter().find(|row| row.formula == formula).expect("each formula has its row")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_shown_names_every_word() {
        for row in &ROWS {
            let words = row.words();
            for word in
                words.before.iter().chain(&words.after).chain(&words.alone).chain(&words.before_plural)
            {
                assert!(row.shown_words().contains(word), "{}: {word}", row.name);
            }
            assert!(!row.shown_words().contains(['{', '}']), "{}", row.name);
            assert!(!row.examples().is_empty() || row.formula == Formula::Estimated, "{}", row.name);
            assert!(row.formulas().iter().all(|formula| !formula.is_empty()), "{}", row.name);
        }
    }

    #[test]
    fn each_row_that_the_english_table_lists_is_one() {
        for row in &english().rows {
            assert!(ROWS.iter().any(|known| known.name == row.row), "{}", row.row);
        }
    }

    #[test]
    fn names_and_words_stand_once() {
        for (index, row) in ROWS.iter().enumerate() {
            for other in &ROWS[..index] {
                assert_ne!(row.name, other.name);
                let [own, other] = [row, other].map(QuantifierRow::words);
                assert!(!own.before.iter().any(|word| other.before.contains(word)), "{}", row.name);
                assert!(!own.alone.iter().any(|word| other.alone.contains(word)), "{}", row.name);
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
