//! What a piece of text means, and how each meaning is painted.

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
        match (self, style) {
            (Paint::Off, _) | (_, Style::Plain) => text.to_owned(),
            (Paint::On, style) => {
                let look = style.look();
                format!("{look}{text}{look:#}")
            }
        }
    }
}
