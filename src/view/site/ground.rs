//! What the pages of a site are made of.

use std::collections::BTreeMap;

use rayon::prelude::*;

use super::history::History;
use super::kept_back::KeptBack;
use crate::judge::standing::{Standing, standings};
use crate::judge::{Court, Finding};
use crate::model::Dossier;
use crate::model::table::{AgentId, ClaimId, Id, QuestionId};
use crate::view::report::disagreement::Disagreement;
use crate::view::report::rules::DisputeRule;
use crate::view::report::sources::ReportedSource;
use crate::view::report::{Holding, gravity};
use crate::view::trace::Speaking;
use crate::view::withheld::{Gate, Reader};

/// What the pages of a site are made of.
pub(crate) struct Site<'a> {
    pub(super) court: &'a Court<'a>,
    pub(super) gate: Gate<'a>,
    pub(super) speaking: Speaking,
    pub(super) kept_back: &'a KeptBack,
    pub(super) history: &'a History,
    /// By question, in order: what findings tell of it.
    pub(super) told: BTreeMap<QuestionId, Vec<(DisputeRule, &'a Finding)>>,
    /// By claim.
    pub(super) standings: Vec<Standing>,
    /// By source.
    pub(super) sources: Vec<ReportedSource>,
    pub(super) by_source: Vec<Vec<ClaimId>>,
    pub(super) by_speaker: BTreeMap<AgentId, Vec<ClaimId>>,
    pub(super) by_event: Vec<Vec<QuestionId>>,
}

impl<'a> Site<'a> {
    pub(crate) fn new(
        court: &'a Court<'a>,
        findings: &'a [Finding],
        kept_back: &'a KeptBack,
        history: &'a History,
    ) -> Self {
        let dossier = court.dossier();
        let gate = Gate::new(dossier, Reader::Anyone);
        let mut told: BTreeMap<QuestionId, Vec<_>> = BTreeMap::new();
        for finding in findings {
            let question = finding.question.as_deref().and_then(|name| dossier.questions.find(name));
            if let Some((question, rule)) = question.zip(DisputeRule::of(finding)) {
                told.entry(question).or_default().push((rule, finding));
            }
        }
        let mut by_source = vec![Vec::new(); dossier.sources.len()];
        let mut by_speaker: BTreeMap<AgentId, Vec<ClaimId>> = BTreeMap::new();
        for (id, claim) in dossier.claims.iter() {
            by_source[claim.source.index()].push(id);
            if let Some(agent) = claim.said_by.last().copied().or(dossier.sources[claim.source].publisher) {
                by_speaker.entry(agent).or_default().push(id);
            }
        }
        let mut by_event = vec![Vec::new(); dossier.events.len()];
        dossier.questions.iter().for_each(|(id, question)| by_event[question.event.index()].push(id));
        Site {
            gate,
            speaking: Speaking::new(dossier),
            standings: stand(court),
            sources: ReportedSource::all(dossier, gate),
            court,
            kept_back,
            history,
            told,
            by_source,
            by_speaker,
            by_event,
        }
    }

    /// The title of the dossier.
    pub(crate) fn title(&self) -> &'a str {
        &self.dossier().title
    }

    /// How many sources are kept back.
    pub(crate) fn kept_back(&self) -> usize {
        self.kept_back.sources
    }

    pub(super) fn dossier(&self) -> &'a Dossier {
        self.court.dossier()
    }

    pub(super) fn claims_on(&self, question: QuestionId) -> impl Iterator<Item = ClaimId> + use<'_, 'a> {
        self.court.alignment.claims.on(question).iter().copied()
    }

    /// The disputes on a question, gravest first.
    pub(super) fn disputes(&self, question: QuestionId) -> Vec<Disagreement> {
        let Some(told) = self.told.get(&question) else { return Vec::new() };
        let holding = Holding::new(self.court.positions_on(question));
        let each = told.iter().map(|(rule, finding)| {
            Disagreement::new(self.court, self.gate, finding, (*rule, question, &holding))
        });
        let mut disputes: Vec<Disagreement> = each.collect();
        disputes.sort_by_cached_key(gravity);
        disputes
    }

    /// The sources, in the order of their ids.
    pub(crate) fn sources(&self) -> &[ReportedSource] {
        &self.sources
    }
}

/// How each claim stands.
pub(in crate::view) fn stand(court: &Court) -> Vec<Standing> {
    let dossier = court.dossier();
    let questions: Vec<QuestionId> = dossier.questions.ids().collect();
    let each: Vec<Vec<Standing>> = questions.par_iter().map(|id| standings(court, *id)).collect();
    let mut all = vec![Standing::Alone; dossier.claims.len()];
    for (question, standings) in questions.into_iter().zip(each) {
        for (claim, stands) in court.alignment.claims.on(question).iter().zip(standings) {
            all[claim.index()] = stands;
        }
    }
    all
}
