//! The disagreements as sentences that could be printed: every answer with its speaker, and never a winner.
//!
//! One sentence tells of a question in dispute; at full length what stands behind it follows: how the accounts part, in which words
//! they are given and where, who stands behind each answer, what the desk notes.

mod gist;
mod grammar;
mod sentence;
#[cfg(test)]
mod tests;

use std::collections::BTreeSet;
use std::fmt::Write;

use super::told;
use super::told::joined;
use crate::render::escape::markdown as escaped;
use crate::render::position::Untold;
use crate::view::report::asked::AskedQuestion;
use crate::view::report::disagreement::Disagreement;
use crate::view::report::statement::Statement;
use crate::view::report::voice::{Voice, voices};
use crate::view::report::{Length, Report};
pub(in crate::render) use gist::Gist;
use grammar::{capital, ended, titled};
pub(in crate::render) use sentence::sentence;

/// At most so many questions are told, and so many of the words that are given to one.
const MOST_QUESTIONS: usize = 120;
const MOST_VOICES: usize = 60;

pub(crate) fn render(out: &mut String, view: &Report) {
    let disputed = view.disputed();
    if disputed.is_empty() {
        let _ = writeln!(out, "The accounts agree wherever they speak of the same.");
        return;
    }
    let mut event = "";
    for (number, (asked, disputes)) in disputed.iter().take(MOST_QUESTIONS).enumerate() {
        let gap = if number > 0 { "\n" } else { "" };
        // A question such as "When was it?" says nothing without its event.
        if asked.event != event {
            let _ = writeln!(out, "{gap}{}\n", escaped(&asked.event));
        } else {
            out.push_str(gap);
        }
        event = &asked.event;
        let _ = writeln!(out, "{}", escaped(&paragraph(asked, disputes, view.length)));
    }
    if let more @ 1.. = disputed.len().saturating_sub(MOST_QUESTIONS) {
        let _ = writeln!(out, "\n{more} more questions are in dispute: `gainsay check` tells of each.");
    }
    let _ = writeln!(out, "\nThe record does not decide between the accounts.");
}

/// One question: what is asked, who says what, and at full length what it rests on.
fn paragraph(asked: &AskedQuestion, disputes: &[&Disagreement], length: Length) -> String {
    let mut said = format!("{} {}", ended(&asked.ask, '?'), sentence(asked, disputes));
    if length == Length::Short {
        return said;
    }
    let mut openings = BTreeSet::new();
    for opening in disputes.iter().filter_map(|it| it.rule.opening(it.source_count())) {
        if openings.insert(opening) {
            let _ = write!(said, " {opening}");
        }
    }
    let common = common_scope(disputes);
    if !common.is_empty() {
        let _ = write!(said, " All of this is meant {}.", common.join(", "));
    }
    let mut seen = BTreeSet::new();
    let claims = disputes.iter().flat_map(|it| it.statements()).filter(|claim| seen.insert(&claim.claim));
    let voices = voices(claims);
    let words: Vec<String> =
        voices.iter().take(MOST_VOICES).filter_map(|voice| given(voice, disputes, &common)).collect();
    if !words.is_empty() {
        let more = voices.len().saturating_sub(MOST_VOICES);
        let more = if more > 0 { format!("; and {more} more") } else { String::new() };
        let _ = write!(said, " In their words: {}{more}.", words.join("; "));
    }
    let behind = asked.positions.iter().take(told::MOST_POSITIONS);
    let more = asked.positions.len().saturating_sub(told::MOST_POSITIONS);
    let more = Untold { more, others: asked.positions_cut }.told();
    let behind: Vec<String> = behind
        .map(|it| format!("“{}”: {}", it.name, told::standing_behind(it)))
        .chain(more.map(|more| grammar::bare(&more)))
        .collect();
    if !behind.is_empty() {
        let _ = write!(said, " What stands behind each answer: {}.", behind.join("; "));
    }
    let mut told = BTreeSet::new();
    for rationale in disputes.iter().filter_map(|it| it.explained.as_deref()).filter(|it| told.insert(*it)) {
        let _ = write!(said, " The desk notes: {}", ended(rationale, '.'));
    }
    said
}

/// What all claims of all disputes cover.
fn common_scope<'d>(disputes: &[&'d Disagreement]) -> Vec<&'d str> {
    let mut all = disputes.iter().map(|dispute| dispute.common_scope());
    let mut common = all.next().unwrap_or_default();
    for other in all {
        common.retain(|scope| other.contains(scope));
    }
    common
}

/// `AFP, 19 Oct 2023, of US intelligence, through CNN (as of 2023-10-19): “…”`; `None` where no words are recorded.
fn given(voice: &Voice<'_>, disputes: &[&Disagreement], common: &[&str]) -> Option<String> {
    let claim = voice.first;
    let quotes = told::quotes(voice);
    if quotes.is_empty() {
        return None;
    }
    let day = claim.day.as_ref().map(|day| format!(", {day}")).unwrap_or_default();
    let of = match claim.own_voice {
        true => String::new(),
        false => format!(", of {}", grammar::bracketed(&claim.speaker)),
    };
    let via = match claim.via.as_slice() {
        [] => String::new(),
        via => format!(", through {}", joined(via)),
    };
    let covering = disputes.first().map(|it| told::covering(claim, it, common)).unwrap_or_default();
    Some(format!("{}{day}{of}{via}{covering}: {}", carrier(claim), joined(&quotes)))
}

/// The publisher of a text, or its title where none is known.
fn carrier(claim: &Statement) -> String {
    claim.publisher.clone().unwrap_or_else(|| capital(&titled(&claim.title)))
}
