//! What a site says of a dossier as a whole, for programs.

use std::collections::BTreeSet;

use serde::Serialize;

use super::address;
use super::ground::Site;
use super::question::{QuestionState, SiteQuestion};
use crate::view::name::QuestionName;

/// A site as a whole. Its JSON is frozen: later versions add keys and remove none.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct SiteIndex {
    /// Always `gainsay/site/1`.
    schema: &'static str,
    /// The title of the dossier.
    pub title: String,
    /// Where the site is to stand; null where that was not said.
    pub url: Option<String>,
    /// How many events, sources, speakers and claims it tells of.
    pub events: usize,
    /// Sources.
    pub sources: usize,
    /// Whoever speaks.
    pub speakers: usize,
    /// Claims.
    pub claims: usize,
    /// What is kept back, counted.
    pub kept_back: KeptBackCounts,
    /// How many revisions of the record its history goes through; null where there is no git repository.
    pub revisions: Option<usize>,
    /// The questions, by event, in the order in which they matter.
    pub questions: Vec<ListedQuestion>,
}

/// The restricted sources of the record, counted and nowhere named.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct KeptBackCounts {
    /// Sources.
    pub sources: usize,
    /// Their claims.
    pub claims: usize,
}

/// A question of the site.
#[derive(Clone, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct ListedQuestion {
    /// The question, as `EVENT/QUESTION`.
    pub question: QuestionName,
    /// What is asked, in words.
    pub ask: String,
    /// The title of the event that it is about.
    pub event: String,
    /// How it stands.
    pub state: QuestionState,
    /// How many sources speak of it.
    pub sources: usize,
    /// The path of its page, from the first page of the site.
    pub page: String,
    /// Who answers, and what: for whoever searches.
    #[serde(skip)]
    pub(crate) words: String,
}

impl ListedQuestion {
    /// Whether anything on it is in dispute.
    pub(crate) fn is_disputed(&self) -> bool {
        self.state.is_dispute()
    }

    pub(crate) fn new(question: &SiteQuestion) -> Self {
        ListedQuestion {
            question: question.asked.question.clone(),
            ask: question.asked.ask.clone(),
            event: question.asked.event.clone(),
            state: question.state,
            sources: question.sources.len(),
            page: address::question(&question.asked.question),
            words: words(question),
        }
    }
}

/// So many bytes of the words that a question can be found by are kept.
const MOST_WORDS: usize = 300;

/// Who answers a question, and what, each once.
fn words(question: &SiteQuestion) -> String {
    let speakers = question.asked.claims.iter().map(|claim| claim.said.speaker.as_str());
    let answers = question.asked.claims.iter().map(|claim| claim.said.plain.as_str());
    let mut seen: BTreeSet<&str> = BTreeSet::new();
    let mut found = String::new();
    for words in speakers.chain(answers).filter(|words| seen.insert(words)) {
        if found.len() >= MOST_WORDS {
            break;
        }
        found.extend([words, " "]);
    }
    found
}

impl SiteIndex {
    /// The whole of a site that tells of these questions.
    pub(crate) fn new(site: &Site, url: Option<&str>, questions: Vec<ListedQuestion>) -> Self {
        let dossier = site.dossier();
        SiteIndex {
            schema: "gainsay/site/1",
            title: dossier.title.clone(),
            url: url.map(str::to_owned),
            events: dossier.events.len(),
            sources: dossier.sources.len(),
            speakers: site.by_speaker.len(),
            claims: dossier.claims.len(),
            kept_back: KeptBackCounts { sources: site.kept_back.sources, claims: site.kept_back.claims },
            revisions: (site.history.revisions > 0).then_some(site.history.revisions),
            questions,
        }
    }
}
