//! A check, one line a finding, as editors and grep like it.

use std::fmt::Write;

use super::check::CheckView;

/// `FILE:LINE:COLUMN: level[rule]: message`.
pub(crate) fn render(out: &mut String, view: &CheckView) {
    for finding in &view.findings {
        if let (Some(file), Some(line), Some(column)) = (finding.file, finding.line, finding.column) {
            let _ = write!(out, "{file}:{line}:{column}: ");
        }
        let explained = if finding.explained.is_some() { " (explained)" } else { "" };
        let _ = writeln!(out, "{}[{}]: {}{explained}", finding.level, finding.rule, finding.message);
    }
    super::human::summary(out, view);
}
