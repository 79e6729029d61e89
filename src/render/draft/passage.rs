//! A paragraph of a draft, whose words lead to the notes on them, with the notes beside it.

use askama::Template;
use askama::filters::HtmlSafe;

use super::note::Note;
use crate::render::report::html::badge::{Badge, Hue};
use crate::view::draft::annotated::{AnnotatedParagraph, DraftRun, NoteMark};

/// A paragraph with its notes.
#[derive(Template)]
#[template(path = "passage.html", config = "src/render/draft/askama.toml")]
pub(super) struct Passage<'v> {
    is_heading: bool,
    runs: Vec<Run<'v>>,
    notes: Vec<Note<'v>>,
}

/// Words that the same notes are on.
struct Run<'v> {
    words: &'v str,
    /// The note that they lead to.
    on: Option<Reference>,
    /// Whether that note ends with them: its number stands behind them, and it leads back to them.
    ends: bool,
    /// What else ends with them.
    others: Vec<Reference>,
}

/// A reference to a note.
struct Reference {
    number: usize,
    hue: Hue,
    state: &'static str,
}

impl HtmlSafe for Passage<'_> {}

impl<'v> Passage<'v> {
    pub(super) fn new(paragraph: &'v AnnotatedParagraph) -> Self {
        Passage {
            is_heading: paragraph.is_heading,
            runs: paragraph.runs.iter().map(Run::new).collect(),
            notes: paragraph.notes.iter().map(Note::new).collect(),
        }
    }
}

impl<'v> Run<'v> {
    fn new(run: &'v DraftRun) -> Self {
        let others = run.ends.iter().filter(|mark| Some(**mark) != run.on);
        Run {
            words: &run.words,
            on: run.on.map(Reference::new),
            ends: run.on.is_some_and(|mark| run.ends.contains(&mark)),
            others: others.copied().map(Reference::new).collect(),
        }
    }
}

impl Reference {
    fn new(mark: NoteMark) -> Self {
        Reference { number: mark.number, hue: Badge::of_note(mark.state).hue, state: mark.state.name() }
    }
}
