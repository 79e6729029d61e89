//! What public claims and public sources lead to, and whose a claim is as far as they tell.

use std::collections::BTreeSet;

use crate::align::Alignment;
use crate::align::origin::Speaker;
use crate::model::Dossier;
use crate::model::table::{AgentId, ClaimId, EventId, Id, QuestionId};
use crate::view::name::Who;
use crate::view::withheld::{Gate, Reader};

/// What a dossier has for everybody. Agents, questions and events that restricted sources alone lead to are not among it.
pub(crate) struct Public<'a> {
    pub(super) gate: Gate<'a>,
    /// Those whom public claims and sources name, and what these are part of.
    pub(super) agents: BTreeSet<AgentId>,
    /// Those that public claims answer.
    pub(super) questions: BTreeSet<QuestionId>,
    /// Those of which these ask, and what these are part of.
    pub(super) events: BTreeSet<EventId>,
}

impl<'a> Public<'a> {
    pub(crate) fn new(dossier: &'a Dossier) -> Self {
        let gate = Gate::new(dossier, Reader::Anyone);
        let shown = dossier.claims.iter().filter(|(_, claim)| gate.shows(claim.source));
        let (mut agents, mut questions) = (BTreeSet::new(), BTreeSet::new());
        for (_, claim) in shown {
            questions.insert(claim.question);
            agents.extend(claim.said_by.iter().chain(&claim.beside.via));
        }
        let sources = dossier.sources.iter().filter(|(id, _)| gate.shows(*id));
        agents.extend(sources.filter_map(|(_, source)| source.publisher));
        agents.extend(&dossier.share.speakers);
        let events = questions.iter().map(|id| dossier.questions[*id].event).collect();
        Public {
            agents: with_all(agents, |id| dossier.agents[id].part_of.clone()),
            events: with_all(events, |id| dossier.events[id].part_of.into_iter().collect()),
            questions,
            gate,
        }
    }

    /// Who said first what a claim says; `None` where only a restricted source tells.
    pub(crate) fn origin(&self, alignment: &Alignment, id: ClaimId) -> Option<Who> {
        let dossier = self.gate.dossier();
        let origin = &alignment.origins[id.index()];
        let is_known = match origin.speaker {
            Speaker::Agent(agent) => self.agents.contains(&agent),
            Speaker::Source(source) => self.gate.shows(source),
        };
        let mut way = BTreeSet::new();
        let mut open = vec![id];
        while let Some(next) = open.pop().filter(|_| is_known) {
            let origin = &alignment.origins[next.index()];
            if !self.gate.shows_claim(next) {
                return None;
            }
            open.extend(origin.leads.iter().copied().filter(|lead| way.insert(*lead)));
        }
        is_known.then(|| Who::new(dossier, origin.speaker))
    }
}

/// Some things with all that they are part of.
fn with_all<I: Id>(first: BTreeSet<I>, part_of: impl Fn(I) -> Vec<I>) -> BTreeSet<I> {
    let mut open: Vec<I> = first.iter().copied().collect();
    let mut all = first;
    while let Some(id) = open.pop() {
        open.extend(part_of(id).into_iter().filter(|whole| all.insert(*whole)));
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::load::from_texts;

    const SOURCES: &str = r#"
        [agent]
        herald = { name = "Herald" }
        insider = { name = "Insider", part-of = ["office"] }
        office = { name = "Office" }
        mayor = { name = "Mayor", part-of = ["town"] }
        town = { name = "Town" }
        [source]
        memo = { title = "M", publisher = "unknown", access = "restricted" }
        early = { title = "E", publisher = "herald", derived-from = [{ source = "memo" }] }
        later = { title = "L", publisher = "herald", derived-from = [{ source = "early" }] }
        other = { title = "O", publisher = "herald" }
        page = { title = "P", publisher = "unknown" }
        "#;

    const CLAIMS: &str = r#"
        [event.day]
        title = "Day"
        [event.fire]
        title = "Fire"
        part-of = "day"
        [event.fire.question]
        killed = { ask = "How many?", type = "count" }
        hurt = { ask = "How many?", type = "count" }
        [event.plot]
        title = "Plot"
        [event.plot.question]
        told = { ask = "Who?", type = "count" }
        [[claim]]
        source = "memo"
        question = "fire/killed"
        value = 7
        said-by = "insider"
        [[claim]]
        source = "memo"
        question = "plot/told"
        value = 7
        [[claim]]
        source = "memo"
        question = "fire/hurt"
        value = 2
        said-by = "mayor"
        [[claim]]
        source = "early"
        question = "fire/killed"
        value = 7
        [[claim]]
        source = "later"
        question = "fire/killed"
        value = 7
        [[claim]]
        source = "early"
        question = "fire/hurt"
        value = 2
        [[claim]]
        source = "other"
        question = "fire/hurt"
        value = 3
        said-by = "mayor"
        [[claim]]
        source = "page"
        question = "fire/hurt"
        value = 4
        "#;

    #[test]
    fn an_origin_to_which_a_restricted_source_leads_is_not_told() {
        let dossier = from_texts(&[("sources/a.toml", SOURCES), ("claims/a.toml", CLAIMS)]);
        let alignment = Alignment::without_texts(&dossier);
        let public = Public::new(&dossier);
        let told = |name: &str| {
            let id = dossier.claims.find(name).expect("it is recorded");
            public.origin(&alignment, id).map(|who| who.to_string())
        };
        // The record knows all of them.
        let known = |name: &str| {
            let id = dossier.claims.find(name).expect("it is recorded");
            Who::new(&dossier, alignment.origins[id.index()].speaker).to_string()
        };
        assert_eq!(known("early#killed"), "agent:insider");
        assert_eq!(told("early#killed"), None);
        assert_eq!(told("later#killed"), None, "at one remove");
        assert_eq!(
            (known("early#hurt").as_str(), told("early#hurt")),
            ("agent:mayor", None),
            "the way is through it"
        );
        assert_eq!(told("other#hurt").as_deref(), Some("agent:mayor"));
        assert_eq!(told("page#hurt").as_deref(), Some("source:page"));
    }

    #[test]
    fn what_restricted_sources_alone_lead_to_is_not_there() {
        let dossier = from_texts(&[("sources/a.toml", SOURCES), ("claims/a.toml", CLAIMS)]);
        let public = Public::new(&dossier);
        let agents: Vec<&str> = public.agents.iter().map(|id| dossier.agents.name(*id)).collect();
        assert_eq!(agents, ["herald", "mayor", "town"]);
        let events: Vec<&str> = public.events.iter().map(|id| dossier.events.name(*id)).collect();
        assert_eq!(events, ["day", "fire"]);
        let questions: Vec<&str> = public.questions.iter().map(|id| dossier.questions.name(*id)).collect();
        assert_eq!(questions, ["fire/hurt", "fire/killed"]);
    }
}
