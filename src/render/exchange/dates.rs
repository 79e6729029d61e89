//! Which form of ISO 8601 a date has, of those that other programs read.

/// The form of a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum DateForm {
    Year,
    Month,
    Day,
    /// To the minute.
    Minute,
    /// To the second.
    Second,
    /// To the second, in UTC.
    SecondInUtc,
    /// To the second, so many hours off UTC.
    SecondWithOffset,
}

/// How each form is written, with a nought for any digit.
const WRITTEN: [(&str, DateForm); 8] = [
    ("0000", DateForm::Year),
    ("0000-00", DateForm::Month),
    ("0000-00-00", DateForm::Day),
    ("0000-00-00T00:00", DateForm::Minute),
    ("0000-00-00T00:00:00", DateForm::Second),
    ("0000-00-00T00:00:00Z", DateForm::SecondInUtc),
    ("0000-00-00T00:00:00+00:00", DateForm::SecondWithOffset),
    ("0000-00-00T00:00:00-00:00", DateForm::SecondWithOffset),
];

impl DateForm {
    /// The form of a date as it is recorded; `None` of an interval, and of what is approximate, uncertain or open.
    pub(super) fn of(date: &str) -> Option<DateForm> {
        let form = date.chars().map(|c| if c.is_ascii_digit() { '0' } else { c });
        let found = WRITTEN.iter().find(|(written, _)| written.chars().eq(form.clone()));
        found.map(|(_, form)| *form)
    }
}

/// A date that has one of these forms.
pub(super) fn plain(date: Option<&str>) -> Option<&str> {
    date.filter(|date| DateForm::of(date).is_some())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_has_a_form_or_none() {
        for (date, form) in [
            ("2024", Some(DateForm::Year)),
            ("2024-03", Some(DateForm::Month)),
            ("2024-03-01", Some(DateForm::Day)),
            ("2024-03-01T08:00", Some(DateForm::Minute)),
            ("2024-03-01T08:00:00", Some(DateForm::Second)),
            ("2024-03-01T08:00:00Z", Some(DateForm::SecondInUtc)),
            ("2024-03-01T08:00:00+02:00", Some(DateForm::SecondWithOffset)),
            ("2024-03-01/2024-03-02", None),
            ("2024-03~", None),
            ("unknown", None),
            ("", None),
        ] {
            assert_eq!(DateForm::of(date), form, "{date}");
            assert_eq!(plain(Some(date)).is_some(), form.is_some(), "{date}");
        }
    }
}
