//! A check, one line a finding, as editors and grep like it.

use std::fmt::Write;

use super::summary::summary;
use crate::render::unheard;
use crate::text::one_line;
use crate::view::check::{Checked, Excuse, Flagged};

/// `FILE:LINE:COLUMN: level[rule]: message`.
pub(crate) fn render(out: &mut String, view: &Checked) {
    let mut lines = String::new();
    view.told().for_each(|finding| line(&mut lines, finding));
    summary(view).iter().for_each(|line| lines.extend([line, "\n"]));
    out.push_str(&unheard(&lines));
}

/// One finding.
pub(super) fn told(out: &mut String, finding: &Flagged) {
    let mut text = String::new();
    line(&mut text, finding);
    out.push_str(&unheard(&text));
}

/// The lines below the findings.
pub(super) fn end(out: &mut String, lines: &[String]) {
    lines.iter().for_each(|line| out.extend([&*unheard(line), "\n"]));
}

fn line(out: &mut String, finding: &Flagged) {
    if let (Some(file), Some(line), Some(column)) = (finding.file, finding.line, finding.column) {
        let _ = write!(out, "{}:{line}:{column}: ", one_line(file));
    }
    let state = match finding.excuse {
        Some(Excuse::Assessment | Excuse::Comment) => " (explained)",
        Some(Excuse::Baseline) => " (known)",
        None => "",
    };
    let message = one_line(&finding.message);
    let _ = writeln!(out, "{}[{}]: {message}{state}", finding.level, finding.rule);
}
