//! Whether an answer still fits: the text and the question are those that whoever answered saw.

use std::collections::BTreeMap;

use crate::audit::Audit;
use crate::error::Error;
use crate::load::keys::{ClaimKey, Referent};
use crate::model::Dossier;
use crate::model::table::SourceId;
use crate::record::answer::{Answer, CardKind};
use crate::record::row::{Refusal, Row};
use crate::spot::digest::{of_passage, of_question, of_text};

/// The texts of the sources that answers are about.
pub(in crate::record) struct Texts(BTreeMap<SourceId, Result<AnsweredText, String>>);

/// What answers are held against of one text.
pub(in crate::record) struct AnsweredText {
    sha256: String,
    pub(in crate::record) article: String,
}

impl Texts {
    /// Those of the sources that some answers name.
    ///
    /// # Errors
    /// An archive folder that cannot be read.
    pub(in crate::record) fn of<'r>(
        audit: &Audit,
        rows: impl IntoIterator<Item = &'r Row>,
    ) -> Result<Texts, Error> {
        let answers = rows.into_iter().filter(|row| row.answer.is_some());
        let named = answers.filter_map(|row| audit.dossier.sources.find(row.words(ClaimKey::Source)?));
        let mut sources: Vec<SourceId> = named.collect();
        sources.sort_unstable();
        sources.dedup();
        let texts = audit.texts_of(&sources, |_, text| {
            let words = &text.capture.words;
            let article = words.article().to_owned();
            AnsweredText { sha256: text.sha256.to_owned(), article }
        })?;
        Ok(Texts(sources.into_iter().zip(texts).collect()))
    }

    /// The text of a source that an answer names.
    ///
    /// # Errors
    /// Why it cannot be had, to follow upon `the text of SOURCE`.
    pub(in crate::record) fn get(&self, source: SourceId) -> Result<&AnsweredText, &str> {
        match self.0.get(&source) {
            Some(text) => text.as_ref().map_err(String::as_str),
            None => Err("was not asked for"),
        }
    }
}

/// Why an answer no longer fits; nothing of other rows, of what a dossier does not know, and of a text that is not at hand.
pub(in crate::record) fn lapsed(dossier: &Dossier, texts: &Texts, row: &Row) -> Vec<Refusal> {
    let Some(answer) = &row.answer else { return Vec::new() };
    let text = || {
        let source = row.words(ClaimKey::Source)?;
        let text = texts.get(dossier.sources.find(source)?).ok()?;
        (passage(text, answer) != answer.card.passage).then(|| {
            let why = format!("the text of `{source}` has changed since this was answered");
            row.refusal(ClaimKey::Quote, why).help(format!("answer it anew: `gainsay desk {source} -o FILE`"))
        })
    };
    text().into_iter().chain(of_the_question(dossier, row, answer)).collect()
}

/// The digest of its passage as the text is now.
fn passage(text: &AnsweredText, answer: &Answer) -> String {
    match answer.card.kind {
        CardKind::Spotted(_) => of_passage(&text.sha256, &answer.card.range(), &answer.card.quote),
        CardKind::Words => of_text(&text.sha256),
    }
}

/// Why the question is not the one that was answered.
fn of_the_question(dossier: &Dossier, row: &Row, answer: &Answer) -> Option<Refusal> {
    let question = row.words(ClaimKey::Question)?;
    let makes_it = answer.makes(Referent::Question, question);
    if answer.waive.is_some() || makes_it {
        return None;
    }
    let id = dossier.questions.find(question)?;
    let why = match &answer.question {
        Some(digest) if *digest == of_question(dossier, id) => return None,
        Some(_) => format!("the question `{question}` has changed since this was answered"),
        None => {
            format!("nothing tells how the question `{question}` was asked: the digest has no second half")
        }
    };
    let source = row.words(ClaimKey::Source).unwrap_or("SOURCE");
    let help = format!("answer it anew: `gainsay desk {source} -o FILE`");
    Some(row.refusal(ClaimKey::Question, why).help(help))
}
