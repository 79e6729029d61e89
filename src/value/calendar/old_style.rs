//! Dates as they were written while two calendars stood side by side, which EDTF has no form for: what would do.

/// What stands in texts for the calendar of Julius Caesar, and for ours beside it.
const STYLES: [&str; 10] =
    ["old style", "new style", "(o.s.", "(n.s.", " o.s.", " n.s.", " os", " ns", "julian", "gregorian"];

const NEW_STYLE: &str = "EDTF dates are of the Gregorian calendar: write the New Style date";

/// The other date has a form of its own.
const OR_JULIAN: &str = ", or the Old Style one as `{ date = \"1731-03-10\", calendar = \"julian\" }`";

/// What to write for a date of two calendars, or of two years or months with a slash between them.
pub(super) fn help(text: &str) -> Option<String> {
    if let Some((first, last)) = text.split_once('/') {
        if let Some(help) = years(first, last) {
            return Some(help);
        }
        if is_two_days(first, last) {
            return Some(format!("{NEW_STYLE} alone, the later of the two, such as `1731-03-21`{OR_JULIAN}"));
        }
    }
    let lower = text.to_lowercase();
    let is_styled = STYLES.iter().any(|style| match style.strip_prefix(' ') {
        Some(short) if !short.contains('.') => lower.ends_with(style),
        _ => lower.contains(style),
    });
    is_styled.then(|| format!("{NEW_STYLE}, such as `1731-03-21`{OR_JULIAN}"))
}

/// `1731/32`, `1731/2`: the year that began in March, or some time in two years; `1914/18`; `2024/01`.
fn years(first: &str, last: &str) -> Option<String> {
    let is_number = |digits: &str| !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
    if first.len() != 4 || !is_number(first) {
        return None;
    }
    let digits: String = last.chars().take_while(char::is_ascii_digit).collect();
    let rest = &last[digits.len()..];
    if !matches!(digits.len(), 1 | 2) || !(rest.is_empty() || rest.starts_with('-')) {
        return None;
    }
    let (first_year, short): (u32, u32) = (first.parse().ok()?, digits.parse().ok()?);
    let century = 10_u32.pow(digits.len() as u32);
    let second = first_year - first_year % century + short;
    // The turn of a century: 1699/00.
    let second = if second <= first_year { second + century } else { second };
    if second == first_year + 1 {
        let month = if rest.is_empty() { "-02" } else { rest };
        return Some(format!(
            "for one year of two calendars write the New Style year, as EDTF dates are of the Gregorian calendar: \
             `{second:04}{month}`; for some time in the two years `{first}/{second:04}`"
        ));
    }
    let is_month = digits.len() == 2 && (1..=12).contains(&short) && rest.is_empty();
    match (second - first_year < century, is_month) {
        (_, true) => Some(format!("a month stands behind its year and `-`: `{first}-{digits}`")),
        (true, false) if rest.is_empty() && digits.len() == 2 => {
            Some(format!("for the years from the one to the other write `{first}/{second:04}`"))
        }
        _ => None,
    }
}

/// `10/21 March 1731`: one day, as each calendar counts it.
fn is_two_days(first: &str, last: &str) -> bool {
    let day = |word: &str| word.parse().is_ok_and(|day: u8| (1..=31).contains(&day));
    let mut words = last.split_whitespace();
    let is_second = words.next().is_some_and(day);
    is_second
        && day(first.rsplit(' ').next().unwrap_or(first))
        && words.next().is_some_and(|word| word.starts_with(|c: char| c.is_alphabetic()))
}

#[cfg(test)]
mod tests {
    use super::help;

    #[test]
    fn a_date_of_two_calendars_is_told_what_would_do() {
        for (text, part) in [
            ("1731/32", "`1732-02`; for some time in the two years `1731/1732`"),
            ("1731/2", "`1732-02`; for some time in the two years `1731/1732`"),
            ("1699/00", "`1700-02`; for some time in the two years `1699/1700`"),
            ("1731/32-02-11", "`1732-02-11`; for some time in the two years `1731/1732`"),
            ("10/21 March 1731", "the later of the two, such as `1731-03-21`"),
            ("10 March 1731 O.S.", "the New Style date, such as `1731-03-21`"),
            ("10 March 1731 (Old Style)", "the New Style date, such as `1731-03-21`"),
            ("10 March 1731 OS", "the New Style date, such as `1731-03-21`"),
            ("21 March 1731 N.S.", "the New Style date, such as `1731-03-21`"),
            ("10 March 1731 O.S., London", "the New Style date, such as `1731-03-21`"),
            ("1914/18", "write `1914/1918`"),
            ("2024/01", "`2024-01`"),
        ] {
            let told = help(text).unwrap();
            let told = told.strip_suffix(super::OR_JULIAN).unwrap_or(&told);
            assert!(told.ends_with(part), "{text}: {told}");
        }
        for text in [
            "1731/1732",
            "28/01/2024",
            "28 January 2024",
            "2023/24/25",
            "/32",
            "1731/é",
            "1914/14",
            "1914/8",
            "1914/18-02",
            "1731/132",
            "731/32",
            "+731/32",
            "x/21 March 1731",
            "10/21 1731",
            "10 March 1731, Oslo",
        ] {
            assert_eq!(help(text), None, "{text}");
        }
    }
}
