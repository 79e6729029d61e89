//! What a command prints in: a table of its formats, each with what it is for and what makes it.

use std::ops::{Deref, DerefMut};

use clap::ValueEnum;
use serde::Serialize;

use super::output::{Output, for_people};
use super::sealed::sealed;
use crate::error::Error;
use crate::render;
use crate::render::term::{Paint, Screen};
use crate::text::directed;

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

    fn write(self, out: &mut Page<'_>, view: &V, screen: Screen);

    /// The whole of it for a file: nothing in it steers a terminal that shows the file.
    fn file(self, view: &V, screen: Screen) -> String {
        let mut page = Page::default();
        self.write(&mut page, view, Screen { paint: Paint::Off, ..screen });
        let text = sealed(&page.text, Paint::Off);
        match self.used() {
            For::Programs => text.into_owned(),
            For::Desk | For::Others => directed(&text).into_owned(),
        }
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

            fn write(
                self,
                out: &mut $crate::cli::formats::Page<'_>,
                view: &$view,
                screen: $crate::render::term::Screen,
            ) {
                let write: fn(
                    &mut $crate::cli::formats::Page<'_>,
                    &$view,
                    $crate::render::term::Screen,
                ) = match self {
                    $($format::$name => $write,)+
                };
                write(out, view, screen)
            }
        }
    };
}
pub(super) use formats;

/// What a format writes: a text, or where it goes on to as it is made.
#[derive(Default)]
pub(super) struct Page<'p> {
    pub(super) text: String,
    /// Takes what is behind the text.
    onward: Option<&'p mut dyn FnMut(&str)>,
}

impl Deref for Page<'_> {
    type Target = String;
    fn deref(&self) -> &String {
        &self.text
    }
}

impl DerefMut for Page<'_> {
    fn deref_mut(&mut self) -> &mut String {
        &mut self.text
    }
}

/// The versioned view itself. It may be as large as all memory: where it is printed, none of it is held.
pub(super) fn json<V: Serialize>(page: &mut Page<'_>, view: &V, _: Screen) {
    match &mut page.onward {
        Some(onward) => {
            onward(&std::mem::take(&mut page.text));
            render::json_to(view, onward);
        }
        None => page.text.push_str(&render::json(view)),
    }
}

impl For {
    /// Adds whole lines to others as they are to be printed.
    pub(super) fn fit(self, out: &mut String, lines: &str, paint: Paint) {
        match self {
            For::Programs => out.push_str(&sealed(lines, Paint::Off)),
            For::Desk | For::Others => out.push_str(&for_people(lines, paint)),
        }
    }
}

impl Output {
    /// Prints a view, below a heading where people read it.
    ///
    /// # Errors
    /// Standard output cannot be written to.
    pub(super) fn show<V, F: Formats<V>>(&self, format: F, view: &V, heading: &str) -> Result<(), Error> {
        if format.used() != For::Programs {
            let mut page = Page { text: heading.to_owned(), onward: None };
            format.write(&mut page, view, self.screen());
            return self.address(&page.text);
        }
        let mut printed = Ok(());
        let mut onward = |text: &str| {
            if printed.is_ok() {
                // No program is shown colours, not even ours.
                printed = self.give(text);
            }
        };
        let mut page = Page { text: String::new(), onward: Some(&mut onward) };
        format.write(&mut page, view, self.screen());
        let text = page.text;
        if !text.is_empty() {
            onward(&text);
        }
        printed
    }
}
