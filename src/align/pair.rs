//! Two claims on one question side by side, and what the rows of the table ask of them.

use std::cell::Cell;

use super::alignment::Alignment;
use super::kind::Which;
use super::moment::Order;
use super::origin::Speaker;
use super::scope::{Compared, Extent};
use crate::model::question::{OverTime, Question};
use crate::model::table::{ClaimId, Id};
use crate::value::shape::{Shape, Side};

/// Two claims side by side. What several rows ask is worked out once.
pub(crate) struct Pair<'a> {
    pub(crate) alignment: &'a Alignment<'a>,
    pub(crate) a: ClaimId,
    pub(crate) b: ClaimId,
    pub(crate) scope: Compared,
    pub(super) question: &'a Question,
    /// What both say, where neither is silent.
    pub(super) says: Option<(&'a Shape, &'a Shape)>,
    /// By [`Side`]: whether the sets share nothing.
    apart: [Cell<Option<bool>>; 2],
    order: Cell<Option<Order>>,
}

impl<'a> Pair<'a> {
    pub(crate) fn new(alignment: &'a Alignment<'a>, a: ClaimId, b: ClaimId) -> Self {
        let dossier = alignment.dossier;
        let (first, second) = (&dossier.claims[a], &dossier.claims[b]);
        Pair {
            alignment,
            a,
            b,
            scope: alignment.scopes(a, b),
            question: &dossier.questions[first.question],
            says: first.shape().zip(second.shape()),
            apart: Default::default(),
            order: Cell::new(None),
        }
    }

    /// Whether the sets of one side share nothing. What is silent excludes nothing.
    pub(crate) fn is_apart(&self, side: Side) -> bool {
        let known = &self.apart[usize::from(side == Side::Soft)];
        known.get().unwrap_or_else(|| {
            let kin = &self.alignment.dossier.kin;
            let is_apart = self.says.is_some_and(|(x, y)| !x.shares(y, side, kin));
            known.set(Some(is_apart));
            is_apart
        })
    }

    /// Whether both have the same sets.
    pub(super) fn has_same_sets(&self) -> bool {
        self.says.is_some_and(|(x, y)| x.same(y, &self.alignment.dossier.kin))
    }

    /// How the first claim's as-of stands to the second's.
    pub(crate) fn order(&self) -> Order {
        self.order.get().unwrap_or_else(|| {
            let order = self.alignment.order(self.a, self.b);
            self.order.set(Some(order));
            order
        })
    }

    /// What time does to the answer, for these two: nothing, once it has settled.
    pub(crate) fn over_time(&self) -> OverTime {
        let are_from = |day: i128| [self.a, self.b].iter().all(|id| self.alignment.is_from(*id, day));
        self.question.over_time_of(are_from)
    }

    pub(super) fn is_fixed(&self) -> bool {
        self.over_time() == OverTime::Fixed
    }

    /// Whether the moment of both is one, as far as it matters.
    pub(super) fn is_of_one_moment(&self) -> bool {
        self.is_fixed() || self.order() == Order::Equal
    }

    /// Whether the number of one rounds to that of the other.
    pub(crate) fn rounds(&self) -> bool {
        self.rounder().is_some()
    }

    /// Which of the two numbers rounds to the other.
    pub(super) fn rounder(&self) -> Option<Which> {
        let (x, y) = self.says?;
        match (x.rounds_to(y), y.rounds_to(x)) {
            (true, _) => Some(Which::A),
            (_, true) => Some(Which::B),
            _ => None,
        }
    }

    /// Whether one of the two denies: by its stance, or by a `not`.
    pub(super) fn one_denies(&self) -> bool {
        self.denies(self.a) || self.denies(self.b)
    }

    pub(super) fn denies(&self, id: ClaimId) -> bool {
        self.alignment.dossier.claims[id].denies()
    }

    /// Whether one of the two says that the other, of another origin, is too high or too low.
    pub(crate) fn calls_wrong(&self) -> bool {
        let claims = &self.alignment.dossier.claims;
        let wrongs = |from: ClaimId, of: ClaimId| claims[from].calls_wrong() == Some(of);
        (wrongs(self.a, self.b) || wrongs(self.b, self.a)) && !self.one_origin()
    }

    /// Whether the sets of one side share nothing, or one of the two says nothing.
    pub(super) fn is_apart_or_silent(&self, side: Side) -> bool {
        self.says.is_none() || self.is_apart(side)
    }

    /// Whether both stand in one source, its captures included.
    pub(crate) fn one_source(&self) -> bool {
        let claims = &self.alignment.dossier.claims;
        self.alignment.sources.one_family(claims[self.a].source, claims[self.b].source)
    }

    /// Whether both go back to one origin.
    pub(crate) fn one_origin(&self) -> bool {
        self.alignment.is_one_origin(self.a, self.b)
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
        if self.one_origin() {
            return true;
        }
        let origins = &self.alignment.origins;
        let (a, b) = (&origins[self.a.index()], &origins[self.b.index()]);
        let (Speaker::Agent(x), Speaker::Agent(y)) = (a.speaker, b.speaker) else { return false };
        if x == y {
            return false;
        }
        let dossier = self.alignment.dossier;
        let (x, y) = (dossier.agent_node(x), dossier.agent_node(y));
        let part = dossier.kin.within(x, y) || dossier.kin.within(y, x);
        part && (self.one_source() || a.established && b.established)
    }

    /// Whether rows 2 to 4 may concern them at all.
    pub(super) fn may_change(&self) -> bool {
        self.a != self.b && (self.alignment.may_change(self.a) || self.alignment.may_change(self.b))
    }

    /// Row 2: which of the two corrects the other, if one does.
    pub(super) fn corrects(&self) -> Option<Which> {
        self.states_correction().or_else(|| self.source_corrects())
    }

    /// Which of the two says of itself that it corrects or retracts the other.
    pub(super) fn states_correction(&self) -> Option<Which> {
        self.which(|from, to| self.alignment.statements.corrected_by(from).contains(&to))
    }

    /// Which of the two stands in a source that corrects the other's, and speaks for it.
    pub(super) fn source_corrects(&self) -> Option<Which> {
        let claims = &self.alignment.dossier.claims;
        let source = |id: ClaimId| claims[id].source;
        let own_voice = || claims[self.a].said_by.is_empty() && claims[self.b].said_by.is_empty();
        self.which(|from, to| self.alignment.statements.corrects(source(from), source(to)))
            .filter(|_| self.scope.together == Extent::Equal && (own_voice() || self.one_origin()))
    }

    /// Row 3: which of the two says of itself that it supersedes the other, or stands in a later capture.
    pub(super) fn supersedes(&self) -> Option<Which> {
        self.states_succession().or_else(|| {
            let follows = self.scope.together == Extent::Equal && self.one_origin();
            if !follows || self.says.is_none() || self.has_same_sets() {
                return None;
            }
            self.later_capture()
        })
    }

    /// Which of the two says of itself that it supersedes the other.
    pub(super) fn states_succession(&self) -> Option<Which> {
        self.which(|from, to| self.alignment.statements.superseded_by(from).contains(&to))
    }

    /// Which of the two stands in the later capture of one page.
    pub(super) fn later_capture(&self) -> Option<Which> {
        let claims = &self.alignment.dossier.claims;
        let (a, b) = (claims[self.a].source, claims[self.b].source);
        let later = self.alignment.later_capture(a, b)?;
        Some(if later == a { Which::A } else { Which::B })
    }

    /// Which of the two stands to the other as asked. What leads round is left out beforehand, so that not both do.
    fn which(&self, holds: impl Fn(ClaimId, ClaimId) -> bool) -> Option<Which> {
        if holds(self.a, self.b) {
            return Some(Which::A);
        }
        holds(self.b, self.a).then_some(Which::B)
    }
}
