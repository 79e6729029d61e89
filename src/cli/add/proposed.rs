//! What `--yes` takes of what is proposed, and what it leaves to whoever asked.

use crate::audit::Audit;
use crate::error::Error;
use crate::load::keys::ClaimKey;
use crate::record::passage::QuotedPassage;
use crate::record::proposal::{Proposals, as_of, is_yes_no};
use crate::record::row::{Refusal, Row};

/// Gives a row what the passage itself tells of all that it does not say; what it tells not plainly enough, and how that is given.
///
/// # Errors
/// The text of the source is not at hand.
pub(super) fn take(
    audit: &Audit,
    source: &str,
    passage: &QuotedPassage,
    row: &mut Row,
) -> Result<Vec<Refusal>, Error> {
    let dossier = &audit.dossier;
    let proposals = Proposals::new(audit, source, passage, row.words(ClaimKey::Translation))?;
    let mut untold = Vec::new();
    if !row.has(ClaimKey::Question) {
        match proposals.told() {
            Some(question) => row.put(ClaimKey::Question, question),
            None => untold.push(which(
                "no question is told by the words alone",
                "--question EVENT/QUESTION",
                &proposals.questions(),
            )),
        }
    }
    let question = row.words(ClaimKey::Question).unwrap_or_default().to_owned();
    if !row.has(ClaimKey::Value) && !row.has(ClaimKey::Stance) && !question.is_empty() {
        match proposals.values(dossier, &question).first() {
            Some(value) => row.put(ClaimKey::Value, value),
            None if is_yes_no(dossier, &question) => {
                let why = "whether it is yes or no is not told by the words alone";
                untold.push(which(why, "--value yes", &["no".to_owned()]));
            }
            // That it has no value is said where it is judged.
            None => {}
        }
    }
    if !row.has(ClaimKey::SaidBy) {
        match &proposals.speaker {
            Some(speaker) => row.put(ClaimKey::SaidBy, speaker),
            None if proposals.speakers.is_empty() => {}
            None => {
                let why = "nobody stands right beside the verb of speaking";
                untold.push(which(
                    why,
                    "--said-by -` where the source speaks for itself, `--said-by AGENT",
                    &proposals.speakers,
                ));
            }
        }
    }
    if let (Some(as_of), false) = (as_of(dossier, &question, source), row.has(ClaimKey::AsOf)) {
        row.put(ClaimKey::AsOf, &as_of);
    }
    Ok(untold)
}

/// Why something is not taken, and what may be given.
fn which(why: &str, flag: &str, names: &[String]) -> Refusal {
    let names: Vec<String> = names.iter().map(|name| format!("`{name}`")).collect();
    let named = if names.is_empty() { String::new() } else { format!(": {}", names.join(", ")) };
    Refusal::at(0, why).help(format!("give `{flag}`{named}"))
}
