//! One dispute of a question: which claims do not go together and why, what the desk says, what would settle it.

use std::collections::BTreeMap;

use askama::Template;
use askama::filters::HtmlSafe;

use super::badge::Badge;
use super::pair::PairFigure;
use super::piece::Message;
use crate::view::name::{ClaimName, QuestionName};
use crate::view::report::disagreement::{Disagreement, Status};
use crate::view::report::statement::Statement;

/// So many pairs of a dispute are shown, the first of them at once.
const MOST_PAIRS: usize = 24;
const FIRST_PAIRS: usize = 2;

/// A dispute with its pairs.
#[derive(Template)]
#[template(path = "dispute.html", config = "src/render/report/html/askama.toml")]
pub(super) struct DisputeSection {
    badge: Badge,
    explained: bool,
    /// The desk's words, unless the dispute before has the same.
    rationale: Option<String>,
    status: Option<Status>,
    settles: Vec<String>,
    /// What the finding says, where no pair can be shown.
    message: Option<Message>,
    first: Vec<PairFigure>,
    more: Vec<PairFigure>,
    left_out: usize,
    question: QuestionName,
}

impl HtmlSafe for DisputeSection {}

impl DisputeSection {
    pub(super) fn new(dispute: &Disagreement, before_it: Option<&Disagreement>) -> Self {
        let said: BTreeMap<&ClaimName, &Statement> =
            dispute.statements().map(|claim| (&claim.claim, claim)).collect();
        let mut told = "";
        let mut pairs: Vec<PairFigure> = Vec::new();
        for pair in dispute.pairs.iter().take(MOST_PAIRS) {
            let (Some(a), Some(b)) = (said.get(&pair.a), said.get(&pair.b)) else { continue };
            pairs.push(PairFigure::new(pair, (a, b), told));
            told = &pair.reason;
        }
        let more = pairs.split_off(pairs.len().min(FIRST_PAIRS));
        DisputeSection {
            badge: Badge::of_dispute(dispute),
            explained: dispute.is_explained(),
            rationale: dispute
                .explained
                .clone()
                .filter(|it| before_it.is_none_or(|before| before.explained.as_ref() != Some(it))),
            status: dispute.status,
            settles: dispute.settles.clone(),
            message: dispute.pairs.is_empty().then(|| Message::new(&dispute.message)),
            first: pairs,
            more,
            left_out: dispute.pairs.len().saturating_sub(MOST_PAIRS),
            question: dispute.question.clone(),
        }
    }
}
