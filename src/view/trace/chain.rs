//! The way of a claim to its origin, as it is shown.

use serde::Serialize;

use crate::model::source::How;
use crate::view::name::{ClaimName, Who};
use crate::vocabulary::vocabulary;

/// The way of one claim, from its source to its origin.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Chain {
    /// The claim, as `SOURCE#ID`.
    pub claim: ClaimName,
    /// What it says, its stance included.
    pub words: String,
    /// The words of its source; null where it has none, or where they are withheld.
    pub quote: Option<String>,
    /// These words in the language of the dossier; null where that was not recorded, or is withheld.
    pub translation: Option<String>,
    /// How its value is read, where that is in words of another language.
    #[serde(skip)]
    pub(crate) foreign: Option<String>,
    /// Its source, the publisher, and all that it is attributed to, nearest first.
    pub hops: Vec<Hop>,
    /// Who said it first.
    pub origin: Who,
    /// False for an agent without a name, an unknown publisher, and a ring of citations.
    pub established: bool,
    /// Other claims of the dossier that the way leads on to.
    pub leads: Vec<ClaimName>,
    /// How many such claims more there are, where not all are listed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub leads_more: Option<usize>,
    /// Whether the way leads into a ring of citations.
    pub ring: bool,
    /// The way beyond the source, claim by claim, each behind the one that it is reached from.
    pub onward: Vec<Stage>,
    /// How many claims more the way is known to lead on to, where it goes on further than is told.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub onward_more: Option<usize>,
    /// Whether the origin has a stake in the event.
    pub party: bool,
    /// The origin as people write it.
    #[serde(skip)]
    pub(crate) origin_name: String,
    /// The claims that it rests on, of more than one origin.
    #[serde(skip)]
    pub(crate) tied: Vec<ClaimName>,
    /// How many such claims more there are.
    #[serde(skip)]
    pub(crate) tied_more: usize,
    /// Why it holds no position, where it does not.
    #[serde(skip)]
    pub(crate) aside: Option<WhyAside>,
}

/// A claim of another source that the way leads through.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Stage {
    /// The claim that leads to it.
    pub from: ClaimName,
    /// The claim, as `SOURCE#ID`.
    pub claim: ClaimName,
    /// What it says, its stance included.
    pub words: String,
    /// The words of its source; null where it has none, or where they are withheld.
    pub quote: Option<String>,
    /// These words in the language of the dossier; null where that was not recorded, or is withheld.
    pub translation: Option<String>,
    /// How its value is read, where that is in words of another language.
    #[serde(skip)]
    pub(crate) foreign: Option<String>,
    /// Its source, the publisher, and all that it is attributed to, nearest first.
    pub hops: Vec<Hop>,
}

/// One stop on the way.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Hop {
    /// What it does on the way.
    pub role: Role,
    /// The source, or the agent; `unknown` for a publisher that is not known.
    pub id: Who,
    /// The source's title, or the agent's name.
    pub name: String,
    /// Sources of the dossier in which this agent speaks of the event for itself; of a source, the source.
    pub held: Vec<String>,
    /// How many such sources more there are, where not all are listed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub held_more: Option<usize>,
    /// False for an agent that is not named, and for an unknown publisher.
    pub named: bool,
    /// Whether the agent has a stake in the event.
    pub party: bool,
    /// What a source says itself that it takes from, and how.
    pub derived_from: Vec<TakenFrom>,
}

vocabulary! {
    /// What a stop does on the way of a claim.
    pub enum Role {
        /// The text that makes the claim.
        Source = "source",
        /// Who published the text.
        Publisher = "publisher",
        /// Who passes it on without saying it.
        Via = "via",
        /// Who says it, or reports that another says it.
        Speaker = "speaker",
    }
}

/// A source that another takes from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct TakenFrom {
    /// The id of the source that it takes from.
    pub source: String,
    /// How it takes from it.
    pub how: How,
}

vocabulary! {
    /// Why a claim holds no position.
    pub enum WhyAside {
        /// It does not know, or declines to say.
        Silent = "says nothing on it",
        /// It was taken back or replaced.
        Withdrawn = "withdrawn",
        /// It speaks of what is still to come.
        Projected = "projected",
        /// It says only what is not so.
        RulesOut = "only rules out",
        /// Its own origin has given a later figure.
        Outgrown = "since outgrown by its own origin",
    }
}
