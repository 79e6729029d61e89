//! A fault as a finding, with marks at the words and at the claims.

use super::case::DraftCase;
use super::fault::Fault;
use crate::judge::finding::Finding;
use crate::judge::label::told;
use crate::judge::phrase::Phrase;

/// At most so many claims are marked beside a place of the draft.
const MOST_CLAIMS: usize = 4;

/// What tells of a fault.
pub(super) fn finding(case: &DraftCase<'_>, fault: &Fault) -> Finding {
    let dossier = case.dossier();
    let mut finding =
        Finding::new(fault.rule, fault.message.clone()).mark(case.spot(&fault.at), fault.label.clone());
    finding.question = fault.question.map(|id| dossier.questions.name(id).to_owned());
    for id in &fault.claims {
        finding = finding.claim(dossier.claims.name(*id));
        if finding.marks.len() <= MOST_CLAIMS {
            finding = finding.mark(dossier.claims[*id].value_spot, told(dossier, *id));
        }
    }
    if fault.claims.len() > MOST_CLAIMS {
        finding = finding.note(format!("and {} more claims", fault.claims.len() - MOST_CLAIMS));
    }
    finding.notes.splice(0..0, fault.notes.iter().cloned());
    finding.help = match (&fault.wording, &fault.help) {
        (Some(wording), _) => Some(Phrase::from("the record carries: ").join(wording.clone())),
        (None, help) => help.clone(),
    };
    finding.key = format!("{}\n{}", case.draft.path, case.words(&fault.sentence));
    finding
}
