//! What was left of a dossier on the day that is asked about.

use std::collections::BTreeSet;
use std::fmt;

use crate::error::{Error, ErrorKind};
use crate::model::Dossier;
use crate::model::as_of::{Known, as_known_on};
use crate::text::counted;
use crate::value::calendar::date;

/// What was left of a dossier on the day that is asked about.
#[derive(Debug)]
pub struct AsKnown {
    /// The date as it was asked for.
    pub(super) words: String,
    known: Known,
    /// The sources that were not out.
    pub(super) left_out: BTreeSet<String>,
    /// Whether it had claims before.
    pub(super) had_claims: bool,
}

/// A dossier as it was known on the last day of a date.
///
/// # Errors
/// No date, or one without a last day.
pub(super) fn known_on(dossier: Dossier, words: &str) -> Result<(Dossier, AsKnown), Error> {
    let day = last_day(words)?;
    let had_claims = dossier.claims.len() > 0;
    let mut left_out: BTreeSet<String> = dossier.sources.names().map(str::to_owned).collect();
    let (dossier, known) = as_known_on(dossier, day);
    dossier.sources.names().for_each(|name| {
        left_out.remove(name);
    });
    Ok((dossier, AsKnown { words: words.to_owned(), known, left_out, had_claims }))
}

/// `as of DATE: 3 of 5 sources, one of them without a date; left out: 2 later assessments`.
impl fmt::Display for AsKnown {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let AsKnown { words, known, .. } = self;
        write!(f, "as of {words}: {} of {}", known.sources, counted(known.of_sources, "source"))?;
        if known.undated > 0 {
            write!(f, ", {} of them without a date", known.undated)?;
        }
        if known.assessments_left_out > 0 {
            write!(f, "; left out: {}", counted(known.assessments_left_out, "later assessment"))?;
        }
        Ok(())
    }
}

/// The last day of a date.
pub(super) fn last_day(words: &str) -> Result<i128, Error> {
    let expected = "expected an EDTF date such as 2024-01-28 or 2024-01";
    let read = date::days(words).map_err(|why| {
        Error::new(ErrorKind::Unreadable, format!("`{words}` cannot be read as a date: {}", why.message))
            .hint(expected)
    })?;
    read.hard
        .greatest()
        .ok_or_else(|| Error::new(ErrorKind::Unreadable, format!("`{words}` has no last day")).hint(expected))
}
