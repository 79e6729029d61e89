//! How what a draft says stands to what a claim says.

use super::case::DraftCase;
use crate::align::relation::{Class, Kind, Which, relate};
use crate::model::table::{ClaimId, Id};
use crate::value::shape::Side;

/// How what a draft says stands to one claim, best first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Grade {
    /// It says the same.
    Same,
    /// It says less: the claim is within it.
    Wider,
    /// It says more than the claim: it is within the claim.
    Sharper,
    /// Both can hold, and neither says the other.
    Beside,
    /// The claim speaks of something else: another scope.
    OtherScope,
    /// It cannot be told, for a date or a scope is not known; or time passed between them.
    Open,
    /// Both cannot hold.
    Conflict,
    /// The claim says nothing.
    Nothing,
}

impl Grade {
    /// Whether the claim carries what is said.
    pub(super) fn carries(self) -> bool {
        matches!(self, Grade::Same | Grade::Wider)
    }
}

/// How a claim of the draft stands to one of the record on the same question. What is said of who says it is another matter.
pub(super) fn grade(case: &DraftCase<'_>, own: ClaimId, claim: ClaimId) -> Grade {
    let (with, dossier) = (case.with, case.dossier());
    let (Some(said), Some(other)) = (dossier.claims[own].shape(), dossier.claims[claim].shape()) else {
        return Grade::Nothing;
    };
    let relation = relate(with, own, claim);
    match (relation.kind, relation.class()) {
        (Kind::DifferentScope | Kind::PartOf, _) => return Grade::OtherScope,
        (_, Class::Conflict) => return Grade::Conflict,
        _ => {}
    }
    let (is_within, holds) = (said.within(other, &dossier.kin), other.within(said, &dossier.kin));
    if is_within && holds {
        return Grade::Same;
    }
    if holds || other.rounds_to(said) {
        return Grade::Wider;
    }
    if is_within || said.rounds_to(other) {
        return Grade::Sharper;
    }
    match relation.class() {
        Class::Open | Class::Change => Grade::Open,
        _ if said.shares(other, Side::Hard, &dossier.kin) => Grade::Beside,
        _ => Grade::Open,
    }
}

/// The latest claim that takes the place of another: of the same origin, or of another that tells of a later state.
pub(super) fn later(case: &DraftCase<'_>, claim: ClaimId) -> Option<ClaimId> {
    let (with, dossier) = (case.with, case.dossier());
    let others = with.claims.on(dossier.claims[claim].question).iter().copied();
    let replaces = |other: &ClaimId| {
        let relation = relate(with, claim, *other);
        let is_later = relation.class() == Class::Change && relation.direction == Some(Which::B);
        *other != claim && case.is_of_record(*other) && is_later
    };
    let day = |id: &ClaimId| with.basics[id.index()].when.as_of.days.greatest();
    others.filter(replaces).max_by_key(day)
}
