//! The claims of each question, what each covers and when it holds.

use super::moment::When;
use super::scope::Groups;
use crate::model::Dossier;
use crate::model::claim::Scope;
use crate::model::rare::Rare;
use crate::model::table::{AgentId, ClaimId, Id, QuestionId, SourceId};

/// What a claim covers and when it holds.
#[derive(Clone, Debug)]
pub(crate) struct Basics {
    pub(crate) scope: Rare<Scope>,
    pub(crate) when: When,
}

/// The claims of each question.
#[derive(Debug, Default)]
pub(crate) struct Claims {
    pub(crate) by_question: Vec<Vec<ClaimId>>,
    by_source: Grouped<SourceId>,
    by_publisher: Grouped<AgentId>,
    pub(crate) groups: Groups,
}

/// The claims of each question and of something else.
#[derive(Debug)]
struct Grouped<T> {
    /// In order, one for each claim.
    of: Vec<(QuestionId, T)>,
    claims: Vec<ClaimId>,
}

impl<T: Id> Grouped<T> {
    fn new(claims: impl Iterator<Item = (QuestionId, T, ClaimId)>) -> Self {
        let mut claims: Vec<(QuestionId, T, ClaimId)> = claims.collect();
        claims.sort_unstable();
        let (of, claims) =
            claims.into_iter().map(|(question, other, claim)| ((question, other), claim)).unzip();
        Grouped { of, claims }
    }

    fn of(&self, question: QuestionId, other: T) -> &[ClaimId] {
        let from = self.of.partition_point(|of| *of < (question, other));
        let many = self.of[from..].partition_point(|of| *of == (question, other));
        &self.claims[from..from + many]
    }
}

impl<T> Default for Grouped<T> {
    fn default() -> Self {
        Grouped { of: Vec::new(), claims: Vec::new() }
    }
}

impl Claims {
    pub(super) fn new(dossier: &Dossier) -> Self {
        let by_question = dossier.claims_by_question();
        let each = || dossier.claims.iter();
        let by_source = Grouped::new(each().map(|(id, claim)| (claim.question, claim.source, id)));
        let publisher = |source: SourceId| dossier.sources[source].publisher;
        let published = each().filter_map(|(id, claim)| Some((claim.question, publisher(claim.source)?, id)));
        Claims { by_question, by_source, by_publisher: Grouped::new(published), groups: Groups::new(dossier) }
    }

    pub(crate) fn on(&self, question: QuestionId) -> &[ClaimId] {
        &self.by_question[question.index()]
    }

    pub(crate) fn of(&self, question: QuestionId, source: SourceId) -> &[ClaimId] {
        self.by_source.of(question, source)
    }

    /// The claims on a question that stand in sources published by an agent.
    pub(super) fn published(&self, question: QuestionId, agent: AgentId) -> &[ClaimId] {
        self.by_publisher.of(question, agent)
    }
}
