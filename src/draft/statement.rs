//! What a draft says, as it is held against the record.

use std::collections::BTreeSet;
use std::ops::Range;
use std::sync::Arc;

use crate::model::table::{QuestionId, SourceId};
use crate::spot::{Attribution, Speaker, SpotKind};
use crate::value::shape::Node;

/// A draft with all that can be held against the record. Places are bytes of its words.
#[derive(Debug)]
pub(crate) struct Draft {
    /// As it was given; `-` for standard input.
    pub(crate) path: String,
    /// The words as they are read.
    pub(crate) words: String,
    /// The draft as a source of the dossier that is judged.
    pub(crate) source: SourceId,
    /// In the order of the words.
    pub(crate) statements: Vec<Statement>,
    pub(crate) quotations: Vec<Quotation>,
    pub(crate) misspelt: Vec<Misspelt>,
    /// Marks that name what is not on record.
    pub(crate) unknown: Vec<UnknownMark>,
    /// Sentences that lead to sources and say nothing that could be held against them, in order.
    pub(crate) linked: Vec<LinkedSentence>,
}

/// A sentence with the sources that marks in it name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct LinkedSentence {
    pub(crate) at: Range<usize>,
    pub(crate) sources: BTreeSet<SourceId>,
}

/// What a statement tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum StatementKind {
    Spotted(SpotKind),
    /// Words that a mark binds, whose value is not read: they are held to who says so alone.
    Unread,
}

/// One thing that a draft says.
#[derive(Clone, Debug)]
pub(crate) struct Statement {
    pub(crate) kind: StatementKind,
    /// The words that say it.
    pub(crate) at: Range<usize>,
    /// The shortest words that carry it.
    pub(crate) quote: Range<usize>,
    pub(crate) sentence: Range<usize>,
    /// As a claim would have it; `None` where nothing is read.
    pub(crate) value: Option<String>,
    /// What was taken from the draft's own date, where anything was.
    pub(crate) assumed: Option<&'static str>,
    /// What is counted, in the words of the draft.
    pub(crate) noun: Option<String>,
    /// What its paragraph says itself of time and place: without words of others, questions, days of sources and what the desk notes.
    pub(crate) context: Arc<str>,
    /// Whether the record names the day that is meant; of all else `true`.
    pub(crate) is_known: bool,
    pub(crate) attribution: Attribution,
    /// The sources that marks beside it name: theirs it is.
    pub(crate) sources: BTreeSet<SourceId>,
    pub(crate) binding: Binding,
    /// Its claims in the source that the draft is, by their full names: one for each speaker.
    pub(crate) claims: Vec<(String, Option<Speaker>)>,
}

/// What a statement is held against.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Binding {
    /// A mark names it.
    Bound(Target),
    /// Words and neighbours speak for a question; the others are what may be meant instead.
    Proposed { question: QuestionId, others: Vec<QuestionId> },
    /// Nothing tells; what may be meant, the likeliest first.
    Open(Vec<QuestionId>),
}

/// What a mark names.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Target {
    pub(crate) question: Option<QuestionId>,
    /// Full names of claims.
    pub(crate) claims: BTreeSet<String>,
    pub(crate) sources: BTreeSet<SourceId>,
}

/// Words in quotation marks, or the title of nothing.
#[derive(Clone, Debug)]
pub(crate) struct Quotation {
    /// The words between the marks.
    pub(crate) at: Range<usize>,
    pub(crate) sentence: Range<usize>,
    pub(crate) attribution: Attribution,
    /// What a mark beside it names.
    pub(crate) target: Target,
}

/// A name that is spelt as nobody's is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Misspelt {
    pub(crate) at: Range<usize>,
    pub(crate) sentence: Range<usize>,
    /// The name or alias that it is nearest to.
    pub(crate) nearest: String,
    /// Whose that is.
    pub(crate) node: Node,
}

/// A mark that names what is not on record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct UnknownMark {
    pub(crate) at: Range<usize>,
    pub(crate) sentence: Range<usize>,
    pub(crate) name: String,
    pub(crate) nearest: Option<String>,
}

impl Draft {
    /// The words of a quotation as they may stand elsewhere: on one line, without the mark that ends its clause, and as they are
    /// where a sentence does not begin with them, or does.
    pub(crate) fn said(&self, quotation: &Quotation) -> [String; 2] {
        let words = self.words[quotation.at.clone()].split_whitespace().collect::<Vec<_>>().join(" ");
        let words = words.trim_end_matches([',', '.', ';', ' ']);
        let mut letters = words.chars();
        let other = letters.next().map(|first| match first.is_uppercase() {
            true => first.to_lowercase().collect::<String>(),
            false => first.to_uppercase().collect(),
        });
        [words.to_owned(), other.unwrap_or_default() + letters.as_str()]
    }
}

impl Statement {
    /// The question that it is held against, where one is told.
    pub(crate) fn question(&self) -> Option<QuestionId> {
        match &self.binding {
            Binding::Bound(target) => target.question,
            Binding::Proposed { question, .. } => Some(*question),
            Binding::Open(_) => None,
        }
    }
}
