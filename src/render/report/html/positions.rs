//! The table of a question's positions, and of who stands behind them.

use std::collections::BTreeMap;

use askama::Template;
use askama::filters::HtmlSafe;

use crate::render::position::Untold;
use crate::render::report::told;
use crate::view::name::{ClaimName, QuestionName, Who};
use crate::view::position::HeldPosition;
use crate::view::report::asked::AskedQuestion;

/// At most so many positions are shown.
const MOST: usize = 24;

/// The positions of a question as rows of a table.
#[derive(Template)]
#[template(path = "positions.html", config = "src/render/report/html/askama.toml")]
pub(super) struct Positions {
    anchor: String,
    ask: String,
    rows: Vec<PositionShown>,
    /// What is left out, in words.
    untold: Option<String>,
    question: QuestionName,
}

struct PositionShown {
    label: String,
    /// What its claims say, each once, where its name does not say it.
    members: Option<String>,
    /// What its claims cover, where another position has the same words.
    covering: String,
    /// The ids of the sources, each with what it is called for short.
    supporting: Vec<(String, String)>,
    origins: Vec<String>,
    independent: usize,
    not_established: usize,
    allowing: usize,
}

impl HtmlSafe for Positions {}

/// The names of those on the way of a claim.
type Names<'a> = BTreeMap<&'a Who, &'a String>;

impl Positions {
    /// `None` where nothing is held.
    pub(super) fn new(asked: &AskedQuestion, anchor: &str) -> Option<Self> {
        let hops = asked.chains.iter().flat_map(|chain| &chain.hops);
        let mut names: Names = BTreeMap::new();
        hops.for_each(|hop| {
            names.entry(&hop.id).or_insert(&hop.name);
        });
        let rows = asked.positions.iter().take(MOST).map(|it| PositionShown::new(asked, it, &names));
        (!asked.positions.is_empty()).then(|| Positions {
            anchor: anchor.to_owned(),
            ask: asked.ask.clone(),
            rows: rows.collect(),
            untold: Untold { more: asked.positions.len().saturating_sub(MOST), others: asked.positions_cut }
                .told()
                .map(|untold| untold.replace('`', "")),
            question: asked.question.clone(),
        })
    }
}

impl PositionShown {
    fn new(asked: &AskedQuestion, position: &HeldPosition, names: &Names) -> Self {
        let name = |origin: &Who| match origin {
            Who::Source(source) => asked.carrier(source),
            _ => names.get(origin).map_or_else(|| origin.to_string(), |name| (*name).clone()),
        };
        let mut sources: Vec<&str> = position.supporting.iter().map(ClaimName::source).collect();
        sources.dedup();
        let groups =
            position.origins.iter().map(|group| told::joined(&group.iter().map(name).collect::<Vec<_>>()));
        let namesakes = asked.positions.iter().filter(|other| other.name == position.name).count();
        let first = position.claims.first().and_then(|name| asked.claim(name));
        PositionShown {
            label: position.name.clone(),
            members: (position.name != position.plain).then(|| position.plain.clone()),
            covering: first
                .filter(|_| namesakes > 1)
                .map(|claim| claim.said.covers.join(", "))
                .unwrap_or_default(),
            supporting: sources.into_iter().map(|id| (id.to_owned(), asked.carrier(id))).collect(),
            origins: groups.collect(),
            independent: position.independent,
            not_established: position.not_established,
            allowing: position.claims.len() - position.supporting.len(),
        }
    }
}
