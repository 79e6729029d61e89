//! Who has a stake in an event: the parties to it, and whoever is part of one.

use std::collections::HashSet;

use super::alignment::Alignment;
use super::origin::Speaker;
use crate::model::Dossier;
use crate::model::table::{AgentId, ClaimId, EventId, Id, SourceId};
use crate::value::shape::MOST_ABOVE;

/// Whether an agent is party to an event, or to one that it is part of; so is whoever is part of a party.
pub(crate) fn is_party(dossier: &Dossier, agent: AgentId, event: EventId) -> bool {
    let node = dossier.agent_node(agent);
    let above = dossier.kin.containers(node).filter_map(|node| dossier.agent_of(node));
    std::iter::once(agent)
        .chain(above)
        .any(|agent| takes_part(dossier, &dossier.agents[agent].party_to, event))
}

/// Whether an event, or one that it is part of, is among some.
fn takes_part(dossier: &Dossier, of: &[EventId], event: EventId) -> bool {
    !of.is_empty() && wholes(dossier, event).take(MOST_ABOVE + 1).any(|whole| of.contains(&whole))
}

/// An event and all that it is part of, from the inside out; on a ring without an end.
fn wholes(dossier: &Dossier, event: EventId) -> impl Iterator<Item = EventId> {
    std::iter::successors(Some(event), |event| dossier.events[*event].part_of)
}

/// Whether the publisher of a source has a stake in an event.
pub(crate) fn is_partial(dossier: &Dossier, source: SourceId, event: EventId) -> bool {
    let row = &dossier.sources[source];
    takes_part(dossier, &row.party_to, event)
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

/// Whether an event is part of more others, one within the other, than are looked at.
pub(crate) fn is_cut(dossier: &Dossier, event: EventId) -> bool {
    let way: Vec<EventId> = wholes(dossier, event).take(MOST_ABOVE + 2).collect();
    let on_a_ring = way.iter().collect::<HashSet<_>>().len() < way.len();
    way.len() == MOST_ABOVE + 2 && !on_a_ring
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

    #[test]
    fn parties_to_what_contains_an_event_far_out_are_told_to_be_left_out() {
        // An event in so many others, one within the other, of which an agent is party to the last.
        for (others, party, cut) in
            [(1, true, false), (64, true, false), (65, false, true), (100, false, true)]
        {
            let event = |n: usize| format!("[event.e{n}]\ntitle = \"E\"\npart-of = \"e{}\"\n", n + 1);
            let events =
                (0..others).map(event).collect::<String>() + &format!("[event.e{others}]\ntitle = \"E\"\n");
            let agent = format!("[agent.army]\nname = \"A\"\nparty-to = [\"e{others}\"]\n");
            let dossier = from_texts(&[("sources/a.toml", &agent), ("claims/a.toml", &events)]);
            let army = dossier.agents.find("army").expect("an agent of the dossier");
            let inmost = dossier.events.find("e0").expect("an event of the dossier");
            assert_eq!(
                (is_party(&dossier, army, inmost), is_cut(&dossier, inmost)),
                (party, cut),
                "{others}"
            );
        }
        let ring = "[event.a]\ntitle = \"A\"\npart-of = \"b\"\n[event.b]\ntitle = \"B\"\npart-of = \"a\"\n";
        let dossier = from_texts(&[("claims/a.toml", ring)]);
        assert!(dossier.events.ids().all(|event| !is_cut(&dossier, event)), "all of a ring is looked at");
    }
}
