//! The view of texts to record from, version 1: each with what was spotted in it, and the record to put it into.

use std::ops::Range;

use serde::Serialize;

use super::covers::{plain, reading};
use super::name::{ClaimName, QuestionName};
use super::spot::{InRecord, SpotKind, SpottedPassage};
use super::withheld::Gate;
use crate::model::Dossier;
use crate::model::question::{Dimension, OverTime};
use crate::model::table::{ClaimId, QuestionId, SourceId};
use crate::spot::{SpottedText, digest};
use crate::text::paragraphs;
use crate::value::types::{Kind, Type};

/// Texts to record from. Its JSON is frozen: later versions add keys and remove none.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Desk {
    /// Always `gainsay/desk/1`.
    schema: &'static str,
    /// The dossier's title.
    pub title: String,
    /// Who records, as far as it was said.
    pub by: String,
    /// The sources that were asked for, in order.
    pub sources: Vec<DeskSource>,
    /// What can be answered, in the order of names.
    pub questions: Vec<DeskQuestion>,
    /// Who may have said something, or be an answer.
    pub agents: Vec<DeskName>,
    /// Where something may have been.
    pub places: Vec<DeskName>,
}

/// A source, its text, and what of it is recorded and could be.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct DeskSource {
    /// Its id.
    pub source: String,
    /// Its title.
    pub title: String,
    /// Its publisher's name; null where that is unknown.
    pub publisher: Option<String>,
    /// When it came out, as it is recorded.
    pub published: Option<String>,
    /// Why nothing of it is shown; null where its text is.
    pub not_shown: Option<String>,
    /// Why nothing was spotted in the text that is shown; null where it was looked at.
    pub not_looked_at: Option<String>,
    /// The digest for words that nobody spotted: that of the text.
    pub digest: String,
    /// The article.
    pub paragraphs: Vec<DeskParagraph>,
    /// What was spotted, in the order of the text.
    pub cards: Vec<DeskCard>,
    /// What is recorded, in the order of the text; last what is quoted from beside the article.
    pub claims: Vec<DeskClaim>,
}

/// A paragraph of an article.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct DeskParagraph {
    /// The byte of the article at which it begins.
    pub at: usize,
    /// Its words.
    pub text: String,
}

/// A passage to be decided on.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct DeskCard {
    /// By what an answer knows that it still fits: a digest of the text, of the bytes and of the words.
    pub digest: String,
    /// The bytes of the article that say it.
    pub at: [usize; 2],
    /// The bytes of the article that are to be quoted.
    pub quoted: [usize; 2],
    /// Whether it waits to be decided on, neither recorded nor waived: a figure, a date, or a quotation that answers a question.
    pub waits: bool,
    /// What was spotted.
    #[serde(flatten)]
    pub passage: SpottedPassage,
}

/// A claim that is recorded.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct DeskClaim {
    /// Its full name.
    pub claim: ClaimName,
    /// What it answers.
    pub question: QuestionName,
    /// What it says.
    pub says: String,
    /// What its words allow, where they alone do not show it.
    pub reading: Option<String>,
    /// Its quote; null where it has none.
    pub quote: Option<String>,
    /// Its quote in the language of the dossier; null where that was not recorded, or is withheld.
    pub translation: Option<String>,
    /// The ids of those who say so; none where the source does itself.
    pub said_by: Vec<String>,
    /// The bytes of the article at which its quote stands; none where it does not stand there.
    pub at: Vec<[usize; 2]>,
}

/// A question that can be answered.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct DeskQuestion {
    /// Its name.
    pub question: QuestionName,
    /// What is asked, in words.
    pub ask: String,
    /// The type that its values are read by.
    #[serde(rename = "type")]
    pub kind: Type,
    /// The unit of an amount, where it has one.
    pub unit: Option<String>,
    /// The options of a choice.
    pub options: Vec<String>,
    /// The dimensions of scope that every claim must state.
    pub needs: Vec<Dimension>,
    /// Whether the answer changes over time, so that a claim says when it holds.
    pub changes: bool,
    /// By what an answer knows that the same is asked still.
    pub digest: String,
}

/// An agent or a place.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct DeskName {
    /// The id.
    pub id: String,
    /// What people call it.
    pub name: String,
}

/// A text, as far as it is at hand.
pub(crate) struct DeskText {
    pub(crate) spotted: SpottedText,
    /// Why nothing was spotted, of a text that is at hand.
    pub(crate) unread: Option<String>,
    /// Of its bytes; empty of a text that is not at hand.
    pub(crate) sha256: String,
}

impl Desk {
    pub(crate) fn new(gate: Gate<'_>, texts: &[DeskText], by: &str) -> Self {
        let dossier = gate.dossier();
        let name = |id: &str, name: &str| DeskName { id: id.to_owned(), name: name.to_owned() };
        Desk {
            schema: "gainsay/desk/1",
            title: dossier.title.clone(),
            by: by.to_owned(),
            sources: texts.iter().map(|text| DeskSource::new(gate, text)).collect(),
            questions: dossier.questions.ids().map(|id| DeskQuestion::new(dossier, id)).collect(),
            agents: dossier.agents.iter().map(|(id, it)| name(dossier.agents.name(id), &it.name)).collect(),
            places: dossier.places.iter().map(|(id, it)| name(dossier.places.name(id), &it.name)).collect(),
        }
    }
}

impl DeskSource {
    fn new(gate: Gate<'_>, text: &DeskText) -> Self {
        let dossier = gate.dossier();
        let DeskText { spotted, unread, sha256 } = text;
        let shown = Self::unshown(dossier, spotted.source);
        if !gate.shows(spotted.source) {
            let why = "access to it is restricted: `--show-restricted` puts it into the page";
            return DeskSource { not_shown: Some(why.to_owned()), ..shown };
        }
        if let Some(why) = &spotted.not_looked_at {
            return DeskSource { not_shown: Some(format!("its text {why}")), ..shown };
        }
        let paragraphs = paragraphs(&spotted.text)
            .into_iter()
            .map(|at| DeskParagraph { at: at.start, text: spotted.text[at].to_owned() });
        let cards = spotted.found.iter().map(|found| {
            let passage = SpottedPassage::new(dossier, spotted, found);
            let answers =
                passage.counted || passage.kind == SpotKind::Quotation && passage.likeliest.is_some();
            DeskCard {
                digest: digest::of_passage(sha256, &found.quote, &passage.quote),
                at: ends(&found.at),
                quoted: ends(&found.quote),
                waits: passage.state == InRecord::Open && answers,
                passage,
            }
        });
        let mut claims: Vec<DeskClaim> =
            spotted.claims.iter().map(|(id, at)| DeskClaim::new(gate, *id, at)).collect();
        claims.sort_by_key(|claim| claim.at.first().map_or(usize::MAX, |at| at[0]));
        DeskSource {
            not_looked_at: unread.clone(),
            digest: digest::of_text(sha256),
            paragraphs: paragraphs.collect(),
            cards: cards.collect(),
            claims,
            ..shown
        }
    }

    /// What is shown of a source without its text.
    fn unshown(dossier: &Dossier, id: SourceId) -> Self {
        let source = &dossier.sources[id];
        DeskSource {
            source: dossier.sources.name(id).to_owned(),
            title: source.title.clone(),
            publisher: source.publisher.map(|id| dossier.agents[id].name.clone()),
            published: source.published.as_ref().map(|it| it.words.clone()),
            not_shown: None,
            not_looked_at: None,
            digest: String::new(),
            paragraphs: Vec::new(),
            cards: Vec::new(),
            claims: Vec::new(),
        }
    }
}

impl DeskClaim {
    fn new(gate: Gate<'_>, id: ClaimId, at: &[Range<usize>]) -> Self {
        let dossier = gate.dossier();
        let claim = &dossier.claims[id];
        DeskClaim {
            claim: ClaimName::new(dossier, id),
            question: QuestionName::new(dossier, claim.question),
            says: plain(dossier, id),
            reading: reading(dossier, id),
            quote: gate.quote(id).map(|quote| quote.words.clone()),
            translation: gate.translation(id),
            said_by: claim.said_by.iter().map(|id| dossier.agents.name(*id).to_owned()).collect(),
            at: at.iter().map(ends).collect(),
        }
    }
}

impl DeskQuestion {
    fn new(dossier: &Dossier, id: QuestionId) -> Self {
        let question = &dossier.questions[id];
        let (unit, options) = match &question.kind {
            Kind::Amount { unit } => (unit.clone(), Vec::new()),
            Kind::Choice { options } => (None, options.ids().map(str::to_owned).collect()),
            _ => (None, Vec::new()),
        };
        DeskQuestion {
            question: QuestionName::new(dossier, id),
            ask: question.ask.clone(),
            kind: question.kind.of(),
            unit,
            options,
            needs: question.needs.clone(),
            changes: question.over_time != OverTime::Fixed,
            digest: digest::of_question(dossier, id),
        }
    }
}

fn ends(at: &Range<usize>) -> [usize; 2] {
    [at.start, at.end]
}
