//! What a report leaves out of sources with restricted access.
//!
//! Restricted are the fields that carry the source's own words, or lead to the text or to who wrote it: `url`,
//! `archive-url`, `text`, `author`, `note`, and of its claims the quote with its context, locator, translation and
//! note. What identifies the claim in the record stays: the source's id, title, publisher and date, and the value.

use crate::judge::{Court, Finding};
use crate::model::source::Source;

/// What stands in a message in place of a quote.
const WITHHELD: &str = "[withheld]";

/// A restricted field, as far as the source lets a report show it.
pub(crate) fn field<T>(source: &Source, field: Option<T>) -> Option<T> {
    if source.is_restricted() { None } else { field }
}

/// A finding's message without the quotes of restricted sources.
pub(crate) fn message(court: &Court, finding: &Finding) -> String {
    let dossier = court.dossier();
    let claims =
        finding.claims.iter().filter_map(|name| dossier.claims.find(name)).map(|id| &dossier.claims[id]);
    let restricted = claims.filter(|claim| dossier.sources[claim.source].is_restricted());
    let quotes =
        restricted.filter_map(|claim| claim.quote.as_ref()).filter(|quote| !quote.words.trim().is_empty());
    quotes.fold(finding.message.clone(), |text, quote| text.replace(&quote.words, WITHHELD))
}
