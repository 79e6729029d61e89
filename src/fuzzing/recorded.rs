//! What is recorded and what leaves the record: rows, sources of saved files, later captures.

use std::path::Path;

use super::printed::{Printed, SCREEN, is_text};
use crate::audit::{Day, Judged, Locking};
use crate::capture::{self, Hint, self_told};
use crate::load::keys::Referent;
use crate::load::{LOCK, MANIFEST, from_texts};
use crate::model::claim::Status;
use crate::model::problem::ProblemKind;
use crate::record::agree::{Coder, agreement};
use crate::record::assess::{Assessing, in_dispute};
use crate::record::columns::Columns;
use crate::record::forms::{RowForm, rows as read_rows};
use crate::record::rename::{Renamed, Renaming};
use crate::record::{Csv, Drafting, Kept, Recapture, draft, each_annotation, each_row, handed, line};
use crate::render;
use crate::view::agreement::Coefficient;
use crate::view::drafted::{DraftedSource, Written};
use crate::view::locked::LockedQuotes;
use crate::view::recaptured::{ClaimsFile, RecapturedSource};
use crate::view::started::StartedDossier;
use crate::view::withheld::Reader;

/// An agent and a source, so that a draft has something to be held against.
const KNOWN: (&str, &str) = (
    "sources/known.toml",
    "[agent.a]\nname = \"A\"\n[source.a]\ntitle = \"A\"\npublisher = \"a\"\npublished = \"2024-03-01\"\nurl = \"https://a.example/\"\n",
);

/// Gives what it prints piece by piece.
type Handing<'a> = dyn Fn(&mut dyn FnMut(&str)) + 'a;

/// Drafts a source of any bytes: what is written is TOML, and loads.
pub(super) fn drafted(bytes: &[u8], hint: &Hint<'_>) {
    let told = self_told(bytes, hint).map(|told| told.told).unwrap_or_default();
    let before = from_texts(&[KNOWN]);
    let hash = capture::sha256(bytes);
    let kept = Kept::Copied(".html".to_owned());
    let drafting =
        Drafting { dossier: &before, told: &told, given: &[], sha256: Some(&hash), kept: &kept, of: None };
    let mut draft = draft(&drafting);
    if draft.word("title").is_none() {
        draft.put("title", vec!["A".to_owned()], "given", Vec::new());
    }
    let toml = draft.toml();
    let dossier = from_texts(&[KNOWN, ("sources/new.toml", &toml)]);
    assert!(dossier.sources.find(&draft.id).is_some() && dossier.sources.len() == 2, "{toml}");
    let fault = dossier.problems.iter().find(|it| it.kind != ProblemKind::AmbiguousDate);
    assert!(fault.is_none(), "{fault:?} of {toml}");
    let lines = draft.keys.iter().map(line).collect();
    let written = Written { id: draft.id, file: "sources/new.toml".to_owned(), toml, text: None, lines };
    let view = DraftedSource::new(written, draft.keys, draft.notes);
    let mut out = render::json(&view);
    render::drafted::render(&mut out, &view, SCREEN);
    is_text(&out);
}

/// The claims of a dossier as rows: each line of CSV has all columns, and each object is JSON.
pub(super) fn rows(printed: &mut Printed, judged: &Judged<'_>) {
    let csv = Csv::new();
    let (mut table, mut objects) = (csv.head(), String::new());
    each_row(judged, &mut |row| {
        table.push_str(&csv.line(&row));
        objects.extend([render::json_line(&row), "\n".to_owned()]);
    });
    let mut lines = ::csv::Reader::from_reader(table.as_bytes());
    let columns = lines.headers().unwrap().len();
    let count = lines.records().map(|line| assert_eq!(line.unwrap().len(), columns)).count();
    assert_eq!(objects.lines().count(), count);
    for line in objects.lines() {
        serde_json::from_str::<serde_json::Value>(line).unwrap();
    }
    printed.put("csv", table);
    printed.put("jsonl", objects);
}

/// The claims of a dossier in the forms of other programs: each can be read.
pub(super) fn exchanged(printed: &mut Printed, judged: &Judged<'_>) {
    let put = |printed: &mut Printed, name: &str, run: &Handing| {
        let mut text = String::new();
        run(&mut |some| text.push_str(some));
        printed.put(name, text.clone());
        text
    };
    let lines = [
        put(printed, "annotations", &|give| {
            each_annotation(judged, give);
        }),
        put(printed, "claimreview", &|give| {
            handed(judged, render::exchange::claimreview::render, give);
        }),
    ];
    for line in lines.iter().flat_map(|text| text.lines()) {
        serde_json::from_str::<serde_json::Value>(line).unwrap();
    }
    let turtle = put(printed, "prov", &|give| {
        handed(judged, render::exchange::prov::render, give);
    });
    oxttl::TurtleParser::new().for_slice(turtle.as_bytes()).for_each(|triple| drop(triple.unwrap()));
    let table = put(printed, "ftm", &|give| {
        handed(judged, render::exchange::ftm::render, give);
    });
    let mut rows = ::csv::Reader::from_reader(table.as_bytes());
    rows.records().for_each(|row| assert_eq!(row.unwrap().len(), 14));
}

/// What two coders agree on who recorded what is recorded, and where one of them left every third claim out.
pub(super) fn agreed(printed: &mut Printed, judged: &Judged<'_>) {
    let (audit, mut objects) = (judged.audit(), String::new());
    each_row(judged, &mut |row| objects.extend([render::json_line(&row), "\n".to_owned()]));
    let coder = |file: &str, keeps: fn(usize) -> bool| {
        let kept = objects.lines().enumerate().filter(|(at, _)| keeps(*at));
        let kept: String = kept.map(|(_, line)| format!("{line}\n")).collect();
        let read = read_rows(&audit.dossier, &kept, Some(RowForm::Jsonl), &Columns::default()).unwrap();
        Coder { file: file.to_owned(), read }
    };
    let (all, today) = (|_: usize| true, Day::new(2024, 3, 10).unwrap());
    let agree = |b: Coder| agreement(audit, &[coder("a.jsonl", all), b], today, Reader::Anyone);
    if let Ok(view) = agree(coder("a.jsonl", all)) {
        assert!(view.all.same == view.all.units && view.all.raw == Some(Coefficient(1.0)), "{view:?}");
    }
    if let Ok(view) = agree(coder("b.jsonl", |at| at % 3 > 0)) {
        assert!(view.all.only_b == 0 && view.all.both <= view.all.units);
        printed.json("agree", &view);
        printed.screen("agree", &view, render::agreement::render);
    }
}

/// A later capture of a source that has the words of its claims, of every second with a change: what is written is TOML.
pub(super) fn recaptured(printed: &mut Printed, judged: &Judged<'_>, name: &str) {
    let (audit, dossier) = (judged.audit(), &judged.audit().dossier);
    let old = audit.source(name).unwrap();
    let quotes = dossier.claims.iter().filter(|(_, claim)| claim.source == old);
    let quotes = quotes.filter_map(|(_, claim)| claim.quote.as_ref()).enumerate();
    let words: String =
        quotes
            .map(|(at, quote)| {
                if at % 2 == 0 {
                    format!("{}.\n\n", quote.words)
                } else {
                    format!("no {} 7\n\n", quote.words)
                }
            })
            .collect();
    let Ok(capture) = capture::read(words.as_bytes(), &Hint::new(Path::new("later.txt"), None)) else {
        return;
    };
    let fates = audit.fates(old, &capture).unwrap();
    let recapture = Recapture::new(dossier, old, "later", &fates);
    let file = recapture.file();
    if let Some(toml) = &file {
        let read = toml.parse::<toml::Table>();
        assert!(read.is_ok(), "{read:?} of {toml}");
    }
    let file = file.map(|toml| ClaimsFile { path: "claims/later.toml".to_owned(), toml });
    let written = Written {
        id: "later".to_owned(),
        file: "sources/later.toml".to_owned(),
        toml: String::new(),
        text: None,
        lines: Vec::new(),
    };
    let source = DraftedSource::new(written, Vec::new(), Vec::new());
    let view = RecapturedSource::new(name, source, file, recapture.claims());
    printed.json("recaptured", &view);
    printed.screen("recaptured", &view, render::recaptured::render);
    printed.screen("recaptured", &view.withheld(), render::recaptured::render);
}

/// An assessment of a question with the claims that are in dispute on it: what would be written is TOML.
pub(super) fn assessed(printed: &mut Printed, judged: &Judged<'_>, question: &str) {
    let assessing =
        Assessing { question, status: Status::Contested, rationale: "", by: Some(question), today: day() };
    let view = assessing.told(in_dispute(judged, question));
    if let Some(toml) = &view.toml {
        let read = toml.parse::<toml::Table>();
        assert!(read.is_ok(), "{read:?} of {toml}");
    }
    printed.json("assessed", &view);
    printed.screen("assessed", &view, render::assessed::render);
}

/// An agent that is given another id: as many files as before, each that was TOML still is.
pub(super) fn renamed(printed: &mut Printed, judged: &Judged<'_>, agent: &str) {
    let audit = judged.audit();
    let Ok(renaming) = Renaming::new(&audit.dossier, Referent::Agent, agent, "another-id") else { return };
    let Ok(Renamed { files, places }) = renaming.apply(audit, day()) else { return };
    for (path, text) in files.iter().filter(|(path, _)| path.ends_with(".toml")) {
        let read = text.parse::<toml::Table>();
        assert!(read.is_ok(), "{path}: {read:?} of {text}");
    }
    let view = renaming.told(&places);
    printed.json("renamed", &view);
    printed.screen("renamed", &view, render::renamed::render);
}

/// The lock of the quotes of a dossier, of which no text is at hand.
pub(super) fn locked(printed: &mut Printed, judged: &Judged<'_>) {
    let Ok(Locking { seen, kept, refused, .. }) = judged.audit().locking() else { return };
    let view = LockedQuotes::new(LOCK, (seen, kept), refused);
    printed.json("locked", &view);
    printed.screen("locked", &view, render::locked::render);
}

/// A dossier that is started in a folder of some name.
pub(super) fn started(printed: &mut Printed, folder: &str) {
    let view = StartedDossier::new(Some(folder.to_owned()), vec![MANIFEST]);
    printed.json("started", &view);
    printed.screen("started", &view, render::started::render);
}

fn day() -> Day {
    Day::new(2024, 3, 10).unwrap()
}
