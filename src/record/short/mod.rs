//! Rows in short, written out before anything is made of them: a question by a part of its name, a quote by few of its words, and what
//! that quote tells by itself. What each was taken for is kept beside the row, to be told (`meant`).

mod called;
mod looked;
mod meant;

use std::collections::BTreeMap;

use called::Called;
use looked::Looked;
pub(super) use meant::meant;

use super::forms::RowsRead;
use super::row::{Refusal, Row, Short};
use crate::audit::{Audit, unknown};
use crate::error::Error;
use crate::load::keys::{ClaimKey, Referent};
use crate::model::Dossier;
use crate::model::table::{EventId, SourceId};
use crate::view::withheld::{Gate, Reader};

/// Rows with all that they say in short written out; where it may mean several things, or nothing, the row is refused. Questions without an
/// event are those of the one that is named.
///
/// # Errors
/// No such event; an archive folder that cannot be read.
pub(crate) fn written_out(
    audit: &Audit,
    read: RowsRead,
    event: Option<&str>,
    reader: Reader,
) -> Result<RowsRead, Error> {
    let dossier = &audit.dossier;
    let named = |name: &str| {
        let events = &dossier.events;
        events.find(name).ok_or_else(|| unknown(&[Referent::Event], name, events.names()))
    };
    let event = event.map(named).transpose()?;
    let RowsRead { rows, mut refused } = read;
    let mut called = Called::new(dossier, event);
    let rows = rows.into_iter().map(|row| with_question(row, event, &mut called));
    let (mut rows, each): (Vec<Row>, Vec<Result<Row, Refusal>>) = (Vec::new(), rows.collect());
    each.into_iter().for_each(|row| row.map_or_else(|why| refused.push(why), |row| rows.push(row)));
    let mut of_source: BTreeMap<SourceId, Vec<usize>> = BTreeMap::new();
    for (at, row) in rows.iter().enumerate() {
        if let Some(source) = source_of(dossier, row).filter(|_| row.words.is_some()) {
            of_source.entry(source).or_default().push(at);
        }
    }
    let sources: Vec<SourceId> = of_source.keys().copied().collect();
    let gate = Gate::new(dossier, reader);
    let written = audit.texts_of(&sources, |source, text| {
        audit.with_spotter(source, &text.capture.words, |spotter| {
            let looked = Looked::new(audit, gate, (source, text), spotter);
            of_source[&source].iter().map(|at| looked.written_out(&rows[*at])).collect::<Vec<_>>()
        })
    })?;
    let mut out: BTreeMap<usize, Result<Row, Refusal>> = BTreeMap::new();
    for ((source, of_one), written) in of_source.iter().zip(written) {
        match written {
            Ok(written) => out.extend(of_one.iter().copied().zip(written)),
            Err(why) => out.extend(of_one.iter().map(|at| {
                let why = format!(
                    "its words are not looked for: the text of `{}` {why}",
                    dossier.sources.name(*source)
                );
                let refusal = Refusal { column: column_of(&rows[*at]), ..Refusal::at(rows[*at].line, why) };
                (
                    *at,
                    Err(refusal
                        .help("name the folder of the texts with `--archive DIR`, or give the `quote`")),
                )
            })),
        }
    }
    let mut read = RowsRead { rows: Vec::with_capacity(rows.len()), refused };
    for (at, row) in rows.into_iter().enumerate() {
        read.take(out.remove(&at).unwrap_or(Ok(row)));
    }
    Ok(read)
}

/// A row with the whole name of its question, where it may give that in short: in rows with few words, and where an event is named for all.
///
/// # Errors
/// It has a quote and few words for one; its question may be several, or none.
fn with_question(mut row: Row, event: Option<EventId>, called: &mut Called<'_>) -> Result<Row, Refusal> {
    if row.words.is_some() && row.words(ClaimKey::Quote).is_some() {
        let why = "it gives a `quote`, and few `words` that stand for one";
        let refusal = Refusal { column: column_of(&row), ..Refusal::at(row.line, why) };
        return Err(refusal.help("leave one of the two empty"));
    }
    let is_in_short = row.answer.is_none() && (row.words.is_some() || event.is_some());
    let Some(name) = row.words(ClaimKey::Question).filter(|_| is_in_short).map(str::to_owned) else {
        return Ok(row);
    };
    let question = called.question(&name).map_err(|why| {
        let refusal = row.refusal(ClaimKey::Question, why.reason);
        Refusal { help: why.help, ..refusal }
    })?;
    if question != name {
        row.replace(ClaimKey::Question, question);
        row.short = Some(Box::new(Short { called: Some(name), ..Short::default() }));
    }
    Ok(row)
}

fn source_of(dossier: &Dossier, row: &Row) -> Option<SourceId> {
    dossier.sources.find(row.words(ClaimKey::Source)?)
}

/// The column of the few words of a row.
fn column_of(row: &Row) -> Option<usize> {
    row.words.as_ref().and_then(|few| few.column)
}
