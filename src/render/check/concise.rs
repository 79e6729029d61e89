//! A check, one line a finding, as editors and grep like it.

use std::fmt::Write;

use crate::view::check::CheckView;

/// `FILE:LINE:COLUMN: level[rule]: message`.
pub(crate) fn render(out: &mut String, view: &CheckView) {
    for finding in &view.findings {
        if let (Some(file), Some(line), Some(column)) = (finding.file, finding.line, finding.column) {
            let _ = write!(out, "{file}:{line}:{column}: ");
        }
        let state = match (finding.explained, finding.known) {
            (Some(_), _) => " (explained)",
            (None, true) => " (known)",
            (None, false) => "",
        };
        let _ = writeln!(out, "{}[{}]: {}{state}", finding.level, finding.rule, finding.message);
    }
    crate::render::check::human::summary(out, view);
}
