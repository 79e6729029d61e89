//! The CSV of auto-archiver: a line for each page, what it holds written as Python writes it.

use super::archiver::KEYS;
use super::said::Told;

/// The names of its columns.
const HEAD: &str = "status,metadata,media";

/// Whether a text is such a table.
pub(super) fn is_table(text: &str) -> bool {
    text.trim_start_matches('\u{FEFF}').lines().next().is_some_and(|head| head.trim() == HEAD)
}

/// The line of a page: that of its address, else the only one, else the last.
pub(super) fn table(text: &str, url: Option<&str>, told: &mut Told) {
    let mut lines = csv::Reader::from_reader(text.trim_start_matches('\u{FEFF}').as_bytes());
    let mut found = None;
    for line in lines.records().map_while(Result::ok) {
        let own = line.get(1).unwrap_or_default().to_owned();
        let is_asked = url.is_some() && held(&own, "url").as_deref() == url;
        found = Some(own);
        if is_asked {
            break;
        }
    }
    let Some(own) = found else { return };
    for (key, about) in KEYS {
        if let Some(words) = held(&own, key) {
            told.say(about, &words, &format!("auto-archiver CSV {key}"));
        }
    }
}

/// What a dictionary of Python holds under a key: a string, or a moment.
fn held(text: &str, key: &str) -> Option<String> {
    let (_, value) = text.split_once(&format!("'{key}': "))?;
    match value.strip_prefix("datetime.datetime(") {
        Some(parts) => moment(parts.split_once(')')?.0),
        None => string(value),
    }
}

/// `2024, 1, 29, 10, 5, tzinfo=datetime.timezone.utc` as ISO 8601.
fn moment(parts: &str) -> Option<String> {
    let numbers: Vec<u32> = parts.split(',').map_while(|part| part.trim().parse().ok()).collect();
    let [year, month, day, ..] = numbers[..] else { return None };
    let part = |at: usize| numbers.get(at).copied().unwrap_or(0);
    let offset = if parts.contains("timezone.utc") { "Z" } else { "" };
    Some(format!("{year:04}-{month:02}-{day:02}T{:02}:{:02}{offset}", part(3), part(4)))
}

/// A string of Python, up to its quote.
fn string(text: &str) -> Option<String> {
    let quote = text.chars().next().filter(|c| matches!(c, '\'' | '"'))?;
    let mut out = String::new();
    let mut chars = text[1..].chars();
    loop {
        match chars.next()? {
            '\\' => match chars.next()? {
                'n' | 'r' | 't' => out.push(' '),
                'x' => out.push(escaped(&mut chars, 2)?),
                'u' => out.push(escaped(&mut chars, 4)?),
                'U' => out.push(escaped(&mut chars, 8)?),
                c => out.push(c),
            },
            c if c == quote => return Some(out),
            c => out.push(c),
        }
    }
}

/// The character of so many hexadecimal digits.
fn escaped(chars: &mut std::str::Chars<'_>, digits: usize) -> Option<char> {
    let hex: String = chars.take(digits).collect();
    char::from_u32(u32::from_str_radix(&hex, 16).ok()?)
}
