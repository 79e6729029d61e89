//! Whether a draft says who says so, where it matters.

use super::fault::Fault;
use super::on_question::OnQuestion;
use super::wording::answers;
use crate::align::party::is_from_party;
use crate::align::relation::{Class, relate};
use crate::judge::rules::{DRAFT_FLAT, DRAFT_UNNAMED};
use crate::model::table::ClaimId;
use crate::spot::Attribution;

impl OnQuestion<'_> {
    /// A disputed answer, or one by parties alone, that the draft gives to nobody, or to nobody who is named.
    pub(super) fn of_who(&self, carrying: &[ClaimId]) -> Option<Fault> {
        let case = self.case;
        let rule = match &self.statement.attribution {
            Attribution::Own => DRAFT_FLAT,
            Attribution::Vague(_) => DRAFT_UNNAMED,
            Attribution::Known(_) | Attribution::Another(_) => return None,
        };
        let opposed = self.opposed(carrying);
        let of_parties = !carrying.is_empty() && carrying.iter().all(|id| is_from_party(case.with, *id));
        let why = match (!opposed.is_empty(), of_parties) {
            (true, _) => "is in dispute",
            (false, true) => "is said by parties to the event alone",
            (false, false) => return None,
        };
        let words = self.words();
        let message = match rule.name == DRAFT_FLAT.name {
            true => format!("`{words}` is stated as a fact, and {why}"),
            false => format!("`{words}` is given to nobody who is named, and {why}"),
        };
        let all: Vec<ClaimId> = carrying.iter().chain(&opposed).copied().collect();
        let fault = self.fault(rule, message).label("who says so is left out").against(all.iter().copied());
        Some(fault.wording(answers(case, &all)))
    }

    /// The claims that are in dispute with all that carry a statement, or hard to take together with them.
    fn opposed(&self, carrying: &[ClaimId]) -> Vec<ClaimId> {
        let (case, dossier) = (self.case, self.case.dossier());
        let record = case.record.dossier();
        let disputes = case.record.disputes_on(self.question);
        let name = |id: &ClaimId| record.claims.name(*id).to_owned();
        let own: Vec<String> = carrying.iter().map(|id| dossier.claims.name(*id).to_owned()).collect();
        let mut found: Vec<ClaimId> = Vec::new();
        // Growth: with the disputes on the question.
        for (a, b) in disputes.iter().flat_map(|it| &it.pairs) {
            let is_grave = match relate(case.record.alignment, *a, *b).class() {
                Class::Conflict => true,
                // Whoever gives two figures that are hard to take together gives one that is in doubt, and is not disputed.
                Class::Tension => !case.record.alignment.is_one_origin(*a, *b),
                _ => false,
            };
            let (a, b) = (name(a), name(b));
            let other = match (own.contains(&a), own.contains(&b)) {
                (true, false) => b,
                (false, true) => a,
                _ => continue,
            };
            found.extend(dossier.claims.find(&other).filter(|_| is_grave));
        }
        found.sort_unstable();
        found.dedup();
        found
    }
}
