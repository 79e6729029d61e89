//! A source that may be written, for people.

use super::source::{ending, source};
use super::term::Screen;
use crate::view::drafted::DraftedSource;

pub(crate) fn render(out: &mut String, view: &DraftedSource, _: Screen) {
    source(out, view);
    ending(out, view);
}
