//! The page of an event: where its sources differ, and all its questions by sources.

use std::collections::BTreeMap;

use askama::Template;

use super::frame::{About, Frame};
use super::list::Item;
use crate::render::report::html::Leads;
use crate::render::report::html::entry::{Events, SummaryEntry};
use crate::render::report::html::grid::Grid;
use crate::view::report::disagreement::Disagreement;
use crate::view::report::sources::ReportedSource;
use crate::view::site::{SiteEvent, SiteQuestion, address};

const FIRST: &str = "../";

/// At most so many questions in dispute have a card, and so many questions a row.
const MOST_ENTRIES: usize = 120;
const MOST_ROWS: usize = 300;

#[derive(Template)]
#[template(path = "event.html", config = "src/render/site/askama.toml")]
struct Page<'a> {
    frame: Frame<'a>,
    date: Option<String>,
    entries: Vec<SummaryEntry>,
    entries_left_out: usize,
    grid: Option<Grid>,
    /// The questions that have no row.
    more: Vec<Item>,
}

/// One of so many questions in dispute that a page lists.
pub(super) fn entry(
    view: &SiteQuestion,
    (events, all): (Events, usize),
    first: &'static str,
) -> SummaryEntry {
    let disputes: Vec<&Disagreement> = view.disputes.iter().collect();
    SummaryEntry::new(&view.asked, &disputes, events, Leads::Site(first)).of(all, &view.asked, &disputes)
}

pub(super) fn page(site: About<'_>, event: &SiteEvent, sources: &[ReportedSource]) -> String {
    let disputed: Vec<&SiteQuestion> = event.questions.iter().filter(|it| !it.disputes.is_empty()).collect();
    let claims = event.questions.iter().flat_map(|it| &it.asked.claims);
    let plain: BTreeMap<_, _> = claims.map(|claim| (&claim.said.claim, claim.said.plain.as_str())).collect();
    let of = |id: &String| sources.binary_search_by(|source| source.id.cmp(id)).ok().map(|at| &sources[at]);
    let labelled = event.table.sources.iter().filter_map(of);
    let labels: BTreeMap<_, _> = labelled.map(|it| (it.id.as_str(), it.label.as_str())).collect();
    let rows = event.table.questions.len().min(MOST_ROWS);
    let more = event.table.questions[rows..]
        .iter()
        .map(|row| Item::new(FIRST, &address::question(&row.question), &row.ask));
    let page = Page {
        frame: Frame::new(site, FIRST, &event.title),
        date: event.date.clone(),
        entries: disputed
            .iter()
            .take(MOST_ENTRIES)
            .map(|it| entry(it, (Events::One, disputed.len()), FIRST))
            .collect(),
        entries_left_out: disputed.len().saturating_sub(MOST_ENTRIES),
        grid: (rows > 0)
            .then(|| Grid::new(&event.table, rows, (Leads::Site(FIRST), None), (&plain, &labels))),
        more: more.collect(),
    };
    page.render().expect("a string can always be written to")
}
