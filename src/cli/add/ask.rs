//! Asking on a terminal: enter takes what is proposed, a number another of what is listed, `+` makes a new one, `<` goes back.

use std::collections::BTreeMap;

use super::talk::{Said, Talk, made};
use crate::audit::Audit;
use crate::cli::output::Output;
use crate::error::Error;
use crate::load::keys::{ClaimKey, Referent, ScopeKey};
use crate::model::Dossier;
use crate::model::claim::Basis;
use crate::record::define::{Defined, define, form, with};
use crate::record::proposal::{Proposals, as_of, is_yes_no};
use crate::record::row::{Row, RowKey};
use crate::record::told::NOBODY;

/// What goes back to the question before.
pub(super) const BACK: &str = "<";

/// Of more groups than these none is listed.
const MOST_LISTED: usize = 6;

/// Who asks, and of what.
pub(super) struct Asking<'a> {
    pub(super) output: &'a Output,
    pub(super) audit: &'a Audit,
    pub(super) source: &'a str,
    pub(super) proposals: &'a Proposals,
}

/// What a talk came to.
pub(super) enum Came {
    /// All is said: the claim, the files with what it needs, and how much was asked.
    Complete(Row, BTreeMap<String, String>, usize),
    /// Whoever was asked went back from the first question.
    Left,
    /// The input ended.
    Ended,
}

/// What is proposed: what enter takes, where it takes anything, and what is listed besides.
#[derive(Default)]
pub(super) struct Offer {
    enter: Option<String>,
    others: Vec<String>,
}

/// What one answer came to.
enum Given {
    Said(Said),
    Back,
}

impl Offer {
    /// The first is what enter takes.
    pub(super) fn of(mut proposed: Vec<String>) -> Self {
        let others = if proposed.is_empty() { Vec::new() } else { proposed.split_off(1) };
        Offer { enter: proposed.pop(), others }
    }

    fn listed(others: impl IntoIterator<Item = String>) -> Self {
        Offer { enter: None, others: others.into_iter().collect() }
    }

    /// With what was said before as what enter takes.
    fn again(self, said: &str) -> Self {
        let others = self.enter.into_iter().chain(self.others).filter(|other| other != said);
        Offer { others: others.collect(), enter: Some(said.to_owned()) }
    }

    /// What is listed, in the order of the numbers.
    fn all(&self) -> Vec<&String> {
        self.enter.iter().chain(&self.others).collect()
    }

    pub(super) fn prompt(&self, what: &str) -> String {
        let entered = self.enter.as_ref().map(|it| format!(" [{it}]")).unwrap_or_default();
        let first = 1 + usize::from(self.enter.is_some());
        let others = self.others.iter().enumerate();
        let others: Vec<String> = others.map(|(at, it)| format!("  {} {it}", at + first)).collect();
        format!("{what}{entered}{}: ", others.concat())
    }
}

impl Asking<'_> {
    /// Asks for all that is not given beforehand, with what was said before as what enter takes.
    ///
    /// # Errors
    /// The terminal cannot be read.
    pub(super) fn complete(&self, talk: &mut Talk) -> Result<Came, Error> {
        let mut amended = with(self.audit, &talk.files)?;
        let mut at = 0;
        loop {
            let now = amended.as_ref().unwrap_or(self.audit);
            let asks = talk.asks(&now.dossier, self.source);
            let Some(asked) = asks.get(at).copied() else {
                return Ok(Came::Complete(talk.row(), talk.files.clone(), asks.len()));
            };
            match self.answer(asked, talk, now)? {
                None => return Ok(Came::Ended),
                Some(Given::Back) if at == 0 => return Ok(Came::Left),
                Some(Given::Back) => at -= 1,
                Some(Given::Said(said)) => {
                    talk.keep(asked, said, self.audit)?;
                    amended = with(self.audit, &talk.files)?;
                    at += 1;
                }
            }
        }
    }

    /// One answer, to what is asked in the dossier as it is now; `None` where the input ends.
    fn answer(&self, asked: RowKey, talk: &Talk, now: &Audit) -> Result<Option<Given>, Error> {
        let before = talk.said(asked);
        let mut offer = self.offer(asked, talk.question(), &now.dossier);
        if let Some(said) = before.filter(|said| !said.words.is_empty()) {
            offer = offer.again(&said.words);
        }
        let makes = made(asked, &now.dossier, talk.question());
        let name = asked.name().replace("scope.", "").replace('-', " ");
        loop {
            let Some(line) = self.output.ask(&offer.prompt(&name))? else { return Ok(None) };
            let line = line.trim();
            if line == BACK {
                return Ok(Some(Given::Back));
            }
            if let (Some(of), Some(new)) = (makes, line.strip_prefix('+')) {
                match self.new_line(of, new.trim())? {
                    None => return Ok(None),
                    Some(line) => match define(now, of, &line) {
                        Ok(Defined { id, .. }) => {
                            return Ok(Some(Given::Said(Said { words: id, made: Some(line) })));
                        }
                        Err(error) => self.output.complain(&error),
                    },
                }
                continue;
            }
            let all = offer.all();
            // A number that is listed means what is listed there; a value that is a number is typed with a point or sign of its own.
            let listed = line.parse::<usize>().ok().and_then(|at| all.get(at.checked_sub(1)?).copied());
            let words = match line {
                "" => offer.enter.clone().unwrap_or_default(),
                NOBODY if matches!(asked, RowKey::Scope(_)) => String::new(),
                line => listed.map_or_else(|| line.to_owned(), Clone::clone),
            };
            let made = before.filter(|said| said.words == words).and_then(|said| said.made.clone());
            return Ok(Some(Given::Said(Said { words, made })));
        }
    }

    /// The line that makes something; `None` where the input ends.
    fn new_line(&self, of: Referent, line: &str) -> Result<Option<String>, Error> {
        if !line.is_empty() {
            return Ok(Some(line.to_owned()));
        }
        self.output.note(&format!("  {}", form(of)));
        self.output.ask(&format!("new {}: ", of.name()))
    }

    /// What is proposed under a key.
    fn offer(&self, asked: RowKey, question: &str, dossier: &Dossier) -> Offer {
        let proposals = self.proposals;
        match asked {
            RowKey::Claim(ClaimKey::Question) => Offer::of(proposals.questions()),
            RowKey::Claim(ClaimKey::Value) if is_yes_no(dossier, question) => {
                Offer::listed(["yes", "no"].map(str::to_owned))
            }
            RowKey::Claim(ClaimKey::Value) => Offer::of(proposals.values(dossier, question)),
            RowKey::Claim(ClaimKey::SaidBy) => {
                let speakers = proposals.speakers.iter().cloned();
                let enter = proposals.speaker.as_deref().unwrap_or(NOBODY);
                Offer::listed(speakers.chain([NOBODY.to_owned()])).again(enter)
            }
            RowKey::Claim(_) => Offer::of(as_of(dossier, question, self.source).into_iter().collect()),
            RowKey::Scope(ScopeKey::Population) if dossier.groups.len() <= MOST_LISTED => {
                Offer::listed(dossier.groups.names().map(str::to_owned))
            }
            RowKey::Scope(ScopeKey::Place) => Offer::listed(proposals.places()),
            RowKey::Scope(ScopeKey::Basis) => Offer::listed(Basis::NAMES.iter().map(|it| (*it).to_owned())),
            RowKey::Scope(_) => Offer::default(),
        }
    }
}
