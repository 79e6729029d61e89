//! The files as they would be, with where each row stands in them.

use std::collections::BTreeMap;
use std::ops::Range;

use super::amend::{Amended, Splice, line_break, splices};
use super::prepare::{ChangedClaim, NewClaim, Step};
use super::recorded::{Home, Recorded};
use super::row::RowKey;
use super::toml;
use super::written::WrittenClaim;
use crate::load::keys::{ClaimKey, ClaimsFileKey};
use crate::load::{CLAIMS, UNREVIEWED};
use crate::vocabulary::Vocabulary;

/// Files as they would be.
#[derive(Debug, Default)]
pub(crate) struct NewFiles {
    /// Their texts by path.
    pub(crate) texts: BTreeMap<String, String>,
    /// Of each file where rows stand, in the order of their places.
    pub(crate) rows: BTreeMap<String, Vec<(Range<usize>, usize)>>,
}

impl NewFiles {
    /// What some steps, each with the number of its row, make of what is recorded.
    pub(crate) fn new<'s>(
        recorded: &Recorded,
        tables: &[Vec<WrittenClaim<'_>>],
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
        for (source, claims) in new {
            files.create(recorded, &source, &claims, remark);
        }
        files
    }

    fn change(
        &mut self,
        path: &str,
        text: &str,
        tables: &[WrittenClaim<'_>],
        claims: &[(usize, &ChangedClaim)],
    ) {
        let mut made: Vec<Splice> = Vec::new();
        for (_, claim) in claims {
            made.extend(splices(text, tables[claim.place.1], &claim.changes));
        }
        made.sort_by_key(|splice| (splice.at.start, splice.at.end));
        let amended = Amended::new(text, &made);
        let mut rows: Vec<(Range<usize>, usize)> = claims
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

    /// Puts the new claims of a source at the end of its file.
    fn create(
        &mut self,
        recorded: &Recorded,
        source: &str,
        claims: &[(usize, &NewClaim)],
        remark: Option<&str>,
    ) {
        let home = recorded.home(source);
        let (path, written) = match &home {
            Home::File(at) => (recorded.files[*at].path.clone(), Some(recorded.files[*at].text())),
            Home::New(path) => (path.clone(), None),
        };
        let head = || format!("{} = {}\n", ClaimsFileKey::Source.word(), toml::string(source));
        let mut text = self.texts.remove(&path).or_else(|| written.map(str::to_owned)).unwrap_or_else(head);
        let rows = self.rows.entry(path.clone()).or_default();
        let ends = line_break(&text);
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
        self.texts.insert(path, text);
    }

    /// The row that a byte of a file belongs to.
    pub(crate) fn row(&self, path: &str, offset: usize) -> Option<usize> {
        let rows = self.rows.get(path)?;
        let above = rows.partition_point(|(at, _)| at.start <= offset);
        let (at, row) = &rows[above.checked_sub(1)?];
        (offset < at.end.max(at.start + 1)).then_some(*row)
    }
}

/// The file of claims of a source that nobody has reviewed, with some more of them behind those that it has.
pub(crate) fn unreviewed(
    recorded: &Recorded,
    source: &str,
    claims: &[(&NewClaim, String)],
) -> (String, String) {
    let path = format!("{UNREVIEWED}{source}.toml");
    let file = recorded.files.iter().find(|file| file.path == path);
    let mut text = file.map_or_else(
        || format!("{} = {}\n", ClaimsFileKey::Source.word(), toml::string(source)),
        |file| file.text().to_owned(),
    );
    for (claim, why) in claims {
        text.push('\n');
        for line in why.lines() {
            text.push_str(&format!("# {line}\n"));
        }
        text.push_str(&toml::claim(&claim.given, "\n"));
    }
    debug_assert!(path.starts_with(CLAIMS), "they are claims");
    (path, text)
}

/// Which keys a change touches.
pub(crate) fn touches(changed: &ChangedClaim, keys: &[ClaimKey]) -> bool {
    changed.changes.iter().any(|(key, _)| keys.iter().any(|of| *key == RowKey::Claim(*of)))
}
