//! Who has a stake in an event: the parties to it, and whoever is part of one.

use super::alignment::Alignment;
use super::origin::Speaker;
use crate::model::Dossier;
use crate::model::table::{AgentId, ClaimId, EventId, Id, SourceId};

/// Whether an agent is party to an event, or to one that it is part of; so is whoever is part of a party.
pub(crate) fn is_party(dossier: &Dossier, agent: AgentId, event: EventId) -> bool {
    let events = and_above(event, |event| Vec::from_iter(dossier.events[event].part_of));
    and_above(agent, |agent| dossier.agents[agent].part_of.clone())
        .iter()
        .any(|agent| dossier.agents[*agent].party_to.iter().any(|event| events.contains(event)))
}

/// Whether the publisher of a source has a stake in an event.
pub(crate) fn is_partial(dossier: &Dossier, source: SourceId, event: EventId) -> bool {
    let row = &dossier.sources[source];
    let events = and_above(event, |event| Vec::from_iter(dossier.events[event].part_of));
    row.party_to.iter().any(|event| events.contains(event))
        || row.publisher.is_some_and(|agent| is_party(dossier, agent, event))
}

/// Whether the origin of a claim is a party to the event that it is about.
pub(crate) fn is_from_party(alignment: &Alignment, claim: ClaimId) -> bool {
    let dossier = alignment.dossier;
    let row = &dossier.claims[claim];
    let event = dossier.questions[row.question].event;
    match alignment.origins[claim.index()].speaker {
        Speaker::Source(source) => is_partial(dossier, source, event),
        Speaker::Agent(agent) => {
            let is_publisher = dossier.sources[row.source].publisher == Some(agent);
            is_party(dossier, agent, event) || is_publisher && is_partial(dossier, row.source, event)
        }
    }
}

/// A thing with all that it is part of, followed through.
fn and_above<I: Copy + PartialEq>(start: I, above: impl Fn(I) -> Vec<I>) -> Vec<I> {
    let mut found = vec![start];
    let mut next = 0;
    while let Some(id) = found.get(next).copied() {
        next += 1;
        for id in above(id) {
            if !found.contains(&id) {
                found.push(id);
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::load::from_texts;

    #[test]
    fn a_part_of_a_party_is_a_party_and_so_is_a_party_to_the_whole() {
        let dossier = from_texts(&[
            (
                "sources/a.toml",
                "[agent]\narmy = { name = \"A\", party-to = [\"war\"] }\nunit = { name = \"U\", part-of = [\"army\"] }\n\
             other = { name = \"O\", party-to = [\"raid\"] }\n\
             [source.leaflet]\ntitle = \"L\"\npublisher = \"unknown\"\npublished = \"2024\"\nparty-to = [\"war\"]\n",
            ),
            ("claims/a.toml", "[event.war]\ntitle = \"W\"\n[event.raid]\ntitle = \"R\"\npart-of = \"war\"\n"),
        ]);
        let agent = |name| dossier.agents.find(name).expect("an agent of the dossier");
        let event = |name| dossier.events.find(name).expect("an event of the dossier");
        assert!(is_party(&dossier, agent("unit"), event("war")));
        assert!(is_party(&dossier, agent("army"), event("raid")), "the raid is part of the war");
        assert!(!is_party(&dossier, agent("other"), event("war")), "the war is no part of the raid");
        let leaflet = dossier.sources.find("leaflet").expect("a source of the dossier");
        assert!(is_partial(&dossier, leaflet, event("raid")));
    }
}
