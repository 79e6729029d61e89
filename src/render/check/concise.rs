//! A check, one line a finding, as editors and grep like it.

use std::fmt::Write;

use super::one_by_one::OneByOne;
use super::summary::summary;
use crate::render::term::Screen;
use crate::render::unheard;
use crate::text::one_line;
use crate::view::check::{Checked, Excuse, Flagged};

/// How it tells findings one by one.
pub(crate) const ONE_BY_ONE: OneByOne = OneByOne { told, end };

/// `FILE:LINE:COLUMN: level[rule]: message`.
pub(crate) fn render(out: &mut String, view: &Checked) {
    let mut lines = String::new();
    view.told().for_each(|finding| line(&mut lines, finding));
    summary(view).iter().for_each(|line| lines.extend([line, "\n"]));
    out.push_str(&unheard(&lines));
}

/// One finding.
fn told(out: &mut String, _: &Checked, finding: &Flagged, _: Screen) {
    let mut text = String::new();
    line(&mut text, finding);
    out.push_str(&unheard(&text));
}

/// The lines below the findings.
fn end(out: &mut String, lines: &[String], _: Screen) {
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
