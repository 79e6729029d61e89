//! An assessment that is filled in, for people: as it stands in its file, until it is written there.

use std::fmt::Write;

use super::term::Screen;
use crate::text::one_line;
use crate::view::assessed::FilledAssessment;

/// The TOML of it, or into which file it was written.
pub(crate) fn render(out: &mut String, view: &FilledAssessment, _: Screen) {
    let question = one_line(&view.question);
    let _ = match (&view.file, &view.toml) {
        (Some(file), _) => writeln!(out, "wrote an assessment of {question} into {}", one_line(file)),
        (None, Some(toml)) => write!(out, "{toml}"),
        (None, None) => writeln!(out, "nothing is in dispute on {question}"),
    };
}
