//! The table of words that stand around or for a number: reading, `read --explain` and the docs all follow from it.

use super::formula::BeforeScale::{Apart, Multiplied};
use super::formula::Formula;
use super::row::{QuantifierRow, alone, row, within};
use crate::value::number::Edge;

/// The plurals that say a set without a number, and what one of each is: `hundreds`.
pub(super) const PLURALS: [(&str, i128); 15] = [
    ("hundreds", 100),
    ("thousands", 1_000),
    ("lakhs", 100_000),
    ("crores", 10_000_000),
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

/// What stands before a plural to say how much of its power of ten is meant.
pub(super) const TENS: (&str, i128) = ("tens", 10);

/// The plural that says some of so many: `tens`, `hundreds of thousands`.
pub(crate) fn plural(unit: i128) -> Option<&'static str> {
    // What is counted in lakhs and crores stands before the same in thousands and millions.
    let words = PLURALS.iter().chain([&TENS]).rfind(|(_, of)| *of == unit);
    words.map(|(words, _)| *words)
}

/// What may stand before the verbs of the rows `surpass` and `reach`: `has since topped`.
pub(super) const AUXILIARIES: [&str; 14] = [
    "has", "have", "had", "having", "is", "are", "was", "were", "been", "will", "to", "now", "already",
    "since",
];

/// The table, in the page's order.
pub(crate) static ROWS: [QuantifierRow; 42] = [
    QuantifierRow {
        words: "n below 100, or no multiple of ten; exactly, precisely n",
        shown: ["[n, n]", "[n, n]"],
        before: &["exactly", "precisely"],
        ..row("number", Formula::Exactly, &["34", "1,139", "half a dozen", "exactly 2 million"])
    },
    QuantifierRow {
        words: "n from 100 on, a multiple of ten, without a scale word; h = min(u/2, n/10)",
        shown: ["from n - h to n + h, n + h left out", "[n, n]"],
        ..row("round-number", Formula::Rounded, &["1,200", "250", "one hundred and fifty", "480,000"])
    },
    QuantifierRow {
        words: "n that ends in a scale word: thousand, million, billion, trillion, lakh, crore, lakh crore (k, m, mil, bn, tn); \
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
        words: "an amount with decimals; h = min(half a unit of its last decimal place; n/10)",
        shown: ["from n - h to n + h, n + h left out", "[n, n]"],
        ..row("decimal", Formula::Decimal, &["8.5 km", "0.25 km"])
    },
    QuantifierRow {
        words: "a share in digits: n%, n per cent; h = half a unit of its last digit; 0% and 100% are exact",
        shown: ["from n - h to n + h, n + h left out", "[n, n]"],
        ..row("share", Formula::Share, &["20%", "8.5 per cent", "100%"])
    },
    QuantifierRow {
        words: "a share in words: half, a third, two-thirds, one in five, 1 in 5",
        shown: ["n ± n/10", "n ± n/20"],
        ..row(
            "share-in-words",
            Formula::ShareInWords,
            &["half", "two-thirds", "one in five", "three quarters"],
        )
    },
    QuantifierRow {
        words: "a bare number in another unit, which is then converted; h as its own row says, where that is exact h = min(u/2, n/10)",
        shown: ["from n - h to n + h, n + h left out", "as hard"],
        ..row("other-unit", Formula::OtherUnit, &["5 miles", "8.5 miles"])
    },
    QuantifierRow {
        words: "a single number, bare or with a word of the row `about`, where modality or basis is estimated",
        shown: ["[n/2, 2n]", "n ± p(.10)"],
        ..row("estimated", Formula::Estimated, &[])
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
        words: "surpass, surpasses, surpassed, surpassing, top, tops, topped, topping, pass, passes, passed, passing, exceed, \
                exceeds, exceeded n; with has, have, had, is, was, will or to before them",
        shown: ["as more than n", "as more than n"],
        before: &[
            "surpass",
            "surpasses",
            "surpassed",
            "surpassing",
            "top",
            "tops",
            "topped",
            "topping",
            "pass",
            "passes",
            "passed",
            "passing",
            "exceed",
            "exceeds",
            "exceeded",
        ],
        ..row("surpass", Formula::Surpass, &["surpassed 130", "has topped 1,000"])
    },
    QuantifierRow {
        words: "just over, a little over n",
        shown: ["[n+1, n + p(.20)]", "[n+1, n + p(.10)]"],
        before: &["just over", "a little over"],
        ..row("just-over", Formula::JustOver, &["just over 200"])
    },
    QuantifierRow {
        words: "nearly, almost, just under, just shy of, shy of, not quite n",
        shown: ["[n - min(p(.20), 5u), n]", "[n - min(p(.10), 3u), n-1]"],
        before: &["nearly", "almost", "just under", "just shy of", "shy of", "not quite"],
        ..row("nearly", Formula::Nearly, &["nearly 200", "not quite 500"])
    },
    QuantifierRow {
        words: "about, around, approximately, roughly, close to, closer to, some, an estimated, circa, in the region of n; ~n; n or so",
        shown: ["n ± min(p(.20), 5u)", "n ± min(p(.10), 3u)"],
        before: &[
            "about",
            "around",
            "approximately",
            "roughly",
            "close to",
            "closer to",
            "some",
            "an estimated",
            "circa",
            "in the region of",
            "~",
        ],
        after: &["or so"],
        ..row("about", Formula::About, &["about 40", "some 34", "~50", "a dozen or so"])
    },
    QuantifierRow {
        words: "up to n, as many as n",
        shown: ["[1, n]", "[1, n]"],
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
        words: "reach, reaches, reached, reaching, hit, hits, hitting n; with has, have, had, is, was, will or to before them",
        shown: ["as n", "as n"],
        before: &["reach", "reaches", "reached", "reaching", "hit", "hits", "hitting"],
        ..row("reach", Formula::Reach, &["reached 130", "has hit 1,200"])
    },
    QuantifierRow {
        words: "between (anywhere, somewhere between) a and b; a to b; a-b; from a to b; a or b (a < b); each may be any phrase of this table",
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
        words: "a word of the rows at-least, more-than and surpass before a range, a vague word or another row's words",
        shown: ["[the least of its hard, inf)", "from the least of its hard to the greatest of its soft"],
        ..row("upwards", Formula::Upwards, &["at least several hundred", "more than 20 to 30"])
    },
    QuantifierRow {
        words: "a word of the rows up-to, at-most and fewer-than before a range, a vague word or another row's words",
        shown: ["[0 (up to: 1), the greatest of its hard]", "[0 (up to: 1), the greatest of its soft]"],
        ..row("downwards", Formula::Downwards, &["no more than a few dozen", "up to about 50"])
    },
    QuantifierRow {
        words: "n-odd, n a multiple of ten",
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
        words: "hundreds; thousands; tens of thousands; hundreds of thousands; lakhs; crores; and so with millions, billions, trillions",
        shown: [
            "from one more than the unit, open",
            "from twice the unit to one less than the next power of ten above it",
        ],
        ..row("hundreds-and-up", Formula::Plural, &["hundreds", "tens of thousands", "millions"])
    },
    within(
        "within",
        "in the",
        "in the tens, hundreds, thousands, ...; U is the power of ten",
        [1, 10],
        ([1, 10], Edge::Open),
        ["[U, 10U - 1]", "as hard"],
        &["in the hundreds", "in the tens of thousands"],
    ),
    within(
        "within-low",
        "in the low",
        "in the low tens, hundreds, thousands, ...",
        [1, 5],
        ([1, 4], Edge::Closed),
        ["[U, 5U - 1]", "[U, 4U]"],
        &["in the low hundreds"],
    ),
    within(
        "within-mid",
        "in the mid",
        "in the mid tens, hundreds, thousands, ...",
        [3, 8],
        ([4, 7], Edge::Open),
        ["[3U, 8U - 1]", "[4U, 7U - 1]"],
        &["in the mid-hundreds"],
    ),
    within(
        "within-high",
        "in the high",
        "in the high tens, hundreds, thousands, ...",
        [5, 10],
        ([7, 10], Edge::Open),
        ["[5U, 10U - 1]", "[7U, 10U - 1]"],
        &["in the high hundreds"],
    ),
    alone("single-digits", &["single digits"], Apart, (1, Some(9)), (1, Some(9))),
    alone("double-digits", &["double digits"], Apart, (10, Some(99)), (10, Some(99))),
    alone("triple-digits", &["triple digits"], Apart, (100, Some(999)), (100, Some(999))),
];

/// The first of the words of a row that stand before a number, and of those that stand for one; empty where it has none. `None`
/// where no row has the name.
pub(crate) fn words_before(name: &str) -> Option<[&'static str; 2]> {
    let row = ROWS.iter().find(|row| row.name == name)?;
    let first = |words: &[&'static str]| words.first().copied().unwrap_or("");
    Some([first(row.before), first(row.alone)])
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
            for word in row.before.iter().chain(row.after).chain(row.alone) {
                assert!(row.words().contains(word), "{}: {word}", row.name);
            }
            assert!(!row.examples.is_empty() || row.formula == Formula::Estimated, "{}", row.name);
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
