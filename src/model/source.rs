//! Who and where: sources, agents and places.

use super::claim::AsOf;
use super::table::{AgentId, EventId, PlaceId, SourceId};
use crate::text::spot::Spot;
use crate::value::shape::kin::PlaceKind;

/// A text that makes claims.
#[derive(Clone, Debug)]
pub(crate) struct Source {
    pub(crate) spot: Spot,
    pub(crate) title: String,
    /// `None` where it is written "unknown", or was left out (which is a finding).
    pub(crate) publisher: Option<AgentId>,
    pub(crate) author: Vec<String>,
    pub(crate) kind: Option<String>,
    /// Earliest and latest moment of publication; `None` where unknown.
    pub(crate) published: Option<AsOf>,
    pub(crate) updated: Option<AsOf>,
    pub(crate) level: Option<String>,
    pub(crate) language: Option<String>,
    pub(crate) url: Option<String>,
    pub(crate) archive_url: Option<String>,
    pub(crate) accessed: Option<AsOf>,
    pub(crate) sha256: Option<(String, Spot)>,
    pub(crate) text: Option<(String, Spot)>,
    pub(crate) derived_from: Vec<Derivation>,
    pub(crate) capture_of: Option<SourceId>,
    pub(crate) reliability: Option<String>,
    pub(crate) party_to: Vec<EventId>,
    pub(crate) corrects: Vec<SourceId>,
    pub(crate) retracts: Vec<SourceId>,
    pub(crate) restricted: bool,
    pub(crate) note: Option<String>,
    /// The keys that were written "unknown" or left out though required, with where to say so.
    pub(crate) unknown: Vec<(&'static str, Spot)>,
}

/// Another source that a source takes from, and how ("quotes", "syndicates", ...).
#[derive(Clone, Debug)]
pub(crate) struct Derivation {
    pub(crate) source: SourceId,
    pub(crate) how: String,
}

/// Someone who speaks: a person, an organization, a government, an outlet.
#[derive(Clone, Debug)]
pub(crate) struct Agent {
    pub(crate) spot: Spot,
    pub(crate) name: String,
    pub(crate) aliases: Vec<String>,
    /// False for "a US official": an origin that cannot be established.
    pub(crate) named: bool,
    /// People are named in full once, and by their last name after that.
    pub(crate) is_person: bool,
    pub(crate) part_of: Vec<AgentId>,
    pub(crate) affiliated_with: Vec<AgentId>,
    pub(crate) party_to: Vec<EventId>,
}

/// A place of the gazetteer.
#[derive(Clone, Debug)]
pub(crate) struct Place {
    pub(crate) spot: Spot,
    pub(crate) name: String,
    pub(crate) kind: PlaceKind,
    pub(crate) aliases: Vec<String>,
    pub(crate) within: Vec<PlaceId>,
    pub(crate) border_of: Vec<PlaceId>,
}
