//! A claim as a W3C Web Annotation: its quote as a TextQuoteSelector, its keys as the body.

use serde_json::{Value as Json, json};

use super::dates::DateForm;
use super::{object, urn};
use crate::render::json_line;
use crate::text::one_line;
use crate::view::exchange::claim::ExchangedQuote;
use crate::view::exchange::{ExchangedClaim, ExchangedSource};

/// The line of a claim that has a quote: `keys` are those that stand in its file, each with its cell.
pub(crate) fn line(
    claim: &ExchangedClaim,
    quote: &ExchangedQuote,
    source: &ExchangedSource,
    keys: &[(String, String)],
) -> String {
    let own = [claim.name.source(), claim.name.own()];
    let mut annotation = object([
        ("@context", "http://www.w3.org/ns/anno.jsonld".into()),
        ("id", urn("annotation", &own).into()),
        ("type", "Annotation".into()),
        ("motivation", "describing".into()),
        ("target", target(quote, source)),
    ]);
    annotation["body"] = json!({
        "type": "TextualBody",
        "purpose": "describing",
        "format": "text/plain",
        "value": body(claim, source, keys),
    });
    json_line(&annotation) + "\n"
}

fn target(quote: &ExchangedQuote, source: &ExchangedSource) -> Json {
    let selector = object([
        ("type", "TextQuoteSelector".into()),
        ("exact", quote.words.as_str().into()),
        ("prefix", quote.prefix.as_deref().into()),
        ("suffix", quote.suffix.as_deref().into()),
    ]);
    object([
        ("type", "SpecificResource".into()),
        ("source", page(source).into()),
        ("selector", selector),
        ("state", state(source)),
    ])
}

/// What the words stand in: the page, else its archived copy, else the bytes, else the source by its id.
fn page(source: &ExchangedSource) -> String {
    let bytes = || source.sha256.as_ref().map(|hash| format!("urn:sha256:{hash}"));
    let page = source.url.clone().or_else(|| source.archive_url.clone()).or_else(bytes);
    page.unwrap_or_else(|| urn("source", &[&source.id]))
}

/// When the page was looked at, and where a copy of it stands.
fn state(source: &ExchangedSource) -> Json {
    let accessed = source.accessed.as_deref().unwrap_or_default();
    let form = DateForm::of(accessed);
    let (is_day, is_moment) = (form == Some(DateForm::Day), form == Some(DateForm::SecondInUtc));
    let end = |time: &str| if is_day { Json::from(format!("{accessed}T{time}Z")) } else { Json::Null };
    let copy = source.archive_url.as_deref().filter(|_| source.url.is_some());
    if !is_day && !is_moment && copy.is_none() {
        return Json::Null;
    }
    object([
        ("type", "TimeState".into()),
        ("sourceDate", if is_moment { accessed.into() } else { Json::Null }),
        ("sourceDateStart", end("00:00:00")),
        ("sourceDateEnd", end("23:59:59")),
        ("cached", copy.into()),
    ])
}

/// The keys, one a line, and behind them what is told of the claim. An empty key of what stands around the quote says that nobody
/// recorded it.
fn body(claim: &ExchangedClaim, source: &ExchangedSource, keys: &[(String, String)]) -> String {
    let mut lines: Vec<String> =
        keys.iter().map(|(key, cell)| format!("{key}: {cell}").trim_end().to_owned()).collect();
    let speakers: Vec<String> =
        claim.speakers.iter().map(|agent| format!("{} ({})", agent.name, agent.id)).collect();
    let origin = claim.origin.as_ref().map(|who| match claim.origin_name.as_str() {
        "" => who.to_string(),
        name => format!("{who} ({name})"),
    });
    let assumed = if claim.as_of.assumed { " (its source's date)" } else { "" };
    let publisher = source.publisher.as_ref().map_or("an unknown publisher", |agent| agent.name.as_str());
    let told = [
        ("asked", format!("{}: {}", claim.event, claim.ask)),
        ("says", claim.said.clone()),
        ("allows", claim.allows.clone()),
        ("stance", claim.stance.name().to_owned()),
        ("modality", claim.modality.name().to_owned()),
        (
            "said-by",
            if speakers.is_empty() { format!("{publisher}, in its own voice") } else { speakers.join("; ") },
        ),
        ("origin", origin.unwrap_or_default()),
        ("as-of", format!("{}{assumed}", claim.as_of.value)),
        ("covers", claim.covers.join(", ")),
        ("outcome", claim.quote.as_ref().map(|quote| quote.outcome.name().to_owned()).unwrap_or_default()),
        ("stands", claim.stands.name().to_owned()),
        ("title", source.title.clone()),
        ("publisher", source.publisher.as_ref().map_or(String::new(), |agent| agent.name.clone())),
    ];
    let told = told.iter().filter(|(_, words)| !words.is_empty());
    lines.extend(told.map(|(name, words)| format!("told.{name}: {}", one_line(words))));
    lines.join("\n")
}
