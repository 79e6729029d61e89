//! Taking `[source.ID]`.

use crate::load::tree::Table;
use std::path::Path;

use crate::load::at::At;
use crate::load::dates::{moment, read_moment, time_zone};
use crate::load::entry::Entry;
use crate::load::gate::is_below;
use crate::load::ids::Ids;
use crate::load::keys::{DerivationKey, SourceKey, WaiverKey};
use crate::load::rings;
use crate::load::rings::Ring;
use crate::model::Dossier;
use crate::model::claim::AsOf;
use crate::model::problem::{Problem, ProblemKind};
use crate::model::source::{Access, Derivation, How, Source, Unsaid, Waiver};
use crate::model::table::AgentId;
use crate::text::Spot;
use crate::value::calendar::Zone;
use std::sync::Arc;

/// What is written "unknown", or left out though required, with where to say so.
type Unknown = Vec<(Unsaid, Spot)>;

/// A text that makes claims, as its table has it; what is wrong with the table is among the problems.
pub(super) fn take<'t>(id: &At<String>, table: Table<'t>, ids: &Ids, problems: &mut Vec<Problem>) -> Source {
    let mut entry = Entry::new(table, format!("source.{}", id.value), id.spot, problems);
    let mut unknown = Unknown::new();
    let zone = time_zone(&mut entry, SourceKey::TimeZone);
    let read = Source {
        spot: id.spot,
        title: entry.required(SourceKey::Title).map(|title| title.value).unwrap_or_else(|| id.value.clone()),
        publisher: publisher(&mut entry, ids, &mut unknown),
        author: entry.texts(SourceKey::Author).into_iter().map(|author| author.value).collect(),
        kind: entry.one_of(SourceKey::Kind),
        published: published(&mut entry, zone.as_ref(), &mut unknown),
        updated: moment(&mut entry, SourceKey::Updated, zone.as_ref()),
        level: entry.one_of(SourceKey::Level),
        language: entry.text(SourceKey::Language).map(|text| text.value),
        url: entry.text(SourceKey::Url).map(|text| text.value),
        archive_url: entry.text(SourceKey::ArchiveUrl).map(|text| text.value),
        accessed: moment(&mut entry, SourceKey::Accessed, zone.as_ref()),
        sha256: sha256(&mut entry),
        text: file(&mut entry, SourceKey::Text),
        text_of: file(&mut entry, SourceKey::TextOf),
        derived_from: derivations(&mut entry, ids),
        capture_of: entry.id(SourceKey::CaptureOf, ids),
        reliability: entry.one_of(SourceKey::Reliability),
        party_to: entry.ids(SourceKey::PartyTo, ids),
        corrects: entry.ids(SourceKey::Corrects, ids),
        retracts: entry.ids(SourceKey::Retracts, ids),
        waive: waivers(&mut entry),
        access: access(&mut entry, table),
        note: entry.text(SourceKey::Note).map(|text| text.value),
        zone,
        unknown,
    };
    entry.finish();
    read
}

/// Who may be shown its words. Whoever wrote what is neither meant to say something: until it is known what, nobody.
fn access(entry: &mut Entry<SourceKey>, table: Table) -> Access {
    let unsaid = match table.has(SourceKey::Access.name()) {
        true => Access::Restricted,
        false => Access::Public,
    };
    entry.one_of(SourceKey::Access).unwrap_or(unsaid)
}

fn publisher(entry: &mut Entry<SourceKey>, ids: &Ids, unknown: &mut Unknown) -> Option<AgentId> {
    let key = SourceKey::Publisher;
    match entry.text(key) {
        Some(name) if !name.is_unknown() => ids.of(key).resolve(&name, entry.problems()),
        written => {
            unknown.push((Unsaid::Publisher, written.map_or(entry.spot(), |name| name.spot)));
            None
        }
    }
}

fn published(entry: &mut Entry<SourceKey>, zone: Option<&Zone>, unknown: &mut Unknown) -> Option<Arc<AsOf>> {
    let key = SourceKey::Published;
    match entry.date(key) {
        Some(date) if !date.is_unknown() => read_moment(entry, key, date, zone),
        written => {
            unknown.push((Unsaid::Published, written.map_or(entry.spot(), |date| date.spot)));
            None
        }
    }
}

fn derivations(entry: &mut Entry<SourceKey>, ids: &Ids) -> Vec<Derivation> {
    let mut found = Vec::new();
    for (table, spot) in entry.tables(SourceKey::DerivedFrom) {
        let mut inner: Entry<DerivationKey> = entry.inner(table, SourceKey::DerivedFrom.name(), spot);
        let source = inner.required(DerivationKey::Source);
        let how = inner.one_of(DerivationKey::How).unwrap_or(How::Cites);
        if let Some(source) = source.and_then(|name| ids.sources.resolve(&name, inner.problems())) {
            found.push(Derivation { source, how });
        }
        inner.finish();
    }
    found
}

/// Words that a reader need not record; without a reason they are not waived.
fn waivers(entry: &mut Entry<SourceKey>) -> Vec<Waiver> {
    let mut found = Vec::new();
    for (table, spot) in entry.tables(SourceKey::Waive) {
        let mut inner: Entry<WaiverKey> = entry.inner(table, SourceKey::Waive.name(), spot);
        let (quote, reason) = (inner.required(WaiverKey::Quote), inner.required(WaiverKey::Reason));
        if let (Some(quote), Some(reason)) = (quote, reason) {
            found.push(Waiver { quote: quote.value, spot: quote.spot, reason: reason.value });
        }
        inner.finish();
    }
    found
}

/// The path of a file beside the record. One that leads elsewhere is none.
fn file(entry: &mut Entry<SourceKey>, key: SourceKey) -> Option<(String, Spot)> {
    let path = entry.text(key)?;
    if is_below(Path::new(&path.value)) {
        return Some((path.value, path.spot));
    }
    let message = format!("`{}` leads out of the folder of its file", key.name());
    let problem = Problem::new(ProblemKind::OutsideFile, path.spot, message);
    let problem = problem.label("expected a path below that folder, without `..`, and not from the root");
    entry
        .problems()
        .push(problem.help("keep the text below the file that names it, or in an archive (`--archive DIR`)"));
    None
}

/// Reports each source that is a later capture of itself.
pub(super) fn report_rings(dossier: &Dossier, problems: &mut Vec<Problem>) {
    let links = rings::links(&dossier.sources, |source: &Source| Vec::from_iter(source.capture_of));
    let ring = Ring { what: "source", is: "is a later capture of itself", key: SourceKey::CaptureOf };
    rings::report_links(&ring, &dossier.sources, &links, |source| source.spot, problems);
}

fn sha256(entry: &mut Entry<SourceKey>) -> Option<(String, Spot)> {
    let hash = entry.text(SourceKey::Sha256)?;
    if hash.value.len() == 64 && hash.value.chars().all(|c| c.is_ascii_hexdigit()) {
        return Some((hash.value.to_ascii_lowercase(), hash.spot));
    }
    let problem = Problem::new(ProblemKind::MalformedEntry, hash.spot, "`sha256` is no SHA-256");
    entry.problems().push(problem.label("expected 64 hexadecimal digits, as `sha256sum FILE` prints them"));
    None
}
