//! What a passage of a source may be recorded as: the questions that it may answer, the value in its own words, who says so, and when
//! it holds.

use std::collections::BTreeSet;
use std::ops::Range;

use super::passage::QuotedPassage;
use crate::audit::Audit;
use crate::error::Error;
use crate::load::keys::{Referent, ScopeKey};
use crate::model::Dossier;
use crate::model::question::Dimension;
use crate::spot::{MOST_QUESTIONS, NameIndex, SaidIn, SpotKind, Spotted, named_beside, speaker_beside};
use crate::value::calendar::english::{dates, named_dates};
use crate::value::language::{known, legible};
use crate::value::types::{Kind, NONE};
use crate::view::read::{RowTold, WordsRead};

/// What a passage may be recorded as.
#[derive(Clone, Debug)]
pub(crate) struct Proposals {
    /// In the order of their kinds.
    found: Vec<FoundWithin>,
    words: String,
    /// What the source is in, by its BCP 47 tag.
    language: Option<String>,
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

/// What stands between the ends of a stretch of days.
const STRETCH: char = '/';

/// So many words a value is made of at most.
const LONGEST: usize = 8;

/// A quote with spaces where it speaks of dates: a day is no figure.
fn without_dates(quote: &str) -> String {
    let mut text = quote.to_owned();
    for date in dates(quote) {
        text.replace_range(date.at.clone(), &" ".repeat(date.at.len()));
    }
    text
}

impl Proposals {
    /// What a passage of a source may be recorded as: what is spotted there, and of a language that is put into English what its
    /// translation asks for.
    ///
    /// # Errors
    /// No such source, or its text is not at hand.
    pub(crate) fn new(
        audit: &Audit,
        source: &str,
        passage: &QuotedPassage,
        translation: Option<&str>,
    ) -> Result<Proposals, Error> {
        let spotted = match &passage.in_article {
            Some(at) => Some(audit.spotted_within(source, at)?),
            None => None,
        };
        let names = NameIndex::new(&audit.dossier);
        Proposals::within(audit, (source, &names), (passage, spotted), translation)
    }

    /// As [`Proposals::new`], of a passage with what is spotted in it where it stands in the article.
    ///
    /// # Errors
    /// No such source.
    pub(super) fn within(
        audit: &Audit,
        (source, names): (&str, &NameIndex),
        (passage, spotted): (&QuotedPassage, Option<Vec<Spotted>>),
        translation: Option<&str>,
    ) -> Result<Proposals, Error> {
        let dossier = &audit.dossier;
        let at = passage.in_article.as_ref().unwrap_or(&passage.within);
        let mut spotted = match spotted {
            Some(spotted) => spotted,
            None => audit.spotted_alone(source, &passage.sentence, &passage.within)?,
        };
        let id = |agent| dossier.agents.name(agent).to_owned();
        let language = dossier.sources.find(source).and_then(|id| dossier.language_of(id));
        if let Some(translation) = translation.filter(|_| known(language).is_some()) {
            audit.ask_in_translation(source, &mut spotted, translation)?;
        }
        let said = SaidIn { sentence: &passage.sentence, at: passage.within.start, language };
        let speakers = named_beside(dossier, names, said).into_iter().map(id);
        Ok(Proposals {
            found: spotted
                .into_iter()
                .map(|spotted| FoundWithin::new(dossier, spotted, passage, at))
                .collect(),
            words: passage.pinned.quote.clone(),
            language: language.map(str::to_owned),
            speakers: speakers.collect(),
            speaker: speaker_beside(dossier, names, said).map(id),
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

    /// The one question that the passage may answer at all, and that its own words tell.
    pub(super) fn only_question(&self) -> Option<&str> {
        self.told().filter(|_| self.questions().len() == 1)
    }

    /// The one value that the passage gives to a question: of several that which its words tell of that question, and of no other. A list
    /// may be longer than what is found of it, and a date that words around it move is another.
    pub(super) fn only_value(&self, dossier: &Dossier, question: &str) -> Option<String> {
        let kind = &dossier.questions[dossier.questions.find(question)?].kind;
        let is_plain = match kind {
            Kind::Place { many } | Kind::Agent { many } => !many,
            Kind::Set => false,
            Kind::Date => self.has_plain_dates(),
            _ => true,
        };
        let mut values = if is_plain { self.values(dossier, question) } else { Vec::new() };
        // Of a stretch of days either end may be asked for.
        values.retain(|value| *kind != Kind::Date || !value.contains(STRETCH));
        if values.len() > 1 {
            let told = self.found.iter().filter(|found| found.told.as_deref() == Some(question));
            let told: BTreeSet<&String> = told.filter_map(|found| found.value.as_ref()).collect();
            values.retain(|value| told.contains(value));
        }
        values.pop().filter(|_| values.is_empty())
    }

    /// Whether no word moves the dates of the passage, as `since` and `around` do.
    fn has_plain_dates(&self) -> bool {
        let legible = legible(&self.words, self.language.as_deref());
        let named = named_dates(&legible.text).into_iter().map(|date| date.said);
        dates(&legible.text).into_iter().map(|date| date.said).eq(named)
    }

    /// The values that the passage may give to a question, as TOML reads them: the likeliest first.
    pub(crate) fn values(&self, dossier: &Dossier, question: &str) -> Vec<String> {
        let Some(id) = dossier.questions.find(question) else { return Vec::new() };
        let kind = &dossier.questions[id].kind;
        match kind {
            Kind::Count | Kind::Amount { .. } => {
                let mut figures = self.of(&[SpotKind::Figure], question);
                figures.retain(|words| self.reads(dossier, kind, words));
                if figures.is_empty() {
                    self.readable(dossier, kind, &without_dates(&self.words))
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
                let begins_there = |words: &str| {
                    let is_start = |at: usize| !low[..at].ends_with(char::is_alphanumeric);
                    low.match_indices(words).any(|(at, _)| is_start(at))
                };
                let stands = |id: &&str| begins_there(&id.replace('-', " ")) || begins_there(id);
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
    /// What was spotted in a passage that stands at a place.
    fn new(dossier: &Dossier, spotted: Spotted, passage: &QuotedPassage, at: &Range<usize>) -> Self {
        let words = spotted.at.start.checked_sub(at.start).and_then(|from| {
            let from = passage.within.start + from;
            passage.sentence.get(from..from + spotted.at.len())
        });
        // What the quote leaves out is none of its words.
        let is_whole = spotted.at.end <= at.end && words.is_some_and(|it| passage.pinned.quote.contains(it));
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

impl Proposals {
    /// Whether words are read, as English or in the language of the source.
    fn reads(&self, dossier: &Dossier, kind: &Kind, words: &str) -> bool {
        [None, self.language.as_deref()].into_iter().any(|language| {
            matches!(WordsRead::new(dossier, kind, (words, language), RowTold::No), WordsRead::Read { .. })
        })
    }

    /// The longest runs of a quote's words that read as a value, none within another, in order.
    fn readable(&self, dossier: &Dossier, kind: &Kind, quote: &str) -> Vec<String> {
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
            match ends.map(|end| (end, run(end))).find(|(_, words)| self.reads(dossier, kind, words)) {
                Some((end, words)) => {
                    found.push(words.to_owned());
                    from = end;
                }
                None => from += 1,
            }
        }
        found
    }
}
