//! The sentence of a question in dispute: who gives which answer, in one breath.

use std::collections::BTreeSet;

use super::grammar::{Saying, Subject, bare, capital, speaker};
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

/// Who says what on a question.
pub(in crate::render) fn sentence(asked: &AskedQuestion, disputes: &[&Disagreement]) -> String {
    let mut seen: BTreeSet<&ClaimName> = BTreeSet::new();
    let claims: Vec<&Statement> =
        disputes.iter().flat_map(|it| it.statements()).filter(|claim| seen.insert(&claim.claim)).collect();
    let paired = disputes.iter().any(|dispute| !dispute.pairs.is_empty());
    if !paired {
        let why: Vec<String> = disputes.iter().map(|dispute| bare(&dispute.message)).collect();
        return format!("The figures do not fit together: {}.", why.join("; "));
    }
    let against = contradicted(disputes, &claims);
    let told: Vec<&Statement> = claims
        .iter()
        .copied()
        .filter(|claim| !against.iter().any(|(_, it)| it.claim == claim.claim))
        .collect();
    let mut clauses = match asked.over_time {
        OverTime::Fixed => by_answer(&told),
        OverTime::Grows | OverTime::Varies => by_account(&told, asked.over_time),
    };
    for (own, claim) in &against {
        let given = Saying::new(claim);
        clauses.push(format!("{} gives the answer of {} as {}", speaker(own), speaker(claim), given.answer));
    }
    capital(&format!("{}.", clauses.join("; ")))
}

/// Claims that a text which argues gives as others' while it says otherwise itself, and that nobody else gives: they are quoted in
/// order to be contradicted. A report that has both sides is none.
fn contradicted<'d>(
    disputes: &[&'d Disagreement],
    claims: &[&'d Statement],
) -> Vec<(&'d Statement, &'d Statement)> {
    let find = |name: &ClaimName| claims.iter().copied().find(|claim| claim.claim == *name);
    let conflicts = disputes.iter().filter(|dispute| dispute.class == Class::Conflict);
    let mut found: Vec<(&Statement, &Statement)> = Vec::new();
    for pair in conflicts.flat_map(|dispute| &dispute.pairs) {
        let (Some(a), Some(b)) = (find(&pair.a), find(&pair.b)) else { continue };
        for (own, given) in [(a, b), (b, a)] {
            let is_alone =
                claims.iter().all(|it| it.who != given.who || it.source == given.source && !it.own_voice);
            let is_rebutted = own.own_voice && !given.own_voice && own.source == given.source;
            let is_rebutted = is_rebutted && own.argues && is_alone;
            if is_rebutted && !found.iter().any(|(_, it)| it.claim == given.claim) {
                found.push((own, given));
            }
        }
    }
    found
}

/// One clause an answer, that of most speakers first.
fn by_answer(claims: &[&Statement]) -> Vec<String> {
    let mut answers: Vec<(Saying, Subject)> = Vec::new();
    for claim in claims {
        let saying = Saying::new(claim);
        match answers.iter_mut().find(|(known, _)| *known == saying) {
            Some((_, subject)) => subject.add(claim),
            None => {
                let mut subject = Subject::default();
                subject.add(claim);
                answers.push((saying, subject));
            }
        }
    }
    answers.sort_by_key(|(_, subject)| std::cmp::Reverse(subject.names.len() + subject.unknown));
    let mut named: BTreeSet<&String> = BTreeSet::new();
    let mut clauses: Vec<String> = Vec::new();
    for (saying, subject) in answers.iter().take(MOST_CLAUSES) {
        let verb = saying.verb[usize::from(subject.is_many())];
        // Who gives two answers is seen to give both.
        let again = subject.unknown == 0 && subject.names.iter().all(|name| named.contains(name));
        let also = if again { "also " } else { "" };
        clauses.push(format!("{} {also}{verb} {}", subject.told(MOST_NAMED), saying.answer));
        named.extend(&subject.names);
    }
    if let more @ 1.. = answers.len().saturating_sub(MOST_CLAUSES) {
        clauses.push(format!("{more} more answers are given"));
    }
    clauses
}

/// One clause a speaker, the earliest of what it says first.
fn by_account(claims: &[&Statement], over_time: OverTime) -> Vec<String> {
    let all = accounts(claims.iter().copied(), over_time);
    let told = foremost(&all, MOST_CLAUSES);
    let more = all.len() - told.len();
    let mut clauses: Vec<String> = told.into_iter().map(account).collect();
    if more > 0 {
        clauses.push(format!("{more} more give figures that lie between"));
    }
    clauses
}

/// `the Gaza Health Ministry says at least 500 (also given as around 500), later 471`.
fn account(account: &Account<'_>) -> String {
    let mut subject = Subject::default();
    subject.add(account.first);
    let form = usize::from(subject.is_many());
    let mut said = subject.told(MOST_NAMED);
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
