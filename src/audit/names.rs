//! What somebody asks for by name: found, or refused with the nearest that there is.

use super::known::AsKnown;
use super::open::Audit;
use crate::align::impact::Taken;
use crate::error::{Error, ErrorKind};
use crate::model::table::{AgentId, ClaimId, EventId, QuestionId, SourceId};
use crate::text::nearest;

impl Audit {
    /// The question of a name.
    ///
    /// # Errors
    /// No such question; the nearest is named.
    pub(crate) fn question(&self, name: &str) -> Result<QuestionId, Error> {
        let questions = &self.dossier.questions;
        questions.find(name).ok_or_else(|| unknown("question", name, questions.names()))
    }

    /// The claim of a full name.
    ///
    /// # Errors
    /// No such claim; the nearest is named.
    pub(super) fn claim(&self, name: &str) -> Result<ClaimId, Error> {
        let source = name.split_once('#').map_or(name, |(source, _)| source);
        let claims = &self.dossier.claims;
        claims.find(name).ok_or_else(|| self.later(source, unknown("claim", name, claims.names())))
    }

    /// The source of a name.
    ///
    /// # Errors
    /// No such source; the nearest is named.
    pub(crate) fn source(&self, name: &str) -> Result<SourceId, Error> {
        let sources = &self.dossier.sources;
        sources.find(name).ok_or_else(|| self.later(name, unknown("source", name, sources.names())))
    }

    fn agent(&self, name: &str) -> Result<AgentId, Error> {
        let agents = &self.dossier.agents;
        agents.find(name).ok_or_else(|| unknown("agent", name, agents.names()))
    }

    /// The event or the question of a name.
    ///
    /// # Errors
    /// Neither; the nearest of either is named.
    pub(super) fn event_or_question(&self, name: &str) -> Result<Result<EventId, QuestionId>, Error> {
        let (events, questions) = (&self.dossier.events, &self.dossier.questions);
        match (events.find(name), questions.find(name)) {
            (Some(event), _) => Ok(Ok(event)),
            (None, Some(question)) => Ok(Err(question)),
            (None, None) => Err(unknown("event or question", name, events.names().chain(questions.names()))),
        }
    }

    /// The source or the agent of a name, which may say with `source:` or `agent:` which is meant.
    ///
    /// # Errors
    /// Neither; the nearest of either is named.
    pub(super) fn taken(&self, name: &str) -> Result<Taken, Error> {
        if let Some(id) = name.strip_prefix("source:") {
            return self.source(id).map(Taken::Source);
        }
        if let Some(id) = name.strip_prefix("agent:") {
            return self.agent(id).map(Taken::Agent);
        }
        let (sources, agents) = (&self.dossier.sources, &self.dossier.agents);
        let neither = || unknown("source or agent", name, sources.names().chain(agents.names()));
        match (sources.find(name), agents.find(name)) {
            (Some(source), _) => Ok(Taken::Source(source)),
            // Where both have the name the source is meant, also while it was not out.
            (None, Some(agent)) if !self.has_source(name) => Ok(Taken::Agent(agent)),
            (None, _) => Err(self.later(name, neither())),
        }
    }

    /// Whether the dossier has, or on a later day had, a source of this name.
    pub(crate) fn has_source(&self, name: &str) -> bool {
        let came_later = |known: &AsKnown| known.left_out.contains(name);
        self.dossier.sources.find(name).is_some() || self.as_of.as_ref().is_some_and(came_later)
    }

    /// Of a source that came out after the day that is asked about it is said so; of any other, `error`.
    fn later(&self, source: &str, error: Error) -> Error {
        match &self.as_of {
            Some(known) if known.left_out.contains(source) => {
                Error::new(ErrorKind::Unknown, format!("source `{source}` was not out on {}", known.words))
            }
            _ => error,
        }
    }
}

/// Nothing has this name; the nearest that has one is named.
pub(crate) fn unknown<'a>(what: &str, name: &str, known: impl Iterator<Item = &'a str>) -> Error {
    let error = Error::new(ErrorKind::Unknown, format!("no {what} is called `{name}`"));
    match nearest(name, known) {
        Some(near) => error.hint(format!("did you mean `{near}`?")),
        None => error.hint("`gainsay table` lists all questions"),
    }
}
