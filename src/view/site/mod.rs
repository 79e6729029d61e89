//! A dossier as a site: a page a question, event, source and speaker, made one at a time, so that not all of them are held.

pub(crate) mod address;
mod ground;
pub(crate) mod history;
pub(crate) mod index;
pub(crate) mod kept_back;
pub(crate) mod question;
pub(crate) mod said;

use std::cmp::Reverse;

use rayon::prelude::*;

use super::name::QuestionName;
use super::table::EventTable;
use crate::model::table::{AgentId, EventId, Id, QuestionId, SourceId};
use crate::value::calendar::short_days;
pub(crate) use ground::Site;
pub(in crate::view) use ground::stand;
pub use history::QuestionTurn;
pub use index::{KeptBackCounts, ListedQuestion, SiteIndex};
pub use question::{QuestionState, SiteQuestion};
use said::{SiteSource, SiteSpeaker, said};

/// An event with its questions, the gravest first.
pub(crate) struct SiteEvent {
    pub(crate) id: String,
    pub(crate) title: String,
    /// When it was, for people.
    pub(crate) date: Option<String>,
    pub(crate) questions: Vec<SiteQuestion>,
    pub(crate) table: EventTable,
}

impl Site<'_> {
    /// A question by its name.
    pub(crate) fn question(&self, name: &QuestionName) -> Option<SiteQuestion> {
        self.dossier().questions.find(name.as_str()).map(|id| SiteQuestion::new(self, id))
    }

    /// How many events there are.
    pub(crate) fn events(&self) -> usize {
        self.dossier().events.len()
    }

    /// An event by its place in the order of ids, with its questions.
    pub(crate) fn event(&self, at: usize) -> SiteEvent {
        let (dossier, id) = (self.dossier(), EventId::from_index(at));
        let asked = &self.by_event[id.index()];
        let mut questions: Vec<SiteQuestion> =
            asked.par_iter().map(|question| SiteQuestion::new(self, *question)).collect();
        // What matters stands first; of the rest what most sources answer, then what was recorded first.
        questions.sort_by_cached_key(|it| {
            let spot =
                dossier.questions.find(it.asked.question.as_str()).map(|id| dossier.questions[id].spot);
            (
                it.state.min(QuestionState::Undisputed),
                Reverse(it.sources.len()),
                spot.map(|it| (it.file, it.start)),
            )
        });
        let order: Vec<QuestionId> =
            questions.iter().filter_map(|it| dossier.questions.find(it.asked.question.as_str())).collect();
        SiteEvent {
            id: dossier.events.name(id).to_owned(),
            title: dossier.events[id].title.clone(),
            date: dossier.events[id].days.map(|(first, last)| short_days(first, last)),
            table: EventTable::new(self.court, id, &order),
            questions,
        }
    }

    /// A source by its place among them.
    pub(crate) fn source(&self, at: usize) -> SiteSource {
        let id = SourceId::from_index(at);
        let source = self.sources[at].clone();
        SiteSource {
            is_resting: self.kept_back.resting.contains(&source.id),
            said: said(self, &self.by_source[id.index()]),
            source,
        }
    }

    /// Those who speak, in the order of their ids.
    pub(crate) fn speakers(&self) -> Vec<AgentId> {
        self.by_speaker.keys().copied().collect()
    }

    /// A speaker.
    pub(crate) fn speaker(&self, id: AgentId) -> SiteSpeaker {
        let agent = &self.dossier().agents[id];
        let claims = self.by_speaker.get(&id).map_or(&[][..], Vec::as_slice);
        SiteSpeaker {
            id: self.dossier().agents.name(id).to_owned(),
            name: agent.name.clone(),
            is_named: agent.named,
            said: said(self, claims),
        }
    }
}
