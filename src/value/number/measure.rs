//! Numbers as they are kept and shown: counts as whole numbers, amounts as whole numbers of [`GRAIN`]ths.

use super::end::{Edge, End};
use crate::value::shape::{Run, Runs};
use crate::value::unreadable::Unreadable;

/// How many steps an amount's unit is divided into: amounts are fixed-point numbers with twelve decimal places.
pub(crate) const GRAIN: i128 = 10_i128.pow(GRAIN_PLACES);
const GRAIN_PLACES: u32 = 12;
/// The greatest count that is read.
const GREATEST_COUNT: i128 = 10_i128.pow(30);
/// Amounts from here up, in their units, are refused.
const AMOUNT_LIMIT: i128 = 10_i128.pow(21);
/// How many decimal places an amount may have.
const DECIMAL_PLACES: i32 = 9;

/// What is measured, and so in which steps: people are counted one by one, money and distances are not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Measure {
    Count,
    Amount,
}

impl Measure {
    /// One, in the numbers that sets of this measure hold.
    pub(crate) const fn one(self) -> i128 {
        match self {
            Measure::Count => 1,
            Measure::Amount => GRAIN,
        }
    }

    /// How many parts one unit has where ends are reckoned with: enough for a half, a tenth and whatever fraction words
    /// say of a count; for an amount, its grains.
    pub(crate) const fn parts(self) -> i128 {
        match self {
            Measure::Count => 25_200,
            Measure::Amount => self.one(),
        }
    }

    /// The step that numbers are rounded to which no decimal number says.
    pub(crate) const fn kept(self) -> i128 {
        match self {
            Measure::Count => 1,
            Measure::Amount => 10,
        }
    }

    /// A number of a set, in parts.
    pub(crate) const fn in_parts(self, number: i128) -> i128 {
        number.saturating_mul(self.parts() / self.one())
    }

    /// What the least or the greatest number of a set lies at or beside. A count next to what is left out is the next
    /// whole number; an amount has no next one, and is kept one grain beside the end, which itself is a multiple of ten
    /// grains.
    pub(crate) fn end(self, number: i128) -> End {
        match (self, number.rem_euclid(10)) {
            (Measure::Amount, 1) => End::open(number - 1),
            (Measure::Amount, 9) => End::open(number + 1),
            _ => End::closed(self.in_parts(number)),
        }
    }

    /// The least number of a set that begins at an end.
    pub(super) fn first(self, end: End) -> i128 {
        let beyond = i128::from(end.edge == Edge::Open);
        match self {
            Measure::Count => end.at.div_euclid(self.parts()) + beyond,
            Measure::Amount => nearest_ten(end.at) + beyond,
        }
    }

    /// The greatest number of a set that stops at an end.
    pub(super) fn last(self, end: End) -> i128 {
        let beyond = i128::from(end.edge == Edge::Open);
        match self {
            Measure::Count => -(-end.at).div_euclid(self.parts()) - beyond,
            Measure::Amount => nearest_ten(end.at) - beyond,
        }
    }

    /// `digits` times ten to the `exponent` units.
    ///
    /// # Errors
    /// A number that is negative, too large, or finer than the measure; `said` is how the message names it.
    pub(crate) fn number(self, digits: i128, exponent: i32, said: &str) -> Result<i128, Unreadable> {
        if digits < 0 {
            return Err(self.negative(said));
        }
        if digits == 0 {
            return Ok(0);
        }
        if self == Measure::Amount && exponent < -DECIMAL_PLACES {
            let message = format!("`{said}` has more than {DECIMAL_PLACES} decimal places");
            return Err(Unreadable::new(message).help("an amount is kept to a billionth of its unit"));
        }
        let scaled = match self {
            Measure::Count => exponent,
            Measure::Amount => exponent.saturating_add_unsigned(GRAIN_PLACES),
        };
        let power = 10_i128.checked_pow(scaled.unsigned_abs());
        let number = match power {
            Some(power) if scaled < 0 && digits % power == 0 => digits / power,
            _ if scaled < 0 => return Err(not_whole(said)),
            Some(power) => digits.checked_mul(power).unwrap_or(i128::MAX),
            None => i128::MAX,
        };
        if self.holds(number) { Ok(number) } else { Err(self.too_large(said)) }
    }

    /// A number as TOML writes it, in the measure's own numbers: `34`, `1_200`, `8.5`, `1e6`.
    ///
    /// # Errors
    /// What is no decimal number, negative, too large, or finer than the measure.
    pub(crate) fn of_toml(self, text: &str) -> Result<i128, Unreadable> {
        let (digits, exponent) = self.digits_of_toml(text)?;
        self.number(digits, exponent, text.trim())
    }

    /// The digits of a number as TOML writes it, and the power of ten that they are times.
    ///
    /// # Errors
    /// What is no decimal number, or has too many digits.
    pub(crate) fn digits_of_toml(self, text: &str) -> Result<(i128, i32), Unreadable> {
        let text = text.trim();
        let unreadable = || {
            let what = match self {
                Measure::Count => "expected a whole number such as 34",
                Measure::Amount => "expected a decimal number such as 34 or 8.5",
            };
            Unreadable::new(format!("`{text}` is not a number")).help(what)
        };
        let (number, exponent) = match text.split_once(['e', 'E']) {
            Some((number, exponent)) => {
                (number, exponent.replace('_', "").parse::<i32>().map_err(|_| unreadable())?)
            }
            None => (text, 0),
        };
        if self == Measure::Count && text.contains(['.', 'e', 'E']) {
            return Err(not_whole(text));
        }
        let plain = number.replace('_', "");
        let decimals = plain.split_once('.').map_or(0, |(_, decimals)| decimals.len());
        let digits = plain.replacen('.', "", 1);
        let unsigned = digits.trim_start_matches(['+', '-']);
        if unsigned.is_empty()
            || digits.len() > unsigned.len() + 1
            || !unsigned.bytes().all(|b| b.is_ascii_digit())
        {
            return Err(unreadable());
        }
        let digits = digits.parse::<i128>().map_err(|_| self.too_large(text))?;
        let decimals = i32::try_from(decimals).map_err(|_| unreadable())?;
        Ok((digits, exponent.saturating_sub(decimals)))
    }

    /// Whether a number is not beyond what is read.
    pub(crate) fn holds(self, number: i128) -> bool {
        match self {
            Measure::Count => number <= GREATEST_COUNT,
            Measure::Amount => number < AMOUNT_LIMIT * GRAIN,
        }
    }

    pub(crate) fn too_large(self, said: &str) -> Unreadable {
        let (message, help) = match self {
            Measure::Count => (format!("`{said}` is too large a count"), "counts are read up to 10^30"),
            Measure::Amount => (format!("`{said}` is too large an amount"), "amounts are read below 10^21"),
        };
        Unreadable::new(message).help(help)
    }

    pub(crate) fn negative(self, said: &str) -> Unreadable {
        let what = match self {
            Measure::Count => "a count is a whole number, zero or more",
            Measure::Amount => "an amount is zero or more",
        };
        Unreadable::new(format!("`{said}` is negative")).help(what)
    }

    /// The sum of every number of the one and every number of the other: an end that either leaves out is left out.
    pub(crate) fn sum(self, one: &Runs, other: &Runs) -> Runs {
        let plus = |a: Option<i128>, b: Option<i128>| {
            let (a, b) = (self.end(a?), self.end(b?));
            Some(a.plus(b).unwrap_or(End::closed(i128::MAX / 2)))
        };
        let both = |a: &Run, b: &Run| {
            let low = plus(a.low, b.low).map(|end| self.first(end));
            Run::new(low, plus(a.high, b.high).map(|end| self.last(end)))
        };
        Runs::of(one.runs().iter().flat_map(|a| other.runs().iter().map(move |b| both(a, b))))
    }

    /// One number of the measure with its digits alone, for JSON: `1200`, `8.5`. An amount that is left out is given as
    /// the number that it is, see [`Measure::end`].
    pub(crate) fn plain(self, number: i128) -> String {
        match self {
            Measure::Count => number.to_string(),
            Measure::Amount => decimal(number),
        }
    }

    /// A set of the measure's numbers, for people: `0`, `24 to 99`, `1,200 or more`.
    pub(crate) fn shown(self, set: &Runs) -> String {
        let number = |number: i128| grouped(&self.plain(number));
        let open = |end: i128| self.end(end).edge == Edge::Open;
        let run = |run: &Run| match (run.low, run.high) {
            (Some(low), Some(high)) if low == high => number(low),
            (Some(0), Some(high)) if open(high) => format!("less than {}", number(high)),
            (Some(low), None) if open(low) => format!("more than {}", number(low)),
            (Some(low), Some(high)) if open(low) || open(high) => {
                let from = if open(low) { "more than" } else { "at least" };
                let to = if open(high) { "less than" } else { "at most" };
                format!("{from} {} and {to} {}", number(low), number(high))
            }
            (Some(low), Some(high)) => format!("{} to {}", number(low), number(high)),
            (Some(low), None) => format!("{} or more", number(low)),
            (None, Some(high)) => format!("{} or less", number(high)),
            (None, None) => "any number".to_owned(),
        };
        match set.runs() {
            [] => "nothing".to_owned(),
            runs => runs.iter().map(run).collect::<Vec<_>>().join(", "),
        }
    }
}

fn nearest_ten(grains: i128) -> i128 {
    (grains + 5).div_euclid(10) * 10
}

pub(super) fn not_whole(said: &str) -> Unreadable {
    Unreadable::new(format!("`{said}` is not a whole number")).help("a count is a whole number, zero or more")
}

/// An amount in its unit, in decimal digits: `8.5`, `100000000`. What lies one grain beside a ten of grains stands for
/// that ten, left out.
fn decimal(grains: i128) -> String {
    let grains = match grains.rem_euclid(10) {
        1 => grains - 1,
        9 => grains + 1,
        _ => grains,
    };
    let (whole, rest) =
        (grains.unsigned_abs() / GRAIN.unsigned_abs(), grains.unsigned_abs() % GRAIN.unsigned_abs());
    let sign = if grains < 0 { "-" } else { "" };
    match rest {
        0 => format!("{sign}{whole}"),
        _ => format!("{sign}{whole}.{}", format!("{rest:012}").trim_end_matches('0')),
    }
}

/// Decimal digits with commas between thousands: `1,200`, `1,200.25`.
pub(crate) fn grouped(digits: &str) -> String {
    let (whole, decimals) = digits.split_at(digits.find('.').unwrap_or(digits.len()));
    let mut grouped = String::with_capacity(digits.len() + whole.len() / 3);
    for (index, digit) in whole.chars().enumerate() {
        let left = whole.len() - index;
        if index > 0 && left.is_multiple_of(3) && !grouped.ends_with('-') {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped + decimals
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn toml_numbers_are_exact() {
        let amount = |text| Measure::Amount.of_toml(text);
        assert_eq!(amount("8.5").unwrap(), 8_500_000_000_000);
        assert_eq!(amount("1_200.25").unwrap(), 1_200_250_000_000_000);
        assert_eq!(amount("1e6").unwrap(), 1_000_000 * GRAIN);
        assert_eq!(amount("6.5E-1").unwrap(), GRAIN * 65 / 100);
        assert_eq!(amount("0.000000001").unwrap(), 1000);
        assert_eq!(amount("-0.0").unwrap(), 0);
        assert_eq!(Measure::Count.of_toml("+1_200").unwrap(), 1200);
    }

    #[test]
    fn what_cannot_be_kept_is_refused() {
        for text in
            ["0.0000000001", "1e21", "-1", "inf", "nan", "", "+-1", "1.2.3", "1e99999999999", "1e400000000"]
        {
            assert!(Measure::Amount.of_toml(text).is_err(), "{text}");
        }
        for text in ["-1", "8.5", "1e3", "0x10", "10000000000000000000000000000001", &"9".repeat(60)] {
            assert!(Measure::Count.of_toml(text).is_err(), "{text}");
        }
        assert!(Measure::Count.of_toml("1000000000000000000000000000000").is_ok());
    }

    #[test]
    fn what_is_no_number_is_told_from_what_is_too_large() {
        for text in ["", "+", "+-1", "--1", "1.2.3", "0x10", "inf"] {
            let why = Measure::Amount.of_toml(text).unwrap_err();
            assert_eq!(why.message, format!("`{text}` is not a number"));
        }
        assert!(
            Measure::Amount.of_toml(&"9".repeat(60)).unwrap_err().message.ends_with("too large an amount")
        );
    }

    #[test]
    fn what_lies_a_grain_beside_an_end_leaves_the_end_out() {
        for (number, end) in
            [(GRAIN - 1, End::open(GRAIN)), (GRAIN, End::closed(GRAIN)), (GRAIN + 1, End::open(GRAIN))]
        {
            assert_eq!(Measure::Amount.end(number), end);
        }
        assert_eq!(Measure::Count.end(11), End::closed(11 * Measure::Count.parts()));
    }

    #[test]
    fn sets_are_shown_with_thousands_parted() {
        let shown = |set: &Runs| Measure::Count.shown(set);
        assert_eq!(shown(&Runs::one(0)), "0");
        assert_eq!(shown(&Runs::from(151)), "151 or more");
        assert_eq!(shown(&Runs::between(24, 99)), "24 to 99");
        assert_eq!(shown(&Runs::one(34).complement().intersection(&Runs::from(0))), "0 to 33, 35 or more");
        assert_eq!(shown(&Runs::between(1_150_000, 1_250_000)), "1,150,000 to 1,250,000");
        assert_eq!(Measure::Amount.shown(&Runs::one(GRAIN * 17 / 2)), "8.5");
        assert_eq!(Measure::Amount.shown(&Runs::from(GRAIN * 100_000_000)), "100,000,000 or more");
        assert_eq!(Measure::Amount.plain(GRAIN * 1200 + GRAIN / 4), "1200.25");
        assert_eq!(grouped("-123456"), "-123,456");
        let open = Runs::between(GRAIN + 1, 2 * GRAIN - 1);
        assert_eq!(Measure::Amount.shown(&open), "more than 1 and less than 2");
    }

    #[test]
    fn sums_add_end_by_end_and_leave_out_what_either_leaves_out() {
        let counts = |one: Runs, other: Runs| Measure::Count.sum(&one, &other);
        assert_eq!(counts(Runs::between(1, 2), Runs::from(10)), Runs::from(11));
        assert_eq!(counts(Runs::one(3), Runs::between(4, 6)), Runs::between(7, 9));
        let below = Runs::between(0, 2 * GRAIN - 1);
        assert_eq!(Measure::Amount.sum(&below, &below), Runs::between(0, 4 * GRAIN - 1));
        assert_eq!(Measure::Amount.sum(&below, &Runs::one(GRAIN)), Runs::between(GRAIN, 3 * GRAIN - 1));
    }
}
