//! The way of a claim from its origin to its source, stop by stop.

use crate::render::report::told;
use crate::view::name::Who;
use crate::view::report::asked::AskedQuestion;
use crate::view::report::statement::Statement;
use crate::view::trace::{Chain, Hop};
use crate::vocabulary::vocabulary;

/// At most so many of the claims that an origin was found through are named.
const MOST_LEADS: usize = 2;

vocabulary! {
    /// What somebody does on the way, as the style sheet names it.
    pub(super) enum WayPart {
        /// Said it first.
        Origin = "origin",
        /// Said it first, as far as is known, but the origin is not established.
        Unnamed = "unnamed",
        /// Passed it on.
        Way = "way",
        /// Carries it.
        Source = "source",
    }
}

/// One stop on the way.
pub(super) struct WayStop {
    pub(super) key: StopKey,
    pub(super) label: String,
    pub(super) part: WayPart,
}

/// What tells a stop from others below the same one.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum StopKey {
    Known(Who),
    /// Somebody without a name, in a source: two who are not named are never one.
    Unnamed(Who, String),
    /// What a source carries.
    Carried(String, String),
}

/// The stops of a chain from its origin to its source.
pub(super) fn way(asked: &AskedQuestion, chain: &Chain, said: &Statement) -> Vec<WayStop> {
    let source = Who::Source(said.source.clone());
    // An unknown publisher passes nothing on by name: the source itself is where the way begins.
    let passing = chain.hops.iter().filter(|hop| hop.id != source && hop.id != Who::Unknown);
    let mut hops: Vec<&Hop> = passing.rev().collect();
    hops.dedup_by(|a, b| a.id == b.id);
    let mut stops = Vec::new();
    let begins = hops.first().is_some_and(|hop| hop.id == chain.origin) || chain.origin == source;
    if !begins {
        stops.push(WayStop {
            key: StopKey::Known(chain.origin.clone()),
            label: found(asked, chain),
            part: first(chain),
        });
    }
    for hop in &hops {
        let key = match hop.named {
            true => StopKey::Known(hop.id.clone()),
            false => StopKey::Unnamed(hop.id.clone(), said.source.clone()),
        };
        let part = if stops.is_empty() { first(chain) } else { WayPart::Way };
        stops.push(WayStop { key, label: format!("{}{}", hop.name, remark(hop)), part });
    }
    let ring = if chain.ring { ", in a ring of citations" } else { "" };
    stops.push(WayStop {
        key: StopKey::Carried(said.source.clone(), said.plain.clone()),
        label: format!("{}: “{}”{ring}", said.carrier(), said.plain),
        part: if stops.is_empty() { first(chain) } else { WayPart::Source },
    });
    stops
}

/// The origin of a chain that does not stand on it by itself.
fn found(asked: &AskedQuestion, chain: &Chain) -> String {
    let mut hops = asked.chains.iter().flat_map(|chain| &chain.hops);
    let hop = hops.find(|hop| hop.id == chain.origin);
    let name = hop.map_or_else(|| asked.carrier(chain.origin.id()), |hop| hop.name.clone());
    let mut through: Vec<String> =
        chain.leads.iter().take(MOST_LEADS).map(|lead| asked.carrier(lead.source())).collect();
    through.dedup();
    match through.is_empty() {
        true => name,
        false => format!("{name} (found through {})", told::joined(&through)),
    }
}

/// The part of whoever stands at the beginning.
fn first(chain: &Chain) -> WayPart {
    if chain.established { WayPart::Origin } else { WayPart::Unnamed }
}

fn remark(hop: &Hop) -> String {
    let mut said = Vec::new();
    if !hop.named {
        said.push("not named");
    }
    if hop.party {
        said.push("party to the event");
    }
    if said.is_empty() { String::new() } else { format!(" ({})", said.join(", ")) }
}
