//! The claims of each question, what each covers and when it holds.

use std::collections::HashMap;

use super::moment::When;
use super::scope::Groups;
use crate::model::Dossier;
use crate::model::claim::Scope;
use crate::model::table::{AgentId, ClaimId, Id, QuestionId, SourceId};

/// What a claim covers and when it holds.
#[derive(Clone, Debug)]
pub(crate) struct Basics {
    pub(crate) scope: Scope,
    pub(crate) when: When,
}

/// The claims of each question.
#[derive(Debug, Default)]
pub(crate) struct Claims {
    pub(crate) by_question: Vec<Vec<ClaimId>>,
    by_source: HashMap<(QuestionId, SourceId), Vec<ClaimId>>,
    by_publisher: HashMap<(QuestionId, AgentId), Vec<ClaimId>>,
    pub(crate) groups: Groups,
}

impl Claims {
    pub(super) fn new(dossier: &Dossier) -> Self {
        let by_question = dossier.claims_by_question();
        let mut by_source: HashMap<_, Vec<ClaimId>> = HashMap::with_capacity(dossier.claims.len());
        let mut by_publisher: HashMap<_, Vec<ClaimId>> = HashMap::new();
        for (id, claim) in dossier.claims.iter() {
            by_source.entry((claim.question, claim.source)).or_default().push(id);
            if let Some(agent) = dossier.sources[claim.source].publisher {
                by_publisher.entry((claim.question, agent)).or_default().push(id);
            }
        }
        Claims { by_question, by_source, by_publisher, groups: Groups::new(dossier) }
    }

    pub(crate) fn on(&self, question: QuestionId) -> &[ClaimId] {
        &self.by_question[question.index()]
    }

    pub(crate) fn of(&self, question: QuestionId, source: SourceId) -> &[ClaimId] {
        self.by_source.get(&(question, source)).map_or(&[], Vec::as_slice)
    }

    /// The claims on a question that stand in sources published by an agent.
    pub(super) fn published(&self, question: QuestionId, agent: AgentId) -> &[ClaimId] {
        self.by_publisher.get(&(question, agent)).map_or(&[], Vec::as_slice)
    }
}
