//! A question in dispute, in the summary at the top of the page.

use askama::Template;
use askama::filters::HtmlSafe;

use super::anchor::anchor;
use super::badge::{Badge, each_once};
use crate::render::report::told;
use crate::render::term::layout::counted;
use crate::view::report::DisputeView;

/// What the question is, and how the answers stand against each other.
#[derive(Template)]
#[template(path = "entry.html", config = "src/render/report/html/askama.toml")]
pub(super) struct Entry {
    anchor: String,
    ask: String,
    event: String,
    badges: Vec<Badge>,
    explained: bool,
    sides: Vec<Side>,
    /// How many more answers there are.
    more: usize,
}

struct Side {
    says: String,
    behind: String,
}

impl HtmlSafe for Entry {}

impl Entry {
    pub(super) fn new(disputes: &[&DisputeView]) -> Self {
        let first = disputes[0];
        let mut sides: Vec<Side> = Vec::new();
        let mut more = 0;
        for side in disputes.iter().flat_map(|dispute| &dispute.sides) {
            let says = &side.claims[0].plain;
            if sides.iter().any(|other| other.says == *says) {
                continue;
            }
            if sides.len() == 4 {
                more += 1;
                continue;
            }
            let all = disputes
                .iter()
                .flat_map(|dispute| &dispute.sides)
                .filter(|other| other.claims[0].plain == *says);
            let sources = told::source_count(all.flat_map(|side| &side.claims));
            sides.push(Side { says: says.clone(), behind: counted(sources, "source") });
        }
        Entry {
            anchor: anchor(&first.question),
            ask: first.ask.clone(),
            event: first.event.clone(),
            badges: each_once(disputes.iter().map(|dispute| Badge::of_dispute(dispute))),
            explained: disputes.iter().all(|dispute| dispute.explained.is_some()),
            sides,
            more,
        }
    }
}
