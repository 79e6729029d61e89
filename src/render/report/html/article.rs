//! One question on the page: positions, drawings, who says what, the pairs that cannot hold together and why.

use askama::Template;
use askama::filters::HtmlSafe;

use super::answers::AnswerList;
use super::badge::{Badge, each_once};
use super::dispute::DisputeSection;
use super::leads::anchor;
use super::line::LineDrawing;
use super::places::Places;
use super::positions::Positions;
use super::tree::TreeDrawing;
use crate::render::report::told;
use crate::view::name::QuestionName;
use crate::view::report::asked::AskedQuestion;
use crate::view::report::disagreement::Disagreement;

/// A question with all that is to be said of it: the template is what stands below its head.
#[derive(Template)]
#[template(path = "article.html", config = "src/render/report/html/askama.toml")]
pub(in crate::render) struct Article {
    pub(in crate::render) anchor: String,
    pub(in crate::render) question: QuestionName,
    pub(in crate::render) event: String,
    pub(in crate::render) ask: String,
    /// One for each dispute; for a question without, how its claims stand.
    pub(in crate::render) badges: Vec<Badge>,
    line: Option<LineDrawing>,
    places: Option<Places>,
    positions: Option<Positions>,
    answers: AnswerList,
    disputes: Vec<DisputeSection>,
    disputes_left_out: usize,
    tree: Option<TreeDrawing>,
}

impl HtmlSafe for Article {}

impl Article {
    pub(in crate::render) fn new(asked: &AskedQuestion, disputes: &[&Disagreement]) -> Self {
        let anchor = anchor(&asked.question);
        let own = asked.claims.iter().filter(|_| disputes.is_empty()).map(|claim| Badge::of(claim.stands));
        let badges = disputes.iter().map(|dispute| Badge::of_dispute(dispute)).chain(own);
        let before = std::iter::once(None).chain(disputes.iter().map(|dispute| Some(*dispute)));
        Article {
            question: asked.question.clone(),
            event: asked.event.clone(),
            ask: asked.ask.clone(),
            badges: each_once(badges),
            line: asked
                .line
                .as_ref()
                .map(|line| LineDrawing::new(line, &asked.ask, &anchor, &|source| asked.carrier(source))),
            places: Places::new(asked),
            positions: Positions::new(asked, &anchor),
            answers: AnswerList::new(asked),
            disputes: disputes
                .iter()
                .zip(before)
                .take(told::MOST_DISPUTES)
                .map(|(it, before)| DisputeSection::new(it, before))
                .collect(),
            disputes_left_out: disputes.len().saturating_sub(told::MOST_DISPUTES),
            tree: TreeDrawing::new(asked, &anchor),
            anchor,
        }
    }
}
