//! What a command prints in: a table of its formats, each with what it is for and what makes it.

use clap::ValueEnum;
use serde::Serialize;

use super::output::Output;
use super::sealed::sealed;
use crate::error::Error;
use crate::render;
use crate::render::term::{Paint, Screen};

/// What an output is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum For {
    /// A person at the desk.
    Desk,
    /// People elsewhere, who read it as text.
    Others,
    /// A program, a browser among them: it begins with the first byte.
    Programs,
}

/// A choice of formats for a view.
pub(super) trait Formats<V>: Copy + ValueEnum {
    fn used(self) -> For;

    fn write(self, out: &mut String, view: &V, screen: Screen);

    /// The whole of it for a file: nothing in it steers a terminal that shows the file.
    fn file(self, view: &V, screen: Screen) -> String {
        let mut text = String::new();
        self.write(&mut text, view, Screen { paint: Paint::Off, ..screen });
        sealed(&text, Paint::Off).into_owned()
    }
}

/// Makes the choice of formats of a command: of each a name, its help, what it is for, and what writes it.
macro_rules! formats {
    ($format:ident shows $view:ty { $($(#[$help:meta])* $name:ident for $used:ident = $write:expr,)+ }) => {
        #[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
        enum $format {
            $($(#[$help])* $name,)+
        }

        impl $crate::cli::formats::Formats<$view> for $format {
            fn used(self) -> $crate::cli::formats::For {
                match self {
                    $($format::$name => $crate::cli::formats::For::$used,)+
                }
            }

            fn write(self, out: &mut String, view: &$view, screen: $crate::render::term::Screen) {
                let write: fn(&mut String, &$view, $crate::render::term::Screen) = match self {
                    $($format::$name => $write,)+
                };
                write(out, view, screen)
            }
        }
    };
}
pub(super) use formats;

/// The versioned view itself.
pub(super) fn json<V: Serialize>(out: &mut String, view: &V, _: Screen) {
    out.push_str(&render::json(view));
}

impl Output {
    /// Prints a view, below a heading where people read it.
    ///
    /// # Errors
    /// Standard output cannot be written to.
    pub(super) fn show<V, F: Formats<V>>(&self, format: F, view: &V, heading: &str) -> Result<(), Error> {
        let mut text = match format.used() {
            For::Desk | For::Others => heading.to_owned(),
            For::Programs => String::new(),
        };
        format.write(&mut text, view, self.screen());
        match format.used() {
            For::Desk | For::Others => self.address(&text),
            For::Programs => self.print(&text),
        }
    }
}
