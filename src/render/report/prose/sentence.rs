//! The sentence of a question in dispute: who gives which answer, in one breath.

use std::collections::{BTreeMap, BTreeSet};

use super::grammar;
use super::grammar::{Naming, Saying, Subject, bare, capital, speaker};
use crate::render::report::told::joined;
use crate::view::name::ClaimName;
use crate::view::report::account::{Account, accounts, foremost};
use crate::view::report::asked::AskedQuestion;
use crate::view::report::disagreement::{Class, Disagreement};
use crate::view::report::statement::Statement;
use crate::view::vocabularies::OverTime;

/// At most so many speakers of one answer are named, and so many answers or accounts are given.
const MOST_NAMED: usize = 6;
const MOST_CLAUSES: usize = 8;

/// What is said on a question in dispute.
pub(super) struct Heard<'d> {
    /// What its claims say, but for those that stand in `against`.
    pub(super) told: Vec<&'d Statement>,
    pub(super) naming: Naming,
    against: Vec<Rebutted<'d>>,
}

impl<'d> Heard<'d> {
    /// Why the figures do not fit together, in a sentence, where no two claims can be named that do not.
    pub(super) fn new(asked: &AskedQuestion, disputes: &[&'d Disagreement]) -> Result<Self, String> {
        let mut seen: BTreeSet<&ClaimName> = BTreeSet::new();
        let claims: Vec<&Statement> = disputes
            .iter()
            .flat_map(|it| it.statements())
            .filter(|claim| seen.insert(&claim.claim))
            .collect();
        if disputes.iter().all(|dispute| dispute.pairs.is_empty()) {
            let why: Vec<String> = disputes.iter().map(|dispute| bare(&dispute.message)).collect();
            return Err(format!("The figures do not fit together: {}.", why.join("; ")));
        }
        let against = contradicted(disputes, &claims);
        let rebutted: BTreeSet<&ClaimName> = against.iter().map(|(_, it)| &it.claim).collect();
        let is_told = |claim: &&Statement| !rebutted.contains(&claim.claim);
        let told: Vec<&Statement> = claims.iter().copied().filter(is_told).collect();
        Ok(Heard { naming: naming(&told, &against, asked.over_time), told, against })
    }

    /// Each answer that a text gives as that of others: a claim of the text, and those that it gives so.
    pub(super) fn given(&self) -> Vec<(&'d Statement, Vec<&'d Statement>)> {
        let mut given: Vec<(&Statement, Vec<&Statement>)> = Vec::new();
        let told = |own: &Statement, claim: &Statement| (speaker(own), Saying::new(claim).answer);
        for (own, claim) in &self.against {
            match given.iter_mut().find(|(by, of)| told(by, of[0]) == told(own, claim)) {
                Some((_, of)) => of.push(claim),
                None => given.push((own, vec![claim])),
            }
        }
        given
    }
}

/// Who says what on a question.
pub(in crate::render) fn sentence(asked: &AskedQuestion, disputes: &[&Disagreement]) -> String {
    let heard = match Heard::new(asked, disputes) {
        Ok(heard) => heard,
        Err(why) => return why,
    };
    let mut clauses = match asked.over_time {
        OverTime::Fixed => by_answer(&heard.told, heard.naming),
        OverTime::Grows | OverTime::Varies => by_account(&heard.told, asked.over_time, heard.naming),
    };
    for (own, claims) in heard.given() {
        let of: Vec<String> = claims.iter().map(|claim| speaker(claim)).collect();
        let (by, answer) = (speaker(own), Saying::new(claims[0]).answer);
        let given = format!("gives the answer of {} as {answer}", joined(&of));
        // Who says so itself need not be named again.
        match clauses.last_mut().filter(|clause| clause.starts_with(&by)) {
            Some(clause) => clause.push_str(&format!(" and {given}")),
            None => clauses.push(format!("{by} {given}")),
        }
    }
    capital(&format!("{}.", clauses.join("; ")))
}

/// Texts whose publishers are not known are told apart by their titles where they, or the same one, say different things.
fn naming(claims: &[&Statement], against: &[Rebutted<'_>], over_time: OverTime) -> Naming {
    let is_unknown = |claim: &&Statement| claim.own_voice && claim.publisher.is_none();
    let answers: BTreeSet<&str> =
        claims.iter().copied().filter(is_unknown).map(|claim| claim.plain.as_str()).collect();
    let others = against.iter().any(|(own, _)| is_unknown(own));
    let texts: BTreeSet<(&str, &str)> = claims
        .iter()
        .copied()
        .filter(is_unknown)
        .map(|claim| (claim.title.as_str(), claim.source.as_str()))
        .collect();
    let titles: BTreeSet<&str> = texts.iter().map(|(title, _)| *title).collect();
    // What one speaker says of a figure that changes stands together.
    let differ = answers.len() > 1 && (texts.len() > 1 || over_time == OverTime::Fixed);
    match (differ || others && !answers.is_empty(), titles.len() < texts.len()) {
        (false, _) => Naming::Plain,
        (true, false) => Naming::Titled,
        (true, true) => Naming::TitledAlike,
    }
}

/// What a text says itself, and what it gives as the answer of others in order to contradict it.
type Rebutted<'d> = (&'d Statement, &'d Statement);

/// Claims that a text which argues gives as others' while it says otherwise itself, and that nobody else gives: they are quoted in
/// order to be contradicted. A report that has both sides is none.
fn contradicted<'d>(disputes: &[&'d Disagreement], claims: &[&'d Statement]) -> Vec<Rebutted<'d>> {
    let by_name: BTreeMap<&ClaimName, &Statement> =
        claims.iter().map(|claim| (&claim.claim, *claim)).collect();
    let find = |name: &ClaimName| by_name.get(name).copied();
    let conflicts = disputes.iter().filter(|dispute| dispute.class == Class::Conflict);
    let mut found: Vec<Rebutted<'_>> = Vec::new();
    let mut known: BTreeSet<&ClaimName> = BTreeSet::new();
    for pair in conflicts.flat_map(|dispute| &dispute.pairs) {
        let (Some(a), Some(b)) = (find(&pair.a), find(&pair.b)) else { continue };
        for (own, given) in [(a, b), (b, a)] {
            let is_alone =
                || claims.iter().all(|it| it.who != given.who || it.source == given.source && !it.own_voice);
            let is_rebutted = own.own_voice && !given.own_voice && own.source == given.source && own.argues;
            if is_rebutted && !known.contains(&given.claim) && is_alone() {
                known.insert(&given.claim);
                found.push((own, given));
            }
        }
    }
    found
}

/// One clause an answer, that of most speakers first.
fn by_answer(claims: &[&Statement], naming: Naming) -> Vec<String> {
    let answers = grammar::by_answer(claims, Saying::new);
    let mut named: BTreeSet<&String> = BTreeSet::new();
    let mut clauses: Vec<String> = Vec::new();
    let mut before: Option<&Subject> = None;
    for (saying, subject) in answers.iter().take(MOST_CLAUSES) {
        let verb = saying.verb[usize::from(subject.is_many())];
        // Who gives two answers is seen to give both.
        let texts = subject.unknown.iter().map(|(source, _)| source);
        let again = subject.names.iter().chain(texts.clone()).all(|name| named.contains(name));
        let also = if again { "also " } else { "" };
        let who = subject.told(MOST_NAMED, naming);
        match clauses.last_mut().filter(|_| before == Some(subject)) {
            Some(clause) => clause.push_str(&format!(" and {also}{verb} {}", saying.answer)),
            None => clauses.push(format!("{who} {also}{verb} {}", saying.answer)),
        }
        before = Some(subject);
        named.extend(subject.names.iter().chain(texts));
    }
    if let more @ 1.. = answers.len().saturating_sub(MOST_CLAUSES) {
        clauses.push(format!("{more} more answers are given"));
    }
    clauses
}

/// One clause a speaker, the earliest of what it says first.
fn by_account(claims: &[&Statement], over_time: OverTime, naming: Naming) -> Vec<String> {
    let all = accounts(claims.iter().copied(), over_time);
    let told = foremost(&all, MOST_CLAUSES);
    let more = all.len() - told.len();
    let mut clauses: Vec<String> = told.into_iter().map(|it| account(it, naming)).collect();
    if more > 0 {
        clauses.push(format!("{more} more give figures that lie between"));
    }
    clauses
}

/// `the Gaza Health Ministry says at least 500 (also given as around 500), later 471`.
fn account(account: &Account<'_>, naming: Naming) -> String {
    let subject = Subject::of(account.first);
    let form = usize::from(subject.is_many());
    let mut said = subject.told(MOST_NAMED, naming);
    let mut verb = "";
    for (nth, moment) in account.moments.iter().enumerate() {
        let mut sayings = moment.sayings.iter().map(|saying| Saying::new(saying.claims[0]));
        let Some(first) = sayings.next() else { continue };
        said.push_str(if nth > 0 { ", later " } else { " " });
        if first.verb[form] != verb {
            verb = first.verb[form];
            said.push_str(&format!("{verb} "));
        }
        said.push_str(&first.answer);
        let others: Vec<String> =
            sayings.map(|saying| saying.answer).filter(|it| *it != first.answer).collect();
        if !others.is_empty() {
            said.push_str(&format!(" (also given as {})", joined(&others)));
        }
    }
    said
}
