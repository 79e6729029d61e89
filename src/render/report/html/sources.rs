//! The table of the sources.

use askama::Template;
use askama::filters::HtmlSafe;

use super::leads::Leads;
use crate::view::fragment;
use crate::view::report::sources::ReportedSource;

/// At most so many sources are shown.
const MOST: usize = 500;

/// The sources of the dossier, as rows of a table.
#[derive(Template)]
#[template(path = "sources.html", config = "src/render/report/html/askama.toml")]
pub(in crate::render) struct SourceTable {
    caption: &'static str,
    rows: Vec<SourceRow>,
    left_out: usize,
}

struct SourceRow {
    id: String,
    /// Its own page, where there is one.
    page: Option<String>,
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
    pub(in crate::render) fn new<'s>(
        sources: impl IntoIterator<Item = &'s ReportedSource, IntoIter: ExactSizeIterator>,
        leads: Leads,
    ) -> Self {
        let sources = sources.into_iter();
        SourceTable {
            caption: match leads {
                Leads::Within => "The sources of this dossier",
                Leads::Site(_) => "The sources that speak of it",
            },
            left_out: sources.len().saturating_sub(MOST),
            rows: sources.take(MOST).map(|source| SourceRow::new(source, leads)).collect(),
        }
    }
}

impl SourceRow {
    fn new(source: &ReportedSource, leads: Leads) -> Self {
        SourceRow {
            id: source.id.clone(),
            page: (leads != Leads::Within).then(|| leads.source(&source.id)),
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
