//! Whether a text gives a claim's words to its speaker.

use super::named::{is_named, known_names};
use crate::model::Dossier;
use crate::model::claim::Claim;
use crate::model::source::AgentKind;
use crate::model::table::AgentId;
use crate::text::{Haystack, Naming, Outcome, with_paragraph_before, without_notes};

/// What a text says of a claim's speaker.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Attributed {
    /// There is nobody to look for: the source speaks for itself, or the speaker has no name, or the quote is not held.
    #[default]
    Unasked,
    /// A name or an alias of the speaker stands in the quote, in what the claim gives as attribution, or near the quote.
    Named,
    /// None stands there.
    Unnamed,
    /// The words that the claim gives as attribution do not stand in the text.
    Unfounded,
}

/// Looks for the speaker of a claim, the last that it names: in its quote, in `attribution`, and in the paragraph of the quote or
/// the one before.
pub(super) fn attributed(
    dossier: &Dossier,
    claim: &Claim,
    text: &Haystack<'_>,
    outcome: &Outcome,
) -> Attributed {
    let (Some(speaker), Some(quote)) = (claim.said_by.last(), &claim.quote) else {
        return Attributed::Unasked;
    };
    let Some(at) = outcome.span().filter(|_| outcome.is_held()) else { return Attributed::Unasked };
    if let Some(attribution) = &claim.attribution
        && !matches!(text.find(attribution.as_str()), Outcome::Ambiguous(_))
        && !text.find(attribution.as_str()).is_held()
    {
        return Attributed::Unfounded;
    }
    if !dossier.agents[*speaker].named || is_own(dossier, claim, *speaker) {
        return Attributed::Unasked;
    }
    let near = &text.text()[with_paragraph_before(text.text(), at.start).start..at.end];
    let near_end = with_paragraph_before(text.text(), at.end).end;
    let behind = &text.text()[at.end.min(near_end)..near_end];
    let own = without_notes(&quote.words);
    let places = [own.as_ref(), claim.attribution.as_deref().unwrap_or(""), near, behind];
    match places.into_iter().any(|words| is_spoken_of(dossier, *speaker, words)) {
        true => Attributed::Named,
        false => Attributed::Unnamed,
    }
}

/// Whether the source is the speaker's own: published by the speaker, or by one within the other, or signed.
fn is_own(dossier: &Dossier, claim: &Claim, speaker: AgentId) -> bool {
    let source = &dossier.sources[claim.source];
    let node = dossier.agent_node(speaker);
    let publishes = source.publisher.is_some_and(|publisher| {
        let publisher = dossier.agent_node(publisher);
        let within = |one, other| dossier.kin.contents(one).contains(&other);
        publisher == node || within(node, publisher) || within(publisher, node)
    });
    let signs = |author: &String| is_named(dossier, node, &Naming::new(author));
    publishes || source.author.iter().any(signs)
}

/// Whether a name or an alias of the speaker, or of somebody within, stands in some words: without its article, and of a person
/// the last name alone.
fn is_spoken_of(dossier: &Dossier, speaker: AgentId, words: &str) -> bool {
    let naming = Naming::new(words);
    let stands = |name: &str| {
        let bare = ["the ", "The ", "a ", "an "].iter().find_map(|article| name.strip_prefix(article));
        naming.name(bare.unwrap_or(name))
    };
    let last = |name: &str| {
        name.rsplit(' ').next().is_some_and(|last| last.chars().count() > 2 && naming.name(last))
    };
    let agent = &dossier.agents[speaker];
    known_names(dossier, dossier.agent_node(speaker)).any(stands)
        || agent.kind == Some(AgentKind::Person) && last(&agent.name)
}
