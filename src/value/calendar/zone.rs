//! The time zones of the world by their IANA names, from the tables that are built in.

use std::sync::LazyLock;

use jiff::civil;
use jiff::tz::{AmbiguousOffset, Offset, TimeZone, TimeZoneDatabase};

use super::day;
use crate::text::nearest;
use crate::value::shape::{DAY, Run, Runs};

/// The tables, with the zones that were asked for at hand.
static ZONES: LazyLock<TimeZoneDatabase> = LazyLock::new(TimeZoneDatabase::bundled);

/// A time zone.
#[derive(Clone, Debug)]
pub(crate) struct Zone(TimeZone);

impl Zone {
    /// The zone of an IANA name, in any case; `None` where there is none of that name.
    pub(crate) fn named(name: &str) -> Option<Zone> {
        ZONES.get(name).ok().map(Zone)
    }

    /// The name of the zone, as its tables spell it.
    pub(crate) fn name(&self) -> &str {
        self.0.iana_name().unwrap_or_default()
    }

    /// The name most like one that is none.
    pub(crate) fn nearest(name: &str) -> Option<String> {
        let names: Vec<String> = ZONES.available().map(|name| name.to_string()).collect();
        // A city is often written without its continent.
        let spelled = name.trim().replace(' ', "_");
        let city = names
            .iter()
            .find(|zone| zone.rsplit('/').next().is_some_and(|city| city.eq_ignore_ascii_case(&spelled)));
        city.map(String::as_str)
            .or_else(|| nearest(&spelled, names.iter().map(String::as_str)))
            .map(str::to_owned)
    }

    /// How many minutes ahead of UTC the clocks may have been that showed a minute. There are two where they were turned
    /// there: back, so that it came twice, or forward, so that it came by neither the old time nor the new.
    pub(crate) fn ahead(&self, written: i128) -> (i16, Option<i16>) {
        let Some(time) = civil_time(written) else { return (0, None) };
        match self.0.to_ambiguous_timestamp(time).offset() {
            AmbiguousOffset::Unambiguous { offset } => (minutes(offset), None),
            AmbiguousOffset::Gap { before, after } | AmbiguousOffset::Fold { before, after } => {
                (minutes(before), Some(minutes(after)))
            }
        }
    }

    /// The minutes of UTC at which the zone's clocks showed some minutes, one by one: of a time, which has few.
    pub(crate) fn utc(&self, written: &Runs) -> Runs {
        let each = |run: &Run| run.low.zip(run.high).map_or(0..0, |(low, high)| low..high.saturating_add(1));
        let utc = |minute: i128| {
            let (one, other) = self.ahead(minute);
            [Some(one), other].into_iter().flatten().map(move |ahead| minute - i128::from(ahead))
        };
        let minutes = written.runs().iter().flat_map(each).flat_map(utc);
        Runs::of(minutes.map(|minute| Run::new(Some(minute), Some(minute))))
    }
}

/// An offset in whole minutes, the nearest: before zones clocks went by the sun, to the second.
fn minutes(offset: Offset) -> i16 {
    let minutes = (offset.seconds() + 30).div_euclid(60);
    i16::try_from(minutes).expect("no clock is a month from UTC")
}

/// The civil time of a minute as written; `None` beyond the years -9999 to 9999.
fn civil_time(written: i128) -> Option<civil::DateTime> {
    let day::Civil { year, month, day } = day::civil(written.div_euclid(DAY));
    let minute = written.rem_euclid(DAY);
    let date = civil::Date::new(i16::try_from(year).ok()?, month.cast_signed(), day.cast_signed()).ok()?;
    let (hour, minute) = (i8::try_from(minute / 60).ok()?, i8::try_from(minute % 60).ok()?);
    Some(date.at(hour, minute, 0, 0))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(year: i128, month: u8, of_month: u8, hour: i128, minute: i128) -> i128 {
        day::number(year, month, of_month) * DAY + hour * 60 + minute
    }

    #[test]
    fn clocks_are_ahead_as_their_zone_was_on_the_day() {
        for (name, written, ahead) in [
            ("Asia/Karachi", at(2011, 5, 2, 1, 0), (300, None)),
            ("America/New_York", at(2024, 1, 28, 12, 0), (-300, None)),
            ("America/New_York", at(2024, 7, 28, 12, 0), (-240, None)),
            // Put forward at two, back at two.
            ("America/New_York", at(2024, 3, 10, 1, 59), (-300, None)),
            ("America/New_York", at(2024, 3, 10, 2, 30), (-300, Some(-240))),
            ("America/New_York", at(2024, 11, 3, 1, 30), (-240, Some(-300))),
            // Before standard time: 4:56:02 behind.
            ("America/New_York", at(1800, 1, 1, 0, 0), (-296, None)),
            // Put forward by a quarter of an hour at midnight.
            ("Asia/Kathmandu", at(1986, 1, 1, 0, 10), (330, Some(345))),
            ("Asia/Kathmandu", at(1986, 1, 1, 0, 20), (345, None)),
            ("utc", at(2024, 1, 28, 12, 0), (0, None)),
        ] {
            assert_eq!(Zone::named(name).unwrap().ahead(written), ahead, "{name} {written}");
        }
        assert_eq!(Zone::named("UTC").unwrap().ahead(i128::MAX), (0, None));
    }

    #[test]
    fn an_hour_that_came_twice_is_both() {
        let zone = Zone::named("America/New_York").unwrap();
        let hour = Runs::between(at(2024, 11, 3, 1, 0), at(2024, 11, 3, 1, 59));
        assert_eq!(zone.utc(&hour), Runs::between(at(2024, 11, 3, 5, 0), at(2024, 11, 3, 6, 59)));
    }

    #[test]
    fn a_name_that_is_none_gets_its_nearest() {
        assert_eq!(Zone::named("america/new_york").unwrap().name(), "America/New_York");
        assert!(Zone::named("America/NewYork").is_none() && Zone::named("").is_none());
        assert_eq!(Zone::nearest("America/NewYork").as_deref(), Some("America/New_York"));
        assert_eq!(Zone::nearest("new york").as_deref(), Some("America/New_York"));
        assert_eq!(Zone::nearest("Karachi").as_deref(), Some("Asia/Karachi"));
    }
}
