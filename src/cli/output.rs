//! Where output goes: colour, width, standard output and error.

use std::cell::RefCell;
use std::io::{BufWriter, ErrorKind, IsTerminal, StdoutLock, Write};

use clap::ValueEnum;

use super::heard::Heard;
use super::sealed::sealed;
use super::waiting::Waiting;
use crate::error::Error;
use crate::load::gate::next_line;
use crate::render::term::{Paint, Screen, Style};
use crate::render::unheard;
use crate::text::{directed, one_line};

/// When to colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum Colour {
    /// Where output goes to a terminal and NO_COLOR is not set
    Auto,
    Always,
    Never,
}

/// The terminal, or what stands in for it.
pub(super) struct Output {
    pub(super) paint: Paint,
    /// Columns: the terminal's, else those of COLUMNS, else 100.
    pub(super) width: usize,
    /// What was printed and noted, where somebody listens.
    heard: RefCell<Option<Heard>>,
    /// What is shown until something is printed.
    pub(super) waiting: Waiting,
}

impl Output {
    pub(super) fn new(colour: Colour) -> Self {
        let paint = match colour {
            Colour::Always => Paint::On,
            Colour::Never => Paint::Off,
            Colour::Auto => fit_for(&std::io::stdout()),
        };
        let asked = std::env::var("COLUMNS").ok().and_then(|columns| columns.parse().ok());
        let width = asked.or_else(columns).unwrap_or(100).clamp(40, 400);
        Output { paint, width, heard: RefCell::default(), waiting: Waiting::default() }
    }

    /// Listens from now on to what is printed and noted.
    pub(super) fn listen(&self) {
        self.heard.replace(Some(Heard::default()));
    }

    /// What was printed and noted since somebody listened; `None` where that was not all of it.
    pub(super) fn heard(&self) -> Option<Heard> {
        self.heard.take()
    }

    /// Prints and notes what was heard of another run.
    ///
    /// # Errors
    /// Standard output cannot be written to.
    pub(super) fn repeat(&self, out: &[u8], err: &[u8]) -> Result<(), Error> {
        self.waiting.over();
        put(out)?;
        let _ = std::io::stderr().lock().write_all(err);
        Ok(())
    }

    /// Where text for people goes.
    pub(super) fn screen(&self) -> Screen {
        Screen { paint: self.paint, width: self.width }
    }

    /// Prints a text for people: as [`Output::print`], and a runner of GitHub hears no command in it, and words of both directions keep theirs.
    ///
    /// # Errors
    /// Standard output cannot be written to.
    pub(super) fn address(&self, text: &str) -> Result<(), Error> {
        self.put(&for_people(text, self.paint))
    }

    /// Prints a text, of which nothing but our own colours steers a terminal. Where its reader has gone away nobody misses it, and the run comes to what it comes to.
    ///
    /// # Errors
    /// Standard output cannot be written to.
    pub(super) fn print(&self, text: &str) -> Result<(), Error> {
        self.put(&sealed(text, self.paint))
    }

    /// Prints a text for programs: as [`Output::print`], with nothing painted.
    ///
    /// # Errors
    /// Standard output cannot be written to.
    pub(super) fn give(&self, text: &str) -> Result<(), Error> {
        self.put(&sealed(text, Paint::Off))
    }

    /// Prints the mark by which some programs know UTF-8, ahead of a text for them.
    ///
    /// # Errors
    /// Standard output cannot be written to.
    pub(super) fn mark(&self) -> Result<(), Error> {
        self.put(BYTE_ORDER_MARK)
    }

    /// Says something to people, with nothing painted.
    ///
    /// # Errors
    /// Standard output cannot be written to.
    pub(super) fn tell(&self, text: &str) -> Result<(), Error> {
        self.put(&unheard(&sealed(text, Paint::Off)))
    }

    /// Hands a shell words that it asks for, and what parts them, as they are.
    ///
    /// # Errors
    /// Standard output cannot be written to.
    pub(super) fn hand(words: &[u8]) -> Result<(), Error> {
        put(words)
    }

    /// Answers that are printed one by one.
    pub(super) fn answers(&self) -> Answers {
        self.heard.take();
        self.waiting.over();
        Answers(BufWriter::new(std::io::stdout().lock()))
    }

    /// Says on standard error why nothing could be done.
    pub(super) fn complain(&self, error: &Error) {
        self.waiting.over();
        let mut err = std::io::stderr().lock();
        let _ = writeln!(
            err,
            "{} {}",
            self.paint.run(Style::Bad, "error:"),
            unheard(&one_line(&error.to_string()))
        );
        if let Some(help) = error.help() {
            let _ = writeln!(err, "help: {}", unheard(&sealed(help, Paint::Off)));
        }
    }

    /// Says something on standard error that is no result.
    pub(super) fn note(&self, text: &str) {
        let line = format!("{}\n", unheard(&sealed(text, Paint::Off)));
        self.waiting.over();
        let _ = std::io::stderr().lock().write_all(line.as_bytes());
        self.hear(|heard| &mut heard.err, &line);
    }

    /// Asks on the terminal; `None` where the input ends.
    ///
    /// # Errors
    /// The answer cannot be read.
    pub(super) fn ask(&self, prompt: &str) -> Result<Option<String>, Error> {
        self.waiting.over();
        let mut err = std::io::stderr().lock();
        let _ = err.write_all(sealed(prompt, Paint::Off).as_bytes()).and_then(|()| err.flush());
        drop(err);
        next_line(&mut std::io::stdin().lock())
    }

    /// Whether a person sits at both ends.
    pub(super) fn is_talk() -> bool {
        std::io::stdin().is_terminal() && std::io::stdout().is_terminal()
    }

    /// Prints a text that is fit for it.
    ///
    /// # Errors
    /// Standard output cannot be written to.
    pub(super) fn put(&self, text: &str) -> Result<(), Error> {
        self.waiting.over();
        put(text.as_bytes())?;
        self.hear(|heard| &mut heard.out, text);
        Ok(())
    }

    /// As [`Output::put`], of a text that is at hand in parts.
    ///
    /// # Errors
    /// Standard output cannot be written to.
    pub(super) fn put_all<'t>(&self, parts: impl Iterator<Item = &'t str>) -> Result<(), Error> {
        let mut text = String::new();
        for part in parts {
            text.push_str(part);
            if text.len() >= AT_ONCE {
                self.put(&text)?;
                text.clear();
            }
        }
        self.put(&text)
    }

    fn hear(&self, part: impl FnOnce(&mut Heard) -> &mut Vec<u8>, text: &str) {
        let mut heard = self.heard.borrow_mut();
        *heard = heard.take().and_then(|heard| heard.with(part, text));
    }
}

/// A text for people as it is to be printed. Of whole lines that is what it is for all of them together.
pub(super) fn for_people(text: &str, paint: Paint) -> String {
    directed(&sealed(&unheard(text), paint)).into_owned()
}

/// So many bytes are printed at once of what is at hand in parts.
const AT_ONCE: usize = 1 << 18;

/// What a file of UTF-8 may begin with.
pub(super) const BYTE_ORDER_MARK: &str = "\u{FEFF}";

fn put(bytes: &[u8]) -> Result<(), Error> {
    let mut out = std::io::stdout().lock();
    read(out.write_all(bytes).and_then(|()| out.flush())).map(|_| ())
}

/// Prints help or a version.
///
/// # Errors
/// Standard output cannot be written to.
pub(super) fn say(help: &clap::Error) -> Result<(), Error> {
    put(words(help, fit_for(&std::io::stdout())).as_bytes())
}

/// What is printed for `--version` alone, as the command line would say it that is described for all else.
pub(super) const VERSION: &str = concat!("gainsay ", env!("CARGO_PKG_VERSION"), "\n");

/// Prints the version.
///
/// # Errors
/// Standard output cannot be written to.
pub(super) fn tell_version() -> Result<(), Error> {
    put(VERSION.as_bytes())
}

/// Says on standard error what is wrong with the command line.
pub(super) fn refuse(wrong: &clap::Error) {
    let mut err = std::io::stderr().lock();
    let text = words(wrong, fit_for(&err));
    let _ = err.write_all(unheard(&text).as_bytes());
}

/// What is said of a command line.
fn words(said: &clap::Error, paint: Paint) -> String {
    let styled = said.render();
    let text = match paint {
        Paint::On => styled.ansi().to_string(),
        Paint::Off => styled.to_string(),
    };
    sealed(&text, paint).into_owned()
}

/// How many columns the terminal has that one of the three streams is.
fn columns() -> Option<usize> {
    #[cfg(unix)]
    let size = {
        use terminal_size::terminal_size_of;
        // The stream itself: what std has of standard input holds eight kilobytes to read into, which few runs do.
        let of_input = || terminal_size_of(rustix::stdio::stdin());
        terminal_size_of(std::io::stdout()).or_else(|| terminal_size_of(std::io::stderr())).or_else(of_input)
    };
    #[cfg(not(unix))]
    let size = terminal_size::terminal_size();
    size.map(|(width, _)| usize::from(width.0))
}

/// Colours for a terminal, where nobody asks for none.
fn fit_for(stream: &impl IsTerminal) -> Paint {
    let plain = std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
    if stream.is_terminal() && !plain { Paint::On } else { Paint::Off }
}

/// Answers that are printed one by one, as long as somebody reads them.
pub(super) struct Answers(BufWriter<StdoutLock<'static>>);

/// Whether the output has a reader.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Reader {
    There,
    Gone,
}

impl Answers {
    /// # Errors
    /// Standard output cannot be written to.
    pub(super) fn line(&mut self, answer: &str) -> Result<Reader, Error> {
        read(writeln!(self.0, "{}", unheard(&sealed(answer, Paint::Off))))
    }

    /// The same, at once for whoever waits for it.
    ///
    /// # Errors
    /// Standard output cannot be written to.
    pub(super) fn line_at_once(&mut self, answer: &str) -> Result<Reader, Error> {
        match self.line(answer)? {
            Reader::There => read(self.0.flush()),
            Reader::Gone => Ok(Reader::Gone),
        }
    }

    /// # Errors
    /// Standard output cannot be written to.
    pub(super) fn finish(mut self) -> Result<Reader, Error> {
        read(self.0.flush())
    }
}

/// What became of writing to standard output.
fn read(written: std::io::Result<()>) -> Result<Reader, Error> {
    match written {
        Ok(()) => Ok(Reader::There),
        Err(why) if why.kind() == ErrorKind::BrokenPipe => Ok(Reader::Gone),
        Err(why) => Err(Error::stream("write to", "standard output", why)),
    }
}
