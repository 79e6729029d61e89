//! What somebody asks for by name: found, or refused with the nearest that there is.

use super::known::AsKnown;
use super::open::Audit;
use crate::align::impact::Taken;
use crate::error::{Error, ErrorKind};
use crate::load::keys::Referent;
use crate::model::table::{AgentId, ClaimId, EventId, QuestionId, SourceId};
use crate::text::nearest;

impl Audit {
    /// The question of a name.
    ///
    /// # Errors
    /// No such question; the nearest is named.
    pub(crate) fn question(&self, name: &str) -> Result<QuestionId, Error> {
        let questions = &self.dossier.questions;
        questions.find(name).ok_or_else(|| unknown(&[Referent::Question], name, questions.names()))
    }

    /// The claim of a full name.
    ///
    /// # Errors
    /// No such claim; the nearest is named.
    pub(super) fn claim(&self, name: &str) -> Result<ClaimId, Error> {
        let source = name.split_once('#').map_or(name, |(source, _)| source);
        let claims = &self.dossier.claims;
        claims.find(name).ok_or_else(|| self.later(source, unknown(&[Referent::Claim], name, claims.names())))
    }

    /// The source of a name.
    ///
    /// # Errors
    /// No such source; the nearest is named.
    pub(crate) fn source(&self, name: &str) -> Result<SourceId, Error> {
        let sources = &self.dossier.sources;
        sources
            .find(name)
            .ok_or_else(|| self.later(name, unknown(&[Referent::Source], name, sources.names())))
    }

    fn agent(&self, name: &str) -> Result<AgentId, Error> {
        let agents = &self.dossier.agents;
        agents.find(name).ok_or_else(|| unknown(&[Referent::Agent], name, agents.names()))
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
            (None, None) => Err(unknown(
                &[Referent::Event, Referent::Question],
                name,
                events.names().chain(questions.names()),
            )),
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
        let neither =
            || unknown(&[Referent::Source, Referent::Agent], name, sources.names().chain(agents.names()));
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

/// Nothing of these kinds has this name; the nearest that has one is named, else where they stand.
pub(crate) fn unknown<'a>(of: &[Referent], name: &str, known: impl Iterator<Item = &'a str>) -> Error {
    let kinds: Vec<&str> = of.iter().map(|of| of.name()).collect();
    let error = Error::new(ErrorKind::Unknown, format!("no {} is called `{name}`", kinds.join(" or ")));
    match nearest(name, known) {
        Some(near) => error.hint(format!("did you mean `{near}`?")),
        None => error.hint(standing(of)),
    }
}

/// Where one sees what there is of some kinds, each told once.
fn standing(of: &[Referent]) -> String {
    let told = of.iter().map(|of| match of {
        Referent::Event | Referent::Question => {
            "`gainsay table` lists all questions, each as EVENT/QUESTION".to_owned()
        }
        Referent::Source | Referent::Agent | Referent::Place => {
            format!("{of}s are defined below `sources/`, each as `[{of}.ID]`")
        }
        Referent::Group => format!("{of}s are defined below `claims/`, each as `[{of}.ID]`"),
        Referent::Claim => "claims stand below `claims/`, each is called SOURCE#ID".to_owned(),
    });
    let mut told: Vec<String> = told.collect();
    told.dedup();
    told.join("; ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_known_is_told_with_the_nearest_or_with_where_its_kind_stands() {
        let near = unknown(&[Referent::Source], "heralt", ["courier", "herald"].into_iter());
        assert_eq!(near.to_string(), "no source is called `heralt`");
        assert_eq!(near.help(), Some("did you mean `herald`?"));
        for (of, message, help) in [
            (
                &[Referent::Source][..],
                "no source is called `x`",
                "sources are defined below `sources/`, each as `[source.ID]`",
            ),
            (
                &[Referent::Source, Referent::Agent],
                "no source or agent is called `x`",
                "sources are defined below `sources/`, each as `[source.ID]`; \
                 agents are defined below `sources/`, each as `[agent.ID]`",
            ),
            (
                &[Referent::Event, Referent::Question],
                "no event or question is called `x`",
                "`gainsay table` lists all questions, each as EVENT/QUESTION",
            ),
            (
                &[Referent::Group],
                "no group is called `x`",
                "groups are defined below `claims/`, each as `[group.ID]`",
            ),
            (
                &[Referent::Claim],
                "no claim is called `x`",
                "claims stand below `claims/`, each is called SOURCE#ID",
            ),
        ] {
            let error = unknown(of, "x", ["herald"].into_iter());
            assert_eq!((error.to_string().as_str(), error.help()), (message, Some(help)));
        }
    }
}
