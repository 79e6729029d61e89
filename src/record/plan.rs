//! What becomes of rows: each is prepared, written down where nobody sees it, and judged there as it would stand.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use rayon::prelude::*;

use super::forms::Incoming;
use super::prepare::{ChangedClaim, NewClaim, Preparing, Step};
use super::recorded::Recorded;
use super::row::{Refusal, Row, RowKey};
use super::short::meant;
use super::standing::standing;
pub(crate) use super::taking::{HeldTo, OnRefusal, Taking};
use super::texts::{NewFiles, unreviewed};
use super::typed::shown;
use super::verdict::{levels, refusals, warnings};
use crate::audit::{Audit, Judged};
use crate::error::Error;
use crate::load::keys::ClaimKey;
use crate::view::added::{Added, ChangedKey, RowFate, Stand, TakenRow, Warning};
use crate::view::covers::reading;
use crate::view::withheld::{Gate, WITHHELD};

/// What rows come to: the files as they would be, and what is told of it.
#[derive(Debug)]
pub(crate) struct Plan {
    /// By path; empty where nothing is to be written.
    pub(crate) files: BTreeMap<String, String>,
    pub(crate) added: Added,
}

/// What some rows come to, each by itself.
#[derive(Debug, Default)]
pub(super) struct Planned {
    /// By path.
    pub(super) files: BTreeMap<String, String>,
    /// Of each row, in their order.
    pub(super) taken: Vec<TakenRow>,
}

/// What is told of claims that are written down.
#[derive(Default)]
struct ToldOf {
    /// By the name of the claim.
    stands: BTreeMap<String, Vec<Stand>>,
    /// By the number of the row.
    warns: BTreeMap<usize, Vec<Warning>>,
    /// By the name of the claim: how its value is read, of rows that are written in short.
    readings: BTreeMap<String, String>,
}

impl ToldOf {
    /// Puts it into what is told of a row that is taken.
    fn of(&self, at: usize, row: &mut TakenRow) {
        if let (RowFate::Create | RowFate::Update, Some(name)) = (row.fate, &row.claim) {
            row.stands = self.stands.get(name).cloned().unwrap_or_default();
            row.warns = self.warns.get(&at).cloned().unwrap_or_default();
        }
    }
}

/// What becomes of some rows, and of what could not be read as one.
///
/// # Errors
/// An archive folder that cannot be read.
pub(crate) fn plan(audit: &Audit, incoming: Incoming, taking: Taking<'_>) -> Result<Plan, Error> {
    let Incoming { rows, unread, files: read } = incoming;
    let Planned { files, mut taken } = planned(audit, &rows, taking)?;
    let_go(rows);
    taken.extend(unread);
    Ok(Plan::new(files, taken, &read))
}

impl Plan {
    /// Of rows that come to these files, which are put in the order in which they were read.
    pub(super) fn new(files: BTreeMap<String, String>, mut rows: Vec<TakenRow>, read: &[Arc<str>]) -> Plan {
        let place = |row: &TakenRow| {
            let file = row.file.as_deref().and_then(|file| read.iter().position(|known| **known == *file));
            (file, row.line)
        };
        rows.sort_by_cached_key(place);
        let added = Added::new(rows, files.keys().cloned().collect());
        Plan { files, added }
    }
}

/// What becomes of some rows, in their order.
///
/// # Errors
/// An archive folder that cannot be read.
pub(super) fn planned(audit: &Audit, rows: &[Row], taking: Taking<'_>) -> Result<Planned, Error> {
    let sources: BTreeSet<&str> = rows.iter().filter_map(|row| row.words(ClaimKey::Source)).collect();
    let recorded = Recorded::new(&audit.dossier, &sources);
    let tables = recorded.tables();
    let mut steps = Preparing::new(&audit.dossier, &recorded, &tables).steps(rows);
    let mut refused: BTreeMap<usize, Vec<Refusal>> = BTreeMap::new();
    let mut names: BTreeMap<usize, Option<String>> = BTreeMap::new();
    let mut kept: Vec<(usize, NewClaim)> = Vec::new();
    // Each round takes out what the one before refused, so that there are fewer each time. What nothing refers to leaves all else as
    // it was judged.
    let (texts, told_of) = loop {
        let files = NewFiles::new(&recorded, &tables, steps.iter().enumerate(), taking.remark);
        if files.texts.is_empty() {
            break (files.texts, ToldOf::default());
        }
        let amended = audit.amended(&files.texts, &levels(taking.held_to))?;
        let judged = amended.judged(taking.today)?;
        let no = refusals(&judged, (&files, rows, &steps), taking);
        let mut gone = BTreeSet::new();
        let mut are_alone = true;
        for (row, why) in no {
            are_alone = are_alone && !steps[row].has_links();
            gone.extend(steps[row].claim());
            let step = std::mem::replace(&mut steps[row], Step::Refuse(Refusal::at(rows[row].line, "")));
            let name = step.claim();
            if let (Step::Create(claim), OnRefusal::Keep) = (step, taking.on_refusal) {
                kept.push((row, claim));
            }
            names.insert(row, name);
            refused.insert(row, why);
        }
        if are_alone && !steps.par_iter().any(|step| step.names_any(&gone)) {
            let stands = standing(&judged, &steps, &gone);
            let warns = warnings(&judged, &files, taking);
            let told_of = ToldOf { stands, warns, readings: readings(&judged, rows, &steps) };
            let texts = || match gone.is_empty() {
                true => files.texts,
                false => NewFiles::new(&recorded, &tables, steps.iter().enumerate(), taking.remark).texts,
            };
            let (texts, ()) = rayon::join(texts, || drop(judged));
            let_go(amended);
            break (texts, told_of);
        }
    };
    let mut files = texts;
    keep(&recorded, &kept, &refused, &mut files);
    let gate = Gate::new(&audit.dossier, taking.reader);
    let waiting: BTreeSet<usize> = kept.iter().map(|(row, _)| *row).collect();
    let why: Vec<Option<Vec<Refusal>>> = (0..rows.len()).map(|at| refused.remove(&at)).collect();
    let names: Vec<Option<String>> = (0..rows.len()).map(|at| names.remove(&at).flatten()).collect();
    let taken = steps.into_par_iter().zip(why).zip(names).enumerate().map(|(at, ((step, why), name))| {
        let reading = step.claim().and_then(|name| told_of.readings.get(&name));
        let meant = meant(gate, &rows[at], &step, reading);
        let mut row = TakenRow { meant, ..told(&rows[at], step, why, waiting.contains(&at)) };
        told_of.of(at, &mut row);
        let source = rows[at].words(ClaimKey::Source).and_then(|source| audit.dossier.sources.find(source));
        if source.is_some_and(|source| !gate.shows(source)) {
            row.changes.iter_mut().for_each(withhold);
        }
        let claim = row.claim.take().or(name);
        TakenRow { claim, ..row }
    });
    Ok(Planned { files, taken: taken.collect() })
}

/// Lets something go beside what is done next: of many claims that takes as long as to write them down.
fn let_go(what: impl Send + 'static) {
    rayon::spawn(move || drop(what));
}

/// How the values of claims are read that rows in short come to.
fn readings(judged: &Judged<'_>, rows: &[Row], steps: &[Step]) -> BTreeMap<String, String> {
    let dossier = &judged.audit().dossier;
    let short = rows.iter().zip(steps).filter(|(row, _)| row.short.is_some());
    let names = short.filter_map(|(_, step)| step.claim());
    names
        .filter_map(|name| {
            Some((reading(dossier, dossier.claims.find(&name)?)?, name)).map(|(it, name)| (name, it))
        })
        .collect()
}

/// Puts what is kept for review into its files.
fn keep(
    recorded: &Recorded,
    kept: &[(usize, NewClaim)],
    refused: &BTreeMap<usize, Vec<Refusal>>,
    files: &mut BTreeMap<String, String>,
) {
    let mut by_source: BTreeMap<&str, Vec<(&NewClaim, String)>> = BTreeMap::new();
    for (row, claim) in kept {
        let why = refused.get(row).into_iter().flatten().map(|refusal| refusal.reason.replace('\n', " "));
        let why = why.collect::<Vec<_>>().join("\n");
        by_source.entry(claim.source.as_str()).or_default().push((claim, why));
    }
    for (source, claims) in by_source {
        let (path, text) = unreviewed(recorded, source, &claims);
        files.insert(path, text);
    }
}

fn told(row: &Row, step: Step, why: Option<Vec<Refusal>>, is_waiting: bool) -> TakenRow {
    match (step, why) {
        (Step::Refuse(_), Some(why)) if is_waiting => row.taken(RowFate::Unreviewed).because(why),
        (Step::Refuse(_), Some(why)) => row.taken(RowFate::Refused).because(why),
        (Step::Refuse(why), None) => row.taken(RowFate::Refused).because(vec![why]),
        (Step::Unchanged(name), _) => row.taken(RowFate::Unchanged).of(name),
        (Step::Create(new), _) => row.taken(RowFate::Create).of(format!("{}#{}", new.source, new.id)),
        (Step::Update(changed), _) => {
            let changes = changed_keys(&changed);
            TakenRow { changes, ..row.taken(RowFate::Update).of(changed.name) }
        }
    }
}

/// Withholds what is recorded of a restricted source under a key that holds its words.
fn withhold(changed: &mut ChangedKey) {
    let holds_words = RowKey::named(&changed.key).is_ok_and(RowKey::holds_words);
    for words in
        [&mut changed.from, &mut changed.to].into_iter().filter(|words| holds_words && !words.is_empty())
    {
        WITHHELD.clone_into(words);
    }
}

fn changed_keys(changed: &ChangedClaim) -> Vec<ChangedKey> {
    let keys = changed.changes.iter().zip(&changed.from);
    keys.map(|((key, to), from)| ChangedKey {
        key: key.name(),
        from: from.clone(),
        to: to.as_ref().map(|to| shown(*key, to)).unwrap_or_default(),
    })
    .collect()
}
