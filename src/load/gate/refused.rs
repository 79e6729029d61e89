//! Why a file is not opened.

use std::fmt;
use std::io;

use super::most::Most;
use crate::model::problem::ProblemKind;

/// Why a file is not opened, or not read to its end. It ends the clause `FILE ...`.
#[derive(Debug)]
pub(crate) enum Refused {
    /// What it leads to lies outside of the folder that nothing is read from beyond.
    Outside,
    /// A link leads to a file whose name begins with a dot, or into such a folder.
    Hidden,
    /// A link leads to a file of another kind, by the ending of its name.
    OtherKind,
    /// It is no regular file, but this.
    NoFile(&'static str),
    TooLarge(Most),
    /// A link leads to what is read already.
    Again,
    /// It is not there, or cannot be read.
    Io(io::Error),
}

impl Refused {
    /// The kind of problem that it is.
    pub(crate) fn kind(&self) -> ProblemKind {
        match self {
            Refused::Outside | Refused::Hidden | Refused::OtherKind => ProblemKind::OutsideFile,
            Refused::NoFile(_) | Refused::TooLarge(_) | Refused::Again | Refused::Io(_) => {
                ProblemKind::UnreadableFile
            }
        }
    }

    /// What to do about it.
    pub(crate) fn help(&self) -> &'static str {
        match self {
            Refused::Outside | Refused::Hidden | Refused::OtherKind => {
                "keep the file itself in the dossier: nothing that lies elsewhere is read"
            }
            Refused::NoFile(_) => "name it otherwise, or keep a regular file there",
            Refused::TooLarge(_) => "split it, or keep the part that is needed",
            Refused::Again => "take the link away",
            Refused::Io(_) => "see that it is there and may be read, or take it away",
        }
    }

    /// The same for those who cannot go on without the file.
    pub(in crate::load) fn into_io(self) -> io::Error {
        match self {
            Refused::Io(why) => why,
            other => io::Error::new(io::ErrorKind::InvalidInput, format!("it {other}")),
        }
    }
}

impl From<io::Error> for Refused {
    fn from(why: io::Error) -> Self {
        Refused::Io(why)
    }
}

impl fmt::Display for Refused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Refused::Outside => f.write_str("leads out of its folder"),
            Refused::Hidden => f.write_str("leads to a hidden file"),
            Refused::OtherKind => f.write_str("leads to a file of another kind"),
            Refused::NoFile(what) => write!(f, "is {what}, not a regular file"),
            Refused::TooLarge(most) => write!(f, "is larger than {}", most.said()),
            Refused::Again => f.write_str("leads to what is read already"),
            Refused::Io(why) => write!(f, "cannot be read: {why}"),
        }
    }
}
