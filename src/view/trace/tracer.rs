//! Follows claims through the dossier to whoever said it first.

use std::collections::{BTreeMap, BTreeSet};

use super::chain::{Chain, Hop, Role, Stage, TakenFrom, WhyAside};
use crate::align::origin::titled;
use crate::align::party;
use crate::judge::Court;
use crate::model::Dossier;
use crate::model::table::{AgentId, ClaimId, EventId, Id, QuestionId, SourceId};
use crate::value::shape::{Names, Shape};
use crate::view::covers::foreign_reading;
use crate::view::name::{ClaimName, Who};
use crate::view::withheld::Gate;

/// So many claims are told on one way; each of them has a way of its own, which is told with it.
const MOST_STAGES: usize = 32;
/// So many on all ways of a question together, and one on each.
const MOST_TOGETHER: usize = 8000;
/// For each claim on a way so many stops, on all of it beyond the source.
const STOPS: usize = 8;
/// So many claims are listed that a claim leads on to by one step.
const MOST_LEADS: usize = 32;
/// So many sources of one agent are listed at each stop.
const MOST_HELD: usize = 32;

impl Chain {
    /// The chains of all claims on a question, as far as the gate shows their words.
    pub(crate) fn on(court: &Court, gate: Gate, speaking: &Speaking, question: QuestionId) -> Vec<Self> {
        let claims = court.alignment.claims.on(question);
        let tracer = Tracer::new(court, gate, speaking, question, claims.len());
        claims.iter().map(|id| tracer.chain(*id)).collect()
    }
}

/// The sources that speak of an event, by the event and who published them.
pub(crate) struct Speaking(BTreeMap<(EventId, AgentId), BTreeSet<SourceId>>);

impl Speaking {
    pub(crate) fn new(dossier: &Dossier) -> Self {
        let mut speaking: BTreeMap<_, BTreeSet<SourceId>> = BTreeMap::new();
        for (_, claim) in dossier.claims.iter() {
            if let Some(publisher) = dossier.sources[claim.source].publisher {
                let event = dossier.questions[claim.question].event;
                speaking.entry((event, publisher)).or_default().insert(claim.source);
            }
        }
        Speaking(speaking)
    }
}

/// What follows the chains of one question through the dossier.
pub(super) struct Tracer<'a> {
    court: &'a Court<'a>,
    gate: Gate<'a>,
    speaking: &'a Speaking,
    event: EventId,
    /// The claims that hold a position on the question.
    holding: BTreeSet<ClaimId>,
    /// How many claims are told on one way.
    most_stages: usize,
}

impl<'a> Tracer<'a> {
    /// To tell so many chains of a question.
    pub(super) fn new(
        court: &'a Court<'a>,
        gate: Gate<'a>,
        speaking: &'a Speaking,
        question: QuestionId,
        chains: usize,
    ) -> Self {
        let positions = court.positions_on(question).iter();
        let holding = positions.flat_map(|position| &position.claims).copied().collect();
        let event = court.dossier().questions[question].event;
        Tracer { court, gate, speaking, event, holding, most_stages: most_stages(chains) }
    }

    pub(super) fn chain(&self, id: ClaimId) -> Chain {
        let dossier = self.court.dossier();
        let claim = &dossier.claims[id];
        let origin = &self.court.alignment.origins[id.index()];
        let (onward, more) = self.onward(id);
        let leads = origin.leads.len() + origin.tied.len();
        Chain {
            claim: ClaimName::new(dossier, id),
            words: dossier.said(claim),
            quote: self.quote(id),
            translation: self.gate.translation(id),
            foreign: foreign_reading(dossier, id),
            hops: self.hops(id),
            origin: Who::new(dossier, origin.speaker),
            established: origin.established,
            leads: ClaimName::all(dossier, origin.leads.iter().chain(&origin.tied).take(MOST_LEADS)),
            leads_more: Some(leads.saturating_sub(MOST_LEADS)).filter(|more| *more > 0),
            ring: origin.ring.is_some(),
            onward,
            onward_more: (more > 0).then_some(more),
            party: party::is_from_party(self.court.alignment, id),
            origin_name: titled(dossier, origin.speaker),
            tied: ClaimName::all(dossier, origin.tied.iter().take(MOST_LEADS)),
            tied_more: origin.tied.len().saturating_sub(MOST_LEADS),
            aside: self.aside(id),
        }
    }

    /// The words that carry a claim, where they are shown.
    fn quote(&self, id: ClaimId) -> Option<String> {
        self.gate.quote(id).map(|quote| quote.words.clone())
    }

    /// The source of a claim, its publisher, and all that it is attributed to.
    fn hops(&self, id: ClaimId) -> Vec<Hop> {
        let dossier = self.court.dossier();
        let claim = &dossier.claims[id];
        let source = &dossier.sources[claim.source];
        let name = dossier.sources.name(claim.source);
        let derived = source.derived_from.iter().map(|derivation| TakenFrom {
            source: dossier.sources.name(derivation.source).to_owned(),
            how: derivation.how,
        });
        let mut hops = vec![Hop {
            role: Role::Source,
            id: Who::Source(name.to_owned()),
            name: source.title.clone(),
            held: vec![name.to_owned()],
            held_more: None,
            named: true,
            party: party::is_partial(dossier, claim.source, self.event),
            derived_from: derived.collect(),
        }];
        hops.push(match source.publisher {
            Some(publisher) => self.agent(Role::Publisher, publisher),
            None => Hop {
                role: Role::Publisher,
                id: Who::Unknown,
                name: "unknown publisher".to_owned(),
                held: Vec::new(),
                held_more: None,
                named: false,
                party: false,
                derived_from: Vec::new(),
            },
        });
        hops.extend(claim.beside.via.iter().map(|via| self.agent(Role::Via, *via)));
        hops.extend(claim.said_by.iter().map(|speaker| self.agent(Role::Speaker, *speaker)));
        hops
    }

    fn agent(&self, role: Role, agent: AgentId) -> Hop {
        let dossier = self.court.dossier();
        let held = self.speaking.0.get(&(self.event, agent));
        let more = held.map_or(0, BTreeSet::len).saturating_sub(MOST_HELD);
        let held = held.into_iter().flatten().take(MOST_HELD);
        Hop {
            role,
            id: Who::Agent(dossier.agents.name(agent).to_owned()),
            name: dossier.agents[agent].name.clone(),
            held: held.map(|id| dossier.sources.name(*id).to_owned()).collect(),
            held_more: (more > 0).then_some(more),
            named: dossier.agents[agent].named,
            party: party::is_party(dossier, agent, self.event),
            derived_from: Vec::new(),
        }
    }

    /// The claims that a claim leads on to, followed through, each once; and how many more are known to follow where there
    /// are too many to tell.
    fn onward(&self, start: ClaimId) -> (Vec<Stage>, usize) {
        let dossier = self.court.dossier();
        let next = |from: ClaimId| {
            let origin = &self.court.alignment.origins[from.index()];
            origin.leads.iter().chain(&origin.tied).rev().map(move |to| (from, *to))
        };
        let mut stages = Vec::new();
        let mut seen = BTreeSet::from([start]);
        let mut open: Vec<(ClaimId, ClaimId)> = next(start).collect();
        let mut stops = 0;
        while let Some((from, id)) = open.pop() {
            if seen.contains(&id) {
                continue;
            }
            // Its source and the publisher, and all that it is attributed to.
            stops += 2 + dossier.claims[id].beside.via.len() + dossier.claims[id].said_by.len();
            if stages.len() == self.most_stages || stops > STOPS * self.most_stages {
                let left: BTreeSet<ClaimId> =
                    open.iter().map(|(_, id)| *id).chain([id]).filter(|id| !seen.contains(id)).collect();
                return (stages, left.len());
            }
            seen.insert(id);
            open.extend(next(id));
            stages.push(Stage {
                from: ClaimName::new(dossier, from),
                claim: ClaimName::new(dossier, id),
                words: dossier.said(&dossier.claims[id]),
                quote: self.quote(id),
                translation: self.gate.translation(id),
                foreign: foreign_reading(dossier, id),
                hops: self.hops(id),
            });
        }
        (stages, 0)
    }

    /// Why a claim on the question holds no position, where it holds none.
    fn aside(&self, id: ClaimId) -> Option<WhyAside> {
        if self.holding.contains(&id) {
            return None;
        }
        let alignment = self.court.alignment;
        let claim = &self.court.dossier().claims[id];
        Some(match claim.shape() {
            None => WhyAside::Silent,
            Some(_) if alignment.is_withdrawn(id) => WhyAside::Withdrawn,
            Some(_) if alignment.is_projected(id) => WhyAside::Projected,
            Some(Shape::Names(Names::NotAmong(_))) => WhyAside::RulesOut,
            // It may hold one of those that are left out.
            Some(_) if self.court.is_cut(claim.question) => return None,
            Some(_) => WhyAside::Outgrown,
        })
    }
}

/// How many claims are told on one way where so many are told.
fn most_stages(chains: usize) -> usize {
    (MOST_TOGETHER / chains.max(1)).clamp(1, MOST_STAGES)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::align::Alignment;
    use crate::load::from_texts;
    use crate::view::trace::Trace;
    use crate::view::withheld::Reader;

    const DOSSIER: [(&str, &str); 2] = [
        (
            "sources/a.toml",
            r#"
            [source]
            wire = { title = "Wire", publisher = "agency", published = "2024-03-01", access = "restricted" }
            herald = { title = "Fire", publisher = "unknown", published = "2024-03-02", derived-from = [{ source = "wire" }] }
            [agent]
            agency = { name = "The Agency" }
            "#,
        ),
        (
            "claims/a.toml",
            r#"
            [event.fire]
            title = "Fire"
            [event.fire.question.killed]
            ask = "How many?"
            type = "count"
            [[claim]]
            source = "wire"
            question = "fire/killed"
            value = 3
            quote = "three of them"
            [[claim]]
            source = "herald"
            question = "fire/killed"
            value = 3
            quote = "3 killed"
            "#,
        ),
    ];

    /// The quotes on the way of each claim.
    fn quotes(reader: Reader) -> Vec<(String, Vec<Option<String>>)> {
        let dossier = from_texts(&DOSSIER);
        let alignment = Alignment::without_texts(&dossier);
        let court = Court::new(&alignment, 0);
        let question = dossier.questions.find("fire/killed").expect("it is there");
        let trace = Trace::new(&court, question, None, reader);
        let quotes = |chain: Chain| {
            let onward = chain.onward.into_iter().map(|stage| stage.quote);
            (chain.claim.to_string(), std::iter::once(chain.quote).chain(onward).collect())
        };
        trace.chains.into_iter().map(quotes).collect()
    }

    #[test]
    fn quotes_of_a_restricted_source_are_for_the_desk_alone_wherever_the_way_leads() {
        let shown = |quote: &str| Some(quote.to_owned());
        let all = |wire: Option<String>| {
            let herald = vec![shown("3 killed"), wire.clone()];
            [("herald#killed".to_owned(), herald), ("wire#killed".to_owned(), vec![wire])]
        };
        assert_eq!(quotes(Reader::Anyone), all(None));
        assert_eq!(quotes(Reader::Desk), all(shown("three of them")));
    }

    #[test]
    fn ways_of_many_claims_are_shorter_and_none_is_left_out() {
        for (chains, stages) in [(0, 32), (1, 32), (250, 32), (251, 31), (4000, 2), (4001, 1), (100_000, 1)] {
            assert_eq!(most_stages(chains), stages, "{chains}");
        }
    }

    #[test]
    fn a_way_of_more_stops_than_there_is_room_for_is_counted() {
        // Beyond the source: the wire, its publisher, and those through whom it has it.
        for (through, told, more) in [(254, 1, None), (255, 0, Some(1))] {
            let agents: String = (0..through).map(|n| format!("a{n} = {{ name = \"A{n}\" }}\n")).collect();
            let via: Vec<String> = (0..through).map(|n| format!("\"a{n}\"")).collect();
            let via = format!("quote = \"three of them\"\nvia = [{}]", via.join(", "));
            let sources = format!("{}{agents}", DOSSIER[0].1);
            let claims = DOSSIER[1].1.replace("quote = \"three of them\"", &via);
            let dossier = from_texts(&[("sources/a.toml", &sources), ("claims/a.toml", &claims)]);
            assert!(dossier.problems.is_empty(), "{:?}", dossier.problems);
            let alignment = Alignment::without_texts(&dossier);
            let court = Court::new(&alignment, 0);
            let question = dossier.questions.find("fire/killed").expect("it is there");
            let trace = Trace::new(&court, question, None, Reader::Desk);
            assert_eq!(
                (trace.chains[0].onward.len(), trace.chains[0].onward_more),
                (told, more),
                "{through}"
            );
        }
    }

    #[test]
    fn claims_that_a_claim_leads_on_to_are_listed_up_to_the_limit() {
        for (claims, listed, more) in [(32, 32, None), (33, 32, Some(1))] {
            let another = |n: usize| {
                format!(
                    "[[claim]]\nid = \"c{n}\"\nsource = \"wire\"\nquestion = \"fire/killed\"\nvalue = 3\n"
                )
            };
            let others = (1..claims).map(another).collect::<String>();
            let dossier = from_texts(&[DOSSIER[0], DOSSIER[1], ("claims/b.toml", &others)]);
            let alignment = Alignment::without_texts(&dossier);
            let court = Court::new(&alignment, 0);
            let question = dossier.questions.find("fire/killed").expect("it is there");
            let trace = Trace::new(&court, question, None, Reader::Desk);
            let herald =
                trace.chains.iter().find(|chain| chain.claim.source() == "herald").expect("it is there");
            assert_eq!((herald.leads.len(), herald.leads_more), (listed, more), "{claims}");
        }
    }
}
