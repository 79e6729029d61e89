//! A dossier as a site: a page a question, event, source and speaker, made one at a time, so that not all of them are held.

pub(crate) mod address;
pub(crate) mod history;
pub(crate) mod index;
pub(crate) mod kept_back;
pub(crate) mod question;
pub(crate) mod said;

use std::cmp::Reverse;
use std::collections::BTreeMap;

use rayon::prelude::*;

use super::name::QuestionName;
use super::report::disagreement::Disagreement;
use super::report::rules::DisputeRule;
use super::report::sources::ReportedSource;
use super::report::{Holding, gravity};
use super::table::EventTable;
use super::trace::Speaking;
use super::withheld::{Gate, Reader};
use crate::judge::standing::{Standing, standings};
use crate::judge::{Court, Finding};
use crate::model::Dossier;
use crate::model::table::{AgentId, ClaimId, EventId, Id, QuestionId, SourceId};
use history::History;
pub use history::QuestionTurn;
pub use index::{KeptBackCounts, ListedQuestion, SiteIndex};
use kept_back::KeptBack;
pub use question::{QuestionState, SiteQuestion};
use said::{SiteSource, SiteSpeaker, said};

/// What the pages of a site are made of.
pub(crate) struct Site<'a> {
    court: &'a Court<'a>,
    gate: Gate<'a>,
    speaking: Speaking,
    kept_back: &'a KeptBack,
    history: &'a History,
    /// By question, in order: what findings tell of it.
    told: BTreeMap<QuestionId, Vec<(DisputeRule, &'a Finding)>>,
    /// By claim.
    standings: Vec<Standing>,
    /// By source.
    sources: Vec<ReportedSource>,
    by_source: Vec<Vec<ClaimId>>,
    by_speaker: BTreeMap<AgentId, Vec<ClaimId>>,
    by_event: Vec<Vec<QuestionId>>,
}

/// An event with its questions, the gravest first.
pub(crate) struct SiteEvent {
    pub(crate) id: String,
    pub(crate) title: String,
    /// When it was, as it was recorded.
    pub(crate) date: Option<String>,
    pub(crate) questions: Vec<SiteQuestion>,
    pub(crate) table: EventTable,
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

    /// A question by its name.
    pub(crate) fn question(&self, name: &QuestionName) -> Option<SiteQuestion> {
        self.dossier().questions.find(name.as_str()).map(|id| SiteQuestion::new(self, id))
    }

    fn dossier(&self) -> &'a Dossier {
        self.court.dossier()
    }

    fn claims_on(&self, question: QuestionId) -> impl Iterator<Item = ClaimId> + use<'_, 'a> {
        self.court.alignment.claims.on(question).iter().copied()
    }

    /// The disputes on a question, gravest first.
    fn disputes(&self, question: QuestionId) -> Vec<Disagreement> {
        let Some(told) = self.told.get(&question) else { return Vec::new() };
        let holding = Holding::new(self.court.positions_on(question));
        let each = told.iter().map(|(rule, finding)| {
            Disagreement::new(self.court, self.gate, finding, (*rule, question, &holding))
        });
        let mut disputes: Vec<Disagreement> = each.collect();
        disputes.sort_by_cached_key(gravity);
        disputes
    }

    /// The ids of the events.
    pub(crate) fn events(&self) -> Vec<EventId> {
        self.dossier().events.ids().collect()
    }

    /// An event with its questions.
    pub(crate) fn event(&self, id: EventId) -> SiteEvent {
        let dossier = self.dossier();
        let asked = &self.by_event[id.index()];
        let mut questions: Vec<SiteQuestion> =
            asked.par_iter().map(|question| SiteQuestion::new(self, *question)).collect();
        // What matters stands first; of the rest what most sources answer, then what was recorded first.
        questions.sort_by_cached_key(|it| {
            let spot =
                dossier.questions.find(it.asked.question.as_str()).map(|id| dossier.questions[id].spot);
            (
                it.state.min(QuestionState::Undisputed),
                Reverse(it.sources.len()),
                spot.map(|it| (it.file, it.start)),
            )
        });
        let order: Vec<QuestionId> =
            questions.iter().filter_map(|it| dossier.questions.find(it.asked.question.as_str())).collect();
        SiteEvent {
            id: dossier.events.name(id).to_owned(),
            title: dossier.events[id].title.clone(),
            date: dossier.events[id].date.clone(),
            table: EventTable::new(self.court, id, &order),
            questions,
        }
    }

    /// The sources, in the order of their ids.
    pub(crate) fn sources(&self) -> &[ReportedSource] {
        &self.sources
    }

    /// A source by its place among them.
    pub(crate) fn source(&self, at: usize) -> SiteSource {
        let id = SourceId::from_index(at);
        let source = self.sources[at].clone();
        SiteSource {
            is_resting: self.kept_back.resting.contains(&source.id),
            said: said(self, &self.by_source[id.index()]),
            source,
        }
    }

    /// Those who speak, in the order of their ids.
    pub(crate) fn speakers(&self) -> Vec<AgentId> {
        self.by_speaker.keys().copied().collect()
    }

    /// A speaker.
    pub(crate) fn speaker(&self, id: AgentId) -> SiteSpeaker {
        let agent = &self.dossier().agents[id];
        let claims = self.by_speaker.get(&id).map_or(&[][..], Vec::as_slice);
        SiteSpeaker {
            id: self.dossier().agents.name(id).to_owned(),
            name: agent.name.clone(),
            is_named: agent.named,
            said: said(self, claims),
        }
    }
}

/// How each claim stands.
fn stand(court: &Court) -> Vec<Standing> {
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
