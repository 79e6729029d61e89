//! Claims as other programs have them: W3C Web Annotations, PROV, ClaimReview and FollowTheMoney.

pub(crate) mod annotations;
pub(crate) mod claimreview;
mod dates;
pub(crate) mod ftm;
#[cfg(feature = "parquet")]
pub(crate) mod parquet;
pub(crate) mod prov;
mod terms;

use serde_json::{Map, Value as Json};

use crate::view::exchange::ExchangedClaim;
use crate::view::name::Who;

/// What stands for a thing of a dossier in other programs: its kind, and the names that lead to it.
fn urn(kind: &str, names: &[&str]) -> String {
    format!("urn:gainsay:{kind}:{}", names.join("/"))
}

/// What stands for a word of gainsay's own.
fn own(word: &str) -> String {
    urn("vocabulary", &[word])
}

/// What stands for whoever said something first.
fn urn_of(who: &Who) -> Option<String> {
    match who {
        Who::Agent(id) => Some(urn("agent", &[id])),
        Who::Source(id) => Some(urn("source", &[id])),
        Who::Unknown => None,
    }
}

/// What is asked and what the claim says, in words.
fn in_words(claim: &ExchangedClaim) -> String {
    format!("{}: {} {}", claim.event, claim.ask, claim.said)
}

/// An object of JSON without what is null, empty or no item.
fn object<const N: usize>(entries: [(&str, Json); N]) -> Json {
    let is_there = |value: &Json| match value {
        Json::Null => false,
        Json::String(words) => !words.is_empty(),
        Json::Array(items) => !items.is_empty(),
        _ => true,
    };
    let there = entries.into_iter().filter(|(_, value)| is_there(value));
    Json::Object(there.map(|(key, value)| (key.to_owned(), value)).collect::<Map<_, _>>())
}
