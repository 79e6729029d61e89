//! The disagreements as sentences that could be printed: every answer with its speaker and source, and never a winner.

use std::fmt::Write;

use super::told;
use super::told::joined;
use crate::render::escape::markdown as escaped;
use crate::text::counted;
use crate::view::report::Report;
use crate::view::report::disagreement::Disagreement;
use crate::view::report::statement::{Modality, Statement, Type};
use crate::view::report::voice::{Voice, voices};

/// At most so many speakers of one answer are named; the rest are counted.
const MOST_VOICES: usize = 12;

pub(crate) fn render(out: &mut String, view: &Report) {
    if view.disputes.is_empty() {
        let _ = writeln!(out, "The accounts agree wherever they speak of the same.");
        return;
    }
    let mut event = "";
    let sections = told::sections(view, told::MOST_DISPUTES);
    for (number, dispute) in sections.iter().flat_map(|section| &section.disputes) {
        let gap = if *number > 1 { "\n" } else { "" };
        // A question such as "When was it?" says nothing without its event.
        if dispute.event != event {
            let _ = writeln!(out, "{gap}{}", escaped(&dispute.event));
        } else {
            out.push_str(gap);
        }
        event = &dispute.event;
        let _ = writeln!(out, "{}", escaped(&paragraph(dispute)));
    }
    for more in sections.iter().flat_map(|section| &section.more).map(told::more_disputes) {
        let _ = writeln!(out, "\n{}.", escaped(&bare(&more)));
    }
}

/// One dispute: the question, each answer with who gives it, and what it rests on.
fn paragraph(dispute: &Disagreement) -> String {
    let mut said = format!("{} {}", ended(&dispute.ask, '?'), opening(dispute));
    let common = dispute.common_scope();
    if !common.is_empty() {
        let _ = write!(said, " All of what follows is meant {}.", common.join(", "));
    }
    for (index, side) in dispute.sides.iter().take(told::MOST_SIDES).enumerate() {
        let voices = voices(&side.claims);
        for (number, voice) in voices.iter().take(MOST_VOICES).enumerate() {
            let contrast = if number == 0 && index > 0 { "By contrast, " } else { "" };
            let answer = if number == 0 { Given::Words } else { Given::Before };
            let _ = write!(
                said,
                " {}",
                capital(&format!("{contrast}{}", sentence(voice, answer, dispute, &common)))
            );
        }
        if voices.len() > MOST_VOICES {
            let _ = write!(said, " So do {} more.", voices.len() - MOST_VOICES);
        }
    }
    if dispute.sides.len() > told::MOST_SIDES {
        let more = counted(dispute.sides.len() - told::MOST_SIDES, "more answer");
        let _ = write!(said, " There are {more}.");
    }
    let behind = dispute.positions.iter().take(told::MOST_POSITIONS);
    let behind = behind.map(|it| format!("“{}”: {}", it.name, told::standing_behind(it)));
    let more = told::more_positions(dispute).map(|more| bare(&more));
    let behind: Vec<String> = behind.chain(more).collect();
    if !behind.is_empty() {
        let _ = write!(said, " What stands behind each answer on record: {}.", behind.join("; "));
    }
    if let Some(rationale) = &dispute.explained {
        let _ = write!(said, " The desk notes: {}", ended(rationale, '.'));
    }
    said.push_str(" The record does not decide between the accounts.");
    said
}

/// How the answers stand to each other, by what the rule found; it says nothing of which one holds.
fn opening(dispute: &Disagreement) -> String {
    match dispute.rule.opening(dispute.source_count()) {
        Some(opening) => opening.to_owned(),
        None => format!("The figures do not fit together: {}.", bare(&dispute.message)),
    }
}

/// Whether the words of an answer are still to be given.
enum Given {
    Words,
    /// They were given in the sentence before.
    Before,
}

fn sentence(voice: &Voice, answer: Given, dispute: &Disagreement, common: &[&str]) -> String {
    let claim = voice.first;
    let (verb, words) = verb(claim);
    let words = match answer {
        Given::Words => format!("“{words}”"),
        Given::Before => "the same".to_owned(),
    };
    let quotes = match told::quotes(voice).as_slice() {
        [] => String::new(),
        quotes => format!(" ({})", joined(quotes)),
    };
    let covering = told::covering(claim, dispute, common);
    let via = match claim.via.is_empty() {
        true => String::new(),
        false => format!(", through {},", claim.via.join(", ")),
    };
    let title = titled(&claim.title);
    match (claim.own_voice, &claim.publisher) {
        (true, Some(publisher)) => {
            format!("{publisher}, in its own voice, {verb} {words} in {title}{covering}{quotes}.")
        }
        (true, None) => format!(
            "{title}, whose publisher is not known, {verb} {words} in its own voice{covering}{quotes}."
        ),
        (false, publisher) => {
            let carrier = match publisher {
                Some(publisher) => format!("{title} by {publisher}"),
                None => format!("{title}, whose publisher is not known"),
            };
            let unnamed = if claim.named { "" } else { ", who is not named," };
            format!(
                "according to {carrier}, {}{unnamed}{via} {verb} {words}{covering}{quotes}.",
                claim.speaker
            )
        }
    }
}

/// What the speaker does, and with which words.
fn verb(claim: &Statement) -> (&'static str, &str) {
    if let Some(words) = &claim.denies {
        return ("denies", words);
    }
    let verb = match (claim.modality, claim.kind) {
        (Modality::Estimated, _) => "estimates",
        (Modality::Alleged, _) => "alleges",
        (Modality::Projected, _) => "projects",
        (Modality::Stated, Type::YesNo) => "answers",
        (Modality::Stated, _) => "says",
    };
    (verb, &claim.plain)
}

/// A title in quotation marks, or in the brackets that the desk gave it.
fn titled(title: &str) -> String {
    match title.starts_with('[') {
        true => title.to_owned(),
        false => format!("“{}”", title.replace('“', "‘").replace('”', "’")),
    }
}

fn bare(text: &str) -> String {
    text.replace('`', "")
}

fn ended(text: &str, mark: char) -> String {
    match text.trim_end().ends_with(['.', '?', '!']) {
        true => text.trim_end().to_owned(),
        false => format!("{}{mark}", text.trim_end()),
    }
}

fn capital(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map(|first| first.to_uppercase().chain(chars).collect()).unwrap_or_default()
}
