//! A question with all that its page tells.

use std::ops::Not;

use serde::Serialize;

use super::ground::Site;
use super::history::QuestionTurn;
use crate::model::table::{Id, QuestionId};
use crate::view::name::Who;
use crate::view::report::asked::AskedQuestion;
use crate::view::report::disagreement::{Class, Disagreement};
use crate::view::report::sources::ReportedSource;
use crate::vocabulary::vocabulary;

vocabulary! {
    /// How a question stands, gravest first.
    pub enum QuestionState {
        /// Sources say what cannot hold together, and nobody has explained why.
        Disputed = "disputed",
        /// The same, and the desk has said why.
        Explained = "disputed, explained",
        /// What they say can hold together only where one is read as readers seldom do.
        InTension = "in tension",
        /// A figure was revised.
        Revised = "revised",
        /// It cannot be told whether they differ.
        Open = "open",
        /// Two sources or more speak of it, and nothing is in dispute.
        Undisputed = "not in dispute",
        /// One source alone speaks of it.
        Alone = "one source alone",
        /// No source speaks of it.
        Silent = "no answer",
    }
}

impl QuestionState {
    /// Whether anything is in dispute.
    pub(crate) fn is_dispute(self) -> bool {
        self < QuestionState::Undisputed
    }
}

/// A question, as a site tells it. Its JSON is frozen: later versions add keys and remove none.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct SiteQuestion {
    /// Always `gainsay/question/1`.
    schema: &'static str,
    /// How it stands.
    pub state: QuestionState,
    /// What its sources say on it.
    #[serde(flatten)]
    pub asked: AskedQuestion,
    /// Its disputes, gravest first.
    pub disputes: Vec<Disagreement>,
    /// The sources that speak of it, in the order of their ids.
    pub sources: Vec<ReportedSource>,
    /// How many sources that are kept back speak of it.
    pub kept_back: usize,
    /// The ids of its sources that rest on one that is kept back: where there are several, origins may be fewer than are counted.
    pub resting_on_kept_back: Vec<String>,
    /// What became of it, the newest first.
    pub history: Vec<QuestionTurn>,
    /// Whether the history is cut before the first revision; absent where it is whole.
    #[serde(skip_serializing_if = "Not::not")]
    pub history_cut: bool,
    /// The ids of those who speak, with their names, each once.
    #[serde(skip)]
    pub(crate) speakers: Vec<(String, String)>,
}

impl SiteQuestion {
    pub(super) fn new(site: &Site, id: QuestionId) -> Self {
        let asked = AskedQuestion::new(site.court, site.gate, &site.speaking, id);
        let disputes = site.disputes(id);
        let mut ids: Vec<usize> =
            site.claims_on(id).map(|claim| site.dossier().claims[claim].source.index()).collect();
        ids.sort_unstable();
        ids.dedup();
        let sources: Vec<ReportedSource> = ids.into_iter().map(|at| site.sources[at].clone()).collect();
        let name = asked.question.as_str();
        let resting =
            sources.iter().map(|source| source.id.clone()).filter(|id| site.kept_back.resting.contains(id));
        SiteQuestion {
            schema: "gainsay/question/1",
            state: state(&disputes, sources.len()),
            kept_back: site.kept_back.on(name),
            resting_on_kept_back: resting.collect(),
            history: site.history.of(name).to_vec(),
            history_cut: !site.history.is_whole,
            speakers: speakers(&asked),
            asked,
            disputes,
            sources,
        }
    }
}

/// How a question stands that some sources speak of.
fn state(disputes: &[Disagreement], sources: usize) -> QuestionState {
    let gravest = disputes.iter().filter_map(|dispute| match (dispute.class, dispute.is_explained()) {
        (Class::Conflict, false) => Some(QuestionState::Disputed),
        (Class::Conflict, true) => Some(QuestionState::Explained),
        (Class::Tension, _) => Some(QuestionState::InTension),
        (Class::Change, _) => Some(QuestionState::Revised),
        (Class::Open, _) => Some(QuestionState::Open),
        (Class::Agreement | Class::Compatible | Class::Dependence | Class::Aside, _) => None,
    });
    gravest.min().unwrap_or(match sources {
        0 => QuestionState::Silent,
        1 => QuestionState::Alone,
        _ => QuestionState::Undisputed,
    })
}

/// The agents who speak, each once, in the order of their ids.
fn speakers(asked: &AskedQuestion) -> Vec<(String, String)> {
    let each = asked.claims.iter().filter_map(|claim| match &claim.said.who {
        Who::Agent(id) => {
            let name =
                if claim.said.own_voice { claim.said.publisher.as_ref()? } else { &claim.said.speaker };
            Some((id.clone(), name.clone()))
        }
        Who::Source(_) | Who::Unknown => None,
    });
    let mut found: Vec<(String, String)> = each.collect();
    found.sort();
    found.dedup();
    found
}
