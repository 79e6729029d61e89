//! The table of a question's positions, and of who stands behind them.

use askama::Template;
use askama::filters::HtmlSafe;

use crate::render::report::told;
use crate::view::name::{ClaimName, QuestionName, Who};
use crate::view::position::HeldPosition;
use crate::view::report::asked::{AskedClaim, AskedQuestion};

/// At most so many positions are shown.
const MOST: usize = 24;

/// The positions of a question as rows of a table.
#[derive(Template)]
#[template(path = "positions.html", config = "src/render/report/html/askama.toml")]
pub(super) struct Positions {
    anchor: String,
    rows: Vec<PositionShown>,
    left_out: usize,
    question: QuestionName,
}

struct PositionShown {
    label: String,
    /// What its claims cover, where another position has the same words.
    covering: String,
    supporting: Vec<String>,
    origins: Vec<String>,
    independent: usize,
    not_established: usize,
    allowing: usize,
}

impl HtmlSafe for Positions {}

impl Positions {
    /// `None` where nothing is held.
    pub(super) fn new(asked: &AskedQuestion, anchor: &str) -> Option<Self> {
        let rows = asked.positions.iter().take(MOST).map(|it| PositionShown::new(asked, it));
        (!asked.positions.is_empty()).then(|| Positions {
            anchor: anchor.to_owned(),
            rows: rows.collect(),
            left_out: asked.positions.len().saturating_sub(MOST),
            question: asked.question.clone(),
        })
    }
}

impl PositionShown {
    fn new(asked: &AskedQuestion, position: &HeldPosition) -> Self {
        let name = |origin: &Who| {
            if let Who::Source(source) = origin {
                return source.clone();
            }
            let mut hops = asked.chains.iter().flat_map(|chain| &chain.hops);
            hops.find(|hop| hop.id == *origin).map_or_else(|| origin.to_string(), |hop| hop.name.clone())
        };
        let is_of = |claims: &[ClaimName], claim: &AskedClaim| claims.contains(&claim.said.claim);
        let supporting = asked.claims.iter().filter(|claim| is_of(&position.supporting, claim));
        let mut sources: Vec<String> = supporting.map(|claim| claim.said.source.clone()).collect();
        sources.dedup();
        let groups =
            position.origins.iter().map(|group| told::joined(&group.iter().map(name).collect::<Vec<_>>()));
        let namesakes = asked.positions.iter().filter(|other| other.plain == position.plain).count();
        let first = asked.claims.iter().find(|claim| is_of(&position.claims, claim));
        PositionShown {
            label: position.plain.clone(),
            covering: first
                .filter(|_| namesakes > 1)
                .map(|claim| claim.said.covers.join(", "))
                .unwrap_or_default(),
            supporting: sources,
            origins: groups.collect(),
            independent: position.independent,
            not_established: position.not_established,
            allowing: position.claims.len() - position.supporting.len(),
        }
    }
}
