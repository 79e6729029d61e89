//! What was spotted in a text, and what was seen of it in the record.

use std::ops::Range;

use super::questions::SpotKind;
use crate::model::table::{AgentId, ClaimId, QuestionId, SourceId};
use crate::value::shape::{Node, Shape};
use crate::value::types::Kind;

/// A passage that tells something that could be recorded.
#[derive(Clone, Debug)]
pub(crate) struct Spotted {
    pub(crate) kind: SpotKind,
    /// The bytes of the article that say it.
    pub(crate) at: Range<usize>,
    /// The shortest words that carry it: their bytes in the article.
    pub(crate) quote: Range<usize>,
    pub(crate) sentence: Range<usize>,
    /// What is said, for people.
    pub(crate) reading: String,
    /// The type that it was read as, and the sets of it; `None` of words, and of days of which nothing tells the year.
    pub(crate) says: Option<(Kind, Shape)>,
    /// As a claim would have it.
    pub(crate) value: Option<String>,
    /// What was taken from the source's own date, where anything was.
    pub(crate) assumed: Option<&'static str>,
    /// The row of the table that hedges a number.
    pub(crate) hedge: Option<&'static str>,
    /// What is counted, in the words of the text.
    pub(crate) noun: Option<String>,
    /// The words of the unit.
    pub(crate) unit: Option<String>,
    /// The place or agent that is named.
    pub(crate) node: Option<Node>,
    /// How often it is named.
    pub(crate) mentions: usize,
    /// Who may have said it, the likeliest first.
    pub(crate) speakers: Vec<AgentId>,
    pub(crate) counted: Counted,
    pub(crate) state: Recording,
    /// The questions that it may answer, the likeliest first.
    pub(crate) questions: Vec<QuestionId>,
    /// That of them which it answers as far as can be told.
    pub(crate) likeliest: Option<QuestionId>,
    /// Line and column, from 1, in all the words.
    pub(crate) line_column: (usize, usize),
    /// The paragraph of the article, from 1.
    pub(crate) paragraph: usize,
}

/// Whether a record is held to have it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Counted {
    /// A count, an amount or a calendar date.
    Yes,
    No,
}

/// How a passage stands in the record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Recording {
    /// By these claims, in order.
    Recorded(Vec<ClaimId>),
    /// By the waiver of this number.
    Waived(usize),
    Open,
}

/// A source's text, and what was spotted in it.
#[derive(Clone, Debug)]
pub(crate) struct SpottedText {
    pub(crate) source: SourceId,
    /// Why nothing was looked at, where it was not.
    pub(crate) not_looked_at: Option<String>,
    /// The words of the article.
    pub(crate) text: String,
    /// In the order of the text.
    pub(crate) found: Vec<Spotted>,
    /// The claims of the source, each with where its quote stands in the article.
    pub(crate) claims: Vec<(ClaimId, Vec<Range<usize>>)>,
    /// By waiver of the source.
    pub(crate) waivers: Vec<Waived>,
}

/// What a waiver came to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Waived {
    /// How often its words stand in the article.
    pub(crate) stands: usize,
    /// How many figures and dates it waives.
    pub(crate) waives: usize,
}

impl SpottedText {
    /// One that was not looked at, and why.
    pub(crate) fn not_looked_at(source: SourceId, why: String) -> Self {
        let (text, found, claims, waivers) = (String::new(), Vec::new(), Vec::new(), Vec::new());
        SpottedText { source, not_looked_at: Some(why), text, found, claims, waivers }
    }

    /// What a record is held to have.
    pub(crate) fn counted(&self) -> impl Iterator<Item = &Spotted> {
        self.found.iter().filter(|spotted| spotted.counted == Counted::Yes)
    }

    /// What is neither recorded nor waived, of what a record is held to have.
    pub(crate) fn open(&self) -> impl Iterator<Item = &Spotted> {
        self.counted().filter(|spotted| spotted.state == Recording::Open)
    }

    /// The words that carry a passage, with one space for each gap.
    pub(crate) fn quote(&self, spotted: &Spotted) -> String {
        self.text[spotted.quote.clone()].split_whitespace().collect::<Vec<_>>().join(" ")
    }
}
