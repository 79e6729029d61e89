//! What one source alone says.

use serde::Serialize;

use super::statement::Statement;
use crate::judge::Court;
use crate::model::table::QuestionId;
use crate::view::name::{ClaimName, QuestionName};
use crate::view::withheld::Gate;

/// An answer that nothing is held against: no other source speaks of its question.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct AloneAnswer {
    /// The claim, as `SOURCE#ID`.
    pub claim: ClaimName,
    /// The question, as `EVENT/QUESTION`.
    pub question: QuestionName,
    /// The title of the event that the question is about.
    pub event: String,
    /// What is asked, in words.
    pub ask: String,
    /// What it says, for people.
    pub says: String,
    /// Who says it, in words.
    pub speaker: String,
    /// What its source is called for short.
    pub carrier: String,
}

impl AloneAnswer {
    /// The answers to a question.
    pub(super) fn on<'c>(
        court: &'c Court<'_>,
        gate: Gate<'c>,
        id: QuestionId,
    ) -> impl Iterator<Item = AloneAnswer> + use<'c> {
        let dossier = court.dossier();
        let question = &dossier.questions[id];
        court.alignment.claims.on(id).iter().map(move |claim| {
            let said = Statement::new(court, gate, *claim);
            AloneAnswer {
                question: QuestionName::new(dossier, id),
                event: dossier.events[question.event].title.clone(),
                ask: question.ask.clone(),
                carrier: said.carrier(),
                says: said.plain,
                speaker: said.speaker,
                claim: said.claim,
            }
        })
    }
}
