//! A passage that was spotted in a text, for the terminal: its place, its words, its reading and what it may answer.

use crate::render::term::{Line, Screen, Style};
use crate::view::name::{ClaimName, QuestionName};
use crate::view::spot::{InRecord, SpottedPassage};

/// Of the claims that record a passage so many are named; the rest are counted.
const MOST_CLAIMS: usize = 3;

/// One passage: where it stands, its words, and in lines of their own what is known of it.
pub(super) fn told(out: &mut String, passage: &SpottedPassage, screen: Screen) {
    let place = format!("{}:{}", passage.line, passage.column);
    let label = Line::styled(Style::Dim, format!("  {place:>8}  "));
    let state = match passage.state {
        InRecord::Open => Line::styled(Style::Warn, "open"),
        state => Line::styled(Style::Dim, state.name()),
    };
    let words = Line::new(format!("{} ", passage.kind))
        .join(&Line::styled(Style::Heading, format!("“{}”", passage.quote)));
    screen.labelled(out, &label, words.and("  ").join(&state));
    for line in lines(passage) {
        screen.paragraph(out, 12, line);
    }
}

fn lines(passage: &SpottedPassage) -> Vec<String> {
    let mut lines = Vec::new();
    let mut reading = format!("reads {}", passage.reading);
    let aside = [
        passage.hedge.map(|hedge| format!("hedge: {hedge}")),
        passage.noun.as_ref().map(|noun| format!("noun: {noun}")),
        passage.assumed.map(str::to_owned),
        (passage.mentions > 1).then(|| format!("named {} times", passage.mentions)),
    ];
    let aside: Vec<String> = aside.into_iter().flatten().collect();
    if !aside.is_empty() {
        reading.push_str(&format!(" ({})", aside.join("; ")));
    }
    lines.push(reading);
    if !passage.claims.is_empty() {
        let mut claims: Vec<String> =
            passage.claims.iter().take(MOST_CLAIMS).map(ClaimName::to_string).collect();
        if passage.claims.len() > MOST_CLAIMS {
            claims.push(format!("{} more", passage.claims.len() - MOST_CLAIMS));
        }
        lines.push(format!("recorded by {}", claims.join(", ")));
    }
    if let Some(reason) = &passage.reason {
        lines.push(format!("waived: {reason}"));
    }
    if passage.state == InRecord::Open && !passage.questions.is_empty() {
        let questions: Vec<&str> = passage.questions.iter().map(QuestionName::as_str).collect();
        lines.push(format!("may answer {}", questions.join(", ")));
    }
    if let Some(speaker) = passage.speakers.first().filter(|_| passage.state == InRecord::Open) {
        lines.push(format!("may be said by {speaker}"));
    }
    lines
}
