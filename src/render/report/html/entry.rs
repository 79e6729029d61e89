//! A question in dispute, in the summary at the top of the page.

use std::collections::BTreeSet;

use askama::Template;
use askama::filters::HtmlSafe;

use super::anchor::anchor;
use super::badge::{Badge, each_once};
use crate::text::counted;
use crate::view::report::disagreement::{Disagreement, DisputeSide};
use crate::view::report::statement::source_count;

/// At most so many answers are given.
const MOST_SIDES: usize = 4;

/// What the question is, and how the answers stand against each other.
#[derive(Template)]
#[template(path = "entry.html", config = "src/render/report/html/askama.toml")]
pub(super) struct SummaryEntry {
    anchor: String,
    ask: String,
    event: String,
    badges: Vec<Badge>,
    explained: bool,
    sides: Vec<EntrySide>,
    /// How many more answers there are.
    more: usize,
}

struct EntrySide {
    says: String,
    behind: String,
}

impl HtmlSafe for SummaryEntry {}

impl SummaryEntry {
    /// The disputes of one question; there is at least one.
    pub(super) fn new(disputes: &[&Disagreement]) -> Self {
        let first = disputes[0];
        let all = || disputes.iter().flat_map(|dispute| &dispute.sides);
        let mut answers: Vec<&str> = Vec::new();
        let mut seen: BTreeSet<&str> = BTreeSet::new();
        answers.extend(all().map(DisputeSide::plain).filter(|plain| seen.insert(plain)));
        let side = |plain: &&str| {
            let claims = all().filter(|side| side.plain() == *plain).flat_map(|side| &side.claims);
            EntrySide { says: (*plain).to_owned(), behind: counted(source_count(claims), "source") }
        };
        SummaryEntry {
            anchor: anchor(&first.question),
            ask: first.ask.clone(),
            event: first.event.clone(),
            badges: each_once(disputes.iter().map(|dispute| Badge::of_dispute(dispute))),
            explained: disputes.iter().all(|dispute| dispute.is_explained()),
            sides: answers.iter().take(MOST_SIDES).map(side).collect(),
            more: answers.len().saturating_sub(MOST_SIDES),
        }
    }
}
