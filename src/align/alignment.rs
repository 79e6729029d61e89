//! A dossier with all that follows from it before two claims are held against each other.

use std::collections::BTreeMap;

use super::claims::{Basics, Claims};
use super::looked::{Evidence, Recaptured, TextState};
use super::moment;
use super::moment::Order;
use super::origin::{Origin, Sources, is_one};
use super::reuse::Reuse;
use super::scope;
use super::scope::{Compared, Speakers};
use super::statements::Statements;
use super::withdrawal::Withdrawal;
use crate::model::Dossier;
use crate::model::claim::{Modality, Stated, UNKNOWN};
use crate::model::lock::LockedText;
use crate::model::problem::ProblemKind;
use crate::model::question::Dimension;
use crate::model::table::{ClaimId, Id, QuestionId, SourceId};

/// A dossier with all that follows from it: what each claim covers, when it holds, and who it goes back to.
/// Relations between two claims are worked out where they are asked for; see [`relate`](super::relation::relate).
pub(crate) struct Alignment<'d> {
    pub(crate) dossier: &'d Dossier,
    pub(crate) claims: Claims,
    pub(crate) sources: Sources,
    /// By claim.
    pub(crate) basics: Vec<Basics>,
    /// By claim.
    pub(crate) origins: Vec<Origin>,
    /// By claim: how its quote stands.
    pub(crate) evidence: Vec<Evidence>,
    /// By source: what became of its text.
    pub(crate) texts: Vec<TextState>,
    /// What of the archive was not opened, and why.
    pub(crate) refused: Vec<(ProblemKind, String)>,
    /// By source: how its text was read, where it is held.
    pub(crate) read: Vec<Option<LockedText>>,
    /// What texts share undeclared; empty where none was looked at.
    pub(crate) reuse: Reuse,
    /// What became of the quotes of earlier captures.
    pub(crate) recaptured: Vec<Recaptured>,
    /// By claim: whether rows 2 to 4 may concern it at all.
    pub(super) may_change: Vec<bool>,
    /// What is said to take something back, and whether it does.
    pub(crate) statements: Statements,
    pub(crate) withdrawn: BTreeMap<ClaimId, Withdrawal>,
    /// The questions on which not all was looked at that may take something back, in order.
    pub(crate) withdrawn_in_part: Vec<QuestionId>,
}

impl Alignment<'_> {
    /// How a source's text was read when it was locked and how it is now, where its bytes are the same and its words are not.
    pub(crate) fn reread(&self, source: SourceId) -> Option<(&LockedText, &LockedText)> {
        let now = self.read[source.index()].as_ref()?;
        let then = self.dossier.lock.texts.get(self.dossier.sources.name(source))?;
        (then.sha256 == now.sha256 && then.words != now.words).then_some((then, now))
    }

    /// Whether the claim has been corrected, retracted or superseded, stands in a retracted source, or repeats
    /// one of which that is so.
    pub(crate) fn is_withdrawn(&self, claim: ClaimId) -> bool {
        self.withdrawn.contains_key(&claim)
    }

    /// Whether rows 2 to 4 may concern the claim at all.
    pub(super) fn may_change(&self, claim: ClaimId) -> bool {
        self.may_change[claim.index()]
    }

    /// Whether the claim speaks of what is yet to come.
    pub(crate) fn is_projected(&self, claim: ClaimId) -> bool {
        self.dossier.claims[claim].modality == Modality::Projected
    }

    /// Whether the claim says something that stands: it is not silent, withdrawn or projected.
    pub(crate) fn stands(&self, claim: ClaimId) -> bool {
        self.dossier.claims[claim].shape().is_some() && !self.is_withdrawn(claim) && !self.is_projected(claim)
    }

    /// Whether a claim's as-of lies wholly on or after a day, as written.
    pub(super) fn is_from(&self, claim: ClaimId, day: i128) -> bool {
        self.basics[claim.index()].when.as_of.lies_from(day)
    }

    /// Whether two claims go back to one origin.
    pub(crate) fn is_one_origin(&self, a: ClaimId, b: ClaimId) -> bool {
        is_one(&self.origins[a.index()], &self.origins[b.index()])
    }

    /// How the as-of of the first of two claims stands to the second's.
    pub(crate) fn order(&self, a: ClaimId, b: ClaimId) -> Order {
        let told = |id: ClaimId| (&self.basics[id.index()].when, self.dossier.claims[id].source);
        moment::order(self.dossier, told(a), told(b))
    }

    /// How what one claim covers stands to what another does.
    pub(crate) fn scopes(&self, a: ClaimId, b: ClaimId) -> Compared {
        let side = |id: ClaimId| (&*self.basics[id.index()].scope, &*self.basics[id.index()].when.as_of);
        let speakers = if self.is_one_origin(a, b) { Speakers::One } else { Speakers::Two };
        scope::compare(self.dossier, &self.claims.groups, side(a), side(b), speakers)
    }

    /// Whether one source is published by whoever publishes the other; where nobody knows who does, whether both are of one page.
    pub(crate) fn is_of_one_publisher(&self, a: SourceId, b: SourceId) -> bool {
        let publisher = |id: SourceId| self.dossier.sources[id].publisher;
        publisher(a) == publisher(b) && (publisher(a).is_some() || self.sources.one_family(a, b))
    }

    /// Which of two sources is the later capture of one page, where they are captures of one and that can be told. A page that
    /// two publish is none.
    pub(crate) fn later_capture(&self, a: SourceId, b: SourceId) -> Option<SourceId> {
        if a == b || !self.sources.one_family(a, b) || !self.is_of_one_publisher(a, b) {
            return None;
        }
        let after = |x: SourceId, y: SourceId| self.sources.captured[x.index()].contains(&y);
        match (after(a, b), after(b, a)) {
            (true, false) => return Some(a),
            (false, true) => return Some(b),
            (true, true) => return None,
            (false, false) => {}
        }
        // Two captures of a third: by their own dates.
        let (x, y) = (&self.dossier.sources[a], &self.dossier.sources[b]);
        let dated = [
            (x.updated.as_ref().or(x.published.as_ref()), y.updated.as_ref().or(y.published.as_ref())),
            (x.accessed.as_ref(), y.accessed.as_ref()),
        ];
        dated.into_iter().find_map(|(x, y)| match moment::order_of_dates(x?, y?) {
            Order::Later => Some(a),
            Order::Earlier => Some(b),
            Order::Equal | Order::Unsettled => None,
        })
    }

    /// What a claim states, itself or by its question, of a dimension of scope.
    pub(crate) fn stated(&self, claim: ClaimId, dimension: Dimension) -> Option<String> {
        fn words<T>(stated: &Option<Stated<T>>, say: impl Fn(&T) -> String) -> Option<String> {
            match stated {
                None => None,
                Some(Stated::Unknown) => Some(UNKNOWN.to_owned()),
                Some(Stated::Is(value)) => Some(say(value)),
            }
        }
        let dossier = self.dossier;
        let scope = &self.basics[claim.index()].scope;
        match dimension {
            Dimension::Population => words(&scope.population, |id| dossier.groups.name(*id).to_owned()),
            Dimension::Place => words(&scope.place, |id| dossier.places.name(*id).to_owned()),
            Dimension::Period => words(&scope.period, |period| period.words.clone()),
            Dimension::Basis => words(&scope.basis, |basis| basis.name().to_owned()),
        }
    }
}
