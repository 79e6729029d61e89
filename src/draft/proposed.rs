//! Which question a statement of a draft answers, where no mark says so: by its type, by the words that it shares with what is
//! asked, by what its paragraph asks and by what its neighbours speak of.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use super::clauses::{Paragraph, Parts};
use super::known::KnownDays;
use super::statement::Binding;
use crate::model::Dossier;
use crate::model::claim::Stated;
use crate::model::table::{EventId, QuestionId, SourceId};
use crate::spot::{Answered, MOST_QUESTIONS, Signs, SpotKind, Spotted, Spotter, reports, stems, wider};
use crate::value::number::{Make, tokens};
use crate::value::shape::{DAY, Shape};
use crate::value::types::Type;

/// What happens to those who are counted: a figure of one is no answer to a question about another.
pub(crate) const HARMS: [&str; 5] = ["killed", "wounded", "missing", "detained", "displaced"];

/// Nouns that stand for anybody.
const ANYBODY: [&str; 2] = ["person", "american"];

/// Verbs by which something is said to be somewhere.
const HAPPENING: &str =
    "happened happen occurred occur took take struck strike hit hits attacked carried located lies lay";

/// Words before a place at which something is.
const LOCATING: [&str; 6] = ["in", "at", "on", "inside", "within", "near"];

/// Words before a day that is none on which something happened.
const BESIDE_DAYS: [&str; 10] =
    ["since", "by", "until", "till", "from", "after", "before", "between", "through", "during"];

/// An event is meant where so many words of its title stand in a sentence.
const MOST_OF_TITLE: usize = 3;

const ARTICLES: [&str; 3] = ["the", "a", "an"];

const AUXILIARIES: [&str; 6] = ["has", "had", "have", "also", "later", "then"];

/// What answers are proposed by.
pub(super) struct Proposer<'a> {
    dossier: &'a Dossier,
    spotter: &'a Spotter<'a>,
    source: SourceId,
    /// Questions by what they ask, in small letters.
    asks: BTreeMap<String, Vec<QuestionId>>,
    titles: BTreeMap<String, Vec<EventId>>,
    days: KnownDays,
}

/// What a paragraph is about.
#[derive(Clone, Debug, Default)]
pub(super) struct About {
    /// The questions that it asks in their own words.
    pub(super) asked: Vec<QuestionId>,
    /// The events that it speaks of.
    pub(super) near: BTreeSet<EventId>,
}

/// A passage that may answer something.
#[derive(Clone, Copy)]
pub(super) struct Asked<'p> {
    pub(super) parts: &'p Parts<'p>,
    pub(super) spotted: &'p Spotted,
    pub(super) clause: &'p Range<usize>,
}

impl<'a> Proposer<'a> {
    pub(super) fn new(dossier: &'a Dossier, spotter: &'a Spotter<'a>, source: SourceId) -> Self {
        let mut asks: BTreeMap<String, Vec<QuestionId>> = BTreeMap::new();
        for (id, question) in dossier.questions.iter() {
            asks.entry(plain(&question.ask)).or_default().push(id);
        }
        let mut titles: BTreeMap<String, Vec<EventId>> = BTreeMap::new();
        for (id, event) in dossier.events.iter() {
            titles.entry(plain(&event.title)).or_default().push(id);
        }
        Proposer { dossier, spotter, source, asks, titles, days: KnownDays::new(dossier) }
    }

    /// What a paragraph asks, and the events of that.
    pub(super) fn about(&self, parts: &Parts<'_>, paragraph: &Paragraph) -> About {
        let each = paragraph.sentences.iter().map(|sentence| plain(&parts.text[sentence.clone()]));
        let asked: Vec<QuestionId> =
            each.filter_map(|words| self.asks.get(&words)).flatten().copied().collect();
        let near = asked.iter().map(|id| self.dossier.questions[*id].event).collect();
        About { asked, near }
    }

    /// The events whose title some words are.
    pub(super) fn titled(&self, words: &str) -> &[EventId] {
        self.titles.get(&plain(words)).map_or(&[], Vec::as_slice)
    }

    /// Whether a day is one that the record names.
    pub(super) fn knows(&self, spotted: &Spotted) -> bool {
        self.days.knows(spotted)
    }

    /// What a statement answers.
    pub(super) fn propose(&self, asked: Asked<'_>, about: &About) -> Binding {
        let near: Vec<EventId> = about.near.iter().copied().collect();
        let sentence = &asked.parts.text[asked.spotted.sentence.clone()];
        let words = asked.words();
        let mut ranked = self.spotter.ask(self.source, asked.spotted, (&words, sentence), &near);
        ranked.retain(|(_, id)| fits(asked.spotted, self.kind(*id)) && self.is_of_its_harm(asked, *id));
        // An answer that somebody gives goes before what words alone speak for.
        if !matches!(asked.spotted.kind, SpotKind::Figure) {
            ranked.sort_by_key(|(signs, _)| Reverse(signs.said == Answered::Once));
        }
        let others: Vec<QuestionId> = ranked.iter().map(|(_, id)| *id).take(MOST_QUESTIONS).collect();
        let in_words = about.asked.iter().copied().find(|id| {
            fits(asked.spotted, self.kind(*id)) && self.counts_the_same(asked, *id) && asked.is_given()
        });
        let told = || {
            let (first, second) = (*ranked.first()?, ranked.get(1));
            self.is_told(asked, first, second, &near).then_some(first.1)
        };
        match in_words.or_else(told) {
            Some(question) => {
                let others = others.into_iter().filter(|other| *other != question).collect();
                Binding::Proposed { question, others }
            }
            None => Binding::Open(others),
        }
    }

    fn kind(&self, question: QuestionId) -> Type {
        self.dossier.questions[question].kind.of()
    }

    /// The words by which a question asks what it asks.
    fn own_words(&self, question: QuestionId) -> BTreeSet<String> {
        let name = self.dossier.questions.name(question);
        let own = name.split_once('/').map_or(name, |(_, own)| own).replace('-', " ");
        let row = &self.dossier.questions[question];
        let group = match &row.scope.population {
            Some(Stated::Is(group)) => self.dossier.groups[*group].name.as_str(),
            _ => "",
        };
        [row.ask.as_str(), &own, group].into_iter().flat_map(stems).collect()
    }

    /// Whether a figure is of the harm that a question asks about.
    fn is_of_its_harm(&self, asked: Asked<'_>, question: QuestionId) -> bool {
        if asked.spotted.kind != SpotKind::Figure {
            return true;
        }
        let (own, words) = (self.own_words(question), stems(&asked.words()));
        let of_words: Vec<&str> =
            HARMS.into_iter().filter(|harm| words.iter().any(|word| word == harm)).collect();
        let of_question: Vec<&str> = HARMS.into_iter().filter(|harm| own.contains(*harm)).collect();
        of_words.is_empty() && of_question.is_empty()
            || of_words.iter().any(|harm| of_question.contains(harm))
    }

    /// Whether a figure may count what a question asks for: it has no noun of its own, one of anybody, or one of the question's.
    fn counts_the_same(&self, asked: Asked<'_>, question: QuestionId) -> bool {
        let Some(noun) = asked.spotted.noun.as_ref().filter(|_| asked.spotted.unit.is_none()) else {
            return true;
        };
        let own = self.own_words(question);
        let noun = stems(noun);
        noun.is_empty() || noun.iter().any(|stem| own.contains(stem) || ANYBODY.contains(&stem.as_str()))
    }

    /// Whether more than likeness speaks for the likeliest question.
    fn is_told(
        &self,
        asked: Asked<'_>,
        (signs, question): (Signs, QuestionId),
        second: Option<&(Signs, QuestionId)>,
        near: &[EventId],
    ) -> bool {
        let own = self.own_words(question);
        let shared: BTreeSet<String> =
            stems(&asked.words()).into_iter().filter(|it| own.contains(it)).collect();
        let event = self.dossier.questions[question].event;
        let sentence = stems(&asked.parts.text[asked.spotted.sentence.clone()]);
        let title = stems(&self.dossier.events[event].title);
        let of_title = title.iter().filter(|it| sentence.contains(it)).count();
        let (is_near, is_said) = (near.contains(&event), signs.said == Answered::Once);
        match asked.spotted.kind {
            SpotKind::Figure => {
                let is_ahead = second.is_none_or(|(other, _)| signs.all > other.all || signs.own > other.own);
                let is_of_event = is_near || is_said || of_title > 0;
                !shared.is_empty() && is_ahead && is_of_event && self.counts_the_same(asked, question)
            }
            SpotKind::Date => {
                let is_day = asked.is_of_a_day() && !BESIDE_DAYS.contains(&asked.before().as_str());
                let is_unknown = is_day && of_title >= MOST_OF_TITLE && !self.days.knows(asked.spotted);
                is_near && !shared.is_empty() && (is_said || is_unknown)
            }
            SpotKind::Place => {
                let is_where = asked.stands_somewhere() && (asked.happens() || shared.len() > 1);
                is_near && is_where && (is_said && !shared.is_empty() || shared.len() > 1)
            }
            SpotKind::Agent => is_near && shared.len() > 1 && asked.does(&own),
            SpotKind::Quotation => false,
        }
    }
}

impl Asked<'_> {
    /// The words by which it is asked what is answered: those around a figure; of all else those of its clause, but for what
    /// is said itself, which is no sign of what is asked.
    fn words(self) -> String {
        let (text, at) = (self.parts.text, &self.spotted.at);
        match self.spotted.kind {
            SpotKind::Figure => text[wider(text, &self.spotted.quote, &self.spotted.sentence)].to_owned(),
            _ => {
                let part = |at: Range<usize>| text.get(at).unwrap_or_default();
                format!("{} {}", part(self.clause.start..at.start), part(at.end..self.clause.end))
            }
        }
    }

    fn before(self) -> String {
        let start = self.clause.start.min(self.spotted.at.start);
        let words = self.parts.text[start..self.spotted.at.start].split_whitespace();
        let last = words.map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase());
        last.rev().find(|word| !ARTICLES.contains(&word.as_str())).unwrap_or_default()
    }

    /// Whether a name stands right behind a verb of speaking, as an answer does; all else is given anyhow.
    fn is_given(self) -> bool {
        match self.spotted.kind {
            SpotKind::Place | SpotKind::Agent => reports(&self.before()),
            _ => true,
        }
    }

    /// Whether a place is where something is said to be.
    fn stands_somewhere(self) -> bool {
        LOCATING.contains(&self.before().as_str())
    }

    /// Whether one day is meant.
    fn is_of_a_day(self) -> bool {
        let Some((_, Shape::Times(times))) = &self.spotted.says else { return false };
        let hard = &times.bounds.hard;
        hard.least().zip(hard.greatest()).is_some_and(|(first, last)| last - first < DAY)
    }

    /// Whether the clause says that something happened.
    fn happens(self) -> bool {
        let words = self.words();
        words.split(|c: char| !c.is_alphanumeric()).any(|word| {
            let word = word.to_lowercase();
            HAPPENING.split_whitespace().any(|verb| verb == word)
        })
    }

    /// Whether an agent is said to do what is asked: the verb behind the name is one of the question's, or that before `by`.
    fn does(self, own: &BTreeSet<String>) -> bool {
        let text = self.parts.text;
        let is_own = |word: &str| stems(word).iter().any(|stem| own.contains(stem));
        let behind = tokens(&text[self.spotted.at.end..self.clause.end.max(self.spotted.at.end)]);
        let mut verbs = behind.iter().filter(|token| !AUXILIARIES.contains(&&*token.text));
        let next = verbs.next().filter(|token| token.make == Make::Word);
        let before = tokens(&text[self.clause.start.min(self.spotted.at.start)..self.spotted.at.start]);
        let mut words = before.iter().rev().filter(|token| !ARTICLES.contains(&&*token.text));
        let by = words.next().is_some_and(|token| token.text == "by");
        next.is_some_and(|token| is_own(&token.text)) || by && words.next().is_some_and(|it| is_own(&it.text))
    }
}

/// Whether a question is of the type of what is said, and of its measure.
fn fits(spotted: &Spotted, asked: Type) -> bool {
    let is_measured = spotted.kind != SpotKind::Figure || spotted.unit.is_some() == (asked == Type::Amount);
    answers(spotted.kind, asked) && is_measured
}

/// Whether what is said can answer a question of a type.
pub(super) fn answers(kind: SpotKind, asked: Type) -> bool {
    match kind {
        SpotKind::Figure => matches!(asked, Type::Count | Type::Amount),
        SpotKind::Date => asked == Type::Date,
        SpotKind::Place => asked == Type::Place,
        SpotKind::Agent => asked == Type::Agent,
        SpotKind::Quotation => false,
    }
}

/// Words as they are compared: in small letters, with one space between them.
fn plain(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}

/// The events that most of what a paragraph says is about.
pub(super) fn events_of(
    dossier: &Dossier,
    bindings: impl Iterator<Item = Option<QuestionId>>,
) -> BTreeSet<EventId> {
    let mut counted: BTreeMap<EventId, usize> = BTreeMap::new();
    for question in bindings.flatten() {
        *counted.entry(dossier.questions[question].event).or_default() += 1;
    }
    let most = counted.values().copied().max().unwrap_or(0);
    counted.into_iter().filter(|(_, times)| *times == most).map(|(event, _)| event).collect()
}
