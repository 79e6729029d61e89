//! Reading a date: EDTF in quotes, or a TOML date.

use super::raw::{Form, Key, Raw, ValueKey};
use super::refusal::Refusal;
use crate::value::calendar::{Calendar, Days, Zone, date, day};
use crate::value::shape::{Bounds, Runs, Times};
use crate::value::unreadable::Unreadable;

const FORMS: &str = "EDTF writes a date `2024-01-28`, `2024-01` or `2020~`, with a time `2024-01-28T05:30` or `2024-01-28T05:30+02:00`";

const ANOTHER: &str = "expected `{ date = \"1402-11-08\", calendar = \"persian\" }`; the calendars are persian, islamic, hebrew and julian";

/// The minutes, and the clock that tells them: a time without an offset stands in the zone, where there is one.
///
/// # Errors
/// A form that says no date, and whatever stopped the reading of its words.
pub(super) fn read(raw: &Raw, zone: Option<&Zone>) -> Result<Times, Refusal> {
    match &raw.form {
        Form::Text(words) => date::read(words, zone),
        Form::Date(words) => date::read_toml(words, zone),
        Form::Table(entries) if entries.iter().any(|(key, _)| ValueKey::named(&key.name).is_some_and(of_another)) => {
            another(entries, zone)
        }
        _ => {
            let message = format!("{} does not say a date", raw.described());
            let help = "expected an EDTF date in quotes such as \"2024-01-28\", \"2024-01-28T05:30Z\" or \"2020~\", or a TOML date";
            Err(Unreadable::new(message).help(help))
        }
    }
    .map_err(|why| Refusal::of(if why.help.is_none() { why.help(FORMS) } else { why }, raw))
}

fn of_another(key: ValueKey) -> bool {
    matches!(key, ValueKey::Date | ValueKey::Calendar)
}

/// A date of another calendar: `{ date = "1402-11-08", calendar = "persian" }`. Where its days hang on the sight of the moon, a day
/// earlier and a day later are allowed.
fn another(entries: &[(Key, Raw)], zone: Option<&Zone>) -> Result<Times, Unreadable> {
    let wrong = |message: String| Unreadable::new(message).help(ANOTHER);
    let (mut written, mut calendar) = (None, None);
    for (key, raw) in entries {
        let Form::Text(text) = &raw.form else {
            return Err(wrong(format!("`{}` is {}, and no string", key.name, raw.described())));
        };
        match ValueKey::named(&key.name) {
            Some(ValueKey::Date) => written = Some(text),
            Some(ValueKey::Calendar) => {
                let unknown = || wrong(format!("`{text}` is no calendar that is read"));
                calendar = Some(Calendar::named(text).ok_or_else(unknown)?);
            }
            _ => return Err(wrong(format!("`{}` is no key of a date", key.name))),
        }
    }
    let missing = |key: ValueKey| wrong(format!("`{key}` is missing"));
    let written = written.ok_or_else(|| missing(ValueKey::Date))?;
    let Days { low, high, off_by } = calendar.ok_or_else(|| missing(ValueKey::Calendar))?.days(written)?;
    let read = |number: i128| date::read(&day::shown(number), zone);
    let all = |low: i128, high: i128| -> Result<(Runs, Times), Unreadable> {
        let (first, last) = (read(low)?, read(high)?);
        let ends = (first.bounds.hard.least(), last.bounds.hard.greatest());
        let set = match ends {
            (Some(low), Some(high)) => Runs::between(low, high),
            _ => first.bounds.hard.clone(),
        };
        Ok((set, first))
    };
    let (soft, times) = all(low, high)?;
    let (hard, _) = all(low - off_by, high + off_by)?;
    Ok(Times { bounds: Bounds { hard, soft }, ..times })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table(entries: &[(&str, &str)]) -> Raw {
        let key = |name: &str| Key { name: name.to_owned(), at: 0..1 };
        let entries = entries.iter().map(|(name, text)| (key(name), Raw::of_words(text)));
        Form::Table(entries.collect()).into()
    }

    #[test]
    fn a_date_of_another_calendar_is_that_of_ours() {
        let persian = read(&table(&[("date", "1402-11-08"), ("calendar", "persian")]), None).unwrap();
        assert_eq!(persian, date::read("2024-01-28", None).unwrap());
        let islamic = read(&table(&[("calendar", "islamic"), ("date", "1445-07-16")]), None).unwrap();
        assert_eq!(islamic.bounds.soft, date::read("2024-01-28", None).unwrap().bounds.soft);
        let days = date::read("2024-01-27/2024-01-29", None).unwrap().bounds.hard;
        assert_eq!(
            (islamic.bounds.hard.least(), islamic.bounds.hard.greatest()),
            (days.least(), days.greatest())
        );
    }

    #[test]
    fn what_is_missing_or_unknown_is_told() {
        for (entries, message) in [
            (&[("date", "1402-11-08")][..], "`calendar` is missing"),
            (&[("calendar", "persian")], "`date` is missing"),
            (&[("date", "1402-11-08"), ("calendar", "mayan")], "`mayan` is no calendar that is read"),
            (&[("date", "1402-11-08"), ("calendar", "persian"), ("by", "3")], "`by` is no key of a date"),
        ] {
            match read(&table(entries), None) {
                Err(Refusal::Unreadable(why, _)) => {
                    assert_eq!((why.message.as_str(), why.help.as_deref()), (message, Some(ANOTHER)));
                }
                other => panic!("{entries:?}: {other:?}"),
            }
        }
    }
}
