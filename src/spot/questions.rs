//! Which questions a passage may answer: by type, by the words that it shares with what is asked, and by what other sources
//! of the event answer.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use super::stems::stems;
use crate::model::Dossier;
use crate::model::claim::Stated;
use crate::model::question::Question;
use crate::model::table::{ClaimId, EventId, Id, QuestionId, SourceId};
use crate::value::number::{Unit, tokens};
use crate::value::shape::{DAY, Run, Runs, Shape, Side, Times};
use crate::value::types::Kind;
use crate::vocabulary::vocabulary;

vocabulary! {
    /// What sort of thing a passage tells.
    pub enum SpotKind {
        /// A count or an amount.
        Figure = "figure",
        /// A date, or a day by its name or by another.
        Date = "date",
        /// A place of the dossier.
        Place = "place",
        /// An agent of the dossier.
        Agent = "agent",
        /// Words in quotation marks.
        Quotation = "quotation",
    }
}

/// A passage, as it is asked what it may answer.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Passage<'p> {
    pub(crate) kind: SpotKind,
    /// The source that it stands in, where it is one of the dossier's.
    pub(crate) source: Option<SourceId>,
    /// The words that carry it, its noun among them.
    pub(crate) words: &'p str,
    /// The sentence that they stand in.
    pub(crate) sentence: &'p str,
    /// Of an amount the words of its unit.
    pub(crate) unit: Option<&'p str>,
    /// Of a place or an agent the name that stands there.
    pub(crate) name: Option<&'p str>,
    /// What the words say, where it is known.
    pub(crate) says: Option<&'p Shape>,
    /// Events that the source speaks of there.
    pub(crate) near: &'p [EventId],
}

/// No passage is said to answer more questions than so many.
pub(crate) const MOST_QUESTIONS: usize = 3;

/// A word that more questions share is looked for in those of the events at hand alone.
const MOST_ASKING: usize = 500;

/// So many answers to a question are compared with a passage.
const MOST_ANSWERS: usize = 20;

/// What each sign that a passage answers a question counts for, among them alone.
mod weigh {
    /// By where a question has a word.
    pub(super) const ASKED: u32 = 3;
    pub(super) const NAMED: u32 = 2;
    pub(super) const OF_EVENT: u32 = 1;
    /// By where the passage has it.
    pub(super) const IN_WORDS: u32 = 3;
    pub(super) const IN_SENTENCE: u32 = 1;
    /// Somebody says just that.
    pub(super) const SAME: u32 = 24;
    /// Another source says what it may be.
    pub(super) const SAID: u32 = 8;
    /// The source speaks of the event there.
    pub(super) const NEAR: u32 = 30;
    /// The date is the event's.
    pub(super) const ON_ITS_DAY: u32 = 24;
    /// Others answer it, and this source does not.
    pub(super) const OPEN: u32 = 2;
}

/// What speaks for a question.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Signs {
    /// All of it, weighed.
    pub(crate) all: u32,
    /// How many of its own words the passage's own words are.
    pub(crate) own: u32,
    pub(crate) said: Answered,
}

/// Whether somebody answers a question with just what a passage says.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Answered {
    #[default]
    Never,
    Once,
}

/// The words of all questions of a dossier, and what is answered to each.
#[derive(Debug)]
pub(crate) struct QuestionIndex<'d> {
    dossier: &'d Dossier,
    /// By word: the questions that have it, in order, with how much it counts there.
    asking: BTreeMap<String, Vec<(QuestionId, u32)>>,
    /// By event, in order.
    of_event: Vec<Vec<QuestionId>>,
    /// By question.
    answers: Vec<Vec<ClaimId>>,
}

impl<'d> QuestionIndex<'d> {
    pub(crate) fn new(dossier: &'d Dossier) -> Self {
        let mut asking: BTreeMap<String, Vec<(QuestionId, u32)>> = BTreeMap::new();
        let mut of_event = vec![Vec::new(); dossier.events.len()];
        for (id, question) in dossier.questions.iter() {
            of_event[question.event.index()].push(id);
            for (word, weight) in words_of(dossier, id, question) {
                asking.entry(word).or_default().push((id, weight));
            }
        }
        QuestionIndex { dossier, asking, of_event, answers: dossier.claims_by_question() }
    }

    /// The questions that a passage may answer, the likeliest first, none where nothing speaks for any; and that of them which the passage answers as far as can be told: whose own words its words are; of a
    /// date or a quotation, of whose event the source speaks there, and of a date, to which somebody answers that day.
    pub(crate) fn asked(&self, passage: &Passage<'_>) -> (Vec<QuestionId>, Option<QuestionId>) {
        let ranked = self.ranked(passage, MOST_QUESTIONS);
        let is_likely = |(signs, question): &&(Signs, QuestionId)| {
            let is_near = passage.near.contains(&self.dossier.questions[*question].event);
            match passage.kind {
                SpotKind::Date => is_near && signs.said == Answered::Once,
                SpotKind::Quotation => is_near,
                _ => signs.own > 0,
            }
        };
        let likeliest = ranked.first().filter(is_likely).map(|(_, question)| *question);
        (ranked.into_iter().map(|(_, question)| question).collect(), likeliest)
    }

    /// The few questions for which most speaks, with what does; those whose own words the passage has before all others.
    pub(crate) fn ranked(&self, passage: &Passage<'_>, most: usize) -> Vec<(Signs, QuestionId)> {
        let mut counted: BTreeMap<QuestionId, Signs> = BTreeMap::new();
        // That an answer's own name stands in a question makes it no answer to that.
        let named: BTreeSet<String> = passage.name.map_or_else(BTreeSet::new, |name| {
            let others: BTreeSet<String> = stems(&passage.words.replace(name, " ")).into_iter().collect();
            stems(name).into_iter().filter(|word| !others.contains(word)).collect()
        });
        let texts = [(passage.words, weigh::IN_WORDS), (passage.sentence, weigh::IN_SENTENCE)];
        for (word, weight) in weighted(texts) {
            let Some(asking) = self.asking.get(&word) else { continue };
            let rarity = 1 + (self.dossier.questions.len() / asking.len()).max(1).ilog2();
            let mut count = |(question, own): (QuestionId, u32)| {
                let signs = counted.entry(question).or_default();
                signs.all += own * weight * rarity;
                let is_own = weight == weigh::IN_WORDS && own > weigh::OF_EVENT && !named.contains(&word);
                signs.own += u32::from(is_own);
            };
            match asking.len() {
                0..=MOST_ASKING => asking.iter().copied().for_each(&mut count),
                _ => self.at_hand(passage, asking).into_iter().for_each(&mut count),
            }
        }
        let fits = |(question, signs): (QuestionId, Signs)| {
            let signs = self.fits(question, passage).then(|| self.beside(question, passage, signs))?;
            Some((signs, question))
        };
        let mut ranked: Vec<(Signs, QuestionId)> = counted.into_iter().filter_map(fits).collect();
        let rank = |(signs, question): &(Signs, QuestionId)| {
            // Of a date the words tell the day, not what happened on it.
            let own = if passage.kind == SpotKind::Date { 0 } else { signs.own.min(1) };
            (Reverse(own), Reverse(signs.all), *question)
        };
        ranked.sort_by_key(rank);
        ranked.truncate(most);
        ranked
    }

    /// Of the questions that have a word, those of the events at hand.
    fn at_hand(&self, passage: &Passage<'_>, asking: &[(QuestionId, u32)]) -> Vec<(QuestionId, u32)> {
        let events: BTreeSet<EventId> = passage.near.iter().copied().collect();
        let questions = events.into_iter().flat_map(|event| &self.of_event[event.index()]);
        let own = |question: &QuestionId| {
            let at = asking.binary_search_by_key(question, |(asking, _)| *asking).ok()?;
            Some(asking[at])
        };
        questions.filter_map(own).collect()
    }

    /// Whether the type of a question allows such an answer.
    fn fits(&self, question: QuestionId, passage: &Passage<'_>) -> bool {
        let kind = &self.dossier.questions[question].kind;
        match (passage.kind, kind) {
            (SpotKind::Figure, Kind::Count) => passage.unit.is_none(),
            (SpotKind::Figure, Kind::Amount { unit: Some(unit) }) => is_said_in(unit, passage),
            (SpotKind::Figure, Kind::Amount { unit: None }) => true,
            (SpotKind::Date, Kind::Date) | (SpotKind::Place, Kind::Place { .. }) => true,
            (SpotKind::Agent, Kind::Agent { .. }) | (SpotKind::Place | SpotKind::Agent, Kind::Set) => true,
            (SpotKind::Quotation, Kind::Text | Kind::YesNo | Kind::Choice { .. } | Kind::Set) => true,
            _ => false,
        }
    }

    /// What else speaks for a question.
    fn beside(&self, question: QuestionId, passage: &Passage<'_>, signs: Signs) -> Signs {
        let (dossier, mut signs) = (self.dossier, signs);
        let event = dossier.questions[question].event;
        if passage.near.contains(&event) {
            signs.all += weigh::NEAR;
        }
        let answers = self.answers[question.index()].iter().take(MOST_ANSWERS);
        let (own, others): (Vec<_>, Vec<_>) =
            answers.map(|id| &dossier.claims[*id]).partition(|claim| Some(claim.source) == passage.source);
        if own.is_empty() && !others.is_empty() {
            signs.all += weigh::OPEN;
        }
        let Some(says) = passage.says else { return signs };
        // That the source itself names a day again is a sign; that it has a number again is none.
        let own = own.iter().filter(|_| passage.kind == SpotKind::Date);
        let is_same = |shape: &Shape| shape.same(says, &dossier.kin);
        if others.iter().chain(own).filter_map(|claim| claim.shape()).any(is_same) {
            signs.all += weigh::SAME;
            signs.said = Answered::Once;
        } else if others
            .iter()
            .filter_map(|it| it.shape())
            .any(|it| it.shares(says, Side::Soft, &dossier.kin))
        {
            signs.all += weigh::SAID;
        }
        if let (Some((first, last)), Shape::Times(times)) = (dossier.events[event].days, says)
            && days(times).shares(&Runs::of([Run::new(first, last)]))
        {
            signs.all += weigh::ON_ITS_DAY;
        }
        signs
    }
}

/// Whether a figure is in a question's unit, or in none but for its noun.
fn is_said_in(unit: &str, passage: &Passage<'_>) -> bool {
    let unit = Unit::new(unit);
    let words = tokens(passage.unit.unwrap_or(passage.words));
    (0..words.len()).any(|at| unit.behind(&words, at).is_some())
}

/// The days of minutes as they are written.
fn days(times: &Times) -> Runs {
    let day = |end: Option<i128>| end.map(|minute| minute.div_euclid(DAY));
    Runs::of(times.bounds.hard.runs().iter().map(|run| Run::new(day(run.low), day(run.high))))
}

/// The words by which a question is known, with how much each counts.
fn words_of(dossier: &Dossier, id: QuestionId, question: &Question) -> BTreeMap<String, u32> {
    let name = dossier.questions.name(id);
    let own = name.split_once('/').map_or(name, |(_, own)| own).replace('-', " ");
    let event = &dossier.events[question.event];
    let group = match &question.scope.population {
        Some(Stated::Is(group)) => dossier.groups[*group].name.as_str(),
        _ => "",
    };
    let options: Vec<String> = match &question.kind {
        Kind::Choice { options } => options.ids().map(|id| id.replace('-', " ")).collect(),
        Kind::Amount { unit: Some(unit) } => vec![unit.clone()],
        _ => Vec::new(),
    };
    let asked = [(question.ask.as_str(), weigh::ASKED), (own.as_str(), weigh::NAMED), (group, weigh::NAMED)];
    let options = options.iter().map(|option| (option.as_str(), weigh::NAMED));
    let event = [(event.title.as_str(), weigh::OF_EVENT)];
    weighted(asked.into_iter().chain(options).chain(event))
}

/// The words of some texts, each with the greatest of the weights of those that have it.
fn weighted<'t>(texts: impl IntoIterator<Item = (&'t str, u32)>) -> BTreeMap<String, u32> {
    let mut words = BTreeMap::new();
    for (text, weight) in texts {
        for word in stems(text) {
            let known = words.entry(word).or_insert(weight);
            *known = weight.max(*known);
        }
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::load::from_texts;
    use crate::value::shape::{Bounds, Figure};

    fn dossier() -> Dossier {
        let source = |id: &str| {
            format!(
                "[source.{id}]\ntitle = \"A\"\npublisher = \"unknown\"\npublished = \"2024-03-01\"\nlanguage = \"en\"\n"
            )
        };
        let sources =
            [source("herald"), source("courier"), "[agent.navy]\nname = \"the Navy\"\n".to_owned()].concat();
        let question = |name: &str, ask: &str, kind: &str| {
            format!("[event.{}]\nask = \"{ask}\"\ntype = \"{kind}\"\n", name.replace('/', ".question."))
        };
        let claims = [
            "[event.fire]\ntitle = \"Fire at the mill\"\ndate = \"2024-02-28\"\n[event.flood]\ntitle = \"Flood\"\n".to_owned(),
            question("fire/killed", "How many people were killed?", "count"),
            question("fire/hurt", "How many were injured?", "count"),
            question("fire/date", "When did it burn?", "date"),
            question("fire/damage", "What was the damage?", "amount") + "unit = \"EUR\"\n",
            question("fire/by", "Who fought the fire?", "agent"),
            question("flood/killed", "How many people were killed?", "count"),
            question("flood/date", "When did it rain?", "date"),
            "[[claim]]\nsource = \"courier\"\nquestion = \"flood/killed\"\nvalue = 34\nquote = \"34\"\n".to_owned(),
        ];
        from_texts(&[
            ("gainsay.toml", "[dossier]\ntitle = \"D\"\n"),
            ("sources/a.toml", &sources),
            ("claims/a.toml", &claims.concat()),
        ])
    }

    fn asked<'d>(dossier: &'d Dossier, passage: &Passage<'_>) -> Vec<&'d str> {
        let questions = QuestionIndex::new(dossier).asked(passage).0;
        questions.into_iter().map(|id| dossier.questions.name(id)).collect()
    }

    fn figure<'p>(words: &'p str, sentence: &'p str) -> Passage<'p> {
        Passage {
            kind: SpotKind::Figure,
            source: None,
            words,
            sentence,
            unit: None,
            name: None,
            says: None,
            near: &[],
        }
    }

    #[test]
    fn shared_words_and_the_type_say_what_a_passage_may_answer() {
        let dossier = dossier();
        assert_eq!(dossier.problems.len(), 0, "{:?}", dossier.problems);
        let dead = figure("34 deaths", "The fire caused 34 deaths.");
        assert_eq!(
            asked(&dossier, &dead),
            ["flood/killed", "fire/killed", "fire/hurt"],
            "courier has one of the two"
        );
        let fire = [dossier.events.find("fire").unwrap()];
        assert_eq!(asked(&dossier, &Passage { near: &fire, ..dead })[0], "fire/killed");
        let hurt = figure("twelve hurt", "It left twelve hurt.");
        assert_eq!(asked(&dossier, &hurt), ["fire/hurt"]);
        let cost =
            Passage { unit: Some("€"), ..figure("€2 million", "The damage is put at €2 million.") };
        assert_eq!(asked(&dossier, &cost), ["fire/damage"]);
        let navy = Passage { kind: SpotKind::Agent, ..figure("the Navy", "The Navy fought it.") };
        assert_eq!(asked(&dossier, &navy), ["fire/by"]);
        assert_eq!(asked(&dossier, &figure("seven apples", "He ate seven apples.")), Vec::<&str>::new());
    }

    #[test]
    fn the_name_of_an_answer_speaks_for_no_question() {
        let dossier = from_texts(&[
            ("sources/a.toml", "[agent.navy]\nname = \"the Navy\"\n"),
            (
                "claims/a.toml",
                "[event.fire]\ntitle = \"A fire\"\n[event.fire.question]\n\
                 by = { ask = \"Who fought the flames?\", type = \"agent\" }\n\
                 head = { ask = \"Who leads the Navy?\", type = \"agent\" }\n",
            ),
        ]);
        let index = QuestionIndex::new(&dossier);
        let told = |words: &str| {
            let passage = Passage { kind: SpotKind::Agent, name: Some("Navy"), ..figure(words, words) };
            index.asked(&passage).1.map(|id| dossier.questions.name(id).to_owned())
        };
        assert_eq!(told("the Navy sank"), None);
        assert_eq!(told("the Navy fought the flames").as_deref(), Some("fire/by"));
    }

    #[test]
    fn what_others_say_and_the_day_of_an_event_speak_for_a_question() {
        let dossier = dossier();
        let said = Shape::Figure(Figure::of(Bounds::exactly(Runs::one(34))));
        let fire = [dossier.events.find("fire").unwrap()];
        let dead = Passage { near: &fire, says: Some(&said), ..figure("34 deaths", "In all 34 deaths.") };
        assert_eq!(asked(&dossier, &dead), ["fire/killed", "flood/killed"]);
        let elsewhere = Passage { near: &[], ..dead };
        assert_eq!(asked(&dossier, &elsewhere), ["flood/killed", "fire/killed"]);
        let times = crate::value::calendar::date::read("2024-02-28", None).unwrap();
        let day = Passage {
            kind: SpotKind::Date,
            says: Some(&Shape::Times(times)),
            ..figure("28 February 2024", "It did burn in rain on 28 February 2024.")
        };
        assert_eq!(asked(&dossier, &day), ["fire/date", "flood/date"]);
    }
}
