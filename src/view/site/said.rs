//! What one source says, and what one speaker says, question by question.

use super::ground::Site;
use crate::model::table::{ClaimId, Id};
use crate::view::name::QuestionName;
use crate::view::report::asked::AskedClaim;
use crate::view::report::sources::ReportedSource;

/// A source with all that it says.
pub(crate) struct SiteSource {
    pub(crate) source: ReportedSource,
    /// Its claims, by event and question.
    pub(crate) said: Vec<Said>,
    /// Whether it rests on a source that is kept back.
    pub(crate) is_resting: bool,
}

/// A speaker with all that it says.
pub(crate) struct SiteSpeaker {
    pub(crate) id: String,
    pub(crate) name: String,
    /// Whether it has a name.
    pub(crate) is_named: bool,
    pub(crate) said: Vec<Said>,
}

/// A claim with what it answers.
pub(crate) struct Said {
    pub(crate) question: QuestionName,
    /// What is asked, in words.
    pub(crate) ask: String,
    /// The title of the event that it is about.
    pub(crate) event: String,
    pub(crate) claim: AskedClaim,
}

/// Claims with what they answer, by event and question in the order of their ids.
pub(super) fn said(site: &Site, claims: &[ClaimId]) -> Vec<Said> {
    let dossier = site.dossier();
    let mut claims: Vec<ClaimId> = claims.to_vec();
    claims.sort_by_key(|id| (dossier.claims[*id].question, *id));
    let said = claims.into_iter().map(|id| {
        let question = dossier.claims[id].question;
        let asked = &dossier.questions[question];
        Said {
            question: QuestionName::new(dossier, question),
            ask: asked.ask.clone(),
            event: dossier.events[asked.event].title.clone(),
            claim: AskedClaim::new(site.court, site.gate, id, site.standings[id.index()]),
        }
    });
    said.collect()
}
