//! The files as they would be, with where each row stands in them.

use std::collections::BTreeMap;
use std::ops::Range;

use rayon::prelude::*;

use super::amend::{Amended, Splice, line_break, splices};
use super::free::free;
use super::prepare::{ChangedClaim, NewClaim, Step};
use super::recorded::Recorded;
use super::row::RowKey;
use super::toml;
use super::written::ClaimTable;
use crate::load::keys::{ClaimKey, ClaimsFileKey};
use crate::load::{CLAIMS, UNREVIEWED};
use crate::text::{Files, Spot};
use crate::vocabulary::Vocabulary;

/// Where rows stand in a file, in order, each with its number.
type RowsOfFile = Vec<(Range<usize>, usize)>;

/// Files as they would be.
#[derive(Debug, Default)]
pub(crate) struct NewFiles {
    /// Their texts by path.
    pub(crate) texts: BTreeMap<String, String>,
    /// Of each file where rows stand, in the order of their places.
    pub(crate) rows: BTreeMap<String, RowsOfFile>,
}

impl NewFiles {
    /// What some steps, each with the number of its row, make of what is recorded.
    pub(crate) fn new<'s>(
        recorded: &Recorded,
        tables: &[Vec<ClaimTable<'_>>],
        steps: impl Iterator<Item = (usize, &'s Step)>,
        remark: Option<&str>,
    ) -> NewFiles {
        let mut changed: BTreeMap<usize, Vec<(usize, &ChangedClaim)>> = BTreeMap::new();
        let mut new: BTreeMap<String, Vec<(usize, &NewClaim)>> = BTreeMap::new();
        for (row, step) in steps {
            match step {
                Step::Create(claim) => new.entry(claim.source.clone()).or_default().push((row, claim)),
                Step::Update(claim) => changed.entry(claim.place.0).or_default().push((row, claim)),
                Step::Unchanged(_) | Step::Refuse(_) => {}
            }
        }
        let mut files = NewFiles::default();
        for (at, claims) in changed {
            files.change(&recorded.files[at].path, recorded.files[at].text(), &tables[at], &claims);
        }
        files.create(recorded, &new, remark);
        files
    }

    fn change(
        &mut self,
        path: &str,
        text: &str,
        tables: &[ClaimTable<'_>],
        claims: &[(usize, &ChangedClaim)],
    ) {
        let mut made: Vec<Splice> = Vec::new();
        for (_, claim) in claims {
            made.extend(splices(text, tables[claim.place.1], &claim.changes));
        }
        made.sort_by_key(|splice| (splice.at.start, splice.at.end));
        let amended = Amended::new(text, &made);
        let mut rows: RowsOfFile = claims
            .iter()
            .filter_map(|(row, claim)| {
                let at = tables[claim.place.1].at()?;
                Some((amended.place(at.start)..amended.place(at.end), *row))
            })
            .collect();
        rows.sort_by_key(|(at, _)| at.start);
        self.texts.insert(path.to_owned(), amended.text);
        self.rows.insert(path.to_owned(), rows);
    }

    /// Puts the new claims of each source at the end of its file.
    fn create(
        &mut self,
        recorded: &Recorded,
        new: &BTreeMap<String, Vec<(usize, &NewClaim)>>,
        remark: Option<&str>,
    ) {
        let mut texts = Vec::with_capacity(new.len());
        for (source, claims) in new {
            let home = recorded.home(source);
            // Two sources that have none do not share one: the claims of a file are those of the source at its top.
            let is_taken = |path: &str| recorded.has(path) || self.texts.contains_key(path);
            let path = home.map_or_else(
                || free(&format!("{CLAIMS}{source}"), ".toml", is_taken),
                |file| file.path.clone(),
            );
            let changed = self.texts.insert(path.clone(), String::new());
            texts.push((path, (source, home, changed), claims));
        }
        let written = texts.into_par_iter().map(|(path, (source, home, changed), claims)| {
            let standing = || home.map_or_else(|| of_source(source), |file| file.text().to_owned());
            let (text, rows) = with_claims(changed.unwrap_or_else(standing), claims, remark);
            (path, text, rows)
        });
        for (path, text, rows) in written.collect::<Vec<_>>() {
            self.rows.entry(path.clone()).or_default().extend(rows);
            self.texts.insert(path, text);
        }
    }

    /// The rows of the files of a dossier that has them.
    pub(crate) fn places(&self, files: &Files) -> RowPlaces<'_> {
        RowPlaces(files.0.iter().map(|file| self.rows.get(&file.path)).collect())
    }
}

/// The rows that the bytes of a dossier's files belong to.
pub(crate) struct RowPlaces<'f>(Vec<Option<&'f RowsOfFile>>);

impl RowPlaces<'_> {
    /// The row that a place begins in.
    pub(crate) fn row(&self, spot: Spot) -> Option<usize> {
        let (rows, offset) = ((*self.0.get(spot.file.0 as usize)?)?, spot.start as usize);
        let above = rows.partition_point(|(at, _)| at.start <= offset);
        let (at, row) = &rows[above.checked_sub(1)?];
        (offset < at.end.max(at.start + 1)).then_some(*row)
    }
}

/// A file with claims more at its end, and where the row of each stands in it.
fn with_claims(
    mut text: String,
    claims: &[(usize, &NewClaim)],
    remark: Option<&str>,
) -> (String, RowsOfFile) {
    let ends = line_break(&text);
    let mut rows = Vec::with_capacity(claims.len());
    for (row, claim) in claims {
        if !text.is_empty() && !text.ends_with('\n') {
            text.push_str(ends);
        }
        text.push_str(ends);
        if let Some(remark) = remark {
            text.push_str(&format!("# {remark}{ends}"));
        }
        let start = text.len();
        text.push_str(&toml::claim(&claim.given, ends));
        rows.push((start..text.len(), *row));
    }
    (text, rows)
}

/// The file of claims of a source that nobody has reviewed, with some more of them behind those that it has.
pub(crate) fn unreviewed(
    recorded: &Recorded,
    source: &str,
    claims: &[(&NewClaim, String)],
) -> (String, String) {
    let path = format!("{UNREVIEWED}{source}.toml");
    let mut text = recorded.waiting(&path).map_or_else(|| of_source(source), |file| file.text().to_owned());
    for (claim, why) in claims {
        text.push('\n');
        for line in why.lines() {
            text.push_str(&format!("# {line}\n"));
        }
        text.push_str(&toml::claim(&claim.given, "\n"));
    }
    (path, text)
}

/// The top of a file of a source's claims.
fn of_source(source: &str) -> String {
    format!("{} = {}\n", ClaimsFileKey::Source.word(), toml::string(source))
}

/// Which keys a change touches.
pub(crate) fn touches(changed: &ChangedClaim, keys: &[ClaimKey]) -> bool {
    changed.changes.iter().any(|(key, _)| keys.iter().any(|of| *key == RowKey::Claim(*of)))
}
