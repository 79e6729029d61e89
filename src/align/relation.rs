//! The relation between two claims on one question: 21 rows, the first that matches. See semantics.md, section 4.

use super::Alignment;
use super::moment;
use super::moment::Order;
use super::origin;
use super::origin::Speaker;
use super::rows::ROWS;
use super::scope;
use super::scope::{Compared, Extent};
use crate::model::claim::{Modality, Stance};
use crate::model::question::{Dimension, Question};
use crate::model::table::{ClaimId, Id};
use crate::value::shape::{Shape, Side};
use crate::vocabulary::vocabulary;

vocabulary! {
    /// What two claims are to each other.
    pub(crate) enum Kind {
        Silent = "silent",
        Corrected = "corrected",
        Superseded = "superseded",
        Withdrawn = "withdrawn",
        Same = "same",
        Differs = "differs",
        DifferentScope = "different-scope",
        PartExceedsWhole = "part-exceeds-whole",
        Undetermined = "undetermined",
        PartOf = "part-of",
        SelfContradiction = "self-contradiction",
        Misreport = "misreport",
        Lags = "lags",
        RevisedDown = "revised-down",
        Denial = "denial",
        Contradiction = "contradiction",
        Tension = "tension",
        Repeats = "repeats",
        Equivalent = "equivalent",
        Refines = "refines",
        Overlaps = "overlaps",
    }
}

vocabulary! {
    /// What a relation means for whoever compares the two.
    pub(crate) enum Class {
        Conflict = "conflict",
        Tension = "tension",
        Open = "open",
        Change = "change",
        Agreement = "agreement",
        Compatible = "compatible",
        Dependence = "dependence",
        Aside = "aside",
    }
}

vocabulary! {
    /// Which of two claims refines, is the part, is later, or corrects.
    pub(crate) enum Which {
        A = "a",
        B = "b",
    }
}

/// A relation with the row that gave it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Relation {
    pub(crate) kind: Kind,
    /// The number of the row that matched, 1 to 21.
    pub(crate) row: u8,
    pub(crate) direction: Option<Which>,
    pub(crate) scope: Compared,
}

impl Relation {
    pub(crate) fn class(&self) -> Class {
        ROWS[usize::from(self.row) - 1].class
    }

    /// The scope dimensions that the relation assumes to be equal.
    pub(crate) fn assumed(&self) -> Vec<Dimension> {
        if self.row >= 11 { self.scope.unknown().collect() } else { Vec::new() }
    }
}

/// Whether a part's figure must lie at or below the whole's on this question.
pub(crate) fn is_monotone(question: &Question) -> bool {
    question.additive
}

/// Relates two claims on one question, both of which have a reading or are silent.
pub(crate) fn relate(alignment: &Alignment, a: ClaimId, b: ClaimId) -> Relation {
    Pair::new(alignment, a, b).relation()
}

/// Two claims side by side.
pub(crate) struct Pair<'a> {
    alignment: &'a Alignment<'a>,
    pub(crate) a: ClaimId,
    pub(crate) b: ClaimId,
    question: &'a Question,
    pub(crate) scope: Compared,
}

impl<'a> Pair<'a> {
    pub(crate) fn new(alignment: &'a Alignment<'a>, a: ClaimId, b: ClaimId) -> Self {
        let dossier = alignment.dossier;
        let (x, y) = (&alignment.basics[a.index()], &alignment.basics[b.index()]);
        let sides = ((&x.scope, &x.when.as_of), (&y.scope, &y.when.as_of));
        let scope = scope::compare(dossier, &alignment.claims.groups, sides.0, sides.1);
        Pair { alignment, a, b, question: &dossier.questions[dossier.claims[a].question], scope }
    }

    fn relation(&self) -> Relation {
        let claims = &self.alignment.dossier.claims;
        let (Some(x), Some(y)) = (claims[self.a].shape(), claims[self.b].shape()) else {
            return self.found(1, Kind::Silent, None);
        };
        self.change(x, y)
            .or_else(|| self.words(x, y))
            .or_else(|| self.by_scope(x, y))
            .or_else(|| self.open(x, y))
            .or_else(|| self.by_hard_sets(x, y))
            .unwrap_or_else(|| self.compatible(x, y))
    }

    fn found(&self, row: u8, kind: Kind, direction: Option<Which>) -> Relation {
        Relation { kind, row, direction, scope: self.scope }
    }

    /// Rows 2 to 4.
    fn change(&self, x: &Shape, y: &Shape) -> Option<Relation> {
        let kin = &self.alignment.dossier.kin;
        if self.a == self.b || !self.alignment.may_change(self.a) && !self.alignment.may_change(self.b) {
            return None;
        }
        let differ = !x.same(y, kin);
        if differ && let Some(direction) = self.corrects() {
            return Some(self.found(2, Kind::Corrected, direction));
        }
        if let Some(direction) = self.supersedes(differ) {
            return Some(self.found(3, Kind::Superseded, direction));
        }
        let withdrawn = self.alignment.is_withdrawn(self.a) || self.alignment.is_withdrawn(self.b);
        (differ && withdrawn).then(|| self.found(4, Kind::Withdrawn, None))
    }

    /// Row 2: which of the two corrects the other, if one does; `Some(None)` where each does.
    pub(crate) fn corrects(&self) -> Option<Option<Which>> {
        let source = |from: ClaimId, to: ClaimId| {
            let dossier = self.alignment.dossier;
            let (from, to) = (&dossier.claims[from], &dossier.claims[to]);
            self.scope.together == Extent::Equal
                && dossier.sources[from.source].corrects.contains(&to.source)
                && (self.one_origin() || from.said_by.is_empty() && to.said_by.is_empty())
        };
        self.states_correction().or_else(|| which(source(self.a, self.b), source(self.b, self.a)))
    }

    /// Which of the two says of itself that it corrects or retracts the other.
    pub(crate) fn states_correction(&self) -> Option<Option<Which>> {
        let stated = |from: ClaimId, to: ClaimId| self.alignment.claims.corrected_by(from).contains(&to);
        which(stated(self.a, self.b), stated(self.b, self.a))
    }

    /// Row 3: which of the two supersedes the other. `differ`: their sets differ.
    pub(crate) fn supersedes(&self, differ: bool) -> Option<Option<Which>> {
        let claims = &self.alignment.claims;
        let stated = |from: ClaimId, to: ClaimId| claims.superseded_by(from).contains(&to);
        if let Some(direction) = which(stated(self.a, self.b), stated(self.b, self.a)) {
            return Some(direction);
        }
        if !differ || self.scope.together != Extent::Equal || !self.one_origin() {
            return None;
        }
        let dossier = self.alignment.dossier;
        let (a, b) = (dossier.claims[self.a].source, dossier.claims[self.b].source);
        match self.alignment.later_capture(a, b) {
            Some(later) if later == a => Some(Some(Which::A)),
            Some(_) => Some(Some(Which::B)),
            None => None,
        }
    }

    /// Row 5.
    fn words(&self, x: &Shape, y: &Shape) -> Option<Relation> {
        match (x, y) {
            (Shape::Words(x), Shape::Words(y)) if x == y => Some(self.found(5, Kind::Same, None)),
            (Shape::Words(_), Shape::Words(_)) => Some(self.found(5, Kind::Differs, None)),
            _ => None,
        }
    }

    /// Rows 6 to 9.
    fn by_scope(&self, x: &Shape, y: &Shape) -> Option<Relation> {
        let claims = &self.alignment.dossier.claims;
        let projected = |id: ClaimId| claims[id].modality == Modality::Projected;
        let aside = Some(self.found(6, Kind::DifferentScope, None));
        if projected(self.a) != projected(self.b) {
            return aside;
        }
        let (part, part_shape, whole_shape) = match self.scope.together {
            Extent::Disjoint | Extent::Overlapping => return aside,
            Extent::Narrower | Extent::Wider if !is_monotone(self.question) => return aside,
            Extent::Narrower => (Which::A, x, y),
            Extent::Wider => (Which::B, y, x),
            Extent::Equal | Extent::Unknown => return None,
        };
        if !exceeds(part_shape, whole_shape) {
            return Some(self.found(9, Kind::PartOf, Some(part)));
        }
        let order = self.order();
        let order = if part == Which::A { order } else { reversed(order) };
        match !self.question.grows || matches!(order, Order::Equal | Order::Earlier) {
            true => Some(self.found(7, Kind::PartExceedsWhole, Some(part))),
            false => Some(self.found(8, Kind::Undetermined, Some(part))),
        }
    }

    /// Row 10.
    fn open(&self, x: &Shape, y: &Shape) -> Option<Relation> {
        let kin = &self.alignment.dossier.kin;
        if self.scope.together == Extent::Unknown && !x.shares(y, Side::Soft, kin) {
            return Some(self.found(10, Kind::Undetermined, None));
        }
        if !self.question.grows || x.shares(y, Side::Hard, kin) {
            return None;
        }
        let assumed = |id: ClaimId| self.alignment.basics[id.index()].when.assumed;
        let open = match self.order() {
            Order::Unsettled => true,
            Order::Equal => (assumed(self.a) || assumed(self.b)) && self.one_origin() && !self.one_source(),
            Order::Earlier | Order::Later => false,
        };
        open.then(|| self.found(10, Kind::Undetermined, None))
    }

    /// Rows 11 to 16.
    fn by_hard_sets(&self, x: &Shape, y: &Shape) -> Option<Relation> {
        let kin = &self.alignment.dossier.kin;
        let apart = !x.shares(y, Side::Hard, kin);
        let grows = self.question.grows;
        let order = if grows { self.order() } else { Order::Equal };
        if apart && self.one_agent() && order == Order::Equal {
            return Some(match self.one_source() || self.one_publisher_speaks() {
                true => self.found(11, Kind::SelfContradiction, None),
                false => self.found(12, Kind::Misreport, None),
            });
        }
        if grows && matches!(order, Order::Earlier | Order::Later) {
            let later = if order == Order::Later { Which::A } else { Which::B };
            let (earlier_id, earlier, late) = if later == Which::A { (self.b, y, x) } else { (self.a, x, y) };
            let one = self.one_origin_or_part();
            let explained = match (earlier.numbers(), late.numbers()) {
                (Some(early), Some(late)) if apart => below(early.hard.least(), late.hard.greatest()),
                (Some(early), Some(late)) if !early.soft.shares(&late.soft) => {
                    matches!((early.soft.greatest(), late.soft.least()), (Some(high), Some(low)) if high < low)
                }
                _ => false,
            };
            let nothing =
                self.alignment.dossier.claims[earlier_id].stance() == Stance::Denies || earlier.is_zero();
            if explained && one {
                return Some(self.found(13, Kind::Superseded, Some(later)));
            }
            if explained && !nothing {
                return Some(self.found(13, Kind::Lags, Some(later)));
            }
            if apart && one {
                return Some(self.found(14, Kind::RevisedDown, Some(later)));
            }
        }
        if !apart {
            return None;
        }
        let denies =
            |id: ClaimId, shape: &Shape| self.alignment.dossier.claims[id].denies() || shape.is_zero();
        Some(match denies(self.a, x) || denies(self.b, y) {
            true => self.found(15, Kind::Denial, None),
            false => self.found(16, Kind::Contradiction, None),
        })
    }

    /// Rows 17 to 21.
    fn compatible(&self, x: &Shape, y: &Shape) -> Relation {
        let kin = &self.alignment.dossier.kin;
        if !x.shares(y, Side::Soft, kin) {
            return self.found(17, Kind::Tension, None);
        }
        if self.one_origin_or_part() && !self.one_source() {
            return self.found(18, Kind::Repeats, None);
        }
        if x.same(y, kin) {
            let kind = if self.same_words() { Kind::Same } else { Kind::Equivalent };
            return self.found(19, kind, None);
        }
        match (x.within(y, kin), y.within(x, kin)) {
            (true, false) => self.found(20, Kind::Refines, Some(Which::A)),
            (false, true) => self.found(20, Kind::Refines, Some(Which::B)),
            _ => self.found(21, Kind::Overlaps, None),
        }
    }

    fn same_words(&self) -> bool {
        use crate::value::types::folded;
        let claims = &self.alignment.dossier.claims;
        let (a, b) = (&claims[self.a], &claims[self.b]);
        a.words() == b.words() || folded(a.words()) == folded(b.words())
    }

    /// How the first claim's as-of stands to the second's.
    pub(crate) fn order(&self) -> Order {
        let when = |id: ClaimId| &self.alignment.basics[id.index()].when.as_of;
        moment::order(when(self.a), when(self.b))
    }

    pub(crate) fn one_source(&self) -> bool {
        let claims = &self.alignment.dossier.claims;
        self.alignment.sources.one_family(claims[self.a].source, claims[self.b].source)
    }

    pub(crate) fn one_origin(&self) -> bool {
        let origins = &self.alignment.origins;
        origin::is_one(&origins[self.a.index()], &origins[self.b.index()], self.one_source())
    }

    fn one_agent(&self) -> bool {
        matches!(self.alignment.origins[self.a.index()].speaker, Speaker::Agent(_)) && self.one_origin()
    }

    /// Whether both are said in the voice of one publisher.
    pub(super) fn one_publisher_speaks(&self) -> bool {
        let dossier = self.alignment.dossier;
        let (a, b) = (&dossier.claims[self.a], &dossier.claims[self.b]);
        a.said_by.is_empty()
            && b.said_by.is_empty()
            && dossier.sources[a.source].publisher == dossier.sources[b.source].publisher
    }

    /// Whether they are of one origin, or one's origin is part of the other's.
    pub(crate) fn one_origin_or_part(&self) -> bool {
        let origins = &self.alignment.origins;
        let (a, b) = (&origins[self.a.index()], &origins[self.b.index()]);
        let (Speaker::Agent(x), Speaker::Agent(y)) = (a.speaker, b.speaker) else { return self.one_origin() };
        let dossier = self.alignment.dossier;
        let (x, y) = (dossier.agent_node(x), dossier.agent_node(y));
        let part = dossier.kin.within(x, y) || dossier.kin.within(y, x);
        part && (self.one_source() || a.established && b.established)
    }
}

/// Whether the part's least lies above the whole's greatest.
pub(crate) fn exceeds(part: &Shape, whole: &Shape) -> bool {
    match (part.numbers(), whole.numbers()) {
        (Some(part), Some(whole)) => {
            matches!((part.hard.least(), whole.hard.greatest()), (Some(least), Some(greatest)) if least > greatest)
        }
        _ => false,
    }
}

fn below(least: Option<i128>, greatest: Option<i128>) -> bool {
    match (least, greatest) {
        (Some(least), Some(greatest)) => least < greatest,
        _ => true,
    }
}

pub(crate) fn reversed(order: Order) -> Order {
    match order {
        Order::Earlier => Order::Later,
        Order::Later => Order::Earlier,
        other => other,
    }
}

fn which(a: bool, b: bool) -> Option<Option<Which>> {
    match (a, b) {
        (true, true) => Some(None),
        (true, false) => Some(Some(Which::A)),
        (false, true) => Some(Some(Which::B)),
        (false, false) => None,
    }
}
