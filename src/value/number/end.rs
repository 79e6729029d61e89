//! Where a run of numbers ends, and whether the end belongs to it.

/// One end of a span, in the measure's parts (see [`super::Measure::parts`]).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct End {
    pub(crate) at: i128,
    pub(crate) edge: Edge,
}

/// Whether an end belongs to its span.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Edge {
    Closed,
    Open,
}

impl End {
    pub(crate) const fn closed(at: i128) -> Self {
        End { at, edge: Edge::Closed }
    }

    pub(crate) const fn open(at: i128) -> Self {
        End { at, edge: Edge::Open }
    }

    /// The sum; it belongs to its span where both do.
    pub(super) fn plus(self, other: End) -> Option<End> {
        Some(End { at: self.at.checked_add(other.at)?, edge: self.edge.and(other.edge) })
    }

    /// What is left without the other, be it below zero.
    pub(super) fn minus(self, other: End) -> End {
        End { at: self.at.saturating_sub(other.at), edge: self.edge.and(other.edge) }
    }
}

impl Edge {
    fn and(self, other: Edge) -> Edge {
        match (self, other) {
            (Edge::Closed, Edge::Closed) => Edge::Closed,
            _ => Edge::Open,
        }
    }
}
