//! Answers that waive a passage: its words are written among those that the source waives.

use std::collections::{BTreeMap, BTreeSet};

use super::fits::Texts;
use super::told::NewTexts;
use crate::load::keys::{ClaimKey, Referent};
use crate::model::source::Source;
use crate::model::table::SourceId;
use crate::record::amend::{Amended, Splice};
use crate::record::prepare::unknown;
use crate::record::row::{Refusal, Row};
use crate::record::waive::{Waives, splices};
use crate::spot::stands;
use crate::text::{FileId, nearest};
use crate::view::added::{NewWaiver, RowFate, TakenRow};
use crate::view::withheld::{Gate, WITHHELD};

/// What answers that waive make of the files; what becomes of each is told.
pub(super) fn waived(gate: Gate<'_>, texts: &Texts, rows: &[Row], told: &mut Vec<TakenRow>) -> NewTexts {
    let mut new: BTreeMap<SourceId, Vec<(&Row, Waives<'_>)>> = BTreeMap::new();
    let mut known: BTreeSet<(SourceId, String)> = BTreeSet::new();
    for row in rows {
        match waives(gate, texts, row) {
            Ok((source, waives)) => {
                let is_new = known.insert((source, folded(waives.quote)));
                if is_new && !waived_already(&gate.dossier().sources[source], waives.quote) {
                    new.entry(source).or_default().push((row, waives));
                } else {
                    told.push(row.taken(RowFate::Unchanged));
                }
            }
            Err(why) => told.push(row.taken(RowFate::Refused).because(vec![why])),
        }
    }
    let mut made: BTreeMap<FileId, Vec<Splice>> = BTreeMap::new();
    for (source, waivers) in new {
        let file = gate.dossier().sources[source].spot.file;
        let all: Vec<Waives<'_>> = waivers.iter().map(|(_, waives)| *waives).collect();
        let text = &gate.dossier().files.get(file).text;
        let splices = splices(text, gate.dossier().sources.name(source), &all);
        for (row, waives) in waivers {
            told.push(match &splices {
                Some(_) => {
                    TakenRow { waiver: Some(told_of(gate, source, waives)), ..row.taken(RowFate::Create) }
                }
                None => row.taken(RowFate::Refused).because(vec![unwritten(gate, row, file)]),
            });
        }
        made.entry(file).or_default().extend(splices.into_iter().flatten());
    }
    made.retain(|_, splices| !splices.is_empty());
    let text = |(file, mut splices): (FileId, Vec<Splice>)| {
        splices.sort_by_key(|splice| splice.at.start);
        let file = gate.dossier().files.get(file);
        (file.path.clone(), Amended::new(&file.text, &splices).text)
    };
    made.into_iter().map(text).collect()
}

/// What an answer waives of which source.
///
/// # Errors
/// There is no such source, its text is not at hand, or the words do not stand there.
fn waives<'r>(gate: Gate<'_>, texts: &Texts, row: &'r Row) -> Result<(SourceId, Waives<'r>), Refusal> {
    let sources = &gate.dossier().sources;
    let answer = row.answer.as_deref();
    let (Some(answer), Some(source)) = (answer, row.words(ClaimKey::Source)) else {
        return Err(row.refusal(ClaimKey::Source, "it names no source"));
    };
    let Some(id) = sources.find(source) else {
        return Err(unknown(
            row,
            ClaimKey::Source,
            Referent::Source.name(),
            source,
            nearest(source, sources.names()),
        ));
    };
    let text = texts.get(id).map_err(|why| {
        let why =
            format!("nobody has seen the words that it waives: the text of `{source}` {why} (text-not-held)");
        row.refusal(ClaimKey::Quote, why).help("name the folder of the texts with `--archive DIR`")
    })?;
    let quote = answer.card.quote.as_str();
    if stands(&text.article, quote).is_empty() {
        let words = if gate.shows(id) { quote } else { WITHHELD };
        let why =
            format!("it waives `{words}`, which does not stand in the text of `{source}` (unused-waiver)");
        return Err(row.refusal(ClaimKey::Quote, why).help("copy the words from the text"));
    }
    Ok((id, Waives { quote, reason: answer.waive.as_deref().unwrap_or_default() }))
}

/// Words with one space for each gap.
fn folded(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn waived_already(source: &Source, quote: &str) -> bool {
    source.waive.iter().any(|waiver| folded(&waiver.quote) == folded(quote))
}

fn told_of(gate: Gate<'_>, source: SourceId, waives: Waives<'_>) -> NewWaiver {
    NewWaiver {
        source: gate.dossier().sources.name(source).to_owned(),
        quote: gate.shows(source).then(|| waives.quote.to_owned()),
        reason: waives.reason.to_owned(),
    }
}

fn unwritten(gate: Gate<'_>, row: &Row, file: FileId) -> Refusal {
    let path = &gate.dossier().files.get(file).path;
    let why = format!("it cannot be seen where `{path}` is to have what is waived");
    row.refusal(ClaimKey::Source, why)
        .help("write `waive = [{ quote = \"...\", reason = \"...\" }]` there by hand")
}
