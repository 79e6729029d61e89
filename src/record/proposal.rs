//! What a passage of a source may be recorded as: the questions that it may answer, the value in its own words, who says so, and when
//! it holds.

use std::collections::BTreeSet;
use std::ops::Range;

use crate::audit::Audit;
use crate::capture::{Found, QuoteFinder};
use crate::error::Error;
use crate::load::keys::{Referent, ScopeKey};
use crate::model::Dossier;
use crate::model::question::Dimension;
use crate::spot::{MOST_QUESTIONS, NameIndex, SpotKind, Spotted, speaker_beside, speakers};
use crate::text::{DifferenceKind, Near, Outcome, line_column, sentence_around};
use crate::value::calendar::english::dates;
use crate::value::types::{Kind, NONE};
use crate::view::find::FoundQuote;
use crate::view::pin::{Pin, PinnedPlace};
use crate::view::read::{RowTold, WordsRead};
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
    in_article: Option<Range<usize>>,
    /// From 1.
    pub(crate) line: usize,
    pub(crate) column: usize,
}

impl QuotedPassage {
    /// Its sentence with the quote marked.
    pub(crate) fn marked(&self) -> String {
        let (before, after) = (&self.sentence[..self.within.start], &self.sentence[self.within.end..]);
        let quote = &self.sentence[self.within.clone()];
        if !self.is_shown {
            return format!("{WITHHELD} [{quote}] {WITHHELD}");
        }
        let marked = format!("{before}[{quote}]{after}");
        marked.split_whitespace().collect::<Vec<_>>().join(" ")
    }
}

/// What a passage may be recorded as.
#[derive(Clone, Debug)]
pub(crate) struct Proposals {
    /// In the order of their kinds.
    found: Vec<FoundWithin>,
    words: String,
    /// Whom the sentence names, the nearest to a verb of speaking first.
    pub(crate) speakers: Vec<String>,
    /// That of them which stands right beside the verb.
    pub(crate) speaker: Option<String>,
}

/// What was spotted in a passage, by names, so that it stays what it is when something is defined.
#[derive(Clone, Debug)]
struct FoundWithin {
    kind: SpotKind,
    /// As a claim would have it; `None` where the passage does not have all of its words.
    value: Option<String>,
    /// The likeliest first.
    questions: Vec<String>,
    /// That of them which its own words tell.
    told: Option<String>,
}

/// So many questions are proposed at most.
const MOST_PROPOSED: usize = 6;

/// So many words a value is made of at most.
const LONGEST: usize = 8;

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
    audit.text_of(source, |source, text_at_hand| {
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
                line,
                column,
            }
        };
        (pin.places.into_iter().zip(places).map(passage).collect(), pin.found)
    })
}

/// A quote with spaces where it speaks of dates: a day is no figure.
fn without_dates(quote: &str) -> String {
    let mut text = quote.to_owned();
    for date in dates(quote) {
        text.replace_range(date.at.clone(), &" ".repeat(date.at.len()));
    }
    text
}

/// The text that each passage stands in, and where.
fn places<'t>(seen: &Found<'t>, whole: &'t str) -> Vec<(&'t str, Range<usize>)> {
    match &seen.outcome {
        Outcome::Ambiguous(places) => places.iter().map(|at| (whole, at.clone())).collect(),
        _ => seen.at.iter().map(|at| (seen.text, at.clone())).collect(),
    }
}

impl Proposals {
    /// What a passage of a source may be recorded as: what is spotted there.
    ///
    /// # Errors
    /// No such source, or its text is not at hand.
    pub(crate) fn new(audit: &Audit, source: &str, passage: &QuotedPassage) -> Result<Proposals, Error> {
        let dossier = &audit.dossier;
        let (spotted, at) = match &passage.in_article {
            Some(at) => (audit.spotted_within(source, at)?, at),
            None => (audit.spotted_alone(source, &passage.sentence, &passage.within)?, &passage.within),
        };
        let names = NameIndex::new(dossier);
        let id = |agent| dossier.agents.name(agent).to_owned();
        let speakers = speakers(dossier, &names, &passage.sentence).into_iter().map(id);
        Ok(Proposals {
            found: spotted.into_iter().map(|spotted| FoundWithin::new(dossier, spotted, at)).collect(),
            words: passage.pinned.quote.clone(),
            speakers: speakers.collect(),
            speaker: speaker_beside(dossier, &names, &passage.sentence).map(id),
        })
    }

    /// The questions that the passage may answer, the likeliest first.
    pub(crate) fn questions(&self) -> Vec<String> {
        let mut proposed: Vec<&String> = self.found.iter().filter_map(|found| found.told.as_ref()).collect();
        for alike in self.found.chunk_by(|a, b| a.kind == b.kind) {
            let most = alike.iter().map(|found| found.questions.len()).max().unwrap_or_default();
            let nth = |rank: usize| alike.iter().filter_map(move |found| found.questions.get(rank));
            proposed.extend((0..most).flat_map(nth));
        }
        let mut questions: Vec<String> = Vec::new();
        for question in proposed {
            if questions.len() < MOST_PROPOSED && !questions.contains(question) {
                questions.push(question.clone());
            }
        }
        questions
    }

    /// The one question that is told by the passage's own words; `None` where none is, or several are.
    pub(crate) fn told(&self) -> Option<&str> {
        let kinds = self.found.chunk_by(|a, b| a.kind == b.kind);
        let mut told = kinds.map(|alike| alike.iter().filter_map(|found| found.told.as_deref()));
        let mut first = told.find_map(|told| {
            let told: BTreeSet<&str> = told.collect();
            (!told.is_empty()).then_some(told)
        })?;
        first.pop_first().filter(|_| first.is_empty())
    }

    /// The values that the passage may give to a question, as TOML reads them: the likeliest first.
    pub(crate) fn values(&self, dossier: &Dossier, question: &str) -> Vec<String> {
        let Some(id) = dossier.questions.find(question) else { return Vec::new() };
        let kind = &dossier.questions[id].kind;
        match kind {
            Kind::Count | Kind::Amount { .. } => {
                let mut figures = self.of(&[SpotKind::Figure], question);
                figures.retain(|words| reads(dossier, kind, words));
                if figures.is_empty() {
                    readable(dossier, kind, &without_dates(&self.words))
                } else {
                    figures
                }
            }
            Kind::Date => self.of(&[SpotKind::Date], question),
            Kind::Place { .. } => self.of(&[SpotKind::Place], question),
            Kind::Agent { .. } => self.of(&[SpotKind::Agent], question),
            Kind::Set => {
                let all = self.of(&[SpotKind::Place, SpotKind::Agent], question);
                if all.is_empty() { Vec::new() } else { vec![all.join("; ")] }
            }
            Kind::Choice { options } => {
                let low = self.words.to_lowercase();
                let stands = |id: &&str| low.contains(&id.replace('-', " ")) || low.contains(*id);
                options.ids().filter(stands).filter(|id| *id != NONE).map(str::to_owned).collect()
            }
            // Which of the two, nobody can tell from a list of words.
            Kind::YesNo => Vec::new(),
            Kind::Text => vec![self.words.clone()],
        }
    }

    /// The places that the passage names.
    pub(crate) fn places(&self) -> Vec<String> {
        self.of(&[SpotKind::Place], "")
    }

    /// The values of some kinds, those first that are spotted to answer a question.
    fn of(&self, kinds: &[SpotKind], question: &str) -> Vec<String> {
        let mut found: Vec<(usize, &String)> = Vec::new();
        for spotted in self.found.iter().filter(|spotted| kinds.contains(&spotted.kind)) {
            let Some(value) = &spotted.value else { continue };
            let rank = match spotted.told.as_deref() == Some(question) {
                true => 0,
                false => 1 + spotted.questions.iter().position(|it| it == question).unwrap_or(MOST_QUESTIONS),
            };
            found.push((rank, value));
        }
        found.sort_by_key(|(rank, _)| *rank);
        let mut values: Vec<String> = Vec::new();
        for (_, value) in found {
            if !values.contains(value) {
                values.push(value.clone());
            }
        }
        values
    }
}

impl FoundWithin {
    fn new(dossier: &Dossier, spotted: Spotted, passage: &Range<usize>) -> Self {
        let is_whole = passage.start <= spotted.at.start && spotted.at.end <= passage.end;
        let name = |id| dossier.questions.name(id).to_owned();
        FoundWithin {
            kind: spotted.kind,
            value: spotted.value.filter(|_| is_whole),
            questions: spotted.questions.into_iter().map(name).collect(),
            // Words that nothing was spotted in tell no question.
            told: spotted.likeliest.map(name).filter(|_| spotted.kind != SpotKind::Quotation),
        }
    }
}

/// What the values of a question name, where they are ids of places or of agents.
pub(crate) fn named_by(dossier: &Dossier, question: &str) -> Option<Referent> {
    match dossier.questions[dossier.questions.find(question)?].kind {
        Kind::Place { .. } => Some(Referent::Place),
        Kind::Agent { .. } => Some(Referent::Agent),
        _ => None,
    }
}

/// Whether a question asks for yes or no.
pub(crate) fn is_yes_no(dossier: &Dossier, question: &str) -> bool {
    dossier.questions.find(question).is_some_and(|id| dossier.questions[id].kind == Kind::YesNo)
}

/// The dimensions of scope that a claim on a question has to state itself.
pub(crate) fn needed(dossier: &Dossier, question: &str) -> Vec<ScopeKey> {
    let Some(id) = dossier.questions.find(question) else { return Vec::new() };
    let question = &dossier.questions[id];
    let key = |need: &Dimension| match need {
        Dimension::Population => question.scope.population.is_none().then_some(ScopeKey::Population),
        Dimension::Place => question.scope.place.is_none().then_some(ScopeKey::Place),
        Dimension::Period => question.scope.period.is_none().then_some(ScopeKey::Period),
        Dimension::Basis => question.scope.basis.is_none().then_some(ScopeKey::Basis),
    };
    question.needs.iter().filter_map(key).collect()
}

/// The moment that a figure which changes over time holds for: the source's date; `None` of what does not change.
pub(crate) fn as_of(dossier: &Dossier, question: &str, source: &str) -> Option<String> {
    let question = &dossier.questions[dossier.questions.find(question)?];
    let source = &dossier.sources[dossier.sources.find(source)?];
    question.moves().then(|| source.published.as_ref().map(|it| it.words.clone()))?
}

fn reads(dossier: &Dossier, kind: &Kind, words: &str) -> bool {
    matches!(WordsRead::new(dossier, kind, words, RowTold::No), WordsRead::Read { .. })
}

/// The longest runs of a quote's words that read as a value, none within another, in order.
fn readable(dossier: &Dossier, kind: &Kind, quote: &str) -> Vec<String> {
    let words: Vec<(usize, &str)> = quote
        .split_whitespace()
        .map(|word| (word.as_ptr() as usize - quote.as_ptr() as usize, word))
        .collect();
    let mut found = Vec::new();
    let mut from = 0;
    while from < words.len() {
        let ends = (from + 1..=words.len().min(from + LONGEST)).rev();
        let run = |end: usize| {
            let (last, word) = words[end - 1];
            quote[words[from].0..last + word.len()].trim_matches(|c: char| {
                matches!(c, ',' | '.' | ';' | ':' | '(' | ')' | '“' | '”' | '"' | '!' | '?')
            })
        };
        match ends.map(|end| (end, run(end))).find(|(_, words)| reads(dossier, kind, words)) {
            Some((end, words)) => {
                found.push(words.to_owned());
                from = end;
            }
            None => from += 1,
        }
    }
    found
}
