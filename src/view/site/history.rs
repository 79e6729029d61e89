//! What became of each question from one revision of the record to the next.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::view::since::{ClaimChange, DisputeChange, KeyChange, RecordChange, is_of_the_desk};

/// What became of each question.
#[derive(Debug)]
pub(crate) struct History {
    /// By the question's name, the newest first.
    pub(crate) turns: BTreeMap<String, Vec<QuestionTurn>>,
    /// Whether it goes back to the first revision.
    pub(crate) is_whole: bool,
    /// How many revisions were looked at.
    pub(crate) revisions: usize,
}

/// When the record became another.
#[derive(Clone, Debug)]
pub(crate) struct Moment {
    /// The full name of the commit; `None` for what is not committed yet.
    pub(crate) commit: Option<String>,
    pub(crate) day: Option<String>,
}

/// What one revision of the record did to a question. There is at least one change.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct QuestionTurn {
    /// The full name of the commit; null for what is not committed yet.
    pub commit: Option<String>,
    /// The day on which it was made, as `2024-03-10`; null for what is not committed yet.
    pub day: Option<String>,
    /// Claims that came.
    pub added: Vec<ClaimChange>,
    /// Claims that say something else, or with other words.
    pub changed: Vec<ClaimChange>,
    /// Claims that went.
    pub removed: Vec<ClaimChange>,
    /// Disputes that were not there before.
    pub opened: Vec<DisputeChange>,
    /// Disputes that are there no longer.
    pub closed: Vec<DisputeChange>,
    /// Disputes that the desk has explained since.
    pub explained: Vec<DisputeChange>,
    /// Disputes whose explanation went.
    pub reopened: Vec<DisputeChange>,
}

/// A list of a turn.
type ListOf<T> = fn(&mut QuestionTurn) -> &mut Vec<T>;

impl History {
    /// Of no revision, where nobody asks or none is there.
    pub(crate) fn none() -> Self {
        History { turns: BTreeMap::new(), is_whole: true, revisions: 0 }
    }

    /// What became of a question, the newest first.
    pub(crate) fn of(&self, question: &str) -> &[QuestionTurn] {
        self.turns.get(question).map_or(&[], Vec::as_slice)
    }

    /// Puts what one revision did behind what later ones did.
    pub(crate) fn before(&mut self, moment: &Moment, change: RecordChange) {
        let mut turns: BTreeMap<String, QuestionTurn> = BTreeMap::new();
        let claims = change.claims;
        let of_claims: [(Vec<ClaimChange>, ListOf<ClaimChange>); 3] = [
            (claims.added, |turn| &mut turn.added),
            (claims.changed, |turn| &mut turn.changed),
            (claims.removed, |turn| &mut turn.removed),
        ];
        for (list, of) in of_claims {
            for mut it in list {
                // The desk's words are told as they are now, and never as they were.
                let notes = it.keys.iter_mut().filter(|key| is_of_the_desk(key.key));
                notes.for_each(KeyChange::withhold);
                let turn = turns.entry(it.question.clone()).or_insert_with(|| QuestionTurn::new(moment));
                of(turn).push(it);
            }
        }
        let disputes = change.disputes;
        let of_disputes: [(Vec<DisputeChange>, ListOf<DisputeChange>); 4] = [
            (disputes.opened, |turn| &mut turn.opened),
            (disputes.closed, |turn| &mut turn.closed),
            (disputes.explained, |turn| &mut turn.explained),
            (disputes.reopened, |turn| &mut turn.reopened),
        ];
        for (list, of) in of_disputes {
            for it in list {
                // What is between questions is told on none.
                let Some(question) = it.question.clone() else { continue };
                of(turns.entry(question).or_insert_with(|| QuestionTurn::new(moment))).push(it);
            }
        }
        for (question, turn) in turns {
            self.turns.entry(question).or_default().push(turn);
        }
    }
}

impl QuestionTurn {
    fn new(moment: &Moment) -> Self {
        QuestionTurn {
            commit: moment.commit.clone(),
            day: moment.day.clone(),
            added: Vec::new(),
            changed: Vec::new(),
            removed: Vec::new(),
            opened: Vec::new(),
            closed: Vec::new(),
            explained: Vec::new(),
            reopened: Vec::new(),
        }
    }
}
