//! Recognizes one date phrase at one word of an English sentence.

use super::numeric::PhraseReader;
use super::phrase::DatePhrase;
use super::words::{ProseWord, WordKind};

/// The phrase that begins at word `at`, the longest that is known.
pub(super) fn at(words: &[ProseWord], at: usize) -> Option<DatePhrase> {
    let reader = PhraseReader { words };
    let kind = words.get(at)?.kind;
    match kind {
        WordKind::Number(number) => {
            reader.numeric(at).or_else(|| reader.day_first(at)).or_else(|| reader.year(at, number))
        }
        WordKind::Letters => (reader.month_first(at))
            .or_else(|| reader.season(at))
            .or_else(|| reader.named_day(at))
            .or_else(|| reader.weekday(at))
            .or_else(|| reader.relative(at)),
        WordKind::Mark => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::value::calendar::english::said::Said;
    use crate::value::calendar::english::words::words;

    #[test]
    fn numbers_are_read_in_the_order_they_tell() {
        let days = |text: &str| match at(&words(text), 0) {
            Some(DatePhrase { said: Said::Days(days), .. }) => {
                let runs = days.hard.runs().iter();
                let shown = runs.map(|run| crate::value::calendar::shown_days(run.low, run.high));
                shown.collect::<Vec<_>>().join(" or ")
            }
            _ => String::new(),
        };
        for (text, shows) in [
            ("2024-01-28T05:30:00Z", "28 January 2024"),
            ("28.01.2024", "28 January 2024"),
            ("1/28/24", "28 January 1924 or 28 January 2024"),
            ("03/04/2024", "4 March 2024 or 3 April 2024"),
            ("2014-17", "2014 to 2017"),
            ("2004-02", "February 2004"),
            ("24/7", ""),
            ("30/02/2024", ""),
        ] {
            assert_eq!(days(text), shows, "{text}");
        }
    }
}
