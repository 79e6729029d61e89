//! The public sources.

use super::column::table_row;
use super::whole::Tables;
use crate::view::exchange::ExchangedSource;

table_row! {
    /// A text that makes claims.
    SourceRow as "sources" sorted by 1 {
        source: String,
        title: String,
        family: &'a str,
        publisher: Option<String>,
        publisher_name: Option<String>,
        author: Option<String>,
        kind: Option<&'a str>,
        level: Option<&'a str>,
        reliability: Option<&'a str>,
        language: Option<String>,
        published: Option<String>,
        updated: Option<String>,
        accessed: Option<String>,
        url: Option<String>,
        archive_url: Option<String>,
        sha256: Option<String>,
        capture_of: Option<String>,
        note: Option<String>,
    }
}

pub(super) fn sources<'a>(tables: &Tables<'a>, give: &mut dyn FnMut(SourceRow<'_>)) {
    for at in tables.sources() {
        let of = ExchangedSource::new(tables.exchange, at);
        let (publisher, publisher_name) = of.publisher.map(|it| (it.id, it.name)).unzip();
        give(SourceRow {
            source: of.id,
            title: of.title,
            family: tables.family(at),
            publisher,
            publisher_name,
            author: (!of.author.is_empty()).then(|| of.author.join("; ")),
            kind: of.kind.map(|it| it.name()),
            level: of.level.map(|it| it.name()),
            reliability: of.reliability.map(|it| it.name()),
            language: of.language,
            published: of.published,
            updated: of.updated,
            accessed: of.accessed,
            url: of.url,
            archive_url: of.archive_url,
            sha256: of.sha256,
            capture_of: of.capture_of,
            note: of.note,
        });
    }
}
