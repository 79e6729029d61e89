//! What is found told one by one: each finding is printed by itself, so that what is judged part by part can be put together.

use crate::cli::formats::For;
use crate::cli::levels::Levels;
use crate::cli::looking::Looking;
use crate::render::check::OneByOne;
use crate::render::term::Screen;
use crate::view::check::{Checked, Counts};
use crate::view::tally::Tally;

/// How the dossier is looked at and judged, and how what is found is told, to whom.
pub(super) struct Asked<'a> {
    pub(super) looking: &'a Looking,
    pub(super) levels: &'a Levels,
    pub(super) way: OneByOne,
    pub(super) used: For,
}

/// What is printed of the findings of a check.
#[derive(Default)]
pub(super) struct Printed {
    pub(super) text: String,
    /// By finding: how many bytes of it.
    pub(super) bytes: Vec<usize>,
}

impl Printed {
    /// Of all findings, each by itself.
    pub(super) fn of(view: &Checked<'_>, (way, used): (OneByOne, For), screen: Screen) -> Self {
        let mut printed = Printed::default();
        let mut text = String::new();
        for finding in &view.findings {
            text.clear();
            (way.told)(&mut text, view, finding, screen);
            let before = printed.text.len();
            used.fit(&mut printed.text, &text, screen.paint);
            printed.bytes.push(printed.text.len() - before);
        }
        printed
    }
}

/// Adds the lines below all findings.
pub(super) fn end(
    text: &mut String,
    numbers: (&Counts, &Tally),
    (way, used): (OneByOne, For),
    screen: Screen,
) {
    let mut lines = String::new();
    way.end(&mut lines, numbers, screen);
    used.fit(text, &lines, screen.paint);
}
