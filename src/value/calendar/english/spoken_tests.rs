//! That the dates which a quote speaks of are found where they stand, and say what they say.

use super::context::Bearing;
use super::prose::{Spoken, dates};
use super::said::Said;
use crate::value::calendar::shown_days;
use crate::value::shape::Runs;

fn shown_runs(days: &Runs) -> String {
    days.runs().iter().map(|run| shown_days(run.low, run.high)).collect::<Vec<_>>().join(" or ")
}

fn shown(spoken: &Spoken) -> String {
    let said = match &spoken.said {
        Said::Days(days) => shown_runs(&days.hard),
        Said::EachYear(season) => format!("{} to {}", season.first, season.last),
        Said::On(weekday) => format!("{weekday:?}"),
        Said::Anything => "anything".to_owned(),
    };
    if spoken.bearing == Bearing::Firmly { said } else { format!("perhaps {said}") }
}

/// Quotes, and what the dates in them say.
const SPOKEN: [(&str, &[(&str, &str)]); 74] = [
    ("since August 2019", &[("since August 2019", "from 1 August 2019")]),
    ("Updated: June 09, 2024, 12:54 PM", &[("June 09, 2024", "9 June 2024")]),
    ("formed in the early 1990s as a militia", &[("1990s", "1990 to 1999")]),
    ("to fight ISIS in 2014, the Forces", &[("2014", "2014")]),
    ("used since around 2020, is one", &[("since around 2020", "from 31 December 2018")]),
    ("around 28 January 2024", &[("around 28 January 2024", "21 January 2024 to 4 February 2024")]),
    ("the premiership of Mustafa Kadhimi (2020-2022)", &[("2020-2022", "2020 to 2022")]),
    ("the first post-2003 Iraqi prime minister", &[("post-2003", "perhaps from 1 January 2003")]),
    (
        "between December 2019 and January 2020",
        &[("December 2019 and January 2020", "December 2019 to January 2020")],
    ),
    (
        "from October 7 to November 24, 2023",
        &[("October 7 to November 24, 2023", "23 November 2022 to 24 November 2023")],
    ),
    ("from 2014 to 2017, when", &[("2014 to 2017", "perhaps 2014 to 2017")]),
    ("wave on October 7", &[("October 7", "280 to 280")]),
    ("the October 7 massacre of over 1,200", &[("October 7", "280 to 280")]),
    ("since the October 7 massacre", &[("since the October 7", "anything")]),
    ("late January when they claimed", &[("January", "0 to 30")]),
    ("On Sunday, January 28, 2024", &[("January 28, 2024", "28 January 2024")]),
    ("on Saturday morning (7 October 2023)", &[("7 October 2023", "7 October 2023")]),
    ("killed Sunday in a drone attack", &[("Sunday", "Sunday")]),
    ("spokesman Nasser Kan’ani said on Monday", &[("Monday", "perhaps Monday")]),
    ("the Sunday Times", &[("Sunday", "perhaps Sunday")]),
    ("before Sunday", &[("before Sunday", "anything")]),
    (
        "last year, and two days later",
        &[("last year", "perhaps anything"), ("days later", "perhaps anything")],
    ),
    ("on the eve of 28 January 2024", &[("eve of 28 January 2024", "until 28 January 2024")]),
    ("the second half of 2023.", &[("2023", "2023")]),
    (
        "the first anniversary of 7 October 2023",
        &[("anniversary", "perhaps anything"), ("anniversary of 7 October 2023", "anything")],
    ),
    ("(Second Revolutionary Army of 1920) and", &[("1920", "perhaps 1920")]),
    ("2,000 troops, $2014, 2014% and 20:15", &[]),
    ("They march on; you may go; Sun Tzu sat", &[]),
    ("2020", &[("2020", "2020")]),
    ("since the war started on October 7", &[("started on October 7", "anything")]),
    ("The war started on October 7", &[("October 7", "280 to 280")]),
    ("prior to 28 January 2024", &[("prior to 28 January 2024", "until 28 January 2024")]),
    ("dating back to 2003, when", &[("2003", "perhaps 2003")]),
    ("from 2014 onwards", &[("from 2014", "perhaps from 1 January 2014")]),
    // A range of years has four digits, or four and two, that stand alone, with no space between.
    ("in 2014/2017", &[("2014/2017", "2014 to 2017")]),
    ("in 2014-14", &[("2014", "2014")]),
    ("in 2004/02", &[("2004", "2004")]),
    ("in 2014 -17 aircraft", &[("2014", "2014")]),
    ("in 2014-17%", &[("2014", "2014")]),
    ("$2014-17", &[]),
    ("01914-18", &[]),
    ("0900-0950", &[]),
    // A short month may have a stop behind it, a full one ends its sentence.
    ("on Jan 28, 2024", &[("Jan 28, 2024", "28 January 2024")]),
    ("on Jan.28, 2024", &[("Jan.28, 2024", "28 January 2024")]),
    ("in January. 28 died", &[("January", "0 to 30")]),
    // Each number belongs to the month that it stands beside.
    ("on January 28 and 4 February", &[("January 28", "27 to 27"), ("4 February", "34 to 34")]),
    ("on January 28 and 4 of February", &[("January 28", "27 to 27"), ("4 of February", "34 to 34")]),
    ("on January 27, 28 and 30", &[("January 27, 28 and 30", "26 to 29")]),
    ("on January 28 29 people died", &[("January 28", "27 to 27")]),
    ("on January 27 - 28, 2024", &[("January 27 - 28, 2024", "27 January 2024 to 28 January 2024")]),
    ("007 January 2024", &[("January 2024", "January 2024")]),
    ("20s January 2024", &[("January 2024", "January 2024")]),
    ("$28 January 2024", &[("January 2024", "January 2024")]),
    ("on 28 January 2024%", &[("28 January", "27 to 27")]),
    ("on 28 January 2000", &[("28 January 2000", "28 January 2000")]),
    ("the January 28, 2024 attacks", &[("January 28, 2024", "28 January 2024")]),
    // What follows the number tells whether it counts: a plural in small letters that is no small word.
    ("In March 20 fell silent", &[("March 20", "79 to 79")]),
    ("In March 20 was the worst", &[("March 20", "79 to 79")]),
    ("In March 20 Reuters staff fled", &[("March 20", "79 to 79")]),
    ("In March 20 1990s cars burned", &[("March 20", "79 to 79"), ("1990s", "1990 to 1999")]),
    // A number that is no year.
    ("in the 1995s", &[]),
    ("in the 90s", &[]),
    ("in the 3000s", &[]),
    ("in 0900", &[]),
    ("in 2014km", &[]),
    ("about 2030 hours", &[]),
    ("at 2030", &[]),
    ("the 19th century", &[("19th century", "1800 to 1900")]),
    ("Theresa May won", &[]),
    ("in May", &[("May", "121 to 151")]),
    ("They struck on Sunday; on January 28 they left", &[("Sunday", "Sunday"), ("January 28", "27 to 27")]),
    // The year that one end leaves out is within a year of the other's.
    (
        "from 28 January 2024 to February 4",
        &[("28 January 2024 to February 4", "28 January 2024 to 28 January 2025")],
    ),
    ("from October 7 to November 24", &[("October 7 to November 24", "280 to 328")]),
    ("killed Monday to Friday", &[("Monday to Friday", "perhaps anything")]),
];

#[test]
fn dates_are_found_where_they_stand() {
    for (quote, expected) in SPOKEN {
        let spoken = dates(quote);
        let found: Vec<_> = spoken.iter().map(|date| (&quote[date.at.clone()], shown(date))).collect();
        let expected: Vec<_> = expected.iter().map(|(words, says)| (*words, (*says).to_owned())).collect();
        assert_eq!(found, expected, "{quote}");
    }
}

#[test]
fn days_and_years_are_joined_by_any_dash() {
    for dash in "-\u{2010}\u{2011}\u{2012}\u{2013}\u{2014}\u{2015}\u{2212}\u{FE58}\u{FE63}\u{FF0D}".chars() {
        for (quote, says) in [
            (format!("27{dash}28 January 2024"), "27 January 2024 to 28 January 2024"),
            (format!("27 {dash} 28 January 2024"), "27 January 2024 to 28 January 2024"),
            (format!("on January 27{dash}28, 2024"), "27 January 2024 to 28 January 2024"),
            (format!("in 2014{dash}2017"), "2014 to 2017"),
            (format!("in 2014{dash}17"), "2014 to 2017"),
            (format!("in 2014 {dash} 2017"), "2014 to 2017"),
            (format!("from May 2014{dash}June 2017"), "May 2014 to June 2017"),
        ] {
            let all: Vec<String> = dates(&quote).iter().map(shown).collect();
            assert_eq!(all, [says], "{quote}: U+{:04X}", dash as u32);
        }
    }
    let quote = "on January 27, 2024 \u{2014} 28 were killed";
    assert_eq!(dates(quote).iter().map(shown).collect::<Vec<_>>(), ["27 January 2024"]);
}
