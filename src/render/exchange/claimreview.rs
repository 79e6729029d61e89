//! A claim as a ClaimReview of schema.org: how it stands among the others in words, with no rating.

use serde_json::{Value as Json, json};

use super::dates::plain;
use super::{in_words, object, own, urn, urn_of};
use crate::render::json_line;
use crate::view::exchange::claim::ExchangedQuote;
use crate::view::exchange::source::SourceKind;
use crate::view::exchange::{AgentKind, Exchange, ExchangedClaim, ExchangedSource, Named};
use crate::view::name::Who;

/// Gives a line for each claim.
pub(crate) fn render(exchange: &Exchange, give: &mut dyn FnMut(&str)) {
    for claim in exchange.claims() {
        let source = exchange.source_of(&claim);
        give(&(json_line(&review(exchange, &claim, &source)) + "\n"));
    }
}

fn review(exchange: &Exchange, claim: &ExchangedClaim, source: &ExchangedSource) -> Json {
    let names = [claim.name.source(), claim.name.own()];
    let reasons: Vec<&str> = claim.conclusions.iter().map(|it| it.rationale.as_str()).collect();
    let decided = claim.conclusions.iter().filter_map(|it| it.decided_at.as_deref()).max();
    object([
        ("@context", "https://schema.org".into()),
        ("@type", "ClaimReview".into()),
        ("@id", urn("review", &names).into()),
        ("claimReviewed", in_words(claim).into()),
        ("author", json!({ "@type": "Organization", "name": exchange.title() })),
        ("inLanguage", exchange.language().into()),
        ("dateCreated", plain(decided).into()),
        ("reviewRating", json!({ "@type": "Rating", "alternateName": stands(claim) })),
        ("reviewBody", reasons.join("\n\n").into()),
        ("itemReviewed", item(exchange, claim, source)),
    ])
}

/// How the claim stands, in the words of the table, and what the desk concludes where it names the claim.
fn stands(claim: &ExchangedClaim) -> String {
    let desk: Vec<&str> = claim.conclusions.iter().map(|it| it.status.name()).collect();
    match desk.as_slice() {
        [] => claim.stands.name().to_owned(),
        desk => format!("{}; the desk: {}", claim.stands, desk.join(", ")),
    }
}

fn item(exchange: &Exchange, claim: &ExchangedClaim, source: &ExchangedSource) -> Json {
    let names = [claim.name.source(), claim.name.own()];
    let speakers: Vec<Json> = match claim.speakers.as_slice() {
        [] => source.publisher.iter().map(party).collect(),
        speakers => speakers.iter().map(party).collect(),
    };
    let first = match &claim.origin {
        Some(Who::Source(id)) if *id == source.id => work(source),
        Some(Who::Source(id)) => {
            json!({ "@type": "CreativeWork", "@id": urn("source", &[id]), "name": claim.origin_name })
        }
        _ => Json::Null,
    };
    object([
        ("@type", "Claim".into()),
        ("@id", urn("claim", &names).into()),
        ("name", claim.ask.as_str().into()),
        ("text", claim.said.as_str().into()),
        ("author", speakers.into()),
        (
            "about",
            json!({ "@type": "Event", "@id": urn("event", &[claim.question.event()]), "name": claim.event }),
        ),
        ("appearance", work(source)),
        ("firstAppearance", first),
        ("hasPart", claim.quote.as_ref().map_or(Json::Null, |quote| quotation(claim, quote))),
        ("additionalProperty", told(exchange, claim).into()),
    ])
}

fn quotation(claim: &ExchangedClaim, quote: &ExchangedQuote) -> Json {
    object([
        ("@type", "Quotation".into()),
        ("text", quote.words.as_str().into()),
        ("inLanguage", claim.language.as_deref().into()),
        ("additionalProperty", {
            let told = [
                ("prefix", quote.prefix.as_deref()),
                ("suffix", quote.suffix.as_deref()),
                ("locator", quote.locator.as_deref()),
                ("outcome", Some(quote.outcome.name())),
                ("translation", claim.translation.as_deref()),
            ];
            told.into_iter()
                .filter_map(|(name, value)| Some(property(name, value?)))
                .collect::<Vec<_>>()
                .into()
        }),
    ])
}

/// What schema.org has no word for.
fn told(exchange: &Exchange, claim: &ExchangedClaim) -> Vec<Json> {
    let scope = &claim.scope;
    let origin = claim.origin.as_ref();
    let question = claim.question.as_str();
    let told = [
        ("question", Some(question)),
        ("dossier", Some(exchange.title())),
        ("words", Some(claim.words.as_str())),
        ("allows", Some(claim.allows.as_str())),
        ("stance", Some(claim.stance.name())),
        ("modality", Some(claim.modality.name())),
        ("population", scope.population.as_deref()),
        ("place", scope.place.as_deref()),
        ("period", scope.period.as_deref()),
        ("basis", scope.basis.as_deref()),
        ("as-of", Some(claim.as_of.value.as_str())),
        ("origin-name", Some(claim.origin_name.as_str())),
        ("note", claim.note.as_deref()),
    ];
    let told = told.into_iter().filter_map(|(name, value)| Some((name, value.filter(|it| !it.is_empty())?)));
    let mut all: Vec<Json> = told.map(|(name, value)| property(name, value)).collect();
    all.extend(origin.and_then(urn_of).map(|origin| property("origin", &origin)));
    all.extend(claim.covers.iter().map(|words| property("covers", words)));
    all.extend(claim.speakers.iter().map(|agent| property("said-by", &urn("agent", &[&agent.id]))));
    all.extend(claim.via.iter().map(|agent| property("via", &urn("agent", &[&agent.id]))));
    if claim.as_of.assumed {
        all.push(property("as-of-from", "the date of its source"));
    }
    all
}

fn property(name: &str, value: &str) -> Json {
    json!({ "@type": "PropertyValue", "propertyID": own(name), "name": name, "value": value })
}

/// A source as what the claim appeared in.
fn work(source: &ExchangedSource) -> Json {
    let kind = match source.kind {
        Some(SourceKind::News | SourceKind::Wire | SourceKind::Live) => "NewsArticle",
        Some(SourceKind::Dataset) => "Dataset",
        Some(SourceKind::Social) => "SocialMediaPosting",
        Some(SourceKind::Video) => "VideoObject",
        Some(SourceKind::Image) => "ImageObject",
        _ => "CreativeWork",
    };
    let publisher = source.publisher.as_ref();
    // An interval, or about when: schema.org has no date of the kind.
    let loose = source.published.as_deref().filter(|date| plain(Some(date)).is_none());
    let loose = loose.map(|date| property("published", date));
    let written_by = source.author.iter().map(|name| json!({ "@type": "Person", "name": name }));
    object([
        ("@type", kind.into()),
        ("@id", urn("source", &[&source.id]).into()),
        ("headline", source.title.as_str().into()),
        ("url", source.url.as_deref().into()),
        ("archivedAt", source.archive_url.as_deref().into()),
        ("datePublished", plain(source.published.as_deref()).into()),
        ("dateModified", plain(source.updated.as_deref()).into()),
        ("inLanguage", source.language.as_deref().into()),
        ("author", written_by.collect::<Vec<_>>().into()),
        ("publisher", publisher.map_or(Json::Null, party)),
        ("additionalProperty", loose.into_iter().collect::<Vec<_>>().into()),
    ])
}

fn party(agent: &Named) -> Json {
    let kind = match agent.kind {
        Some(AgentKind::Person) => "Person",
        Some(AgentKind::NewsAgency | AgentKind::Outlet) => "NewsMediaOrganization",
        Some(AgentKind::Government) => "GovernmentOrganization",
        Some(AgentKind::Organization | AgentKind::ArmedGroup) => "Organization",
        Some(AgentKind::Dataset) => "Dataset",
        None => "Thing",
    };
    json!({ "@type": kind, "@id": urn("agent", &[&agent.id]), "name": agent.name })
}
