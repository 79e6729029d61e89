//! Drafts held against the record: read as sources more, aligned with it, and judged.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

use rayon::prelude::*;

use super::day::Day;
use super::judged::Judged;
use super::known::last_day;
use super::levels::Levels;
use super::open::Audit;
use crate::align::Alignment;
use crate::align::looked::Looked;
use crate::capture::{Manuscript, QuoteFinder};
use crate::draft::{Draft, claims_of, read, source_of};
use crate::error::{Error, ErrorKind};
use crate::judge::draft::{DraftCase, SeenQuotation, judge_drafts};
use crate::load::each_text;
use crate::model::table::SourceId;
use crate::text::{File, FileId, Needle, Outcome, cut};
use crate::view::draft::Drafted;
use crate::view::draft::annotated::Annotated;

use super::text::at_hand;

/// Where the drafts of a run stand among the files of the record, which they are no part of.
const SOURCES: &str = "sources/~drafts.toml";
const CLAIMS: &str = "claims/~drafts.toml";

/// A draft as it was given.
pub(crate) struct DraftFile {
    /// How it is named in what is shown; `-` is standard input.
    pub(crate) path: String,
    /// Its bytes.
    pub(crate) bytes: Vec<u8>,
}

/// A dossier with drafts beside it, each a source of its own.
pub(crate) struct Drafting<'b> {
    /// The record, in which the drafts are sources that say nothing.
    record: Audit,
    /// The same with what the drafts say.
    with: Audit,
    drafts: Vec<Draft>,
    manuscripts: Vec<Manuscript<'b>>,
    files: Vec<FileId>,
}

impl Audit {
    /// The dossier with drafts in a language beside it, dated on a day.
    ///
    /// # Errors
    /// A draft that is not read: why; no such rule.
    pub(crate) fn drafting<'b>(
        &self,
        drafts: &'b [DraftFile],
        (dated, language): (&str, &str),
        levels: &Levels,
    ) -> Result<Drafting<'b>, Error> {
        last_day(dated)?;
        let mut manuscripts = Vec::new();
        for draft in drafts {
            let manuscript = Manuscript::read(&draft.bytes, &draft.path).map_err(|why| {
                Error::new(ErrorKind::Refused, format!("the draft `{}` is not read: {why}", draft.path))
            })?;
            manuscripts.push(manuscript);
        }
        let mut files = BTreeMap::from([(SOURCES.to_owned(), String::new())]);
        let mut ids = Vec::new();
        for draft in drafts {
            let (id, file) = source_of(&self.dossier, &ids, &draft.path, (dated, language));
            ids.push(id);
            files.entry(SOURCES.to_owned()).or_default().push_str(&file);
        }
        let record = self.beside(&files, levels)?;
        let sources = ids.iter().map(|id| record.source(id)).collect::<Result<Vec<SourceId>, Error>>()?;
        let all = sources.par_iter().zip(drafts).zip(&manuscripts);
        let mut read_drafts: Vec<Draft> = all
            .map(|((source, draft), manuscript)| read(&record.dossier, *source, &draft.path, manuscript))
            .collect();
        let claims: String = read_drafts.iter_mut().map(|draft| claims_of(&record.dossier, draft)).collect();
        files.insert(CLAIMS.to_owned(), claims);
        let mut with = self.beside(&files, levels)?;
        let mut places = Vec::new();
        for (draft, manuscript) in drafts.iter().zip(&mut manuscripts) {
            places.push(FileId(with.dossier.files.0.len() as u32));
            let text = std::mem::take(&mut manuscript.file);
            with.dossier.files.0.push(File { path: draft.path.clone(), text });
        }
        Ok(Drafting { record, with, drafts: read_drafts, manuscripts, files: places })
    }

    /// The same with files more, as it is known.
    fn beside(&self, files: &BTreeMap<String, String>, levels: &Levels) -> Result<Audit, Error> {
        let audit = self.amended(files, levels)?;
        match &self.as_of {
            Some(known) => audit.known_on(&known.words),
            None => Ok(audit),
        }
    }
}

/// Drafts that were judged.
pub(crate) struct JudgedDrafts<'d> {
    drafting: &'d Drafting<'d>,
    record: Judged<'d>,
    with: Alignment<'d>,
    /// By draft and quotation.
    seen: Vec<Vec<SeenQuotation>>,
}

impl Drafting<'_> {
    /// Looks at the texts for what the drafts quote, and aligns what they say with the record.
    ///
    /// # Errors
    /// An archive folder that cannot be read.
    pub(crate) fn judged(&self, today: Day) -> Result<JudgedDrafts<'_>, Error> {
        let record = self.record.judged(today)?;
        let seen = self.drafts.iter().map(|draft| self.seen_in(&record, draft)).collect();
        let with = Alignment::new(&self.with.dossier, Looked::nothing(&self.with.dossier));
        Ok(JudgedDrafts { drafting: self, record, with, seen })
    }

    fn sources(&self) -> BTreeSet<SourceId> {
        self.drafts.iter().map(|draft| draft.source).collect()
    }

    /// What is seen of each quotation of a draft in the texts.
    fn seen_in(&self, record: &Judged<'_>, draft: &Draft) -> Vec<SeenQuotation> {
        let dossier = &self.record.dossier;
        let own = self.sources();
        let asked: Vec<SourceId> = dossier.sources.ids().filter(|id| !own.contains(id)).collect();
        let mut seen = vec![SeenQuotation::default(); draft.quotations.len()];
        if seen.is_empty() {
            return seen;
        }
        let words: Vec<[String; 2]> = draft.quotations.iter().map(|it| draft.said(it)).collect();
        let looked = each_text(dossier, &record.archive, &asked, |source, held| {
            let text = at_hand(held).ok()?;
            let finder = QuoteFinder::new(&text.capture.words);
            let language = dossier.language_of(source);
            Some(words.iter().map(|words| LookedFor::new(&finder, language, words)).collect::<Vec<_>>())
        });
        let mut whole = vec![false; seen.len()];
        for (source, found) in asked.iter().zip(looked) {
            let Some(found) = found else {
                seen.iter_mut().for_each(|it| it.missing += 1);
                continue;
            };
            for ((seen, whole), found) in seen.iter_mut().zip(&mut whole).zip(found) {
                seen.looked += 1;
                match found {
                    LookedFor::Held(cut) => {
                        seen.held.push(*source);
                        *whole |= cut.is_none();
                        seen.cut = seen.cut.take().or(cut).filter(|_| !*whole);
                    }
                    LookedFor::Near(passage) if seen.near.is_none() => seen.near = Some((*source, passage)),
                    LookedFor::Near(_) | LookedFor::Nothing => {}
                }
            }
        }
        seen
    }
}

/// How a quotation stands in a text.
enum LookedFor {
    /// It stands there, with what it leaves off that turns it around.
    Held(Option<String>),
    /// The passage that resembles it most.
    Near(String),
    Nothing,
}

impl LookedFor {
    /// Looks for words as they are written, and else as they are where a sentence begins with them, or does not.
    fn new(finder: &QuoteFinder<'_>, language: Option<&str>, [words, begun]: &[String; 2]) -> Self {
        let look = |words: &str| {
            let needle = Needle::new(words);
            let needle = language.map_or(needle, |language| needle.with_language(language));
            let found = finder.find(needle);
            let passage = found.at.map(|at| (found.text, at));
            match (found.outcome, passage) {
                (Outcome::Ambiguous(_), _) => LookedFor::Held(None),
                (Outcome::Near(_), Some((text, at))) => LookedFor::Near(text[at].to_owned()),
                (outcome, Some((text, at))) if outcome.is_held() => {
                    LookedFor::Held(cut(text, &at, language).map(|cut| text[cut.at].to_owned()))
                }
                (outcome, None) if outcome.is_held() => LookedFor::Held(None),
                _ => LookedFor::Nothing,
            }
        };
        match (look(words), look(begun)) {
            (held @ LookedFor::Held(_), _) | (_, held @ LookedFor::Held(_)) => held,
            (other, _) => other,
        }
    }
}

impl JudgedDrafts<'_> {
    /// Shows what was found in the drafts and how each of their statements stands; and where it is asked for, the drafts with notes in
    /// their margins.
    pub(crate) fn shown<R>(&self, show: impl FnOnce(&mut Drafted<'_>, &dyn Fn() -> Annotated) -> R) -> R {
        let (cases, reader) = (self.cases(), self.drafting.record.reader);
        let found = judge_drafts(&cases);
        show(&mut Drafted::new(&cases, &found, reader), &|| Annotated::new(&cases, &found, reader))
    }

    fn cases(&self) -> Vec<DraftCase<'_>> {
        let drafting = self.drafting;
        let all = drafting.drafts.iter().zip(&drafting.manuscripts).zip(&drafting.files).zip(&self.seen);
        let case =
            |(((draft, manuscript), file), seen): (((_, _), &FileId), &Vec<SeenQuotation>)| DraftCase {
                draft,
                manuscript,
                with: &self.with,
                record: self.record.court(),
                drafts: drafting.sources(),
                seen: seen.clone(),
                file: *file,
                judged: OnceLock::new(),
                standings: OnceLock::new(),
                quoted: OnceLock::new(),
            };
        all.map(case).collect()
    }
}
