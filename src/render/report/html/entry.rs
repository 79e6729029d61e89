//! A question in dispute on the first screen: who says what, how far it lies apart, what the desk says, and how it stands.

use std::collections::BTreeSet;

use askama::Template;
use askama::filters::HtmlSafe;

use super::badge::{Badge, each_once};
use super::leads::Leads;
use super::piece::Message;
use super::scale::{Bar, Scale};
use crate::render::report::prose::{Gist, sentence};
use crate::text::sentences;
use crate::view::report::account::{Account, Moment, accounts, foremost};
use crate::view::report::asked::AskedQuestion;
use crate::view::report::disagreement::{Disagreement, Status};
use crate::view::report::line::ReadingLine;
use crate::view::report::statement::Statement;

/// Of more questions in dispute than that each is told in one sentence, so that one screen holds them.
pub(in crate::render) const MOST_CARDS: usize = 12;

/// At most so many accounts are given, the least and the greatest and each answer among them as long as there is room.
const MOST_ACCOUNTS: usize = 8;
/// At most so many sources of one account are named.
const MOST_SOURCES: usize = 3;

/// What the question is, and who gives which answer.
#[derive(Template)]
#[template(path = "entry.html", config = "src/render/report/html/askama.toml")]
pub(in crate::render) struct SummaryEntry {
    href: String,
    ask: String,
    /// What it is about, where the questions are not all about one event.
    event: Option<String>,
    badges: Vec<Badge>,
    /// The badges by their symbols, for where there is no room for their words.
    marks: Vec<Mark>,
    explained: bool,
    /// How it stands, in a word or two.
    state: String,
    /// How the desk sees it, in one word; that it is open where nobody explained it.
    status: &'static str,
    /// Who gives which answer in the fewest words, for narrow screens; none where all room is this question's.
    gist: Option<Gist>,
    /// Who says what in one sentence, in place of the accounts, where there are too many questions for them.
    brief: Option<String>,
    accounts: Vec<AccountShown>,
    /// How many more accounts there are.
    more: usize,
    /// The first sentence of what the desk says.
    desk: Option<Message>,
}

/// What badges of one look tell.
struct Mark {
    first: Badge,
    words: String,
}

/// Whether the questions in dispute are about one event.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::render) enum Events {
    One,
    Several,
}

/// What one speaker says.
struct AccountShown {
    who: String,
    /// Whether the speaker has a name.
    named: bool,
    /// The answers, later ones behind.
    moments: Vec<Vec<SayingShown>>,
    /// Where it lies among all answers; none where they cannot be drawn.
    drawing: Option<Drawing>,
    sources: Vec<SourceShown>,
    more_sources: usize,
}

/// An answer in its words, and what stands behind them.
struct SayingShown {
    words: String,
    /// How words of another language are read, and how firmly it is said; empty where nothing is to be added.
    aside: String,
}

/// An account on the line of the question.
struct Drawing {
    hard: Vec<Bar>,
    soft: Vec<Bar>,
}

/// A source of an account: `AFP, 19 Oct 2023`.
struct SourceShown {
    href: String,
    label: String,
}

impl HtmlSafe for SummaryEntry {}

impl SummaryEntry {
    /// A question and its disputes; where there are none, all that its sources say.
    pub(in crate::render) fn new(
        asked: &AskedQuestion,
        disputes: &[&Disagreement],
        events: Events,
        leads: Leads,
    ) -> Self {
        let in_dispute = disputes.iter().flat_map(|dispute| dispute.statements());
        let others = asked.claims.iter().filter(|_| disputes.is_empty()).map(|claim| &claim.said);
        let all = accounts(in_dispute.chain(others), asked.over_time);
        let told = foremost(&all, MOST_ACCOUNTS);
        let said = disputes.iter().find_map(|dispute| dispute.explained.as_deref());
        let own = asked.claims.iter().filter(|_| disputes.is_empty()).map(|claim| Badge::of(claim.stands));
        let badges = each_once(disputes.iter().map(|dispute| Badge::of_dispute(dispute)).chain(own));
        SummaryEntry {
            href: leads.question(&asked.question),
            ask: asked.ask.clone(),
            event: (events == Events::Several).then(|| asked.event.clone()),
            marks: marks(&badges),
            badges,
            explained: disputes.iter().all(|dispute| dispute.is_explained()),
            state: state(disputes),
            status: match disputes.iter().find_map(|dispute| dispute.status) {
                _ if disputes.iter().any(|dispute| !dispute.is_explained()) => "open",
                status => status.map_or("explained", Status::name),
            },
            gist: None,
            brief: None,
            more: all.len() - told.len(),
            accounts: told.into_iter().map(|it| AccountShown::new(it, asked.line.as_ref(), leads)).collect(),
            desk: said.map(|said| Message::new(first_sentence(said))),
        }
    }

    /// One of so many: beside the accounts there is what narrow screens have room for, and of very many a sentence stands in place of
    /// the accounts.
    pub(in crate::render) fn of(self, all: usize, asked: &AskedQuestion, disputes: &[&Disagreement]) -> Self {
        let brief = (all > MOST_CARDS).then(|| sentence(asked, disputes));
        SummaryEntry { gist: Some(Gist::new(asked, disputes)), brief, ..self }
    }

    /// The same with at most so many accounts.
    pub(in crate::render) fn at_most(mut self, most: usize) -> Self {
        self.more += self.accounts.len().saturating_sub(most);
        self.accounts.truncate(most);
        self
    }
}

/// Badges that look the same are one mark, with the words of all.
fn marks(badges: &[Badge]) -> Vec<Mark> {
    let mut marks: Vec<Mark> = Vec::new();
    for badge in badges {
        match marks.iter_mut().find(|it| (it.first.symbol, it.first.hue) == (badge.symbol, badge.hue)) {
            Some(mark) => mark.words.extend([", ", badge.word]),
            None => marks.push(Mark { first: *badge, words: badge.word.to_owned() }),
        }
    }
    marks
}

/// `open`, or `explained: contested`; nothing where there is no dispute.
fn state(disputes: &[&Disagreement]) -> String {
    let status = disputes.iter().find_map(|dispute| dispute.status);
    match (disputes.iter().all(|dispute| dispute.is_explained()), status) {
        _ if disputes.is_empty() => String::new(),
        (false, _) => "open".to_owned(),
        (true, Some(status)) => format!("explained: {status}"),
        (true, None) => "explained".to_owned(),
    }
}

impl AccountShown {
    fn new(account: &Account<'_>, line: Option<&ReadingLine>, leads: Leads) -> Self {
        let mut seen: BTreeSet<&str> = BTreeSet::new();
        let sources: Vec<SourceShown> = account
            .claims()
            .filter(|claim| seen.insert(&claim.source))
            .map(|claim| SourceShown::new(claim, leads))
            .collect();
        let first = account.first;
        AccountShown {
            who: speaker(first),
            named: first.named || first.own_voice,
            moments: account.moments.iter().map(moment).collect(),
            drawing: line.and_then(|line| Drawing::new(account, line)),
            more_sources: sources.len().saturating_sub(MOST_SOURCES),
            sources: sources.into_iter().take(MOST_SOURCES).collect(),
        }
    }
}

/// Whoever speaks: in its own voice a publisher, or a text of which none is known.
fn speaker(claim: &Statement) -> String {
    match (claim.own_voice, &claim.publisher) {
        (false, _) => claim.speaker.clone(),
        (true, Some(publisher)) => publisher.clone(),
        (true, None) => claim.title.clone(),
    }
}

/// `at least 500, around 500 (estimated)`.
fn moment(moment: &Moment<'_>) -> Vec<SayingShown> {
    let said = moment.sayings.iter().map(|saying| {
        let first = saying.claims[0];
        SayingShown { words: first.plain.clone(), aside: first.aside() }
    });
    said.collect()
}

impl SourceShown {
    fn new(claim: &Statement, leads: Leads) -> Self {
        // Who speaks for itself was named.
        let own = claim.day.clone().filter(|_| claim.own_voice);
        let label = own.unwrap_or_else(|| claim.carrier());
        SourceShown { href: leads.source(&claim.source), label }
    }
}

impl Drawing {
    /// `None` where nothing of it lies on the line.
    fn new(account: &Account<'_>, line: &ReadingLine) -> Option<Self> {
        let claims: Vec<&Statement> = account.claims().collect();
        let scale = Scale { ruler: &line.ruler };
        let own = line.readings.iter().filter(|reading| {
            let is_it = |claim: &&Statement| {
                let words = |words: &String| *words == claim.words || *words == claim.plain;
                reading.sources.contains(&claim.source) && reading.words.iter().any(words)
            };
            claims.iter().any(is_it)
        });
        let (mut hard, mut soft) = (Vec::new(), Vec::new());
        for reading in own {
            hard.extend(reading.hard.iter().map(|part| scale.bar(*part)));
            soft.extend(reading.soft.iter().map(|part| scale.bar(*part)));
        }
        (!soft.is_empty()).then_some(Drawing { hard, soft })
    }
}

/// What stands before the second sentence.
fn first_sentence(text: &str) -> &str {
    sentences(text, 0..text.len()).into_iter().next().map_or(text, |first| &text[first])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::view::report::asked::Standing;

    #[test]
    fn badges_of_one_look_are_one_mark_with_the_words_of_all() {
        let disputed = Badge::of(Standing::Disputed);
        let misreport = Badge { word: "misreport", ..disputed };
        let marks = marks(&[disputed, Badge::of(Standing::InTension), misreport]);
        let told: Vec<(&str, &str)> =
            marks.iter().map(|mark| (mark.first.symbol, mark.words.as_str())).collect();
        assert_eq!(told, [("✕", "disputed, misreport"), ("≈", "in tension")]);
    }
}
