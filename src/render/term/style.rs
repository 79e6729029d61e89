//! What a piece of text means, and how each meaning is painted.

use std::fmt::Write as _;

use anstyle::{AnsiColor, Style as Look};

/// Whether to colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Paint {
    On,
    Off,
}

/// What a run of text means to its reader.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Style {
    #[default]
    Plain,
    /// A title, or the name of what is spoken of.
    Heading,
    /// What is there to be looked up, not to be read.
    Dim,
    /// A conflict, an error, words that do not stand.
    Bad,
    /// What is open, or to be looked at.
    Warn,
    /// What holds.
    Good,
    /// Words that the first of two texts has and the second has not.
    Gone,
    /// Words that the second of two texts has and the first has not.
    Come,
}

impl Style {
    fn look(self) -> Look {
        match self {
            Style::Plain => Look::new(),
            Style::Heading => Look::new().bold(),
            Style::Dim => Look::new().dimmed(),
            Style::Bad | Style::Gone => AnsiColor::Red.on_default().bold(),
            Style::Warn => AnsiColor::Yellow.on_default().bold(),
            Style::Good | Style::Come => AnsiColor::Green.on_default(),
        }
    }
}

impl Paint {
    pub(crate) fn is_on(self) -> bool {
        self == Paint::On
    }

    /// The text as a terminal shows it in this style.
    pub(crate) fn run(self, style: Style, text: &str) -> String {
        let mut run = String::with_capacity(text.len());
        self.add(&mut run, style, text);
        run
    }

    /// Adds it to others.
    pub(super) fn add(self, out: &mut String, style: Style, text: &str) {
        match (self, style) {
            (Paint::Off, _) | (_, Style::Plain) => out.push_str(text),
            (Paint::On, style) => {
                let look = style.look();
                let _ = write!(out, "{look}{text}{look:#}");
            }
        }
    }
}
