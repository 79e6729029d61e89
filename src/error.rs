//! Why gainsay could not run at all. What is wrong *in* a dossier is never an error but a finding.

use std::fmt;
use std::path::{Path, PathBuf};

/// A run that could not take place: nothing was checked.
#[derive(Debug)]
pub struct Error {
    what: What,
    hint: Option<String>,
}

#[derive(Debug)]
enum What {
    Io { doing: &'static str, path: PathBuf, why: std::io::Error },
    Said(String),
}

impl Error {
    pub(crate) fn io(doing: &'static str, path: &Path, why: std::io::Error) -> Self {
        Error { what: What::Io { doing, path: path.to_owned(), why }, hint: None }
    }

    pub(crate) fn said(message: impl Into<String>) -> Self {
        Error { what: What::Said(message.into()), hint: None }
    }

    pub(crate) fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = Some(hint.into());
        self
    }

    /// What to do about it, where there is something to say.
    pub fn help(&self) -> Option<&str> {
        self.hint.as_deref()
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.what {
            What::Io { doing, path, why } => write!(f, "could not {doing} `{}`: {why}", path.display()),
            What::Said(message) => f.write_str(message),
        }
    }
}

impl std::error::Error for Error {}
