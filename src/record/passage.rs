//! The passages of a source that somebody may mean by some words.

use std::ops::Range;

use super::row::Row;
use crate::audit::Audit;
use crate::capture::{Found, QuoteFinder};
use crate::error::Error;
use crate::load::ArchivedText;
use crate::load::keys::ClaimKey;
use crate::model::table::SourceId;
use crate::text::{DifferenceKind, Near, Outcome, line_column, sentence_around};
use crate::view::find::FoundQuote;
use crate::view::pin::{Pin, PinnedPlace};
use crate::view::withheld::{Gate, Reader, WITHHELD};

/// A passage that is to be quoted.
#[derive(Clone, Debug)]
pub(crate) struct QuotedPassage {
    /// The quote, with what tells it from others like it.
    pub(crate) pinned: PinnedPlace,
    /// The sentence, or the sentences, that it stands in.
    pub(crate) sentence: String,
    /// Whether what stands around the quote may be shown.
    pub(crate) is_shown: bool,
    /// Where the quote stands in the sentence.
    pub(crate) within: Range<usize>,
    /// Where it stands in the article; `None` of what stands beside it.
    pub(super) in_article: Option<Range<usize>>,
    /// How often its words stand in the text.
    pub(crate) stands: usize,
    /// Whether it begins or ends within a word, or what is left out of it does.
    pub(crate) cuts_words: bool,
    /// From 1.
    pub(crate) line: usize,
    pub(crate) column: usize,
}

impl QuotedPassage {
    /// Its sentence with the quote marked.
    pub(crate) fn marked(&self) -> String {
        let (before, after) = (&self.sentence[..self.within.start], &self.sentence[self.within.end..]);
        if !self.is_shown {
            return format!("{WITHHELD} [{}] {WITHHELD}", self.pinned.quote);
        }
        let quote = &self.sentence[self.within.clone()];
        let marked = format!("{before}[{quote}]{after}");
        marked.split_whitespace().collect::<Vec<_>>().join(" ")
    }
}

/// The passages of a source that some words are: one, several where they stand more than once, none where they do not stand there.
/// Beside them how the words were found.
///
/// # Errors
/// No such source, or its text is not at hand.
pub(crate) fn passages(
    audit: &Audit,
    source: &str,
    words: &str,
    reader: Reader,
) -> Result<(Vec<QuotedPassage>, FoundQuote), Error> {
    let gate = Gate::new(&audit.dossier, reader);
    audit.text_of(source, |source, text| quoted(gate, source, &text, words))
}

/// As [`passages`], in a text that is at hand.
pub(super) fn quoted(
    gate: Gate<'_>,
    source: SourceId,
    text_at_hand: &ArchivedText<'_>,
    words: &str,
) -> (Vec<QuotedPassage>, FoundQuote) {
    let finder = QuoteFinder::new(&text_at_hand.capture.words);
    let mut seen = finder.find(words);
    // Whoever looks for words need not mind their capitals: the quote has those of the text.
    let is_case = |near: &Near| near.differs.iter().all(|it| it.kind == DifferenceKind::Case);
    let cased = match &seen.outcome {
        Outcome::Near(near) if is_case(near) => seen.at.clone().map(|at| seen.text[at].to_owned()),
        _ => None,
    };
    if let Some(cased) = &cased {
        seen = finder.find(cased.as_str());
    }
    let pin = Pin::new(gate, source, text_at_hand.capture, &seen);
    let places = places(&seen, &text_at_hand.capture.words.text);
    let is_elided = matches!(seen.outcome, Outcome::Elided(_));
    let stands = pin.places.len();
    let passage = |(pinned, (text, at)): (PinnedPlace, (&str, Range<usize>))| {
        let sentence = sentence_around(text, &at);
        let (line, column) = line_column(text, at.start);
        let all = &text_at_hand.capture.words;
        let in_article = match std::ptr::eq(text, all.article()) {
            true => Some(at.clone()),
            false if std::ptr::eq(text, &*all.text) => all.in_article(&at),
            false => None,
        };
        // What is left out stays left out.
        let quote = if is_elided { words.to_owned() } else { pinned.quote.clone() };
        QuotedPassage {
            pinned: PinnedPlace { quote, ..pinned },
            within: at.start - sentence.start..at.end - sentence.start,
            in_article,
            sentence: text[sentence].to_owned(),
            is_shown: gate.shows(source),
            stands,
            cuts_words: pieces(&seen.outcome, &at).iter().any(|piece| cuts_word(text, piece)),
            line,
            column,
        }
    };
    (pin.places.into_iter().zip(places).map(passage).collect(), pin.found)
}

/// Leaves those of several passages beside which the context of a row stands: which of them is meant is said already.
pub(crate) fn only_beside(passages: &mut Vec<QuotedPassage>, row: &Row) {
    let context = [ClaimKey::Prefix, ClaimKey::Suffix].into_iter().find_map(|key| row.words(key));
    let Some(words) = context.map(str::trim).filter(|_| passages.len() > 1) else { return };
    passages.retain(|passage| {
        let stands = [&passage.pinned.prefix, &passage.pinned.suffix];
        stands.into_iter().flatten().any(|beside| beside.contains(words))
    });
    let stands = passages.len();
    passages.iter_mut().for_each(|passage| passage.stands = stands);
}

/// What a quote at a place has of its text.
fn pieces(outcome: &Outcome, at: &Range<usize>) -> Vec<Range<usize>> {
    match outcome {
        Outcome::Elided(pieces) => pieces.clone(),
        _ => vec![at.clone()],
    }
}

/// Whether a piece of a text begins or ends within a word.
fn cuts_word(text: &str, at: &Range<usize>) -> bool {
    let goes_on = |offset: usize| {
        let (before, behind) = (text[..offset].chars().next_back(), text[offset..].chars().next());
        before
            .zip(behind)
            .is_some_and(|(before, behind)| before.is_alphanumeric() && behind.is_alphanumeric())
    };
    goes_on(at.start) || goes_on(at.end)
}

/// The text that each passage stands in, and where.
fn places<'t>(seen: &Found<'t>, whole: &'t str) -> Vec<(&'t str, Range<usize>)> {
    match &seen.outcome {
        Outcome::Ambiguous(places) => places.iter().map(|at| (whole, at.clone())).collect(),
        _ => seen.at.iter().map(|at| (seen.text, at.clone())).collect(),
    }
}
