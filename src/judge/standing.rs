//! How each claim on a question stands among the others.

use std::collections::{BTreeMap, BTreeSet};

use super::assessment;
use super::court::Court;
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
    let mut in_disputes: BTreeMap<(ClaimId, Class), Standing> = BTreeMap::new();
    for dispute in court.disputes_on(question) {
        let Some((a, b)) = dispute.pairs.first() else { continue };
        let class = relate(alignment, *a, *b).class();
        let stands = match class {
            Class::Conflict => match assessment::explaining(court, question, &dispute.claims) {
                Some(_) => Standing::DisputedExplained,
                None => Standing::Disputed,
            },
            Class::Tension => Standing::InTension,
            Class::Open => Standing::Open,
            _ => continue,
        };
        for id in &dispute.claims {
            in_disputes.entry((*id, class)).or_insert(stands);
        }
    }
    let in_dispute = |id: ClaimId, class: Class| in_disputes.get(&(id, class)).copied();
    let compared = compared(court, claims);
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
        if let Some(stands) = in_dispute(id, Class::Conflict) {
            return stands;
        }
        if court.is_breaking(id) {
            return Standing::BreaksSum;
        }
        if let Some(stands) = in_dispute(id, Class::Tension).or_else(|| in_dispute(id, Class::Open)) {
            return stands;
        }
        let others: Vec<ClaimId> = compared
            .iter()
            .copied()
            .filter(|other| !alignment.sources.one_family(dossier.claims[*other].source, claim.source))
            .collect();
        if others.is_empty() {
            return Standing::Alone;
        }
        let mut stands = Standing::Apart;
        for other in others {
            match relate(alignment, id, other).class() {
                Class::Agreement | Class::Dependence => return Standing::Agrees,
                Class::Compatible => stands = Standing::Compatible,
                Class::Change if stands == Standing::Apart => stands = Standing::Updated,
                _ => {}
            }
        }
        stands
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
