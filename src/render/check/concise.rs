//! A check, one line a finding, as editors and grep like it.

use std::fmt::Write;

use super::summary::summary;
use crate::render::unheard;
use crate::text::one_line;
use crate::view::check::{Checked, Excuse};

/// `FILE:LINE:COLUMN: level[rule]: message`.
pub(crate) fn render(out: &mut String, view: &Checked) {
    let mut lines = String::new();
    for finding in view.told() {
        if let (Some(file), Some(line), Some(column)) = (finding.file, finding.line, finding.column) {
            let _ = write!(lines, "{}:{line}:{column}: ", one_line(file));
        }
        let state = match finding.excuse {
            Some(Excuse::Assessment | Excuse::Comment) => " (explained)",
            Some(Excuse::Baseline) => " (known)",
            None => "",
        };
        let message = one_line(&finding.message);
        let _ = writeln!(lines, "{}[{}]: {message}{state}", finding.level, finding.rule);
    }
    summary(view).iter().for_each(|line| lines.extend([line, "\n"]));
    out.push_str(&unheard(&lines));
}
