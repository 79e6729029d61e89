//! Looking at a text for what could be recorded of it, and at the record for what is.

use std::ops::Range;

use super::at_hand::{TextAtHand, stands};
use super::days::{SpottedDay, days, edtf, times};
use super::figures::{Figure, figures};
use super::found::{Counted, Recording, Spotted, SpottedText, Waived};
use super::mentions::NameIndex;
use super::questions::{Passage, QuestionIndex, SpotKind};
use super::quoted::quoted;
use super::recorded::{covers, has_date, has_figure, places};
use super::shortest::{shortest, wider};
use super::speakers::{SaidIn, speakers};
use crate::align::looked::Evidence;
use crate::capture::Words;
use crate::model::Dossier;
use crate::model::claim::Claim;
use crate::model::table::{ClaimId, EventId, Id, SourceId};
use crate::text::{LineWalk, paragraphs, sentence_around, sentences};
use crate::value::calendar::english::Said;
use crate::value::language::legible;
use crate::value::number::Measure;
use crate::value::shape::{Figure as Number, Shape};
use crate::value::types::Kind;

/// What looks at texts: the names and the questions of a dossier, each gathered once.
pub(crate) struct Spotter<'a> {
    pub(super) dossier: &'a Dossier,
    /// How the quote of each claim stands; of a source that is not looked at it need not be known.
    evidence: &'a [Evidence],
    pub(super) names: NameIndex,
    pub(super) questions: QuestionIndex<'a>,
    /// By source.
    pub(super) claims: Vec<Vec<ClaimId>>,
}

/// No passage is said to be by more speakers than so many.
const MOST_SPEAKERS: usize = 3;

/// Words in quotation marks are a quotation from so many on; fewer are a name, or somebody's manner of speaking.
const LEAST_WORDS: usize = 4;

/// Where in a text something stands.
#[derive(Clone)]
pub(super) struct Standing {
    pub(super) at: Range<usize>,
    pub(super) sentence: Range<usize>,
    pub(super) paragraph: Range<usize>,
    /// From 1.
    pub(super) number: usize,
}

impl Standing {
    /// What stands there, before it is said what it is.
    pub(super) fn plain(&self, kind: SpotKind, quote: Range<usize>) -> Spotted {
        Spotted {
            kind,
            at: self.at.clone(),
            quote,
            sentence: self.sentence.clone(),
            reading: String::new(),
            says: None,
            value: None,
            assumed: None,
            hedge: None,
            noun: None,
            unit: None,
            node: None,
            mentions: 1,
            speakers: Vec::new(),
            counted: Counted::No,
            state: Recording::Open,
            questions: Vec::new(),
            likeliest: None,
            line_column: (1, 1),
            paragraph: self.number,
        }
    }
}

impl<'a> Spotter<'a> {
    pub(crate) fn new(dossier: &'a Dossier, evidence: &'a [Evidence]) -> Self {
        let mut claims = vec![Vec::new(); dossier.sources.len()];
        for (id, claim) in dossier.claims.iter() {
            claims[claim.source.index()].push(id);
        }
        let (names, questions) = (NameIndex::new(dossier), QuestionIndex::new(dossier));
        Spotter { dossier, evidence, names, questions, claims }
    }

    /// The article of a source's text with what is recorded of it, and nothing spotted.
    pub(crate) fn unread(&self, source: SourceId, words: &Words<'_>) -> SpottedText {
        let places = |id: &ClaimId| {
            let held = places(&self.evidence[id.index()]).iter();
            held.filter_map(|at| words.in_article(at)).collect::<Vec<_>>()
        };
        let claims = self.claims[source.index()].iter().map(|id| (*id, places(id)));
        SpottedText {
            source,
            not_looked_at: None,
            text: words.article().to_owned(),
            found: Vec::new(),
            claims: claims.collect(),
            waivers: Vec::new(),
        }
    }

    /// What stands in the article of a source's text, in order.
    pub(crate) fn look(&self, source: SourceId, words: &Words<'_>) -> SpottedText {
        let looked = self.at_hand(source, words);
        let text = looked.text;
        let mut found = Vec::new();
        for (number, paragraph) in paragraphs(text).into_iter().enumerate() {
            for sentence in sentences(text, paragraph.clone()) {
                let standing =
                    Standing { at: 0..0, sentence, paragraph: paragraph.clone(), number: number + 1 };
                self.in_sentence(&looked, &standing, &mut found);
            }
            let standing = Standing { at: 0..0, sentence: 0..0, paragraph, number: number + 1 };
            self.quotations(&looked, &standing, &mut found);
        }
        self.named(&looked, &mut found);
        found.sort_by_key(|spotted| (spotted.at.start, spotted.kind, spotted.node));
        let mut walk = LineWalk::new(&words.text);
        for spotted in &mut found {
            spotted.line_column = walk.place(words.of_article(&spotted.at).start);
        }
        let waivers = looked.waived.iter().enumerate().map(|(nth, places)| Waived {
            stands: places.len(),
            waives: found.iter().filter(|it| it.state == Recording::Waived(nth)).count(),
        });
        let waivers = waivers.collect();
        SpottedText { waivers, found, ..self.unread(source, words) }
    }

    /// The article of a source's text, with what of it is named, recorded or waived.
    pub(super) fn at_hand<'t>(&'t self, source: SourceId, words: &'t Words<'t>) -> TextAtHand<'t> {
        let text = words.article();
        let held = |id: &ClaimId| {
            let places = places(&self.evidence[id.index()]);
            (!places.is_empty()).then_some((*id, places))
        };
        let waived = self.dossier.sources[source].waive.iter().map(|waiver| stands(text, &waiver.quote));
        TextAtHand {
            source,
            words,
            text,
            claims: self.claims[source.index()].iter().filter_map(held).collect(),
            waived: waived.collect(),
            mentions: self.names.mentions(text),
        }
    }

    /// The figures and dates of a sentence.
    pub(super) fn in_sentence(&self, looked: &TextAtHand<'_>, standing: &Standing, found: &mut Vec<Spotted>) {
        let sentence = &looked.text[standing.sentence.clone()];
        let from = standing.sentence.start;
        let published = self.dossier.sources[looked.source].published.as_deref();
        let legible = legible(sentence, self.dossier.language_of(looked.source));
        let moved = |at: &Range<usize>| from + at.start..from + at.end;
        let mut days: Vec<SpottedDay> = days(&legible.text, published);
        days.iter_mut().for_each(|day| day.stands_in(&legible));
        let is_day =
            |at: &Range<usize>| days.iter().any(|day| day.at.start < at.end && at.start < day.at.end);
        for mut figure in figures(&legible.text, &self.dossier.quantifiers) {
            figure.stands_in(&legible);
            let at = moved(&figure.said.at);
            if !is_day(&figure.said.at) && !looked.is_named(&at) {
                found.push(self.figure(looked, &Standing { at, ..standing.clone() }, &figure));
            }
        }
        for day in &days {
            let at = moved(&day.at);
            if !looked.is_named(&at) {
                let led = from + day.led.start;
                found.push(self.day(looked, &Standing { at, ..standing.clone() }, led, day));
            }
        }
    }

    fn figure(&self, looked: &TextAtHand<'_>, standing: &Standing, figure: &Figure) -> Spotted {
        let from = standing.sentence.start;
        let words = &looked.text[standing.at.clone()];
        let bounds = &figure.said.quantity.bounds;
        let (kind, measure) = match &figure.unit {
            Some(unit) => (Kind::Amount { unit: Some(unit.clone()) }, Measure::Amount),
            None => (Kind::Count, Measure::Count),
        };
        let shape = Shape::Figure(Number { bounds: bounds.clone(), bare: figure.said.quantity.bare });
        let (hard, soft) = (measure.shown(&bounds.hard), measure.shown(&bounds.soft));
        let unit = figure.unit.as_ref().map(|unit| format!(" {unit}")).unwrap_or_default();
        let reading = match hard == soft {
            true => format!("{hard}{unit}"),
            false => format!("{hard}{unit}, usually {soft}"),
        };
        let reach = from + figure.reach;
        let quote = self.quote(looked, standing, standing.at.clone(), reach);
        let noun = figure.noun.clone().map(|noun| looked.text[from + noun.start..from + noun.end].to_owned());
        let spotted = Spotted {
            reading,
            value: Some(spaced(words)),
            hedge: figure.said.hedge(),
            noun,
            unit: figure.unit.clone(),
            says: Some((kind, shape)),
            counted: Counted::Yes,
            ..self.spotted(looked, standing, SpotKind::Figure, quote)
        };
        let read = legible(words, self.dossier.language_of(looked.source));
        let has = |claim: &Claim| has_figure(self.dossier, claim, words, &read.text);
        self.settled(looked, spotted, has)
    }

    fn day(&self, looked: &TextAtHand<'_>, standing: &Standing, led: usize, day: &SpottedDay) -> Spotted {
        let words = &looked.text[standing.at.clone()];
        let lead = looked.text[led.min(standing.at.start)..standing.at.start].trim();
        let reading = match lead.is_empty() {
            true => day.reading.clone(),
            false => format!("{}, behind `{}`", day.reading, spaced(lead)),
        };
        let quote =
            self.quote(looked, standing, led.min(standing.at.start)..standing.at.end, standing.at.end);
        let spotted = Spotted {
            reading,
            value: day.days.as_ref().and_then(edtf),
            assumed: day.assumed,
            says: day.days.as_ref().map(|days| (Kind::Date, Shape::Times(times(days)))),
            counted: if matches!(day.said, Said::On(_)) { Counted::No } else { Counted::Yes },
            ..self.spotted(looked, standing, SpotKind::Date, quote)
        };
        let has = |claim: &Claim| has_date(self.dossier, claim, &day.said, words);
        self.settled(looked, spotted, has)
    }

    /// The quotations that begin in a paragraph.
    pub(super) fn quotations(&self, looked: &TextAtHand<'_>, standing: &Standing, found: &mut Vec<Spotted>) {
        let paragraph = &looked.text[standing.paragraph.clone()];
        for inner in quoted(paragraph) {
            let from = standing.paragraph.start;
            // The mark that ends the clause stands within, and is none of the words.
            let words = paragraph[inner.clone()].trim_end_matches([',', '.', ';', ' ']);
            let inner = inner.start..inner.start + words.len();
            let at = from + inner.start..from + inner.end;
            let article = ["the ", "The "].iter().find(|article| words.starts_with(**article));
            let is_name = looked.is_a_name(&(at.start + article.map_or(0, |article| article.len())..at.end));
            if is_name || paragraph[inner].split_whitespace().count() < LEAST_WORDS {
                continue;
            }
            let sentence = sentence_around(looked.text, &at);
            let first = first_words(looked.text, &at);
            let standing = Standing { at: at.clone(), sentence, ..standing.clone() };
            let quote = self.quote(looked, &standing, first.clone(), first.end);
            let words = &looked.text[at.clone()];
            let spotted = Spotted {
                reading: spaced(&looked.text[first.clone()]),
                value: Some(spaced(&looked.text[first])),
                ..self.spotted(looked, &standing, SpotKind::Quotation, quote)
            };
            let whole = looked.words.of_article(&at);
            // Growth: with the claims of the source, for each quotation in its text.
            let quotes = |(id, places): &(ClaimId, &[Range<usize>])| {
                places.iter().any(|place| place.start < whole.end && whole.start < place.end).then_some(*id)
            };
            let by: Vec<ClaimId> = looked.claims.iter().filter_map(quotes).collect();
            let state = looked.state(by, &at);
            found.push(self.asked(looked, Spotted { state, ..spotted }, words));
        }
    }

    pub(super) fn quote(
        &self,
        looked: &TextAtHand<'_>,
        standing: &Standing,
        from: Range<usize>,
        reach: usize,
    ) -> Range<usize> {
        shortest(looked.text, &from, reach, &standing.sentence)
    }

    /// What stands somewhere, before it is said what it is, with who may have said it.
    pub(super) fn spotted(
        &self,
        looked: &TextAtHand<'_>,
        standing: &Standing,
        kind: SpotKind,
        quote: Range<usize>,
    ) -> Spotted {
        let sentence = &looked.text[standing.sentence.clone()];
        let said = SaidIn {
            sentence,
            at: standing.at.start.saturating_sub(standing.sentence.start),
            language: self.dossier.language_of(looked.source),
        };
        let speakers = speakers(self.dossier, &self.names, said).into_iter().take(MOST_SPEAKERS).collect();
        Spotted { speakers, ..standing.plain(kind, quote) }
    }

    /// With how it stands in the record, where `has` says which of the claims whose quotes cover it have it, and what it may answer.
    fn settled(&self, looked: &TextAtHand<'_>, spotted: Spotted, has: impl Fn(&Claim) -> bool) -> Spotted {
        let whole = looked.words.of_article(&spotted.at);
        // Growth: with the claims of the source, for each figure in its text.
        let records = |(id, places): &(ClaimId, &[Range<usize>])| {
            (covers(places, &whole) && has(&self.dossier.claims[*id])).then_some(*id)
        };
        let by: Vec<ClaimId> = looked.claims.iter().filter_map(records).collect();
        let state = looked.state(by, &spotted.at);
        let words = match spotted.kind {
            SpotKind::Figure => &looked.text[wider(looked.text, &spotted.quote, &spotted.sentence)],
            _ => &looked.text[spotted.quote.clone()],
        };
        self.asked(looked, Spotted { state, ..spotted }, words)
    }

    /// With the questions that it may answer, by its words.
    pub(super) fn asked(&self, looked: &TextAtHand<'_>, spotted: Spotted, words: &str) -> Spotted {
        let whole = looked.words.of_article(&spotted.sentence);
        // Growth: with the claims of the source, for each passage in its text.
        let here = |(_, places): &&(ClaimId, &[Range<usize>])| {
            places.iter().any(|place| place.start < whole.end && whole.start < place.end)
        };
        let mut near: Vec<EventId> =
            looked.claims.iter().filter(here).map(|(id, _)| self.event_of(*id)).collect();
        near.sort_unstable();
        near.dedup();
        let passage = Passage {
            kind: spotted.kind,
            source: Some(looked.source),
            words,
            sentence: &looked.text[spotted.sentence.clone()],
            unit: spotted.unit.as_deref(),
            name: match spotted.kind {
                SpotKind::Place | SpotKind::Agent => Some(&looked.text[spotted.at.clone()]),
                _ => None,
            },
            says: spotted.says.as_ref().map(|(_, shape)| shape),
            near: &near,
        };
        let (questions, likeliest) = self.questions.asked(&passage);
        Spotted { questions, likeliest, ..spotted }
    }

    /// With the questions that it may answer by the words of a translation.
    pub(crate) fn asked_in(&self, source: SourceId, spotted: &mut Spotted, translation: &str) {
        let passage = Passage {
            kind: spotted.kind,
            source: Some(source),
            words: translation,
            sentence: translation,
            unit: spotted.unit.as_deref(),
            name: None,
            says: spotted.says.as_ref().map(|(_, shape)| shape),
            near: &[],
        };
        (spotted.questions, spotted.likeliest) = self.questions.asked(&passage);
    }

    fn event_of(&self, claim: ClaimId) -> EventId {
        self.dossier.questions[self.dossier.claims[claim].question].event
    }
}

/// The first words of a quotation, up to where a claim would quote it.
fn first_words(text: &str, at: &Range<usize>) -> Range<usize> {
    const MOST: usize = 12;
    let words = &text[at.clone()];
    let mut ends = words.char_indices().filter(|(_, c)| c.is_whitespace()).map(|(end, _)| end);
    let end = ends.nth(MOST - 1).unwrap_or(words.len());
    at.start..at.start + end
}

/// Words with one space between them.
fn spaced(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}
