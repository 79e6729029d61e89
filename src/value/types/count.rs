//! Counts: how many, as intervals of whole numbers.

use super::context::Context;
use super::measured;
use super::measured::Measured;
use super::raw::Raw;
use super::refusal::Refusal;
use crate::value::quantity::{Quantifiers, Quantity, QuantityReader};
use crate::value::unreadable::Unreadable;

/// A count, and what a denial of it leaves.
///
/// # Errors
/// A form that says no number, words that are not read, and bounds that allow nothing.
pub(super) fn read(raw: &Raw, context: &Context) -> Result<Measured, Refusal> {
    let reader = QuantityReader { certainty: context.certainty, ..reader(context.quantifiers) };
    measured::figure(raw, reader, context.other)
}

/// Reads a source's words for a count ("over 150", "two dozen", "between 20 and 30") and tells the row of the table that
/// they were read by.
///
/// # Errors
/// Words that are no count, say one that is not a whole number, negative or above 10^30, or stand beside the number.
pub(crate) fn explain(words: &str, quantifiers: &Quantifiers) -> Result<Quantity, Unreadable> {
    reader(quantifiers).read(words)
}

pub(crate) fn reader(quantifiers: &Quantifiers) -> QuantityReader<'_> {
    QuantityReader::counts(quantifiers)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::value::number::grouped;
    use crate::value::quantity::ROWS;
    use crate::value::shape::{Bounds, Runs};
    use crate::value::types::amount;
    use proptest::prelude::*;

    fn read(words: &str, quantifiers: &Quantifiers) -> Result<Bounds, Unreadable> {
        explain(words, quantifiers).map(|quantity| quantity.bounds)
    }

    fn read_amount(words: &str, unit: &str) -> Result<Bounds, Unreadable> {
        amount::explain(words, Some(unit), &Quantifiers::default()).map(|quantity| quantity.bounds)
    }

    /// Words, hard, soft; an open end is `MAX`.
    type Example = (&'static str, [i128; 2], [i128; 2]);
    const MAX: i128 = i128::MAX;

    fn set([low, high]: [i128; 2]) -> Runs {
        if high == MAX { Runs::from(low) } else { Runs::between(low, high) }
    }

    const TABLE: [Example; 133] = [
        ("34", [34, 34], [34, 34]),
        ("90", [90, 90], [90, 90]),
        ("1,139", [1139, 1139], [1139, 1139]),
        ("exactly 2 million", [2_000_000, 2_000_000], [2_000_000, 2_000_000]),
        ("precisely two dozen", [24, 24], [24, 24]),
        ("100", [90, 109], [100, 100]),
        ("250", [245, 254], [250, 250]),
        ("1,200", [1150, 1249], [1200, 1200]),
        ("five hundred", [450, 549], [500, 500]),
        ("480,000", [475_000, 484_999], [480_000, 480_000]),
        ("481,000", [480_500, 481_499], [481_000, 481_000]),
        ("300,000", [270_000, 329_999], [300_000, 300_000]),
        ("ten dozen", [114, 125], [120, 120]),
        ("1.2 million", [1_150_000, 1_249_999], [1_200_000, 1_200_000]),
        ("1.20 million", [1_195_000, 1_204_999], [1_200_000, 1_200_000]),
        ("2.0 million", [1_950_000, 2_049_999], [2_000_000, 2_000_000]),
        ("2 million", [1_800_000, 2_199_999], [2_000_000, 2_000_000]),
        ("120 million", [115_000_000, 124_999_999], [120_000_000, 120_000_000]),
        ("five thousand", [4500, 5499], [5000, 5000]),
        ("300 thousand", [270_000, 329_999], [300_000, 300_000]),
        ("2.333k", [2332, 2333], [2333, 2333]),
        ("half a million", [450_000, 549_999], [500_000, 500_000]),
        ("a quarter of a million", [225_000, 274_999], [250_000, 250_000]),
        ("one and a half thousand", [1350, 1649], [1500, 1500]),
        ("two thousand two hundred", [2150, 2249], [2200, 2200]),
        ("0 million", [0, 0], [0, 0]),
        ("47.4 lakh", [4_735_000, 4_744_999], [4_740_000, 4_740_000]),
        ("47,40,894", [4_740_894, 4_740_894], [4_740_894, 4_740_894]),
        ("4,81,486", [481_486, 481_486], [481_486, 481_486]),
        ("3 lakh crore", [2_700_000_000_000, 3_299_999_999_999], [3_000_000_000_000, 3_000_000_000_000]),
        ("at least 34", [34, MAX], [34, 68]),
        ("no fewer than 3", [3, MAX], [3, 13]),
        ("150 or more", [150, MAX], [150, 300]),
        ("34+", [34, MAX], [34, 68]),
        ("a hundred-plus", [100, MAX], [100, 200]),
        ("at least 0", [0, MAX], [0, 10]),
        ("more than 2 million", [2_000_001, MAX], [2_000_001, 3_000_000]),
        ("over 150", [151, MAX], [151, 200]),
        ("over 160", [161, MAX], [161, 176]),
        ("more than 34", [35, MAX], [35, 44]),
        ("more than two dozen", [25, MAX], [25, 35]),
        ("upwards of three score", [61, MAX], [61, 79]),
        ("more than a quarter of a million", [250_001, MAX], [250_001, 300_000]),
        ("surpassed 130", [131, MAX], [131, 143]),
        ("has since topped 150", [151, MAX], [151, 200]),
        ("exceeding 34", [35, MAX], [35, 44]),
        ("reached 130", [125, 134], [130, 130]),
        ("has hit 34", [34, 34], [34, 34]),
        ("just over 200", [201, 240], [201, 220]),
        ("a little over 1", [2, 2], [2, 2]),
        ("nearly 200", [160, 200], [180, 199]),
        ("nearly 221", [216, 221], [218, 220]),
        ("not quite a hundred", [80, 100], [90, 99]),
        ("just shy of two dozen", [19, 24], [21, 23]),
        ("almost 1", [0, 1], [0, 0]),
        ("nearly zero", [0, 0], [0, 0]),
        ("about 34", [29, 39], [31, 37]),
        ("some 221", [216, 226], [218, 224]),
        ("closer to 40", [32, 48], [36, 44]),
        ("about three score", [48, 72], [54, 66]),
        ("about three quarters of a million", [700_000, 800_000], [720_000, 780_000]),
        ("in the region of 1,200", [960, 1440], [1080, 1320]),
        ("~0", [0, 1], [0, 1]),
        ("30 or so", [24, 36], [27, 33]),
        ("up to two dozen", [1, 24], [1, 24]),
        ("as many as 7", [1, 7], [1, 7]),
        ("no more than 12", [0, 12], [0, 12]),
        ("five or fewer", [0, 5], [0, 5]),
        ("fewer than 50", [0, 49], [0, 49]),
        ("under 1,000", [0, 999], [0, 999]),
        ("less than 110", [0, 109], [99, 109]),
        ("below 5", [0, 4], [0, 4]),
        ("between 20 and 30", [20, 30], [20, 30]),
        ("anywhere between 200 and 300", [200, 300], [200, 300]),
        ("somewhere from one to five", [1, 5], [1, 5]),
        ("25–34", [25, 34], [25, 34]),
        ("twenty-thirty", [20, 30], [20, 30]),
        ("2 to 3 million", [2_000_000, 3_000_000], [2_000_000, 3_000_000]),
        ("about 2 to 3 million", [1_600_000, 3_000_000], [1_800_000, 3_000_000]),
        ("between 1.5 and 2m", [1_500_000, 2_000_000], [1_500_000, 2_000_000]),
        ("5-20k", [5000, 20_000], [5000, 20_000]),
        ("fifty to a hundred", [50, 100], [50, 100]),
        ("fifty to a hundred thousand", [50_000, 100_000], [50_000, 100_000]),
        ("one or two", [1, 2], [1, 2]),
        ("from seven to seven", [7, 7], [7, 7]),
        ("exactly seven to seven", [7, 7], [7, 7]),
        ("two or three dozen", [24, 36], [24, 36]),
        ("about two or three dozen", [19, 36], [21, 36]),
        ("about eight to nine dozen", [76, 108], [86, 108]),
        ("between nearly 200 and more than 300", [160, MAX], [180, 400]),
        ("dozens to hundreds", [13, MAX], [24, 999]),
        ("from a few to several hundred", [2, 1200], [3, 700]),
        ("at least several hundred", [300, MAX], [300, 700]),
        ("at least more than over above several hundred", [300, MAX], [300, 700]),
        ("more than 20 to 30", [20, MAX], [20, 30]),
        ("at least about 50", [40, MAX], [40, 55]),
        ("surpassing several hundred", [300, MAX], [300, 700]),
        ("at least dozens", [13, MAX], [13, 99]),
        ("no more than a few dozen", [0, 120], [0, 60]),
        ("up to nearly 200", [1, 200], [1, 199]),
        ("fewer than 20 or 30", [0, 30], [0, 30]),
        ("no more than dozens", [0, MAX], [0, 99]),
        ("20-odd", [20, 29], [21, 29]),
        ("a hundred odd", [100, 199], [101, 199]),
        ("150-odd", [150, 159], [151, 159]),
        ("no", [0, 0], [0, 0]),
        ("Zero", [0, 0], [0, 0]),
        ("a pair", [2, 2], [2, 2]),
        ("a couple of", [2, 3], [2, 2]),
        ("a few", [2, 10], [3, 5]),
        ("a handful", [2, 10], [3, 6]),
        ("several", [3, 12], [3, 7]),
        ("a number of", [2, MAX], [2, 9]),
        ("an unknown number", [1, MAX], [1, MAX]),
        ("some", [1, MAX], [1, MAX]),
        ("many", [3, MAX], [3, MAX]),
        ("dozens", [13, MAX], [24, 99]),
        ("scores of", [21, MAX], [40, 99]),
        ("tens", [11, MAX], [20, 99]),
        ("hundreds", [101, MAX], [200, 999]),
        ("tens of thousands", [10_001, MAX], [20_000, 99_999]),
        ("in the tens", [10, 99], [10, 99]),
        ("in the hundreds", [100, 999], [100, 999]),
        ("in the low hundreds", [100, 499], [100, 400]),
        ("in the mid-hundreds", [300, 799], [400, 699]),
        ("in the high thousands", [5000, 9999], [7000, 9999]),
        ("in the low tens of thousands", [10_000, 49_999], [10_000, 40_000]),
        ("double digits", [10, 99], [10, 99]),
        ("several dozen", [36, 144], [36, 84]),
        ("a few hundred", [200, 1000], [300, 500]),
        ("several lakh", [300_000, 1_200_000], [300_000, 700_000]),
        ("a couple of hundred thousand", [200_000, 300_000], [200_000, 200_000]),
        ("many thousands", [3000, MAX], [3000, MAX]),
    ];

    #[test]
    fn words_are_read_as_the_table_says() {
        for (words, hard, soft) in TABLE {
            let read = read(words, &Quantifiers::default());
            assert_eq!(read, Ok(Bounds { hard: set(hard), soft: set(soft) }), "{words}");
        }
    }

    #[test]
    fn every_dash_between_two_numbers_makes_a_range() {
        let range = Ok(Bounds::exactly(Runs::between(6, 23)));
        for dash in
            "-\u{2010}\u{2011}\u{2012}\u{2013}\u{2014}\u{2015}\u{2212}\u{FE58}\u{FE63}\u{FF0D}".chars()
        {
            for space in ["", " ", "\u{A0}", "\u{2009}"] {
                for words in
                    [format!("6{space}{dash}{space}23"), format!("six{space}{dash}{space}twenty-three")]
                {
                    assert_eq!(
                        read(&words, &Quantifiers::default()),
                        range,
                        "{words}: U+{:04X}",
                        dash as u32
                    );
                }
            }
            for words in [
                format!("23 {dash} 6"),
                format!("6 {dash} {dash} 23"),
                format!("6 {dash}"),
                format!("{dash} 6"),
            ] {
                assert!(read(&words, &Quantifiers::default()).is_err(), "{words}: U+{:04X}", dash as u32);
            }
        }
        // Dashes as long as two or three stand for words left out.
        for words in ["6\u{2E3A}23", "6 \u{2E3B} 23"] {
            assert!(read(words, &Quantifiers::default()).is_err(), "{words}");
        }
    }

    #[test]
    fn what_the_table_does_not_name_is_refused() {
        let refused = "low hundreds|a lot|few|dozen|hundred|an|half|no one|up to 0|nearly a few|at least no|\
                       between 20 to 30|100 to dozens|several to a few dozen or more|from 20 and 30|20 or 20|20-something|3 dozens|1e6|>20|\
                       20 people|some people|a third of a thousand|to 20|has 20|in the dozens|5th|a hundred thousand and a half|20 or so or more|two or|\
                       10^30|0 200|1200 300|10000000000000000000000000000001|has over 20|several dozen thousand|\
                       at least more than over above over several hundred|0-odd";
        for words in refused.split('|') {
            assert!(read(words, &Quantifiers::default()).is_err(), "{words}");
        }
    }

    #[test]
    fn groups_of_three_behind_white_space_are_one_number() {
        // Rounded to its last digit that is no 0: fifty on either side.
        let hundreds = Bounds { hard: Runs::between(120_250, 120_349), soft: Runs::one(120_300) };
        assert_eq!(read("120 300", &Quantifiers::default()), Ok(hundreds));
        assert_eq!(read("1 200 301", &Quantifiers::default()), Ok(Bounds::exactly(Runs::one(1_200_301))));
    }

    #[test]
    fn a_dossiers_own_words_are_read_as_it_says() {
        let mut quantifiers = Quantifiers::default();
        quantifiers
            .replace(vec!["a wave".to_owned(), "dozens".to_owned()], (10, None), (10, Some(99)))
            .unwrap();
        let own = Bounds { hard: Runs::from(10), soft: Runs::between(10, 99) };
        assert_eq!(read("A wave of", &quantifiers), Ok(own.clone()));
        assert_eq!(read("dozens", &quantifiers), Ok(own));
        quantifiers.replace(vec!["a few".to_owned()], (3, Some(4)), (3, Some(3))).unwrap();
        assert_eq!(read("a few hundred", &quantifiers).unwrap().hard, Runs::between(300, 400));
        assert_eq!(read("a couple", &quantifiers).unwrap().hard, Runs::between(2, 3), "as the table has it");
    }

    #[test]
    fn a_dossiers_own_words_stand_before_what_the_tables_stood_before() {
        let mut quantifiers = Quantifiers::default();
        let own = ["some", "no", "hundreds"].map(str::to_owned).to_vec();
        quantifiers.replace(own, (3, Some(9)), (3, Some(9))).unwrap();
        for (words, hard) in [("some", [3, 9]), ("some 34", [29, 39]), ("no", [3, 9]), ("hundreds", [3, 9])] {
            assert_eq!(read(words, &quantifiers).unwrap().hard, set(hard), "{words}");
        }
        // What the table multiplies by no scale word, the dossier does not either.
        assert!(read("no dozen", &quantifiers).is_err() && read("hundreds thousand", &quantifiers).is_err());
    }

    #[test]
    fn own_words_too_large_to_multiply_are_refused() {
        let mut quantifiers = Quantifiers::default();
        quantifiers
            .replace(vec!["umpteen".to_owned()], (10_i128.pow(24), None), (10_i128.pow(24), None))
            .unwrap();
        assert!(read("umpteen", &quantifiers).is_ok());
        assert!(read("umpteen trillion", &quantifiers).is_err());
    }

    fn phrase() -> impl Strategy<Value = String> {
        let words = ROWS.iter().map(|row| row.words());
        let words = words.flat_map(|row| row.before.iter().chain(&row.after).chain(&row.alone).copied());
        let others =
            ["between", "and", "from", "to", "or", "-", "–", "of", "a", "half", "$", "USD", "km", ".", "’"];
        let numbers = [
            "0", "7", "34", "1,200", "8.5", "1 000", "k", "bn", "dozen", "hundred", "million", "five",
            "twenty",
        ];
        let all: Vec<&str> = words.chain(others).chain(numbers).collect();
        let joint = prop::sample::select(vec![" ", "", "-", "\u{a0}"]);
        let parts = prop::collection::vec((prop::sample::select(all), joint), 0..7);
        parts.prop_map(|parts| parts.into_iter().flat_map(|(word, joint)| [word, joint]).collect())
    }

    fn holds(words: &str, read: Result<Bounds, Unreadable>) -> Result<(), TestCaseError> {
        match read {
            Ok(bounds) => {
                prop_assert!(
                    !bounds.soft.is_empty() && bounds.soft.within(&bounds.hard),
                    "{words}: {bounds:?}"
                );
                prop_assert!(bounds.hard.least().is_some_and(|low| low >= 0), "{words}: {bounds:?}");
            }
            Err(why) => {
                prop_assert!(!why.message.is_empty());
                prop_assert!(why.at.is_none_or(|at| !at.is_empty() && words.get(at).is_some()), "{words}");
            }
        }
        Ok(())
    }

    proptest! {
        #[test]
        fn any_text_is_read_or_refused(words in ".{0,40}") {
            holds(&words, read(&words, &Quantifiers::default()))?;
            holds(&words, read_amount(&words, "USD"))?;
        }

        #[test]
        fn soft_lies_within_hard(words in phrase()) {
            holds(&words, read(&words, &Quantifiers::default()))?;
            holds(&words, read_amount(&words, "km"))?;
        }

        #[test]
        fn case_space_and_typography_do_not_matter(words in phrase()) {
            let quantifiers = Quantifiers::default();
            let sets = |words: &str| read(words, &quantifiers).ok();
            prop_assert_eq!(sets(&words), sets(&format!("  {} ", words.to_uppercase().replace(' ', "\u{202f}\n"))));
            prop_assert_eq!(sets(&words), sets(&words.replace('-', "\u{2011}")));
        }

        #[test]
        fn any_number_is_read_as_it_is_written(n in 0..10_i128.pow(30)) {
            let quantifiers = Quantifiers::default();
            let plain = read(&n.to_string(), &quantifiers).unwrap();
            prop_assert_eq!(&plain, &read(&grouped(&n.to_string()), &quantifiers).unwrap());
            prop_assert_eq!(plain.soft, Runs::one(n));
            prop_assert_eq!(plain.hard == Runs::one(n), n < 100 || n % 10 != 0);
        }
    }
}
