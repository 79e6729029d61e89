//! Answers that make a question, an agent or a place: it is defined with the claims that need it, where these are taken.

use std::collections::{BTreeMap, BTreeSet};

use super::told::{NewTexts, kept, refused};
use crate::audit::Audit;
use crate::error::Error;
use crate::load::keys::Referent;
use crate::record::answer::made_id;
use crate::record::define::{Known, define, known_as, with};
use crate::record::plan::{Planned, Taking, planned};
use crate::record::row::{Refusal, Row, What};
use crate::value::types::{Form, Raw};
use crate::view::added::{NewDefinition, RowFate, TakenRow};

/// What claims come to, with what is defined for them.
#[derive(Default)]
pub(super) struct Claimed {
    pub(super) files: NewTexts,
    pub(super) defines: Vec<NewDefinition>,
}

/// What is made: its kind and its id.
pub(in crate::record) type Made = (Referent, String);

/// What becomes of rows that are claims. Each round leaves out what the one before refused, so that nothing is defined that only a
/// refused row needs.
///
/// # Errors
/// An archive folder that cannot be read.
pub(super) fn claimed(
    audit: &Audit,
    mut rows: Vec<Row>,
    taking: Taking<'_>,
    told: &mut Vec<TakenRow>,
) -> Result<Claimed, Error> {
    let lines = lines(&rows);
    rows = kept(rows, told, |row| refused(row, in_two_ways(row, &lines)));
    loop {
        let asked = asked(audit, &rows);
        let (mut files, failed) = defined(audit, &asked)?;
        let before = rows.len();
        rows = kept(rows, told, |row| refused(row, not_made(audit, row, &failed)));
        if rows.len() < before {
            continue;
        }
        let amended = with(audit, &files)?;
        let Planned { files: claims, taken } = planned(amended.as_ref().unwrap_or(audit), &rows, taking)?;
        let is_refused: Vec<bool> = taken.iter().map(|row| row.fate == RowFate::Refused).collect();
        let needs = |row: &Row| needed(row).map(|(of, line)| (of, line.to_owned())).collect::<Vec<_>>();
        let held = rows.iter().zip(&is_refused).filter(|(_, refused)| !**refused);
        let needed: BTreeSet<(Referent, String)> = held.flat_map(|(row, _)| needs(row)).collect();
        if asked.iter().all(|it| needed.contains(it)) {
            told.extend(taken);
            files.extend(claims);
            let defines = asked.into_iter().map(|(of, line)| NewDefinition {
                what: of.name(),
                id: made_id(&line).to_owned(),
                line,
            });
            return Ok(Claimed { files, defines: defines.collect() });
        }
        told.extend(taken.into_iter().filter(|row| row.fate == RowFate::Refused));
        let mut refused = is_refused.into_iter();
        rows.retain(|_| !refused.next().unwrap_or_default());
    }
}

/// The files with what is to be defined, and of what cannot be why.
///
/// # Errors
/// An archive folder that cannot be read.
fn defined(audit: &Audit, asked: &[(Referent, String)]) -> Result<(NewTexts, BTreeMap<Made, Error>), Error> {
    let (mut files, mut failed) = (NewTexts::new(), BTreeMap::new());
    for (of, line) in asked {
        let amended = with(audit, &files)?;
        match define(amended.as_ref().unwrap_or(audit), *of, line) {
            Ok(defined) => files.extend(defined.files),
            Err(why) => drop(failed.insert((*of, made_id(line).to_owned()), why)),
        }
    }
    Ok((files, failed))
}

/// What a row makes and refers to.
fn needed(row: &Row) -> impl Iterator<Item = (Referent, &str)> {
    let new = row.answer.iter().flat_map(|answer| &answer.new);
    let refers = |line: &str| row.given.iter().any(|given| names(&given.what, made_id(line)));
    new.filter(move |(_, line)| refers(line)).map(|(of, line)| (*of, line.as_str()))
}

/// Whether what stands under a key is an id, or has it among others.
fn names(what: &What, id: &str) -> bool {
    fn is_it(raw: &Raw, id: &str) -> bool {
        match &raw.form {
            Form::Text(words) => words == id,
            Form::List(items) => items.iter().any(|item| is_it(item, id)),
            Form::Table(entries) => entries.iter().any(|(_, item)| is_it(item, id)),
            _ => false,
        }
    }
    match what {
        What::Typed(raw) => is_it(raw, id),
        What::Cell(words) => words.split(';').any(|word| word.trim() == id),
        What::Nothing => false,
    }
}

/// The lines for each thing that is made, with the rows that give them.
fn lines(rows: &[Row]) -> BTreeMap<Made, BTreeMap<String, String>> {
    let mut lines: BTreeMap<Made, BTreeMap<String, String>> = BTreeMap::new();
    for row in rows {
        for (of, line) in needed(row) {
            let of = lines.entry((of, made_id(line).to_owned())).or_default();
            of.entry(line.to_owned()).or_insert_with(|| format!("{} ({})", row.person(), row.place()));
        }
    }
    lines
}

/// Why a row is not taken that makes what another makes otherwise.
fn in_two_ways(row: &Row, lines: &BTreeMap<Made, BTreeMap<String, String>>) -> Vec<Refusal> {
    let each = needed(row).filter_map(|(of, line)| {
        let id = made_id(line);
        let ways = lines.get(&(of, id.to_owned())).filter(|ways| ways.len() > 1)?;
        let told: Vec<String> = ways.iter().map(|(line, who)| format!("`{line}` by {who}")).collect();
        let why = format!("the {} `{id}` is made in {} ways: {}", of.name(), ways.len(), told.join(", "));
        Some(refusal(row, why).help("have one line for it, or two ids"))
    });
    each.collect()
}

/// The files with what rows make, and of what cannot be made why.
///
/// # Errors
/// An archive folder that cannot be read.
pub(in crate::record) fn made<'r>(
    audit: &Audit,
    rows: impl IntoIterator<Item = &'r Row>,
) -> Result<(NewTexts, BTreeMap<Made, Error>), Error> {
    defined(audit, &asked(audit, rows))
}

/// What is to be defined, in the order of the rows: what none of the dossier is called.
fn asked<'r>(audit: &Audit, rows: impl IntoIterator<Item = &'r Row>) -> Vec<(Referent, String)> {
    let mut asked: Vec<(Referent, String)> = Vec::new();
    let mut seen = BTreeSet::new();
    for (of, line) in rows.into_iter().flat_map(needed) {
        let is_new = known_as(&audit.dossier, of, line) == Known::Not;
        if is_new && seen.insert((of, line)) {
            asked.push((of, line.to_owned()));
        }
    }
    asked
}

/// Why a row is not taken of which something cannot be made.
pub(in crate::record) fn not_made(audit: &Audit, row: &Row, failed: &BTreeMap<Made, Error>) -> Vec<Refusal> {
    let each = needed(row).filter_map(|(of, line)| {
        let id = made_id(line);
        if let Some(why) = failed.get(&(of, id.to_owned())) {
            let refusal = refusal(row, why.to_string());
            return Some(match why.help() {
                Some(help) => refusal.help(help),
                None => refusal,
            });
        }
        (known_as(&audit.dossier, of, line) == Known::Otherwise).then(|| {
            let why = format!("the {} `{id}` is there, and is not what `{line}` makes it", of.name());
            refusal(row, why).help("take the one that is there, or give the new one an id of its own")
        })
    });
    each.collect()
}

fn refusal(row: &Row, why: String) -> Refusal {
    Refusal::at(row.line, why)
}
