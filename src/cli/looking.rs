//! `--archive DIR` and `--as-of DATE`, which mean the same in every command that judges.

use std::path::PathBuf;

use clap::Args;

use super::formats::{For, Formats};
use super::place::Place;
use super::threads;
use crate::audit::Audit;
use crate::error::{Error, ErrorKind};
use crate::model::shard::Shard;
use crate::view::withheld::Reader;

/// Where the texts are that the dossier may not carry itself.
#[derive(Clone, Debug, Default, Args)]
pub(super) struct Texts {
    /// A folder of archived texts: a file there is a source's text when its SHA-256 is the source's, whatever its
    /// name; may be given several times
    #[arg(long, value_name = "DIR", env = ARCHIVE, value_delimiter = PATHS)]
    archive: Vec<PathBuf>,
}

/// The variable that names folders where no option does.
const ARCHIVE: &str = "GAINSAY_ARCHIVE";

/// What stands between folders in it.
#[cfg(windows)]
const PATHS: char = ';';
#[cfg(not(windows))]
const PATHS: char = ':';

impl Texts {
    /// The dossier with these texts.
    ///
    /// # Errors
    /// No dossier, or one that cannot be read.
    pub(super) fn audit(&self, place: &Place) -> Result<Audit, Error> {
        self.share(Shard::WHOLE, place)
    }

    /// One share of the dossier with these texts.
    ///
    /// # Errors
    /// As [`Texts::audit`].
    fn share(&self, shard: Shard, place: &Place) -> Result<Audit, Error> {
        let root = place.root()?;
        if self.archive.is_empty() {
            threads::fit_for_run(&root, place);
        }
        Ok(Audit::share(&root, shard, &place.recorder, &place.progress)?.with_archive(&self.archive))
    }

    /// The folders of texts.
    pub(super) fn folders(&self) -> &[PathBuf] {
        &self.archive
    }

    /// Whether an option named them, and not the environment.
    fn are_given(&self) -> bool {
        let named = std::env::var_os(ARCHIVE).unwrap_or_default();
        !self.archive.is_empty() && !std::env::split_paths(&named).eq(self.archive.iter().cloned())
    }
}

/// Which texts are looked at, and as of which day.
#[derive(Clone, Debug, Default, Args)]
pub(super) struct Looking {
    #[command(flatten)]
    texts: Texts,

    /// Show what was known on that day: sources that came out later are left out, those without a date stay
    #[arg(long, value_name = "DATE")]
    as_of: Option<String>,
}

impl Looking {
    /// The folders of texts.
    pub(super) fn archives(&self) -> &[PathBuf] {
        self.texts.folders()
    }

    /// Whether a day in the past is asked about.
    pub(super) fn is_past(&self) -> bool {
        self.as_of.is_some()
    }

    /// The dossier, asked about so.
    ///
    /// # Errors
    /// No dossier, one that cannot be read, or no date.
    pub(super) fn audit(&self, place: &Place) -> Result<Audit, Error> {
        self.share(Shard::WHOLE, place)
    }

    /// One share of the dossier, asked about so.
    ///
    /// # Errors
    /// As [`Looking::audit`].
    pub(super) fn share(&self, shard: Shard, place: &Place) -> Result<Audit, Error> {
        let audit = self.texts.share(shard, place)?;
        match &self.as_of {
            Some(words) => audit.known_on(words),
            None => Ok(audit),
        }
    }

    /// The dossier as it is recorded for everyone: with the texts beside it and its lock, as of now, whoever asks.
    ///
    /// # Errors
    /// No dossier, one that cannot be read, or an option that asks for something else.
    pub(super) fn for_the_record(&self, place: &Place) -> Result<Audit, Error> {
        if self.as_of.is_some() {
            let error =
                Error::new(ErrorKind::Refused, "`--as-of` is for looking: reports/ holds what is known now");
            return Err(error.hint("print it instead: `gainsay report --as-of DATE --format markdown`"));
        }
        if self.texts.are_given() {
            let error = Error::new(
                ErrorKind::Refused,
                "`--archive` is for looking: reports/ holds what everyone finds who has the record",
            );
            return Err(error.hint("print it instead: `gainsay report --archive DIR --format markdown`"));
        }
        Audit::watched(place.root()?, &place.progress)
    }
}

/// Whose eyes the output is for.
#[derive(Clone, Copy, Debug, Default, Args)]
pub(super) struct ForWhom {
    /// Show words of restricted sources too, for the desk that holds them; on a terminal alone, not in formats that go
    /// elsewhere
    #[arg(long)]
    show_restricted: bool,
}

impl ForWhom {
    /// Whether nothing is shown that is not for everybody.
    pub(super) fn is_anyone(self) -> bool {
        !self.show_restricted
    }

    /// Who reads a format.
    ///
    /// # Errors
    /// Words are asked for that are not for everybody, in a format that leaves the desk.
    pub(super) fn reads<V, F: Formats<V>>(self, format: F) -> Result<Reader, Error> {
        if !self.show_restricted {
            return Ok(Reader::Anyone);
        }
        if format.used() == For::Desk {
            return Ok(Reader::Desk);
        }
        let name = format.to_possible_value().map(|value| value.get_name().to_owned()).unwrap_or_default();
        let message = format!("`--show-restricted` is for the desk, and `--format {name}` leaves it");
        Err(Error::new(ErrorKind::Refused, message).hint("leave one of the two out"))
    }
}

/// Where a day is asked about, the line that says so.
pub(super) fn heading(audit: &Audit) -> String {
    audit.known().map(|known| format!("{known}\n\n")).unwrap_or_default()
}
