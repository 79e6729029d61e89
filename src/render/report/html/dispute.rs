//! One dispute of a question: which claims do not go together and why, what the desk says, what would settle it.

use std::collections::BTreeMap;

use askama::Template;
use askama::filters::HtmlSafe;

use super::badge::Badge;
use super::pair::Pair;
use super::piece::Message;
use crate::view::report::{DisputeView, SaidView};

/// So many pairs of a dispute are shown, the first of them at once.
const MOST_PAIRS: usize = 24;
const FIRST_PAIRS: usize = 4;

/// A dispute with its pairs.
#[derive(Template)]
#[template(path = "dispute.html", config = "src/render/report/html/askama.toml")]
pub(super) struct Dispute {
    badge: Badge,
    explained: bool,
    /// The desk's words, unless the dispute before has the same.
    rationale: Option<String>,
    status: Option<String>,
    settles: Vec<String>,
    /// What the finding says, where no pair can be shown.
    message: Option<Message>,
    first: Vec<Pair>,
    more: Vec<Pair>,
    left_out: usize,
    question: String,
}

impl HtmlSafe for Dispute {}

impl Dispute {
    pub(super) fn new(dispute: &DisputeView, before_it: Option<&DisputeView>) -> Self {
        let said: BTreeMap<&str, &SaidView> = dispute
            .sides
            .iter()
            .flat_map(|side| &side.claims)
            .map(|claim| (claim.claim.as_str(), claim))
            .collect();
        let mut before = "";
        let mut pairs: Vec<Pair> = Vec::new();
        for pair in dispute.pairs.iter().take(MOST_PAIRS) {
            let (Some(a), Some(b)) = (said.get(pair.a.as_str()), said.get(pair.b.as_str())) else { continue };
            pairs.push(Pair::new(pair, (a, b), pair.reason != before));
            before = &pair.reason;
        }
        let more = pairs.split_off(pairs.len().min(FIRST_PAIRS));
        Dispute {
            badge: Badge::of_dispute(dispute),
            explained: dispute.explained.is_some(),
            rationale: dispute
                .explained
                .clone()
                .filter(|it| before_it.is_none_or(|before| before.explained.as_ref() != Some(it))),
            status: dispute.status.map(|status| status.to_string()),
            settles: dispute.settles.clone(),
            message: dispute.pairs.is_empty().then(|| Message::new(&dispute.message)),
            first: pairs,
            more,
            left_out: dispute.pairs.len().saturating_sub(MOST_PAIRS),
            question: dispute.question.clone(),
        }
    }
}
