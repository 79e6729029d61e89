//! What the marks of a draft name, and which of its words they hang on.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use super::clauses::{Parts, overlap};
use super::statement::{Target, UnknownMark};
use crate::capture::{Mark, MarkKind};
use crate::model::Dossier;
use crate::model::table::{QuestionId, SourceId};
use crate::text::nearest;

/// What leads an address that names a question or a claim.
const SCHEME: &str = "gainsay:";

/// The sources by their addresses.
type Addresses = BTreeMap<String, SourceId>;

/// A mark that names something on record, with the words that it hangs on.
#[derive(Debug)]
pub(super) struct Named {
    pub(super) reach: Range<usize>,
    pub(super) claims: BTreeSet<String>,
    pub(super) questions: BTreeSet<QuestionId>,
    pub(super) sources: BTreeSet<SourceId>,
}

impl Named {
    /// What it names, as far as it concerns a question.
    pub(super) fn target(&self, dossier: &Dossier, question: Option<QuestionId>) -> Target {
        let asks = |name: &&String| {
            let claim = dossier.claims.find(name).map(|id| dossier.claims[id].question);
            question.is_none() || claim == question
        };
        Target {
            question,
            claims: self.claims.iter().filter(asks).cloned().collect(),
            sources: self.sources.clone(),
        }
    }
}

/// The marks of a draft that name something, and those that try to and do not.
pub(super) fn named(dossier: &Dossier, parts: &Parts<'_>, marks: &[Mark]) -> (Vec<Named>, Vec<UnknownMark>) {
    let (mut found, mut unknown) = (Vec::new(), Vec::new());
    let urls = dossier.sources.iter().flat_map(|(id, source)| {
        let urls = source.url.iter().chain(&source.archive_url);
        urls.map(move |url| (plain(url), id))
    });
    let addresses: Addresses = urls.collect();
    let mut before = 0;
    for mark in marks {
        let is_around = !mark.at.is_empty();
        let at = match is_around {
            true => mark.at.clone(),
            false => reach(parts, mark.at.start, before),
        };
        let mut named = Named {
            reach: at.clone(),
            claims: BTreeSet::new(),
            questions: BTreeSet::new(),
            sources: BTreeSet::new(),
        };
        for name in names(mark) {
            if !named.take(dossier, &addresses, &name) && is_told(mark, &name) {
                let sentence = parts.sentence(at.start).unwrap_or(at.clone());
                let nearest = nearest_of(dossier, &name);
                unknown.push(UnknownMark { at: at.clone(), sentence, name, nearest });
            }
        }
        if !is_around {
            before = mark.at.start;
        }
        if !(named.claims.is_empty() && named.questions.is_empty() && named.sources.is_empty()) {
            found.push(named);
        }
    }
    (found, unknown)
}

/// The words that a mark behind them hangs on: of its sentence, those behind the mark before it.
fn reach(parts: &Parts<'_>, at: usize, before: usize) -> Range<usize> {
    let behind = parts.text[..at].trim_end().len();
    let sentence = parts.sentence(behind.saturating_sub(1)).unwrap_or(behind..behind);
    sentence.start.max(before.min(at)).min(at)..at
}

/// The words of a mark that may name something: all of a link or an attribute, the words of a note that look like a name.
fn names(mark: &Mark) -> Vec<String> {
    let trimmed = |word: &str| {
        let word = word.trim_matches(|c: char| !c.is_alphanumeric());
        word.strip_prefix(SCHEME).unwrap_or(word).to_owned()
    };
    match mark.kind {
        MarkKind::Link => vec![mark.note.trim().to_owned()],
        MarkKind::Attribute => mark.note.split([' ', ',']).map(trimmed).filter(|it| !it.is_empty()).collect(),
        MarkKind::Footnote | MarkKind::Comment => {
            let words = mark.note.split_whitespace().map(trimmed);
            words.filter(|word| word.contains(['#', '/'])).collect()
        }
    }
}

/// Whether a mark means to name something on record: where it does not, that is a fault.
fn is_told(mark: &Mark, name: &str) -> bool {
    match mark.kind {
        MarkKind::Link => name.starts_with(SCHEME),
        MarkKind::Attribute => true,
        MarkKind::Footnote | MarkKind::Comment => {
            let is_whole = mark.note.trim().trim_start_matches(SCHEME) == name;
            is_whole && name.contains('#')
        }
    }
}

impl Named {
    /// Takes what a name names; whether it names anything.
    fn take(&mut self, dossier: &Dossier, addresses: &Addresses, name: &str) -> bool {
        let bare = name.strip_prefix(SCHEME).unwrap_or(name);
        if let Some(claim) = dossier.claims.find(bare) {
            self.questions.insert(dossier.claims[claim].question);
            self.claims.insert(bare.to_owned());
            return true;
        }
        if let Some(question) = dossier.questions.find(bare) {
            self.questions.insert(question);
            return true;
        }
        let found = dossier.sources.find(bare).or_else(|| addresses.get(&plain(name)).copied());
        self.sources.extend(found);
        !self.sources.is_empty()
    }
}

/// An address without what does not count.
fn plain(url: &str) -> String {
    let bare = url.split('#').next().unwrap_or(url);
    let bare = bare.strip_prefix("https://").or(bare.strip_prefix("http://")).unwrap_or(bare);
    bare.strip_prefix("www.").unwrap_or(bare).trim_end_matches('/').to_lowercase()
}

fn nearest_of(dossier: &Dossier, name: &str) -> Option<String> {
    let bare = name.strip_prefix(SCHEME).unwrap_or(name);
    let found = match bare.contains('#') {
        true => nearest(bare, dossier.claims.names()),
        false => nearest(bare, dossier.questions.names()),
    };
    found.map(str::to_owned)
}

/// Whether a mark concerns some words.
pub(super) fn hangs_on(named: &Named, at: &Range<usize>) -> bool {
    overlap(&named.reach, at)
}
