//! How each claim on a question stands among the others.

use std::collections::BTreeSet;

use super::assessment;
use super::court::Court;
use crate::align::across::Across;
use crate::align::relation::{Class, relate};
use crate::model::claim::Stance;
use crate::model::table::{ClaimId, Id, QuestionId};
use crate::vocabulary::vocabulary;

vocabulary! {
    /// How a claim stands among the others on its question, gravest first.
    pub enum Standing {
        /// Another claim says what cannot hold together with it, and nobody has explained why.
        Disputed = "disputed",
        /// The same, and the desk has said why.
        DisputedExplained = "disputed, explained",
        /// Parts and whole do not add up.
        BreaksSum = "breaks a sum",
        /// Both can hold, but only where one is read as readers seldom do.
        InTension = "in tension",
        /// It cannot be told whether it conflicts: scope or moment is not known.
        Open = "open",
        /// A running figure that a later one replaces, or the later one.
        Updated = "updated",
        /// Another source says the same, or something within it.
        Agrees = "agrees",
        /// Others say something else that can hold at the same time.
        Compatible = "compatible",
        /// Nothing to hold it against: it covers something else, or is a description in words.
        Apart = "apart",
        /// No other source speaks of it.
        Alone = "alone",
        /// The source says that it is not known.
        DoesNotKnow = "does not know",
        /// The source declines to say.
        Declines = "declines",
        /// Corrected, retracted or superseded.
        Withdrawn = "withdrawn",
        /// A projection, not yet a report.
        Projected = "projected",
    }
}

/// How each claim of a question stands, in the order of the claims.
pub(crate) fn standings(court: &Court, question: QuestionId) -> Vec<Standing> {
    let alignment = court.alignment;
    let dossier = court.dossier();
    let claims = alignment.claims.on(question);
    let disputes = court.disputes_on(question);
    let in_dispute = |id: ClaimId, class: Class| {
        disputes.iter().filter(|dispute| dispute.claims.binary_search(&id).is_ok()).find(|dispute| {
            let (a, b) = dispute.pairs.first().copied().unwrap_or((id, id));
            relate(alignment, a, b).class() == class
        })
    };
    let compared = compared(court, claims);
    let broken: BTreeSet<ClaimId> = court.across.iter().flat_map(Across::claims).collect();
    let of = |id: ClaimId| -> Standing {
        let claim = &dossier.claims[id];
        match claim.stance() {
            Stance::Unknown => return Standing::DoesNotKnow,
            Stance::Declines => return Standing::Declines,
            Stance::Affirms | Stance::Denies => {}
        }
        if alignment.is_withdrawn(id) {
            return Standing::Withdrawn;
        }
        if alignment.is_projected(id) {
            return Standing::Projected;
        }
        if let Some(dispute) = in_dispute(id, Class::Conflict) {
            return match assessment::explaining(court, question, &dispute.claims) {
                Some(_) => Standing::DisputedExplained,
                None => Standing::Disputed,
            };
        }
        if broken.contains(&id) {
            return Standing::BreaksSum;
        }
        if in_dispute(id, Class::Tension).is_some() {
            return Standing::InTension;
        }
        if in_dispute(id, Class::Open).is_some() {
            return Standing::Open;
        }
        let others: Vec<ClaimId> = compared
            .iter()
            .copied()
            .filter(|other| !alignment.sources.one_family(dossier.claims[*other].source, claim.source))
            .collect();
        if others.is_empty() {
            return Standing::Alone;
        }
        let relates =
            |class: Class| others.iter().any(|other| relate(alignment, id, *other).class() == class);
        if relates(Class::Agreement) || relates(Class::Dependence) {
            Standing::Agrees
        } else if relates(Class::Compatible) {
            Standing::Compatible
        } else if relates(Class::Change) {
            Standing::Updated
        } else {
            Standing::Apart
        }
    };
    claims.iter().map(|id| of(*id)).collect()
}

/// The claims that every other is compared with to tell how it stands: all that say something, and on a question with
/// very many the first of each of some sources.
fn compared(court: &Court, claims: &[ClaimId]) -> Vec<ClaimId> {
    const ALL: usize = 500;
    const SOURCES: usize = 64;
    let dossier = court.dossier();
    let mut saying: Vec<ClaimId> =
        claims.iter().copied().filter(|id| dossier.claims[*id].shape().is_some()).collect();
    if saying.len() > ALL {
        let mut seen = BTreeSet::new();
        let family = |id: ClaimId| court.alignment.sources.family[dossier.claims[id].source.index()];
        saying.retain(|id| seen.len() < SOURCES && seen.insert(family(*id)));
    }
    saying
}
