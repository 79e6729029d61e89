//! The table of the sources.

use askama::Template;
use askama::filters::HtmlSafe;

use crate::view::fragment;
use crate::view::report::sources::ReportedSource;

/// At most so many sources are shown.
const MOST: usize = 500;

/// The sources of the dossier, as rows of a table.
#[derive(Template)]
#[template(path = "sources.html", config = "src/render/report/html/askama.toml")]
pub(super) struct SourceTable {
    rows: Vec<SourceRow>,
    left_out: usize,
}

struct SourceRow {
    id: String,
    title: String,
    url: Option<String>,
    archive_url: Option<String>,
    publisher: String,
    published: String,
    author: String,
    claims: usize,
    restricted: bool,
    note: Option<String>,
}

impl HtmlSafe for SourceTable {}

impl SourceTable {
    pub(super) fn new(sources: &[ReportedSource]) -> Self {
        SourceTable {
            rows: sources.iter().take(MOST).map(SourceRow::new).collect(),
            left_out: sources.len().saturating_sub(MOST),
        }
    }
}

impl SourceRow {
    fn new(source: &ReportedSource) -> Self {
        SourceRow {
            id: source.id.clone(),
            title: source.title.clone(),
            url: source.url.as_deref().and_then(fragment::address),
            archive_url: source.archive_url.as_deref().and_then(fragment::address),
            publisher: source.publisher.clone().unwrap_or_else(|| "unknown".to_owned()),
            published: source.published.clone(),
            author: source.author.join(", "),
            claims: source.claims,
            restricted: source.restricted,
            note: source.note.clone(),
        }
    }
}
