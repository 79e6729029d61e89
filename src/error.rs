//! Why gainsay could not run at all. What is wrong *in* a dossier is never an error but a finding.

use std::fmt;
use std::path::{Path, PathBuf};

/// A run that could not take place: nothing was checked.
///
/// Its `Display` is one line for people, without a full stop; [`Error::help`] says what to do about it, [`Error::kind`]
/// what a program may tell apart.
#[derive(Debug)]
pub struct Error {
    kind: ErrorKind,
    message: String,
    path: Option<PathBuf>,
    why: Option<std::io::Error>,
    help: Option<String>,
}

/// What kept a run from taking place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ErrorKind {
    /// A file, a folder or a stream could not be read or written; [`std::error::Error::source`] says why.
    Io,
    /// There is no dossier: no `gainsay.toml` in the folder, in any above it, or at the revision.
    NoDossier,
    /// The dossier holds no claim that could be read, or none that was out on the day that is asked about.
    NothingToCheck,
    /// A text is not held, or what is held is no text.
    NoText,
    /// Nothing has the name that was given.
    Unknown,
    /// More than one thing has the name that was given.
    Ambiguous,
    /// What was given cannot be read: a date, a line of input.
    Unreadable,
    /// Git is not there, or knows no such revision.
    Revision,
    /// What was asked for does not go together, or would overwrite what stands.
    Refused,
}

impl Error {
    /// A file or folder that could not be read, made or written: `could not DOING PATH`.
    pub(crate) fn io(doing: &str, path: &Path, why: std::io::Error) -> Self {
        let error = Error::stream(doing, &path.display().to_string(), why);
        Error { path: Some(path.to_owned()), ..error }
    }

    /// Something else than a file that could not be read or written.
    pub(crate) fn stream(doing: &str, name: &str, why: std::io::Error) -> Self {
        let error = Error::new(ErrorKind::Io, format!("could not {doing} `{name}`: {why}"));
        Error { why: Some(why), ..error }
    }

    pub(crate) fn new(kind: ErrorKind, message: impl Into<String>) -> Self {
        Error { kind, message: message.into(), path: None, why: None, help: None }
    }

    /// The file or folder that it is about.
    pub(crate) fn at(self, path: &Path) -> Self {
        Error { path: Some(path.to_owned()), ..self }
    }

    /// The same of one of several files: its name stands at the front.
    pub(crate) fn of(self, name: &str) -> Self {
        Error { message: format!("`{name}`: {}", self.message), ..self }
    }

    pub(crate) fn hint(self, help: impl Into<String>) -> Self {
        Error { help: Some(help.into()), ..self }
    }

    /// What kept the run from taking place.
    pub fn kind(&self) -> ErrorKind {
        self.kind
    }

    /// The file or folder that it is about, where it is about one.
    pub fn path(&self) -> Option<&Path> {
        self.path.as_deref()
    }

    /// What to do about it, where there is something to say.
    pub fn help(&self) -> Option<&str> {
        self.help.as_deref()
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for Error {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        self.why.as_ref().map(|why| why as _)
    }
}

#[cfg(test)]
mod tests {
    use std::error::Error as _;
    use std::io;

    use super::*;

    #[test]
    fn a_caller_can_tell_what_where_and_why() {
        let error =
            Error::io("read", Path::new("a/b.toml"), io::Error::from(io::ErrorKind::PermissionDenied));
        assert_eq!(error.to_string(), "could not read `a/b.toml`: permission denied");
        assert_eq!(
            (error.kind(), error.path(), error.help()),
            (ErrorKind::Io, Some(Path::new("a/b.toml")), None)
        );
        let why = error.source().and_then(|why| why.downcast_ref::<io::Error>()).map(io::Error::kind);
        assert_eq!(why, Some(io::ErrorKind::PermissionDenied));

        let error = Error::new(ErrorKind::Unknown, "no question is called `a`").hint("did you mean `b`?");
        assert_eq!((error.kind(), error.path()), (ErrorKind::Unknown, None));
        assert_eq!(error.help(), Some("did you mean `b`?"));
        assert!(error.source().is_none());
    }
}
