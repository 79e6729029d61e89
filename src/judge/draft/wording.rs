//! Wordings that the record carries.

use super::case::DraftCase;
use super::speakers::speaker;
use crate::judge::phrase::Phrase;
use crate::model::table::ClaimId;

/// At most so many answers are told beside each other.
const MOST_ANSWERS: usize = 4;

/// Each answer with who gives it: `Joe Biden says “Jordan”; the government of Jordan says “Syria”`.
pub(super) fn answers(case: &DraftCase<'_>, claims: &[ClaimId]) -> Option<Phrase> {
    let dossier = case.dossier();
    let mut told: Vec<(String, Vec<String>)> = Vec::new();
    for id in claims {
        let (said, by) = (dossier.said(&dossier.claims[*id]), speaker(dossier, *id));
        match told.iter_mut().find(|(answer, _)| *answer == said) {
            Some((_, speakers)) if speakers.contains(&by) => {}
            Some((_, speakers)) => speakers.push(by),
            None => told.push((said, vec![by])),
        }
    }
    let more = told.len().saturating_sub(MOST_ANSWERS);
    let shown: Vec<String> = told
        .into_iter()
        .take(MOST_ANSWERS)
        .map(|(said, by)| {
            let verb = if by.len() == 1 { "says" } else { "say" };
            format!("{} {verb} “{said}”", joined(&by))
        })
        .collect();
    let rest = if more > 0 { format!("; and {more} more") } else { String::new() };
    (!shown.is_empty()).then(|| Phrase::from(format!("{}{rest}", shown.join("; "))))
}

fn joined(names: &[String]) -> String {
    match names {
        [] => String::new(),
        [one] => one.clone(),
        [first @ .., last] => format!("{} and {last}", first.join(", ")),
    }
}
