//! What a passage of a source may be recorded as: the questions that it may answer, the value in its own words, who says so, and when
//! it holds.

use std::ops::Range;

use crate::audit::Audit;
use crate::capture::{Found, QuoteFinder};
use crate::error::Error;
use crate::load::keys::Referent;
use crate::model::Dossier;
use crate::model::question::OverTime;
use crate::model::table::SourceId;
use crate::spot::{MOST_QUESTIONS, Mention, NameIndex, Passage, QuestionIndex, SpotKind, speakers};
use crate::text::{DifferenceKind, Near, Outcome, line_column, sentence_around};
use crate::value::calendar::day;
use crate::value::calendar::english::{Said, dates};
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

/// What proposes: the names and the questions of a dossier, each gathered once.
pub(crate) struct Proposer<'a> {
    dossier: &'a Dossier,
    names: NameIndex,
    questions: QuestionIndex<'a>,
}

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
    audit.text_of(source, |source, text| {
        let finder = QuoteFinder::new(&text.capture.words);
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
        let pin = Pin::new(gate, source, text.capture, &seen);
        let places = places(&seen, &text.capture.words.text);
        let is_elided = matches!(seen.outcome, Outcome::Elided(_));
        let passage = |(pinned, (text, at)): (PinnedPlace, (&str, Range<usize>))| {
            let sentence = sentence_around(text, &at);
            let (line, column) = line_column(text, at.start);
            // What is left out stays left out.
            let quote = if is_elided { words.to_owned() } else { pinned.quote.clone() };
            QuotedPassage {
                pinned: PinnedPlace { quote, ..pinned },
                within: at.start - sentence.start..at.end - sentence.start,
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

impl<'a> Proposer<'a> {
    pub(crate) fn new(dossier: &'a Dossier) -> Self {
        Proposer { dossier, names: NameIndex::new(dossier), questions: QuestionIndex::new(dossier) }
    }

    /// The questions that a passage may answer, the likeliest first.
    pub(crate) fn questions(&self, source: &str, passage: &QuotedPassage) -> Vec<String> {
        let source = self.dossier.sources.find(source);
        let words = passage.pinned.quote.as_str();
        let mut found: Vec<String> = Vec::new();
        for kind in [SpotKind::Figure, SpotKind::Date, SpotKind::Place, SpotKind::Agent, SpotKind::Quotation]
        {
            if !self.has(kind, words) {
                continue;
            }
            for question in self.answered(kind, source, passage) {
                let name = self.dossier.questions.name(question);
                if found.len() < MOST_QUESTIONS && !found.iter().any(|known| known == name) {
                    found.push(name.to_owned());
                }
            }
        }
        found
    }

    fn answered(
        &self,
        kind: SpotKind,
        source: Option<SourceId>,
        passage: &QuotedPassage,
    ) -> Vec<crate::model::table::QuestionId> {
        let (words, sentence) = (passage.pinned.quote.as_str(), passage.sentence.as_str());
        let asked = |unit| Passage { kind, source, words, sentence, unit, says: None, near: &[] };
        let mut found = self.questions.answered_by(&asked(None));
        if kind == SpotKind::Figure {
            // An amount is in its unit, whichever word of the quote that is.
            let amounts = self.questions.answered_by(&asked(Some(words)));
            found.extend(amounts.into_iter().filter(|it| !found.contains(it)).collect::<Vec<_>>());
            found.retain(|it| !self.values_of(&self.dossier.questions[*it].kind, words).is_empty());
        }
        found
    }

    /// Whether a passage holds something of a sort.
    fn has(&self, kind: SpotKind, words: &str) -> bool {
        match kind {
            SpotKind::Figure => {
                words.chars().any(char::is_numeric) || !self.values_of(&Kind::Count, words).is_empty()
            }
            SpotKind::Date => !dates(words).is_empty(),
            SpotKind::Place => {
                self.names.mentions(words).iter().any(|it| it.places(self.dossier).next().is_some())
            }
            SpotKind::Agent => {
                self.names.mentions(words).iter().any(|it| it.agents(self.dossier).next().is_some())
            }
            SpotKind::Quotation => true,
        }
    }

    /// What the values of a question name, where they are ids of places or of agents.
    pub(crate) fn named_by(&self, question: &str) -> Option<Referent> {
        let question = self.dossier.questions.find(question)?;
        match self.dossier.questions[question].kind {
            Kind::Place { .. } => Some(Referent::Place),
            Kind::Agent { .. } => Some(Referent::Agent),
            _ => None,
        }
    }

    /// The values that a passage may give to a question, as TOML reads them: the likeliest first.
    pub(crate) fn values(&self, question: &str, passage: &QuotedPassage) -> Vec<String> {
        let Some(question) = self.dossier.questions.find(question) else { return Vec::new() };
        self.values_of(&self.dossier.questions[question].kind, &passage.pinned.quote)
    }

    fn values_of(&self, kind: &Kind, quote: &str) -> Vec<String> {
        match kind {
            Kind::Count | Kind::Amount { .. } => self.readable(kind, &without_dates(quote)),
            Kind::Date => {
                let spoken = dates(quote).into_iter();
                let days = spoken.filter_map(|date| match date.said {
                    Said::Days(days) => Some((days.hard.least()?, days.hard.greatest()?)),
                    _ => None,
                });
                days.map(|(first, last)| match first == last {
                    true => day::shown(first),
                    false => format!("{}/{}", day::shown(first), day::shown(last)),
                })
                .collect()
            }
            Kind::Place { .. } => self.named(quote, |mention| {
                mention.places(self.dossier).map(|node| self.dossier.node_name(node).to_owned()).collect()
            }),
            Kind::Agent { .. } => self.named(quote, |mention| {
                mention.agents(self.dossier).map(|id| self.dossier.agents.name(id).to_owned()).collect()
            }),
            Kind::Set => {
                let all = self.named(quote, |mention| {
                    mention.nodes.iter().map(|node| self.dossier.node_name(*node).to_owned()).collect()
                });
                if all.is_empty() { Vec::new() } else { vec![all.join("; ")] }
            }
            Kind::Choice { options } => {
                let low = quote.to_lowercase();
                let stands = |id: &&str| low.contains(&id.replace('-', " ")) || low.contains(*id);
                options.ids().filter(stands).filter(|id| *id != NONE).map(str::to_owned).collect()
            }
            Kind::YesNo => vec!["true".to_owned(), "false".to_owned()],
            Kind::Text => vec![quote.to_owned()],
        }
    }

    /// The longest runs of a quote's words that read as a value, none within another, in order.
    fn readable(&self, kind: &Kind, quote: &str) -> Vec<String> {
        let words: Vec<(usize, &str)> = quote
            .split_whitespace()
            .map(|word| (word.as_ptr() as usize - quote.as_ptr() as usize, word))
            .collect();
        let reads = |words: &str| {
            let read = WordsRead::new(self.dossier, kind, words, RowTold::No);
            matches!(read, WordsRead::Read { .. })
        };
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
            match ends.map(|end| (end, run(end))).find(|(_, words)| reads(words)) {
                Some((end, words)) => {
                    found.push(words.to_owned());
                    from = end;
                }
                None => from += 1,
            }
        }
        found
    }

    fn named(&self, quote: &str, ids: impl Fn(&Mention) -> Vec<String>) -> Vec<String> {
        let mut found: Vec<String> = Vec::new();
        for id in self.names.mentions(quote).iter().flat_map(ids) {
            if !found.contains(&id) {
                found.push(id);
            }
        }
        found
    }

    /// Who may have said so: whom the sentence names, the nearest to a verb of speaking first.
    pub(crate) fn speakers(&self, passage: &QuotedPassage) -> Vec<String> {
        let said = speakers(self.dossier, &self.names, &passage.sentence);
        said.into_iter().map(|id| self.dossier.agents.name(id).to_owned()).collect()
    }

    /// The moment that a figure which changes over time holds for: the source's date; `None` of what does not change.
    pub(crate) fn as_of(&self, question: &str, source: &str) -> Option<String> {
        let question = &self.dossier.questions[self.dossier.questions.find(question)?];
        let source = &self.dossier.sources[self.dossier.sources.find(source)?];
        (question.over_time != OverTime::Fixed)
            .then(|| source.published.as_ref().map(|it| it.words.clone()))?
    }
}
