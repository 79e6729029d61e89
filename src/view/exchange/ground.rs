//! What claims are about and who makes them: agents, events and questions to which public claims and sources lead.

use super::whole::{Exchange, Named};
pub(crate) use crate::model::source::AgentKind;
use crate::view::name::QuestionName;

/// Whoever speaks or publishes.
pub(crate) struct ExchangedAgent {
    pub(crate) id: String,
    pub(crate) name: String,
    pub(crate) aliases: Vec<String>,
    /// False for "a US official".
    pub(crate) is_named: bool,
    pub(crate) kind: Option<AgentKind>,
    /// What it is part of.
    pub(crate) part_of: Vec<Named>,
}

/// What happened.
pub(crate) struct ExchangedEvent {
    pub(crate) id: String,
    pub(crate) title: String,
    /// When, as it was recorded.
    pub(crate) date: Option<String>,
    pub(crate) part_of: Option<String>,
}

/// What is asked of an event.
pub(crate) struct ExchangedQuestion {
    pub(crate) name: QuestionName,
    pub(crate) ask: String,
}

impl Exchange<'_> {
    /// The agents, in the order of their ids.
    pub(crate) fn agents(&self) -> impl Iterator<Item = ExchangedAgent> {
        self.public.agents.iter().map(|id| {
            let agent = &self.dossier().agents[*id];
            ExchangedAgent {
                id: self.dossier().agents.name(*id).to_owned(),
                name: agent.name.clone(),
                aliases: agent.aliases.iter().map(|alias| alias.name.clone()).collect(),
                is_named: agent.named,
                kind: agent.kind,
                part_of: self.agents_of(&agent.part_of),
            }
        })
    }

    /// The events, in the order of their ids.
    pub(crate) fn events(&self) -> impl Iterator<Item = ExchangedEvent> {
        let events = &self.dossier().events;
        self.public.events.iter().map(|id| ExchangedEvent {
            id: events.name(*id).to_owned(),
            title: events[*id].title.clone(),
            date: events[*id].date.clone(),
            part_of: events[*id].part_of.map(|id| events.name(id).to_owned()),
        })
    }

    /// The questions, in the order of their names.
    pub(crate) fn questions(&self) -> impl Iterator<Item = ExchangedQuestion> {
        self.public.questions.iter().map(|id| ExchangedQuestion {
            name: QuestionName::new(self.dossier(), *id),
            ask: self.dossier().questions[*id].ask.clone(),
        })
    }
}
