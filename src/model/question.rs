//! What is asked: events, their questions, and the groups that are counted.

use super::claim::{Basis, Modality, Scope, Stated};
use super::table::{EventId, GroupId, QuestionId};
use crate::text::Spot;
use crate::value::calendar::Zone;
use crate::value::quantity::Certainty;
use crate::value::types::Kind;
use crate::vocabulary::vocabulary;

/// Something that happened, or a subject that claims are about.
#[derive(Clone, Debug)]
pub(crate) struct Event {
    pub(crate) spot: Spot,
    pub(crate) title: String,
    pub(crate) date: Option<String>,
    /// The first and last day of `date`'s hard reading.
    pub(crate) days: Option<(Option<i128>, Option<i128>)>,
    /// Where times without an offset stand, of sources that say nothing of it.
    pub(crate) zone: Option<Zone>,
    pub(crate) possibly_same_as: Vec<(EventId, String)>,
    pub(crate) distinct_from: Vec<(EventId, String)>,
    pub(crate) part_of: Option<EventId>,
}

/// One thing asked about an event.
#[derive(Clone, Debug)]
pub(crate) struct Question {
    pub(crate) spot: Spot,
    pub(crate) event: EventId,
    pub(crate) ask: String,
    pub(crate) kind: Kind,
    pub(crate) over_time: OverTime,
    /// The day from which on claims are related as on a fixed question: the first day of what was written.
    pub(crate) settles: Option<i128>,
    /// Whether a part never exceeds the whole.
    pub(crate) additive: bool,
    pub(crate) part_of: Option<QuestionId>,
    /// Each partition of it: questions that add up to it exactly.
    pub(crate) sum_of: Vec<Vec<QuestionId>>,
    /// The scope dimensions that every claim must state.
    pub(crate) needs: Vec<Dimension>,
    /// What an unstated dimension means here.
    pub(crate) scope: Scope,
}

vocabulary! {
    /// What time does to the answer.
    #[derive(Default)]
    pub enum OverTime {
        /// Nothing: the world is one.
        #[default]
        Fixed = "fixed",
        /// A running toll: it goes up alone.
        Grows = "grows",
        /// It goes either way: the missing, those still held, who leads.
        Varies = "varies",
    }
}

vocabulary! {
    /// A dimension of scope.
    pub enum Dimension {
        /// Who or what is counted.
        Population = "population",
        /// Where.
        Place = "place",
        /// Over which time.
        Period = "period",
        /// How a figure was arrived at.
        Basis = "basis",
    }
}

/// Who is counted.
#[derive(Clone, Debug)]
pub(crate) struct Group {
    pub(crate) spot: Spot,
    pub(crate) name: String,
    pub(crate) part_of: Vec<GroupId>,
    pub(crate) disjoint_from: Vec<GroupId>,
}

impl Question {
    /// What time does to the answer for claims that lie wholly on or after a day where `are_from` says so of it.
    pub(crate) fn over_time_of(&self, are_from: impl Fn(i128) -> bool) -> OverTime {
        match self.settles.is_some_and(are_from) {
            true => OverTime::Fixed,
            false => self.over_time,
        }
    }

    /// Whether time changes the answer, so that it matters when each claim holds.
    pub(crate) fn moves(&self) -> bool {
        self.over_time != OverTime::Fixed
    }

    /// Whether a figure of this modality and scope is an estimate, the question's own scope included.
    pub(crate) fn certainty(&self, modality: Modality, scope: &Scope) -> Certainty {
        let basis = scope.basis.as_ref().or(self.scope.basis.as_ref());
        match (modality, basis) {
            (Modality::Estimated, _) | (_, Some(Stated::Is(Basis::Estimated))) => Certainty::Estimated,
            _ => Certainty::Stated,
        }
    }
}
