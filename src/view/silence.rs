//! The view of silence, version 1: of each question, which source answers it and which was read and does not.

use std::collections::BTreeSet;

use serde::Serialize;

use super::name::QuestionName;
use super::table::{Of, shows};
use crate::judge::Court;
use crate::model::claim::Stance;
use crate::model::table::{ClaimId, QuestionId, SourceId};
use crate::vocabulary::vocabulary;

/// Questions by sources, each cell how the source stands to the question. Its JSON is frozen: later versions add keys
/// and remove none.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct SilenceMatrix {
    /// Always `gainsay/silence/1`.
    schema: &'static str,
    /// The events in the order of their names, those of which no question is asked for left out.
    pub events: Vec<EventSilence>,
}

/// The questions of one event by the sources that speak of it.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct EventSilence {
    /// The event's id.
    pub event: String,
    /// What happened, in words.
    pub title: String,
    /// The sources that speak of the event, in order.
    pub sources: Vec<String>,
    /// Its questions, in the order of their names.
    pub questions: Vec<SilenceRow>,
    /// Sources that were read and say nothing at all of the event.
    pub elsewhere: Vec<String>,
    /// Sources of which no claim is recorded: nobody knows whether they speak of it.
    pub unread: Vec<String>,
}

/// What each source does on one question.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct SilenceRow {
    /// The question, as `EVENT/QUESTION`.
    pub question: QuestionName,
    /// What is asked, in words.
    pub ask: String,
    /// By source: what it does, each once, in order; `silent` where it was read and says nothing.
    pub marks: Vec<Vec<Response>>,
}

vocabulary! {
    /// What a source does on a question.
    pub enum Response {
        /// It says something.
        Answers = "answers",
        /// It denies something.
        Denies = "denies",
        /// It says that it is not known.
        DoesNotKnow = "does-not-know",
        /// It declines to say.
        Declines = "declines",
        /// It was read, and says nothing of it.
        Silent = "silent",
    }
}

impl SilenceMatrix {
    pub(crate) fn new(court: &Court, of: Of) -> Self {
        let dossier = court.dossier();
        let read: BTreeSet<SourceId> = dossier.claims.iter().map(|(_, claim)| claim.source).collect();
        let name = |id: &SourceId| dossier.sources.name(*id).to_owned();
        let unread: Vec<String> =
            dossier.sources.ids().filter(|id| !read.contains(id)).map(|id| name(&id)).collect();
        let mut events = Vec::new();
        for (id, event) in dossier.events.iter() {
            let asked = dossier
                .questions
                .iter()
                .filter(|(question, row)| row.event == id && shows(court, of, id, *question));
            let asked: Vec<QuestionId> = asked.map(|(question, _)| question).collect();
            // Whoever speaks of the event was read for it, also where another of its questions is asked for.
            let of_event =
                dossier.claims.iter().filter(|(_, claim)| dossier.questions[claim.question].event == id);
            let speaking: BTreeSet<SourceId> = of_event.map(|(_, claim)| claim.source).collect();
            if asked.is_empty() {
                continue;
            }
            let row = |question: &QuestionId| SilenceRow {
                question: QuestionName::new(dossier, *question),
                ask: dossier.questions[*question].ask.clone(),
                marks: speaking.iter().map(|source| responses(court, *question, *source)).collect(),
            };
            events.push(EventSilence {
                event: dossier.events.name(id).to_owned(),
                title: event.title.clone(),
                sources: speaking.iter().map(name).collect(),
                questions: asked.iter().map(row).collect(),
                elsewhere: read.difference(&speaking).map(name).collect(),
                unread: unread.clone(),
            });
        }
        SilenceMatrix { schema: "gainsay/silence/1", events }
    }
}

/// What a source does on a question, each once, in order.
fn responses(court: &Court, question: QuestionId, source: SourceId) -> Vec<Response> {
    let dossier = court.dossier();
    let does = |id: &ClaimId| {
        let claim = &dossier.claims[*id];
        match claim.stance() {
            Stance::Unknown => Response::DoesNotKnow,
            Stance::Declines => Response::Declines,
            Stance::Affirms | Stance::Denies if claim.denies() => Response::Denies,
            Stance::Affirms | Stance::Denies => Response::Answers,
        }
    };
    let done: BTreeSet<Response> = court.alignment.claims.of(question, source).iter().map(does).collect();
    if done.is_empty() { vec![Response::Silent] } else { done.into_iter().collect() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::align::Alignment;
    use crate::load::from_texts;

    const DOSSIER: [(&str, &str); 2] = [
        (
            "sources/a.toml",
            r#"
            [source]
            herald-1 = { title = "Fire at the mill", publisher = "herald", published = "2024-03-01" }
            courier-1 = { title = "Mill burns", publisher = "courier", published = "2024-03-01" }
            gazette-1 = { title = "After", publisher = "unknown", published = "2024-03-01" }
            leaflet-1 = { title = "Leaflet", publisher = "unknown", published = "2024-03-01" }
            [agent]
            herald = { name = "The Herald" }
            courier = { name = "The Courier" }
            mayor = { name = "Mayor Quimby" }
            "#,
        ),
        (
            "claims/a.toml",
            r#"
            [event.fire]
            title = "The fire"
            [event.fire.question]
            killed = { ask = "How many were killed?", type = "count" }
            hurt = { ask = "How many were hurt?", type = "count" }
            [[claim]]
            source = "herald-1"
            id = "quimby-says"
            question = "fire/killed"
            value = 3
            said-by = "mayor"
            [[claim]]
            source = "courier-1"
            question = "fire/killed"
            stance = "declines"
            [[claim]]
            source = "gazette-1"
            question = "fire/killed"
            stance = "unknown"
            [[claim]]
            source = "courier-1"
            question = "fire/hurt"
            stance = "denies"
            value = 5
            "#,
        ),
    ];

    #[test]
    fn what_was_read_and_silent_is_told_from_what_declines_denies_or_does_not_know() {
        let dossier = from_texts(&DOSSIER);
        let alignment = Alignment::without_texts(&dossier);
        let view = SilenceMatrix::new(&Court::new(&alignment, 0), Of::All);
        let event = &view.events[0];
        assert_eq!(event.sources, ["courier-1", "gazette-1", "herald-1"]);
        let marks = |question: usize| event.questions[question].marks.concat();
        assert_eq!(event.questions[0].question.as_str(), "fire/hurt");
        assert_eq!(marks(0), [Response::Denies, Response::Silent, Response::Silent]);
        assert_eq!(marks(1), [Response::Declines, Response::DoesNotKnow, Response::Answers]);
        assert_eq!(event.unread, ["leaflet-1"]);
    }
}
