//! A check as workflow commands, which GitHub shows beside the lines of a pull request.
//!
//! <https://docs.github.com/actions/reference/workflow-commands-for-github-actions>

use std::fmt::Write;

use super::summary::summary;
use super::{more, place};
use crate::render::unheard;
use crate::text::shown;
use crate::view::check::{Checked, Excuse, Flagged, Level};

/// `::error file=F,line=L,col=C,title=RULE::MESSAGE`, a line each, then the summary as plain lines.
pub(crate) fn render(out: &mut String, view: &Checked) {
    for finding in view.told() {
        command(out, view, finding);
    }
    if view.exit == 2 {
        out.push_str("::error title=nothing-checked::nothing was checked: no claim could be read\n");
    }
    let lines: String = summary(view).iter().flat_map(|line| [line, "\n"]).collect();
    out.push_str(&unheard(&lines));
}

fn command(out: &mut String, view: &Checked, finding: &Flagged) {
    let name = match (finding.counts(), finding.level) {
        (false, _) => "notice",
        (true, Level::Deny) => "error",
        (true, _) => "warning",
    };
    let _ = write!(out, "::{name} ");
    if let Some(mark) = finding.marks().first() {
        let file = property(&view.path(mark.path));
        let _ = write!(out, "file={file},line={},col={},", mark.line, mark.column);
    }
    let mut message = finding.message.clone();
    if finding.excuse == Some(Excuse::Baseline) {
        message.push_str(" (known: listed in the baseline)");
    }
    let others = finding.marks().iter().skip(1).map(|mark| format!("beside {}", place(view, mark)));
    for line in others.chain(more(finding)) {
        message.push('\n');
        message.push_str(&line);
    }
    let _ = writeln!(out, "title={}::{}", property(finding.rule), data(&message));
}

/// What stands after the second `::`.
fn data(text: &str) -> String {
    let text = text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A");
    shown(&text).into_owned()
}

/// The value of a property.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::{data, property};
    use crate::judge::tests::DISPUTED;
    use crate::view::check::tests::viewed;

    #[test]
    fn no_text_ends_a_command_or_begins_another() {
        assert_eq!(data("100%\r\n::error::x, y"), "100%25%0D%0A::error::x, y");
        assert_eq!(property("a:b,c%d\n"), "a%3Ab%2Cc%25d%0A");
        assert_eq!(data("a\u{2028}\u{1b}]8"), "a\\u{2028}\\u{1b}]8");
    }

    #[test]
    fn a_finding_is_one_line_at_its_place_below_the_base() {
        let text = viewed(DISPUTED, |view| {
            view.base = "desk/".to_owned();
            let mut out = String::new();
            super::render(&mut out, view);
            out
        });
        let errors: Vec<&str> = text.lines().filter(|line| line.starts_with("::error ")).collect();
        assert_eq!(errors.len(), 1, "{text}");
        // Claims are marked in the order of their names: the courier's, which is written second, goes first.
        let start =
            "::error file=desk/claims/a.toml,line=9,col=9,title=contradiction::sources contradict each other";
        assert!(errors[0].starts_with(start), "{text}");
        assert!(errors[0].contains("%0Anote: "), "{text}");
    }
}
