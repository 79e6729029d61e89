//! A date as read: two sets of minutes, and the clock that they are told by. See semantics.md, section 1.

use std::borrow::Cow;

use super::bounds::{Bounds, Side};
use super::runs::{Run, Runs};

/// The minutes of a day.
pub(crate) const DAY: i128 = 1440;

/// How far behind and ahead of UTC a clock may be that nobody names: from -12:00 to +14:00, in minutes.
const FARTHEST: (i16, i16) = (-12 * 60, 14 * 60);

/// The clock that minutes are told by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) enum Clock {
    /// No offset is said: the minutes are as written.
    Unsaid,
    /// As many minutes ahead of UTC, behind it where negative: the minutes are UTC's.
    Ahead(i16),
}

/// What a date that says no offset stands for beside one that does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) enum Leeway {
    /// Hard, for its minutes at any offset.
    AnyOffset,
    /// For its minutes as written, hard and soft: the preset `strict`.
    AsWritten,
}

/// A date as read: minutes since 1970-01-01T00:00, as UTC or as written; see [`Clock`].
///
/// Dates whose minutes are the same differ here where their offsets do: [`Times::same`] asks whether their sets are
/// the same.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) struct Times {
    pub(crate) bounds: Bounds,
    pub(crate) clock: Clock,
    pub(crate) leeway: Leeway,
}

impl Clock {
    /// A minute of this clock's line as its hands show it.
    pub(crate) fn written(self, minute: i128) -> i128 {
        match self {
            Clock::Unsaid => minute,
            Clock::Ahead(ahead) => minute.saturating_add(ahead.into()),
        }
    }

    /// Whether two clocks tell minutes of one line, so that they can be compared as they are.
    pub(crate) fn is_on_one_line(self, other: Clock) -> bool {
        (self == Clock::Unsaid) == (other == Clock::Unsaid)
    }
}

impl Times {
    pub(crate) fn new(bounds: Bounds, clock: Clock) -> Self {
        Times { bounds, clock, leeway: Leeway::AnyOffset }
    }

    /// Read strictly: soft is as hard, and a date without an offset stands as written.
    pub(crate) fn strict(self) -> Self {
        Times { bounds: Bounds::exactly(self.bounds.hard), leeway: Leeway::AsWritten, ..self }
    }

    /// Whether some minute is in both sets of one side.
    pub(crate) fn shares(&self, other: &Times, side: Side) -> bool {
        self.beside(other.clock, side).shares(&other.beside(self.clock, side))
    }

    /// Whether each set lies within the other's.
    pub(crate) fn within(&self, other: &Times) -> bool {
        let within = |side: Side| self.beside(other.clock, side).within(&other.beside(self.clock, side));
        within(Side::Hard) && within(Side::Soft)
    }

    /// Whether both have the same sets: 20:00Z is 01:00+05:00 of the next day.
    pub(crate) fn same(&self, other: &Times) -> bool {
        let same = |side: Side| self.beside(other.clock, side) == other.beside(self.clock, side);
        same(Side::Hard) && same(Side::Soft)
    }

    /// What the two have in common on one side, and the clock that tells it.
    pub(crate) fn common(&self, other: &Times, side: Side) -> (Runs, Clock) {
        let both = self.beside(other.clock, side).intersection(&other.beside(self.clock, side));
        let clock = if self.clock == Clock::Unsaid { other.clock } else { self.clock };
        (both, clock)
    }

    /// The set of one side on the line on which it is compared with dates of another clock.
    pub(crate) fn beside(&self, other: Clock, side: Side) -> Cow<'_, Runs> {
        let set = self.bounds.on(side);
        match (self.clock, other) {
            (Clock::Unsaid, Clock::Ahead(ahead)) => Cow::Owned(match (side, self.leeway) {
                (Side::Hard, Leeway::AnyOffset) => at_any_offset(set, ahead),
                _ => at_offset(set, ahead),
            }),
            _ => Cow::Borrowed(set),
        }
    }
}

/// The minutes of UTC at which a clock so far ahead shows some minutes.
pub(crate) fn at_offset(written: &Runs, ahead: i16) -> Runs {
    written.plus(&Runs::one(-i128::from(ahead)))
}

/// The minutes of UTC at which a clock anywhere shows some minutes; one so far ahead is among them.
fn at_any_offset(written: &Runs, ahead: i16) -> Runs {
    let offsets = anywhere(ahead);
    let turned = |end: Option<i128>| end.map(|end| -end);
    written.plus(&Runs::of(offsets.runs().iter().map(|run| Run::new(turned(run.high), turned(run.low)))))
}

/// How many minutes ahead of UTC clocks may be anywhere; one so far ahead is among them.
pub(crate) fn anywhere(ahead: i16) -> Runs {
    Runs::between(FARTHEST.0.min(ahead).into(), FARTHEST.1.max(ahead).into())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn minute(at: i128, clock: Clock) -> Times {
        Times::new(Bounds::exactly(Runs::one(at)), clock)
    }

    #[test]
    fn offsets_on_both_sides_are_compared_as_utc_and_on_neither_as_written() {
        let (utc, karachi) = (minute(1200, Clock::Ahead(0)), minute(1200, Clock::Ahead(300)));
        assert!(utc.shares(&karachi, Side::Hard) && utc.same(&karachi) && utc != karachi);
        assert!(!utc.shares(&minute(1201, Clock::Ahead(300)), Side::Hard));
        let written = minute(1200, Clock::Unsaid);
        assert!(written.same(&minute(1200, Clock::Unsaid)));
        assert!(!written.shares(&minute(1201, Clock::Unsaid), Side::Hard));
    }

    #[test]
    fn beside_an_offset_a_time_without_one_may_stand_at_any() {
        let noon = minute(720, Clock::Unsaid);
        for (utc, ahead, hard, soft) in [
            (720, 0, true, true),
            (420, 300, true, true),
            (720, 300, true, false),
            // At -12:00 noon is midnight of UTC, at +14:00 it is 22:00 of the day before.
            (1440, 0, true, false),
            (1441, 0, false, false),
            (-120, 0, true, false),
            (-121, 0, false, false),
            // Before zones there were clocks farther off, and one is said here.
            (-200, 920, true, true),
        ] {
            let said = minute(utc, Clock::Ahead(ahead));
            assert_eq!(noon.shares(&said, Side::Hard), hard, "{utc} {ahead}");
            assert_eq!(said.shares(&noon, Side::Hard), hard, "{utc} {ahead}");
            assert_eq!(said.shares(&noon, Side::Soft), soft, "{utc} {ahead}");
            assert!(!noon.same(&said));
            assert_eq!(said.within(&noon), soft, "{utc} {ahead}: it refines what it may be");
        }
        let strict = minute(720, Clock::Unsaid).strict();
        assert!(!strict.shares(&minute(720, Clock::Ahead(300)), Side::Hard));
        assert!(strict.shares(&minute(420, Clock::Ahead(300)), Side::Hard));
    }
}
