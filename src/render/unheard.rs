//! Text in which a runner of GitHub hears no command, whatever a source wrote.
//!
//! <https://docs.github.com/actions/reference/workflow-commands-for-github-actions>

use std::borrow::Cow;

/// A text for people in which a runner of GitHub hears no command: it obeys what follows `##[` anywhere in a line, and `::` at
/// the front of one.
pub(crate) fn unheard(text: &str) -> Cow<'_, str> {
    parted(text, ": :", "# #[")
}

/// HTML in which a runner hears none: the same text, written otherwise. No style and no script has such words.
pub(crate) fn unheard_html(page: &str) -> Cow<'_, str> {
    parted(page, "&#58;:", "#&#35;[")
}

/// A text with other words for `::` at the front of a line and for `##[`.
fn parted<'t>(text: &'t str, colons: &str, hashes: &str) -> Cow<'t, str> {
    let is_heard = |line: &str| {
        let name = line.trim_start().strip_prefix("::");
        name.is_some_and(|name| name.starts_with(|c: char| c.is_ascii_alphabetic()))
    };
    if !text.contains("##[") && !text.lines().any(is_heard) {
        return Cow::Borrowed(text);
    }
    let unheard = |line: &str| match is_heard(line) {
        true => line.replacen("::", colons, 1),
        false => line.to_owned(),
    };
    Cow::Owned(text.split_inclusive('\n').map(unheard).collect::<String>().replace("##[", hashes))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_runner_hears_no_command_in_what_others_wrote() {
        for (text, people, page) in [
            ("a::b #[c", "a::b #[c", "a::b #[c"),
            ("::error::b\nc", ": :error::b\nc", "&#58;:error::b\nc"),
            ("a\n  ::b::c\n", "a\n  : :b::c\n", "a\n  &#58;:b::c\n"),
            ("  ::: sources/a.toml:8:9", "  ::: sources/a.toml:8:9", "  ::: sources/a.toml:8:9"),
            ("a ##[error]b", "a # #[error]b", "a #&#35;[error]b"),
            ("a ###[b", "a ## #[b", "a ##&#35;[b"),
        ] {
            assert_eq!((&*unheard(text), &*unheard_html(text)), (people, page), "{text:?}");
        }
    }

    #[test]
    fn the_parts_of_the_page_that_are_no_text_stay_as_they_are() {
        for part in [include_str!("report/html/page.css"), include_str!("report/html/page.js")] {
            assert!(!part.is_empty() && matches!(unheard_html(part), Cow::Borrowed(_)));
        }
    }
}
