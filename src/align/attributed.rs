//! Whether a text gives a claim's words to its speaker.

use std::ops::Range;

use super::confused::{Apart, apart};
use super::named::{is_named, known_names};
use crate::capture::{Found, QuoteFinder};
use crate::model::Dossier;
use crate::model::claim::Claim;
use crate::model::table::AgentId;
use crate::text::{Naming, Outcome, with_paragraph_before, without_notes};
use crate::value::shape::Node;

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
    /// None stands there, and a name of somebody who may be confused with the speaker does.
    Another(Node),
    /// The words that the claim gives as attribution do not stand in the text.
    Unfounded,
}

/// Looks for the speaker of a claim, the last that it names: in its quote, in `attribution`, and in the paragraph of the quote or
/// the one before, of the part of the page that it stands in or of all of it.
pub(super) fn attributed(
    dossier: &Dossier,
    claim: &Claim,
    finder: &QuoteFinder<'_>,
    found: &Found<'_>,
) -> Attributed {
    let (Some(speaker), Some(quote)) = (claim.said_by.last(), &claim.quote) else {
        return Attributed::Unasked;
    };
    let held = found.outcome.span().zip(found.at.clone()).filter(|_| found.outcome.is_held());
    let Some((at, in_part)) = held else { return Attributed::Unasked };
    if let Some(attribution) = &claim.beside.attribution {
        let outcome = finder.find(attribution.as_str()).outcome;
        if !outcome.is_held() && !matches!(outcome, Outcome::Ambiguous(_)) {
            return Attributed::Unfounded;
        }
    }
    if !dossier.agents[*speaker].named || is_own(dossier, claim, *speaker) {
        return Attributed::Unasked;
    }
    let own = without_notes(&quote.words);
    let said = [own.as_ref(), claim.beside.attribution.as_deref().unwrap_or("")];
    // Most are named in the quote: what stands around it is looked at where they are not.
    let near =
        [(found.text, in_part), (finder.text(), at)].into_iter().flat_map(|(text, at)| around(text, &at));
    let called = called(dossier, *speaker);
    let mut instead = None;
    for words in said.into_iter().chain(near) {
        let (words, other) = match apart(dossier, dossier.agent_node(*speaker), &called, words) {
            Some(Apart { said, other }) => (said, Some(other)),
            None => (Naming::new(words), None),
        };
        if called.iter().any(|name| words.name(name)) {
            return Attributed::Named;
        }
        instead = instead.or(other);
    }
    instead.map_or(Attributed::Unnamed, Attributed::Another)
}

/// The words from the paragraph before a passage to the end of its own.
fn around<'t>(text: &'t str, at: &Range<usize>) -> [&'t str; 2] {
    let near = &text[with_paragraph_before(text, at.start).start..at.end];
    let end = with_paragraph_before(text, at.end).end;
    [near, &text[at.end.min(end)..end]]
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

/// What the speaker is called, and whoever is within: by names and aliases without their articles, and of a person by the last name alone.
fn called(dossier: &Dossier, speaker: AgentId) -> Vec<&str> {
    let bare = |name| {
        let articles = ["the ", "The ", "a ", "an "];
        articles.iter().find_map(|article| str::strip_prefix(name, article)).unwrap_or(name)
    };
    let agent = &dossier.agents[speaker];
    let last = agent.name.rsplit(' ').next().filter(|last| agent.is_person() && last.chars().count() > 2);
    known_names(dossier, dossier.agent_node(speaker)).map(bare).chain(last).collect()
}
