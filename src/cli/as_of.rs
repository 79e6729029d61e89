//! `--as-of DATE`: what was known that day.

use clap::Args;

use crate::error::Error;
use crate::model::Dossier;
use crate::model::as_of::{Known, as_known_on};
use crate::render::term::layout::counted;
use crate::value::calendar::date;

/// The day that is asked about.
#[derive(Clone, Debug, Default, Args)]
pub(super) struct AsOf {
    /// Show what was known on that day: sources that came out later are left out, those without a date stay
    #[arg(long, value_name = "DATE")]
    as_of: Option<String>,
}

impl AsOf {
    pub(super) fn is_given(&self) -> bool {
        self.as_of.is_some()
    }

    /// The dossier as it was known, and a line that says so.
    ///
    /// # Errors
    /// No date, or one before any source.
    pub(super) fn apply(&self, dossier: Dossier) -> Result<(Dossier, String), Error> {
        let Some(words) = &self.as_of else { return Ok((dossier, String::new())) };
        let had_claims = dossier.claims.len() > 0;
        let (dossier, known) = as_known_on(dossier, last_day(words)?);
        if had_claims && dossier.claims.len() == 0 {
            return Err(Error::said(format!("nothing was known on {words}: no source with a claim was out")));
        }
        let line = said(words, &known);
        Ok((dossier, line))
    }
}

/// The last day of a date.
fn last_day(words: &str) -> Result<i128, Error> {
    let expected = "expected an EDTF date such as 2024-01-28 or 2024-01";
    let read = date::read(words).map_err(|why| {
        Error::said(format!("`{words}` cannot be read as a date: {}", why.message)).hint(expected)
    })?;
    read.hard.greatest().ok_or_else(|| Error::said(format!("`{words}` has no last day")).hint(expected))
}

/// `as of DATE: 3 of 5 sources, one of them without a date`.
fn said(words: &str, known: &Known) -> String {
    let mut line = format!("as of {words}: {} of {}", known.sources, counted(known.of_sources, "source"));
    if known.undated > 0 {
        line.push_str(&format!(", {} of them without a date", known.undated));
    }
    if known.assessments_left_out > 0 {
        line.push_str(&format!("; left out: {}", counted(known.assessments_left_out, "later assessment")));
    }
    line.push_str("\n\n");
    line
}
