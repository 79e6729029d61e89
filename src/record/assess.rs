//! An assessment of a question, with the claims of its conflict filled in.

use std::collections::{BTreeMap, BTreeSet};

use super::appended::appended;
use super::toml::string;
use crate::audit::{Audit, Day, Judged, Levels};
use crate::error::{Error, ErrorKind};
use crate::judge::Family;
use crate::load::CLAIMS;
use crate::load::keys::AssessmentKey;
use crate::model::claim::Status;
use crate::view::assessed::{Decided, FilledAssessment};
use crate::vocabulary::Vocabulary;

/// What the desk says of a question.
#[derive(Clone, Debug)]
pub(crate) struct Assessing<'a> {
    pub(crate) question: &'a str,
    pub(crate) status: Status,
    /// Empty where it is still to be written.
    pub(crate) rationale: &'a str,
    pub(crate) by: Option<&'a str>,
    pub(crate) today: Day,
}

/// The claims that are in dispute on a question and that nobody has explained yet, in the order of their names; of a question on which
/// all is explained those of every dispute.
pub(crate) fn in_dispute(judged: &Judged<'_>, question: &str) -> Vec<String> {
    let tells = |family: &Family| matches!(family, Family::Relation(..) | Family::Law(..));
    let found = || {
        let findings = judged.findings().iter().filter(|finding| tells(&finding.rule.family));
        findings.filter(|finding| finding.question.as_deref() == Some(question))
    };
    let claims = |open: bool| {
        let meant = found().filter(|finding| !open || finding.explained.is_none());
        meant.flat_map(|finding| finding.claims.iter().cloned()).collect::<BTreeSet<String>>()
    };
    let open = claims(true);
    let claims = if open.is_empty() { claims(false) } else { open };
    claims.into_iter().collect()
}

impl Assessing<'_> {
    /// The assessment as TOML.
    pub(crate) fn to_toml(&self, claims: &[String]) -> String {
        let line = |key: AssessmentKey, value: String| format!("{} = {value}\n", key.word());
        let each: Vec<String> = claims.iter().map(|claim| format!("    {},\n", string(claim))).collect();
        let mut text = "[[assessment]]\n".to_owned();
        text += &line(AssessmentKey::Question, string(self.question));
        text += &line(AssessmentKey::Status, string(self.status.name()));
        text += &line(AssessmentKey::Claims, format!("[\n{}]", each.concat()));
        text += &line(AssessmentKey::Rationale, string(self.rationale));
        if let Some(by) = self.by {
            text += &line(AssessmentKey::DecidedBy, string(by));
        }
        text += &line(AssessmentKey::DecidedAt, string(&self.today.to_string()));
        text
    }

    /// What is shown of it; nothing is written yet.
    pub(crate) fn told(&self, claims: Vec<String>) -> FilledAssessment {
        let decided = Decided {
            question: self.question,
            status: self.status,
            rationale: (!self.is_open()).then_some(self.rationale),
            by: self.by,
            at: self.today.to_string(),
        };
        let toml = self.to_toml(&claims);
        FilledAssessment::new(decided, claims, toml)
    }

    /// Whether its rationale is still to be written.
    pub(crate) fn is_open(&self) -> bool {
        self.rationale.trim().is_empty()
    }

    /// The file with the assessment at its end: where the others stand, else one of its own.
    ///
    /// # Errors
    /// It could not be read there.
    pub(crate) fn file(&self, audit: &Audit, claims: &[String]) -> Result<BTreeMap<String, String>, Error> {
        let dossier = &audit.dossier;
        let last = dossier.assessments.last().map(|it| dossier.files.get(it.spot.file).path.clone());
        let path = last.unwrap_or_else(|| format!("{CLAIMS}assessments.toml"));
        let text = appended(dossier, &path, &self.to_toml(claims));
        let files = BTreeMap::from([(path, text)]);
        let after = audit.amended(&files, &Levels::default())?;
        if after.dossier.assessments.len() != dossier.assessments.len() + 1 {
            let problem = after.dossier.problems.last().map(|it| format!(": {}", it.message));
            let message = format!("the assessment could not be read{}", problem.unwrap_or_default());
            return Err(Error::new(ErrorKind::Refused, message));
        }
        Ok(files)
    }
}
