//! Dates of the Julian calendar, which a text says to be: `25 October 1917 (Old Style)`.

use super::phrase::DatePhrase;
use super::said::Said;
use super::words::ProseWord;
use crate::value::calendar::another::{Calendar, MonthNumber};
use crate::value::calendar::day::{Civil, civil};
use crate::value::shape::{Bounds, Runs};

/// What stands behind a date of the Julian calendar.
const STYLES: [&str; 5] = ["old style", "o.s.", "os)", "julian", "in the julian"];

/// The phrases of a text, with days of our calendar in those that it says to be of the Julian.
pub(super) fn in_our_days(text: &str, words: &[ProseWord], phrases: Vec<DatePhrase>) -> Vec<DatePhrase> {
    let is_old = |phrase: &DatePhrase| {
        let rest = &text[words[phrase.words.end - 1].at.end..];
        let rest = rest.trim_start_matches([' ', '(', ',']);
        let opens = |style: &str| rest.get(..style.len()).is_some_and(|it| it.eq_ignore_ascii_case(style));
        STYLES.iter().any(|style| opens(style))
    };
    let ours = |phrase: DatePhrase| match is_old(&phrase) {
        true => DatePhrase { said: in_our_calendar(&phrase.said), ..phrase },
        false => phrase,
    };
    phrases.into_iter().map(ours).collect()
}

/// Days that are named by the Julian calendar; anything where the year is not said.
fn in_our_calendar(said: &Said) -> Said {
    let ours = |number: i128| {
        let Civil { year, month, day } = civil(number);
        let month = MonthNumber { number: month, is_leap: false };
        Some(Calendar::Julian.days_of(u16::try_from(year).ok()?, month, Some(day))?.low)
    };
    let ends = match said {
        Said::Days(days) => days.hard.least().zip(days.hard.greatest()),
        _ => None,
    };
    let days = ends.and_then(|(low, high)| Some((ours(low)?, ours(high)?)));
    days.map_or(Said::Anything, |(low, high)| Said::Days(Bounds::exactly(Runs::between(low, high))))
}

#[cfg(test)]
mod tests {
    use crate::value::calendar::date;
    use crate::value::calendar::english::excludes;

    #[test]
    fn days_of_the_old_style_are_held_by_our_calendar() {
        for (quote, value, excluded) in [
            ("on 25 October 1917 (Old Style)", "1917-11-07", false),
            ("on 25 October 1917 (Old Style)", "1917-10-25", true),
            ("on 25 October 1917 O.S.", "1917-11-07", false),
            ("on 25 October 1917 in the Julian calendar", "1917-11-07", false),
            ("in October 1917 (O.S.)", "1917-11-13", false),
            ("in October 1917 (O.S.)", "1917-10-05", true),
            // Without a year it is held against nothing, and without the style it is of our calendar.
            ("on 25 October (Old Style)", "1917-10-25", false),
            ("on 25 October 1917", "1917-11-07", true),
        ] {
            let value = date::read(value, None).unwrap();
            assert_eq!(excludes(quote, &value), excluded, "{quote}");
        }
    }
}
