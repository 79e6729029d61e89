//! Claims with whose they are and where they stand, in PROV-O as Turtle.

use super::terms::{Subject, Turtle};
use super::{urn, urn_of};
use crate::view::exchange::claim::ExchangedQuote;
use crate::view::exchange::source::{Distance, How};
use crate::view::exchange::{
    AgentKind, Conclusion, Exchange, ExchangedAgent, ExchangedClaim, ExchangedSource, Named,
};
use crate::view::name::ClaimName;

/// Gives the statements, some at a time.
pub(crate) fn render(exchange: &Exchange, give: &mut dyn FnMut(&str)) {
    let mut turtle = Turtle::new(give);
    exchange.agents().for_each(|agent| about_agent(&mut turtle, &agent));
    for event in exchange.events() {
        let about = turtle.about(&urn("event", &[&event.id])).is("schema:Event");
        let about = about.in_language("rdfs:label", &event.title, exchange.language());
        let about = about.dated("schema:temporalCoverage", event.date.as_deref());
        about.leads_to_each("dcterms:isPartOf", event.part_of.map(|id| urn("event", &[&id])));
    }
    for question in exchange.questions() {
        let about = turtle.about(&urn("question", &[question.name.as_str()])).is("gainsay:Question");
        let about = about.in_language("rdfs:label", &question.ask, exchange.language());
        about.leads("dcterms:isPartOf", &urn("event", &[question.name.event()]));
    }
    exchange.sources().for_each(|source| about_source(&mut turtle, &source));
    for claim in exchange.claims() {
        let source = exchange.source_of(&claim);
        about_claim(&mut turtle, exchange, &claim, &source);
    }
    let mut nth = (String::new(), 0);
    for conclusion in exchange.conclusions() {
        let question = conclusion.question.as_str();
        nth = if nth.0 == question { (nth.0, nth.1 + 1) } else { (question.to_owned(), 1) };
        about_conclusion(&mut turtle, exchange, &conclusion, nth.1);
    }
    turtle.end();
}

fn about_agent(turtle: &mut Turtle<'_>, agent: &ExchangedAgent) {
    let class = match agent.kind {
        Some(AgentKind::Person) => Some("prov:Person"),
        Some(AgentKind::Dataset) | None => None,
        Some(_) => Some("prov:Organization"),
    };
    let about = turtle.about(&urn("agent", &[&agent.id])).is("prov:Agent");
    let about = class.into_iter().fold(about, Subject::is).says("rdfs:label", &agent.name);
    let about = agent.aliases.iter().fold(about, |about, alias| about.says("schema:alternateName", alias));
    let about = about.says("gainsay:kind", agent.kind.map_or("", AgentKind::name));
    let about = about.says("gainsay:named", if agent.is_named { "" } else { "no" });
    about.leads_to_each("dcterms:isPartOf", agent.part_of.iter().map(urn_of_agent));
}

fn about_source(turtle: &mut Turtle<'_>, source: &ExchangedSource) {
    let of_source = |id: &String| urn("source", &[id]);
    let about = turtle.about(&urn("source", &[&source.id])).is("prov:Entity").is("gainsay:Source");
    let about = about.in_language("dcterms:title", &source.title, None);
    let about = about.leads_to_each("prov:wasAttributedTo", source.publisher.iter().map(urn_of_agent));
    let about = about.leads_to_each("dcterms:publisher", source.publisher.iter().map(urn_of_agent));
    let about = source.author.iter().fold(about, |about, name| about.says("dcterms:creator", name));
    let about = about
        .says("gainsay:kind", source.kind.map_or("", |kind| kind.name()))
        .says("gainsay:level", source.level.map_or("", |level| level.name()))
        .says("gainsay:reliability", source.reliability.map_or("", |of| of.name()))
        .says("dcterms:language", source.language.as_deref().unwrap_or_default())
        .dated("dcterms:issued", source.published.as_deref())
        .dated("dcterms:modified", source.updated.as_deref())
        .dated("gainsay:accessed", source.accessed.as_deref())
        .stands_at("schema:url", source.url.as_deref())
        .stands_at("schema:archivedAt", source.archive_url.as_deref())
        .says("gainsay:sha256", source.sha256.as_deref().unwrap_or_default())
        .says("gainsay:note", source.note.as_deref().unwrap_or_default());
    let about = source.derived_from.iter().fold(about, |about, (id, how)| {
        let in_prov = match how {
            How::Quotes => "prov:wasQuotedFrom",
            How::Revises => "prov:wasRevisionOf",
            _ => "prov:wasDerivedFrom",
        };
        about.leads(in_prov, &of_source(id)).leads(&format!("gainsay:{how}"), &of_source(id))
    });
    let about = about
        .leads_to_each("prov:wasRevisionOf", source.capture_of.iter().chain(&source.corrects).map(of_source))
        .leads_to_each("gainsay:capture-of", source.capture_of.iter().map(of_source))
        .leads_to_each("gainsay:corrects", source.corrects.iter().map(of_source));
    about.leads_to_each("gainsay:retracts", source.retracts.iter().map(of_source));
    let retracted: Vec<String> = source.retracts.iter().map(of_source).collect();
    retract(turtle, &urn("source", &[&source.id]), &urn("retraction", &["source", &source.id]), &retracted);
}

/// What retracts others invalidates them by an activity, which is what PROV has for it.
fn retract(turtle: &mut Turtle<'_>, by: &str, retraction: &str, retracted: &[String]) {
    if retracted.is_empty() {
        return;
    }
    turtle.about(retraction).is("prov:Activity").leads("prov:used", by);
    for urn in retracted {
        turtle.about(urn).leads("prov:wasInvalidatedBy", retraction);
    }
}

fn about_claim(
    turtle: &mut Turtle<'_>,
    exchange: &Exchange,
    claim: &ExchangedClaim,
    source: &ExchangedSource,
) {
    let names = [claim.name.source(), claim.name.own()];
    let this = urn("claim", &names);
    let links = &claim.links;
    let revised = links.corrects.iter().chain(&links.supersedes).map(urn_of_claim);
    let from = match (&claim.quote, source.level) {
        (Some(_), _) => "prov:wasQuotedFrom",
        (None, Some(Distance::Primary)) => "prov:hadPrimarySource",
        (None, _) => "prov:wasDerivedFrom",
    };
    let spoken = spoken(claim, source);
    let attributions =
        (1..=spoken.len()).map(|at| urn("attribution", &[names[0], names[1], &at.to_string()]));
    let about = turtle.about(&this).is("prov:Entity").is("gainsay:Claim");
    let about = about
        .says("prov:value", &claim.said)
        .says("gainsay:words", &claim.words)
        .says("gainsay:allows", &claim.allows)
        .leads("gainsay:question", &urn("question", &[claim.question.as_str()]))
        .leads(from, &urn("source", &[names[0]]))
        .leads_to_each("prov:wasAttributedTo", spoken.iter().map(|(agent, ..)| urn_of_agent(agent)))
        .leads_to_each("prov:qualifiedAttribution", attributions)
        .leads_to_each("gainsay:origin", claim.origin.as_ref().and_then(urn_of))
        .says("gainsay:stance", claim.stance.name())
        .says("gainsay:modality", claim.modality.name());
    let scope = &claim.scope;
    let about = about
        .says("gainsay:population", scope.population.as_deref().unwrap_or_default())
        .says("gainsay:place", scope.place.as_deref().unwrap_or_default())
        .says("gainsay:period", scope.period.as_deref().unwrap_or_default())
        .says("gainsay:basis", scope.basis.as_deref().unwrap_or_default())
        .says("gainsay:covers", &claim.covers.join(", "))
        .dated("gainsay:as-of", Some(&claim.as_of.value))
        .says("gainsay:as-of-from", if claim.as_of.assumed { "the date of its source" } else { "" })
        .says("gainsay:stands", claim.stands.name());
    let about =
        claim.quote.iter().fold(about, |about, quote| quoted(about, quote, claim.language.as_deref()));
    let about = about
        .in_language(
            "gainsay:translation",
            claim.translation.as_deref().unwrap_or_default(),
            exchange.language(),
        )
        .says("gainsay:note", claim.note.as_deref().unwrap_or_default());
    let about = claim
        .credibility
        .iter()
        .fold(about, |about, code| about.counts("gainsay:credibility", usize::from(*code)));
    about
        .leads_to_each("prov:wasRevisionOf", revised)
        .leads_to_each("gainsay:corrects", links.corrects.iter().map(urn_of_claim))
        .leads_to_each("gainsay:supersedes", links.supersedes.iter().map(urn_of_claim))
        .leads_to_each("gainsay:retracts", links.retracts.iter().map(urn_of_claim))
        .leads_to_each("gainsay:disputes", links.disputes.iter().map(urn_of_claim));
    let retracted: Vec<String> = links.retracts.iter().map(urn_of_claim).collect();
    retract(turtle, &this, &urn("retraction", &names), &retracted);
    for (at, (agent, role, order)) in spoken.iter().enumerate() {
        let about = turtle.about(&urn("attribution", &[names[0], names[1], &(at + 1).to_string()]));
        let about = about.is("prov:Attribution").leads("prov:agent", &urn_of_agent(agent));
        let about = about.leads("prov:hadRole", &super::own(role));
        order.iter().fold(about, |about, order| about.counts("gainsay:order", *order));
    }
}

/// Whose a claim is: who said it, nearest first, with what number; who passed it on; and where nobody is named, who published it.
fn spoken<'c>(
    claim: &'c ExchangedClaim,
    source: &'c ExchangedSource,
) -> Vec<(&'c Named, &'static str, Option<usize>)> {
    let speakers = claim.speakers.iter().enumerate().map(|(at, agent)| (agent, "speaker", Some(at + 1)));
    let own = source.publisher.iter().filter(|_| claim.speakers.is_empty());
    let own = own.map(|agent| (agent, "own-voice", None));
    let via = claim.via.iter().map(|agent| (agent, "via", None));
    speakers.chain(own).chain(via).collect()
}

fn quoted<'t, 'g>(about: Subject<'t, 'g>, quote: &ExchangedQuote, language: Option<&str>) -> Subject<'t, 'g> {
    about
        .in_language("gainsay:quote", &quote.words, language)
        .in_language("gainsay:prefix", quote.prefix.as_deref().unwrap_or_default(), language)
        .in_language("gainsay:suffix", quote.suffix.as_deref().unwrap_or_default(), language)
        .says("gainsay:locator", quote.locator.as_deref().unwrap_or_default())
        .says("gainsay:outcome", quote.outcome.name())
}

fn about_conclusion(turtle: &mut Turtle<'_>, exchange: &Exchange, conclusion: &Conclusion, nth: usize) {
    let question = conclusion.question.as_str();
    let about = turtle.about(&urn("assessment", &[question, &nth.to_string()]));
    about
        .is("prov:Entity")
        .is("gainsay:Assessment")
        .leads("gainsay:question", &urn("question", &[question]))
        .says("gainsay:status", conclusion.status.name())
        .in_language("prov:value", &conclusion.rationale, exchange.language())
        .leads_to_each("prov:wasDerivedFrom", conclusion.claims.iter().map(urn_of_claim))
        .says("gainsay:decided-by", conclusion.decided_by.as_deref().unwrap_or_default())
        .dated("gainsay:decided-at", conclusion.decided_at.as_deref());
}

fn urn_of_agent(agent: &Named) -> String {
    urn("agent", &[&agent.id])
}

fn urn_of_claim(name: &ClaimName) -> String {
    urn("claim", &[name.source(), name.own()])
}
