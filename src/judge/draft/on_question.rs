//! A statement before the claims on its question.

use super::case::DraftCase;
use super::fault::Fault;
use crate::align::relation::{reason, relate_readings};
use crate::draft::{Binding, Statement};
use crate::judge::phrase::Phrase;
use crate::judge::rule::Rule;
use crate::model::table::{ClaimId, QuestionId};

/// A statement before the claims on its question.
pub(super) struct OnQuestion<'c> {
    pub(super) case: &'c DraftCase<'c>,
    pub(super) statement: &'c Statement,
    pub(super) question: QuestionId,
}

impl OnQuestion<'_> {
    pub(super) fn fault(&self, rule: &'static Rule, message: impl Into<Phrase>) -> Fault {
        let fault = Fault::new(rule, (&self.statement.at, &self.statement.sentence), message);
        let fault = fault.on(Some(self.question));
        let fault = match self.statement.assumed {
            Some(assumed) => fault.note(format!("assumed: {}", assumed.replace("source", "draft"))),
            None => fault,
        };
        let name = self.case.dossier().questions.name(self.question);
        match &self.statement.binding {
            Binding::Proposed { others, .. } => {
                let others: Vec<String> = others
                    .iter()
                    .map(|id| format!("`{}`", self.case.dossier().questions.name(*id)))
                    .collect();
                let rest = match others.is_empty() {
                    true => String::new(),
                    false => format!("; it may be {} instead", others.join(" or ")),
                };
                fault.note(format!("that it answers `{name}` is a proposal{rest}"))
            }
            _ => fault.note(format!("a mark binds it to `{name}`")),
        }
    }

    /// The claims of the record on the question that say something, and what the mark names of them.
    pub(super) fn on_record(&self) -> Vec<ClaimId> {
        let (case, dossier) = (self.case, self.case.dossier());
        let all = case.with.claims.on(self.question).iter().copied();
        let says = |id: &ClaimId| case.is_of_record(*id) && dossier.claims[*id].shape().is_some();
        all.filter(says).collect()
    }

    /// Of those what a mark names, where it names any.
    pub(super) fn meant(&self) -> Vec<ClaimId> {
        let (dossier, all) = (self.case.dossier(), self.on_record());
        let claims = match &self.statement.binding {
            Binding::Bound(target) => Some(&target.claims).filter(|claims| !claims.is_empty()),
            _ => None,
        };
        let sources = &self.statement.sources;
        let names = |id: &ClaimId| {
            claims.is_some_and(|claims| claims.contains(dossier.claims.name(*id)))
                || sources.contains(&dossier.claims[*id].source)
        };
        match claims.is_none() && sources.is_empty() {
            true => all,
            false => all.into_iter().filter(names).collect(),
        }
    }

    pub(super) fn is_bound_to_claims(&self) -> bool {
        matches!(&self.statement.binding, Binding::Bound(target) if !target.claims.is_empty())
    }

    pub(super) fn words(&self) -> String {
        self.case.words(&self.statement.at)
    }

    pub(super) fn why(&self, own: ClaimId, claim: ClaimId) -> String {
        let with = self.case.with;
        reason(with, own, claim, &relate_readings(with, own, claim))
    }
}
