//! The way of a claim to its origin, as it is shown.

use serde::Serialize;

use crate::model::source::How;
use crate::view::name::{ClaimName, Who};
use crate::vocabulary::vocabulary;

/// The way of one claim, from its source to its origin.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(crate) struct Chain {
    /// The claim, as `SOURCE#ID`.
    pub(crate) claim: ClaimName,
    /// What it says, its stance included.
    pub(crate) words: String,
    /// The words of its source; null where it has none, or where they are withheld.
    pub(crate) quote: Option<String>,
    /// Its source, the publisher, and all that it is attributed to, nearest first.
    pub(crate) hops: Vec<Hop>,
    /// Who said it first.
    pub(crate) origin: Who,
    /// False for an agent without a name, an unknown publisher, and a ring of citations.
    pub(crate) established: bool,
    /// Other claims of the dossier that the way leads on to.
    pub(crate) leads: Vec<ClaimName>,
    /// Whether the way leads into a ring of citations.
    pub(crate) ring: bool,
    /// The way beyond the source, claim by claim, each behind the one that it is reached from.
    pub(crate) onward: Vec<Stage>,
    /// Whether the origin has a stake in the event.
    pub(crate) party: bool,
    /// The origin as people write it.
    #[serde(skip)]
    pub(crate) origin_name: String,
    /// The claims that it rests on, of more than one origin.
    #[serde(skip)]
    pub(crate) tied: Vec<ClaimName>,
    /// Why it holds no position, where it does not.
    #[serde(skip)]
    pub(crate) aside: Option<WhyAside>,
}

/// A claim of another source that the way leads through.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(crate) struct Stage {
    /// The claim that leads to it.
    pub(crate) from: ClaimName,
    /// The claim, as `SOURCE#ID`.
    pub(crate) claim: ClaimName,
    /// What it says, its stance included.
    pub(crate) words: String,
    /// The words of its source; null where it has none, or where they are withheld.
    pub(crate) quote: Option<String>,
    /// Its source, the publisher, and all that it is attributed to, nearest first.
    pub(crate) hops: Vec<Hop>,
}

/// One stop on the way.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(crate) struct Hop {
    /// What it does on the way.
    pub(crate) role: Role,
    /// The source, or the agent; `unknown` for a publisher that is not known.
    pub(crate) id: Who,
    /// The source's title, or the agent's name.
    pub(crate) name: String,
    /// Sources of the dossier in which this agent speaks of the event for itself; of a source, the source.
    pub(crate) held: Vec<String>,
    /// False for an agent that is not named, and for an unknown publisher.
    pub(crate) named: bool,
    /// Whether the agent has a stake in the event.
    pub(crate) party: bool,
    /// What a source says itself that it takes from, and how.
    pub(crate) derived_from: Vec<TakenFrom>,
}

vocabulary! {
    /// What a stop does on the way of a claim.
    pub(crate) enum Role {
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
pub(crate) struct TakenFrom {
    /// The id of the source that it takes from.
    pub(crate) source: String,
    /// How it takes from it.
    pub(crate) how: How,
}

vocabulary! {
    /// Why a claim holds no position.
    pub(crate) enum WhyAside {
        Silent = "says nothing on it",
        Withdrawn = "withdrawn",
        Projected = "projected",
        RulesOut = "only rules out",
        Outgrown = "since outgrown by its own origin",
    }
}
