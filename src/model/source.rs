//! Who and where: sources, agents and places.

use std::sync::Arc;

use super::claim::AsOf;
use super::table::{AgentId, EventId, PlaceId, SourceId};
use crate::text::Spot;
use crate::value::calendar::Zone;
use crate::value::shape::PlaceKind;
use crate::vocabulary::vocabulary;

/// A text that makes claims.
#[derive(Clone, Debug)]
pub(crate) struct Source {
    pub(crate) spot: Spot,
    pub(crate) title: String,
    /// `None` where it is written "unknown", or was left out (which is a finding).
    pub(crate) publisher: Option<AgentId>,
    pub(crate) author: Vec<String>,
    pub(crate) kind: Option<SourceKind>,
    /// Earliest and latest moment of publication; `None` where unknown.
    pub(crate) published: Option<Arc<AsOf>>,
    pub(crate) updated: Option<Arc<AsOf>>,
    pub(crate) level: Option<Distance>,
    pub(crate) language: Option<String>,
    /// Where its times without an offset stand.
    pub(crate) zone: Option<Zone>,
    pub(crate) url: Option<String>,
    pub(crate) archive_url: Option<String>,
    pub(crate) accessed: Option<Arc<AsOf>>,
    pub(crate) sha256: Option<(String, Spot)>,
    pub(crate) text: Option<(String, Spot)>,
    /// The file whose words the text has, where its kind is not read; the SHA-256 is then that file's.
    pub(crate) text_of: Option<(String, Spot)>,
    pub(crate) derived_from: Vec<Derivation>,
    pub(crate) capture_of: Option<SourceId>,
    pub(crate) reliability: Option<Reliability>,
    pub(crate) party_to: Vec<EventId>,
    pub(crate) corrects: Vec<SourceId>,
    pub(crate) retracts: Vec<SourceId>,
    /// Words that a reader need not record.
    pub(crate) waive: Vec<Waiver>,
    pub(crate) access: Access,
    pub(crate) note: Option<String>,
    /// What was written "unknown" or left out though required, each with where to say so.
    pub(crate) unknown: Vec<(Unsaid, Spot)>,
}

/// Another source that a source takes from, and how ("quotes", "syndicates", ...).
#[derive(Clone, Debug)]
pub(crate) struct Derivation {
    pub(crate) source: SourceId,
    pub(crate) how: How,
}

/// Words of a source that a reader need not record, and why.
#[derive(Clone, Debug)]
pub(crate) struct Waiver {
    pub(crate) quote: String,
    /// Where the words stand in the record.
    pub(crate) spot: Spot,
    pub(crate) reason: String,
}

/// Someone who speaks: a person, an organization, a government, an outlet.
#[derive(Clone, Debug)]
pub(crate) struct Agent {
    pub(crate) spot: Spot,
    pub(crate) name: String,
    pub(crate) aliases: Vec<Alias>,
    /// False for "a US official": an origin that cannot be established.
    pub(crate) named: bool,
    pub(crate) kind: Option<AgentKind>,
    pub(crate) part_of: Vec<AgentId>,
    pub(crate) affiliated_with: Vec<AgentId>,
    /// Others of a like name.
    pub(crate) confusable_with: Vec<AgentId>,
    pub(crate) party_to: Vec<EventId>,
}

/// A place of the gazetteer.
#[derive(Clone, Debug)]
pub(crate) struct Place {
    pub(crate) spot: Spot,
    pub(crate) name: String,
    pub(crate) kind: PlaceKind,
    pub(crate) aliases: Vec<Alias>,
    pub(crate) within: Vec<PlaceId>,
    pub(crate) border_of: Vec<PlaceId>,
    /// Those of which one has it: whoever says which takes a side.
    pub(crate) disputed_between: Vec<PlaceId>,
    /// Others of a like name.
    pub(crate) confusable_with: Vec<PlaceId>,
}

/// Another name of an agent or a place.
#[derive(Clone, Debug)]
pub(crate) struct Alias {
    pub(crate) name: String,
    /// What it is in, as a BCP 47 tag, where the desk says so.
    pub(crate) language: Option<String>,
}

vocabulary! {
    /// What every source should say of itself, and may not: the keys by their names.
    pub(crate) enum Unsaid {
        Publisher = "publisher",
        Published = "published",
    }
}

vocabulary! {
    /// What sort of text a source is.
    pub enum SourceKind {
        /// A statement of an office.
        OfficialStatement = "official-statement",
        /// A briefing for the press.
        Briefing = "briefing",
        /// A communiqué of a party to the event.
        Communique = "communique",
        /// A report of a news agency.
        Wire = "wire",
        /// A report of an outlet.
        News = "news",
        /// An analysis or a comment.
        Analysis = "analysis",
        /// A report of an organization that is no government.
        Ngo = "ngo",
        /// A collection of records.
        Dataset = "dataset",
        /// An article of an encyclopedia.
        Encyclopedia = "encyclopedia",
        /// A post.
        Social = "social",
        /// A film.
        Video = "video",
        /// A picture.
        Image = "image",
        /// A record of a court.
        Court = "court",
        /// An account of somebody who was there.
        Witness = "witness",
        /// A page that is added to as things happen, so that its claims are of many moments.
        Live = "live",
    }
}

vocabulary! {
    /// How near a source is to the event.
    pub enum Distance {
        /// It comes from those who were there or did it.
        Primary = "primary",
        /// It tells what others say who were there.
        Secondary = "secondary",
        /// It gathers what others tell.
        Tertiary = "tertiary",
    }
}

vocabulary! {
    /// How reliable a source is, by the Admiralty code.
    pub enum Reliability {
        /// Completely reliable.
        A = "A",
        /// Usually reliable.
        B = "B",
        /// Fairly reliable.
        C = "C",
        /// Not usually reliable.
        D = "D",
        /// Unreliable.
        E = "E",
        /// It cannot be judged.
        F = "F",
    }
}

vocabulary! {
    /// Who may be shown the words of a source.
    pub(crate) enum Access {
        Public = "public",
        /// The desk alone.
        Restricted = "restricted",
    }
}

vocabulary! {
    /// How a source takes from another.
    pub enum How {
        /// It quotes it.
        Quotes = "quotes",
        /// It names it for what it says.
        Cites = "cites",
        /// It carries it.
        Syndicates = "syndicates",
        /// It translates it.
        Translates = "translates",
        /// It sums it up.
        Summarises = "summarises",
        /// It is a later version of it.
        Revises = "revises",
    }
}

vocabulary! {
    /// What sort of speaker an agent is.
    pub(crate) enum AgentKind {
        Person = "person",
        Organization = "organization",
        Government = "government",
        ArmedGroup = "armed-group",
        NewsAgency = "news-agency",
        Outlet = "outlet",
        Dataset = "dataset",
    }
}

impl Source {
    /// Whether its words are for the desk alone.
    pub(crate) fn is_restricted(&self) -> bool {
        self.access == Access::Restricted
    }
}

impl Place {
    /// Its name and its aliases, in order.
    pub(crate) fn names(&self) -> impl Iterator<Item = &str> {
        names(&self.name, &self.aliases)
    }
}

fn names<'n>(name: &'n str, aliases: &'n [Alias]) -> impl Iterator<Item = &'n str> {
    std::iter::once(name).chain(aliases.iter().map(|alias| alias.name.as_str()))
}

impl Agent {
    /// Its name and its aliases, in order.
    pub(crate) fn names(&self) -> impl Iterator<Item = &str> {
        names(&self.name, &self.aliases)
    }

    /// Whether it is a person: people are named in full once, and by their last name after that.
    pub(crate) fn is_person(&self) -> bool {
        self.kind == Some(AgentKind::Person)
    }
}
