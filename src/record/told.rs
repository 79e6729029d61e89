//! What a passage itself tells of a claim that does not say it, and what it leaves open.

use super::proposal::{Proposals, as_of, is_yes_no};
use super::row::Row;
use crate::load::keys::ClaimKey;
use crate::model::Dossier;

/// What stands for nobody: the source speaks for itself.
pub(crate) const NOBODY: &str = "-";

/// How plainly a passage has to tell what is taken from it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Plainly {
    /// The question that its words tell, the likeliest value.
    Likeliest,
    /// Nothing else may be meant: a row that leaves it open is not taken.
    Alone,
}

/// What a passage leaves open.
#[derive(Clone, Debug)]
pub(crate) struct Open {
    pub(crate) key: ClaimKey,
    pub(crate) why: &'static str,
    /// What may be given.
    pub(crate) names: Vec<String>,
}

/// Gives a row what a passage of its source tells of all that it does not say; what that tells not plainly enough. Who speaks is not told
/// plainly by a name beside a verb: the sentence may quote somebody else.
pub(crate) fn tell(
    dossier: &Dossier,
    source: &str,
    proposals: &Proposals,
    row: &mut Row,
    plainly: Plainly,
) -> Vec<Open> {
    let mut open = Vec::new();
    if !row.has(ClaimKey::Question) {
        let told = match plainly {
            Plainly::Likeliest => proposals.told(),
            Plainly::Alone => proposals.only_question(),
        };
        let why = "no question is told by the words alone";
        match told {
            Some(question) => row.put(ClaimKey::Question, question),
            None => open.push(Open { key: ClaimKey::Question, why, names: proposals.questions() }),
        }
    }
    let question = row.words(ClaimKey::Question).unwrap_or_default().to_owned();
    if !row.has(ClaimKey::Value) && !row.has(ClaimKey::Stance) && !question.is_empty() {
        let names = proposals.values(dossier, &question);
        let value = match plainly {
            Plainly::Likeliest => names.first().cloned(),
            Plainly::Alone => proposals.only_value(dossier, &question),
        };
        match value {
            Some(value) => row.put(ClaimKey::Value, &value),
            None if is_yes_no(dossier, &question) => open.push(Open {
                key: ClaimKey::Value,
                why: "whether it is yes or no is not told by the words alone",
                names: ["yes", "no"].map(str::to_owned).to_vec(),
            }),
            // That it has no value is said where it is judged.
            None if names.is_empty() => {}
            None => open.push(Open {
                key: ClaimKey::Value,
                why: "the value is not told plainly by the words alone",
                names,
            }),
        }
    }
    if plainly == Plainly::Likeliest && !row.has(ClaimKey::SaidBy) {
        match &proposals.speaker {
            Some(speaker) => row.put(ClaimKey::SaidBy, speaker),
            None if proposals.speakers.is_empty() => {}
            None => open.push(Open {
                key: ClaimKey::SaidBy,
                why: "nobody stands right beside the verb of speaking",
                names: proposals.speakers.clone(),
            }),
        }
    }
    if let (Some(as_of), false) = (as_of(dossier, &question, source), row.has(ClaimKey::AsOf)) {
        row.put(ClaimKey::AsOf, &as_of);
    }
    open
}

impl Open {
    /// How it is given, `by` being where that goes, with what may be given.
    pub(crate) fn help(&self, by: &str) -> String {
        let names: Vec<String> = self.names.iter().map(|name| format!("`{name}`")).collect();
        let named = if names.is_empty() { String::new() } else { format!(": {}", names.join(", ")) };
        format!("give `{by}`{named}")
    }
}
