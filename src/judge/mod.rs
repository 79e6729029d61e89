//! Alignment to findings: rules, levels, and the desk's assessments applied. Pure; it cannot fail.

pub(crate) mod assessment;
pub(crate) mod disputed;
pub(crate) mod finding;
#[cfg(test)]
pub(crate) mod laws;
pub(crate) mod quoted;
pub(crate) mod rule;
pub(crate) mod rules;
pub(crate) mod settles;
pub(crate) mod stated;
#[cfg(test)]
mod sketch;

use rayon::prelude::*;

use crate::align::Alignment;
use crate::align::across::{Across, across};
use crate::align::disputes::{Dispute, disputes};
use crate::align::independence::Ties;
use crate::align::position::{Position, positions};
use crate::model::table::{Id, QuestionId};
use crate::model::{Dossier, Level};
pub(crate) use finding::Finding;

/// An alignment with what the rules ask of it, worked out once.
pub(crate) struct Court<'a> {
    pub(crate) alignment: &'a Alignment<'a>,
    /// By question.
    pub(crate) disputes: Vec<Vec<Dispute>>,
    /// By question.
    pub(crate) positions: Vec<Vec<Position>>,
    pub(crate) across: Vec<Across>,
    /// The day of the check, as a day number: what is overdue is overdue by it.
    pub(crate) today: i128,
}

impl<'a> Court<'a> {
    pub(crate) fn new(alignment: &'a Alignment<'a>, today: i128) -> Self {
        let ties = Ties::new(alignment);
        let questions: Vec<QuestionId> = alignment.dossier.questions.ids().collect();
        let (disputes, positions) = questions
            .par_iter()
            .map(|question| (disputes(alignment, *question), positions(alignment, &ties, *question)))
            .unzip();
        Court { alignment, disputes, positions, across: across(alignment), today }
    }

    pub(crate) fn dossier(&self) -> &'a Dossier {
        self.alignment.dossier
    }

    pub(crate) fn disputes_on(&self, question: QuestionId) -> &[Dispute] {
        &self.disputes[question.index()]
    }

    pub(crate) fn positions_on(&self, question: QuestionId) -> &[Position] {
        &self.positions[question.index()]
    }
}

/// All findings of all rules that are not allowed, in the order of their places.
pub(crate) fn judge(court: &Court) -> Vec<Finding> {
    let dossier = court.dossier();
    let mut found: Vec<Finding> = rules::ALL
        .par_iter()
        .filter(|rule| level(dossier, rule.name, rule.level) != Level::Allow)
        .flat_map_iter(|rule| {
            let mut found = Vec::new();
            (rule.find)(court, &mut found);
            found
        })
        .collect();
    for finding in &mut found {
        finding.level = level(dossier, finding.rule.name, finding.rule.level);
        finding.claims.sort();
        finding.claims.dedup();
    }
    found.sort_by(|a, b| {
        let place = |finding: &Finding| finding.marks.first().map(|mark| mark.spot);
        (place(a), a.rule.name, &a.message).cmp(&(place(b), b.rule.name, &b.message))
    });
    found
}

/// The level of a rule in this dossier.
pub(crate) fn level(dossier: &Dossier, name: &str, default: Level) -> Level {
    dossier.levels.get(name).map_or(default, |(level, _)| *level)
}
