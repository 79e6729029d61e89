//! Claims that wait below `claims/unreviewed/`, and what becomes of them when somebody signs.

use std::collections::BTreeMap;
use std::ops::Range;

use super::amend::{Amended, Splice};
use super::forms::Incoming;
use super::plan::{HeldTo, OnRefusal, Plan, Taking, plan};
use super::row::{Given, Row, RowKey, What};
use super::typed::shown;
use super::written::{ClaimTable, WrittenFile};
use crate::audit::{Audit, Day, Levels};
use crate::error::{Error, ErrorKind};
use crate::load::UNREVIEWED;
use crate::load::keys::ClaimKey;
use crate::text::{nearest, one_line};
use crate::view::added::{Added, RowFate, TakenRow};
use crate::view::review::{Unreviewed, WaitingClaim};
use crate::view::withheld::{Gate, Reader};

/// A claim that waits, and where it is written.
struct Waiting {
    /// The number of its file.
    file: usize,
    /// With the comment above it.
    at: Range<usize>,
    row: Row,
    told: WaitingClaim,
}

/// All claims that wait.
pub(crate) struct Queue {
    files: Vec<WrittenFile>,
    waiting: Vec<Waiting>,
}

impl Queue {
    /// Those of a dossier, in the order of their files; their words as far as a reader may see them.
    pub(crate) fn new(audit: &Audit, reader: Reader) -> Queue {
        let files = audit.dossier.files.0.iter().filter(|file| file.path.starts_with(UNREVIEWED));
        let files: Vec<WrittenFile> =
            files.filter_map(|file| WrittenFile::new(&file.path, &file.text)).collect();
        let gate = Gate::new(&audit.dossier, reader);
        let mut waiting = Vec::new();
        for (number, file) in files.iter().enumerate() {
            for claim in file.claims() {
                waiting.extend(Waiting::new((number, file), claim, audit, gate));
            }
        }
        Queue { files, waiting }
    }

    /// What waits, as it is told.
    pub(crate) fn told(&self) -> Unreviewed {
        Unreviewed::new(self.waiting.iter().map(|it| it.told.clone()).collect())
    }

    /// Takes the claims of some names over, as somebody signs for them; all where none is named.
    ///
    /// # Errors
    /// No such claim waits; an archive folder that cannot be read.
    pub(crate) fn signed(
        &self,
        audit: &Audit,
        names: &[String],
        (by, today): (&str, Day),
        reader: Reader,
    ) -> Result<Plan, Error> {
        for name in names {
            self.find(name)?;
        }
        let is_meant = |it: &&Waiting| names.is_empty() || names.contains(&it.told.claim);
        let mut meant: Vec<&Waiting> = self.waiting.iter().filter(is_meant).collect();
        let remark = format!("reviewed by {}, {today}", one_line(by));
        let held_to = HeldTo::Levels;
        let taking = Taking { on_refusal: OnRefusal::Refuse, held_to, remark: Some(&remark), today, reader };
        let mut refused: Vec<TakenRow> = Vec::new();
        // Each round leaves out what the one before refused, which waits on.
        loop {
            let base = self.without(&meant);
            let rows = meant.iter().map(|it| it.row.clone()).collect();
            let Plan { mut files, added } = plan(
                &audit.amended(&base, &Levels::default())?,
                Incoming { rows, ..Incoming::default() },
                taking,
            )?;
            let (no, mut yes): (Vec<TakenRow>, Vec<TakenRow>) =
                added.rows.into_iter().partition(|row| row.fate == RowFate::Refused);
            if no.is_empty() || yes.is_empty() {
                for (path, text) in base.into_iter().filter(|_| no.is_empty()) {
                    files.entry(path).or_insert(text);
                }
                yes.extend(no);
                yes.extend(refused);
                let added = Added::new(yes, files.keys().cloned().collect());
                return Ok(Plan { files, added });
            }
            meant.retain(|it| no.iter().all(|row| row.claim.as_ref() != Some(&it.told.claim)));
            refused.extend(no);
        }
    }

    /// # Errors
    /// No such claim waits; the nearest is named.
    fn find(&self, name: &str) -> Result<(), Error> {
        let names = || self.waiting.iter().map(|it| it.told.claim.as_str());
        if names().any(|known| known == name) {
            return Ok(());
        }
        let error = Error::new(ErrorKind::Unknown, format!("no claim `{name}` waits to be reviewed"));
        Err(match nearest(name, names()) {
            Some(near) => error.hint(format!("did you mean `{near}`?")),
            None => error.hint("`gainsay review` lists those that do"),
        })
    }

    /// The files without some of their claims.
    fn without(&self, taken: &[&Waiting]) -> BTreeMap<String, String> {
        let mut splices: BTreeMap<usize, Vec<Splice>> = BTreeMap::new();
        for it in taken {
            let gone = Splice { at: it.at.clone(), text: String::new() };
            splices.entry(it.file).or_default().push(gone);
        }
        let text = |(file, splices): (usize, Vec<Splice>)| {
            let file = &self.files[file];
            (file.path.clone(), Amended::new(file.text(), &splices).text)
        };
        splices.into_iter().map(text).collect()
    }
}

impl Waiting {
    /// A claim of a file; `None` where it does not say whose it is.
    fn new(
        (file, written): (usize, &WrittenFile),
        claim: ClaimTable<'_>,
        audit: &Audit,
        gate: Gate<'_>,
    ) -> Option<Waiting> {
        let text = written.text();
        let at = claim.at()?;
        let header = text[..at.start].rfind('\n').map_or(0, |before| before + 1);
        let start = above(text, header);
        let end = text[at.end..].find('\n').map_or(text.len(), |found| at.end + found + 1);
        let line = 1 + text[..header].matches('\n').count();
        let (source, id) = (claim.source()?, claim.id()?);
        let mut given = vec![Given {
            key: RowKey::Claim(ClaimKey::Source),
            what: What::Cell(source.to_owned()),
            column: None,
        }];
        given.extend(
            RowKey::all()
                .filter(|key| *key != RowKey::Claim(ClaimKey::Source))
                .filter_map(|key| Some(Given { key, what: What::Typed(claim.get(key)?), column: None })),
        );
        let shows = audit.dossier.sources.find(source).is_some_and(|source| gate.shows(source));
        let said =
            |key: ClaimKey| claim.get(RowKey::Claim(key)).map(|value| shown(RowKey::Claim(key), &value));
        let why = text[start..header].lines().map(|line| line.trim_start_matches('#').trim().to_owned());
        let told = WaitingClaim {
            claim: format!("{source}#{id}"),
            question: said(ClaimKey::Question),
            value: said(ClaimKey::Value),
            quote: said(ClaimKey::Quote).filter(|_| shows),
            reasons: why.filter(|line| shows && !line.is_empty()).collect(),
            file: written.path.clone(),
            line,
        };
        Some(Waiting { file, at: start..end, row: Row { given, ..Row::at(line) }, told })
    }
}

/// Where the comment begins that stands directly above a line, with one empty line above it.
fn above(text: &str, line: usize) -> usize {
    let mut start = line;
    while let Some(before) = text[..start].strip_suffix('\n') {
        let from = before.rfind('\n').map_or(0, |found| found + 1);
        let words = before[from..].trim();
        match words.starts_with('#') {
            true => start = from,
            false if words.is_empty() => return from,
            false => break,
        }
    }
    start
}
