//! The two sets of a reading by their ends, before they are kept.

use crate::value::number::{End, Measure, Ratio, Span};
use crate::value::shape::{Bounds, Runs};

/// All that words allow, and how readers usually take them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Sets {
    pub(crate) hard: Span,
    pub(crate) soft: Span,
}

impl Sets {
    pub(crate) const fn exactly(span: Span) -> Self {
        Sets { hard: span, soft: span }
    }

    /// Those of a value that has been read, from its least to its greatest numbers.
    pub(crate) fn of(bounds: &Bounds, measure: Measure) -> Option<Self> {
        Some(Sets { hard: Span::of(&bounds.hard, measure)?, soft: Span::of(&bounds.soft, measure)? })
    }

    /// The sets as they are kept, cut at zero; soft as hard where it allows nothing. `None` where hard allows nothing.
    pub(crate) fn bounds(self, measure: Measure) -> Option<Bounds> {
        bounds(self.hard.runs(measure), self.soft.runs(measure))
    }

    pub(crate) fn plus(self, other: Sets) -> Option<Sets> {
        Some(Sets { hard: self.hard.plus(other.hard)?, soft: self.soft.plus(other.soft)? })
    }

    pub(crate) fn minus(self, other: Sets) -> Sets {
        Sets { hard: self.hard.minus(other.hard), soft: self.soft.minus(other.soft) }
    }

    /// Hard and soft each times a fraction, at least and at most.
    pub(crate) fn stretched(self, [hard, soft]: [[Ratio; 2]; 2], measure: Measure) -> Option<Sets> {
        Some(Sets { hard: self.hard.stretched(hard, measure)?, soft: self.soft.stretched(soft, measure)? })
    }

    /// From the least of these to the greatest of the others; `None` where that lies lower.
    pub(super) fn to(self, other: Sets) -> Option<Sets> {
        let to = |low: Span, high: Span| Span { low: low.low, high: high.high };
        let range = Sets { hard: to(self.hard, other.hard), soft: to(self.soft, other.soft) };
        let runs = |span: &Span| span.high.is_none_or(|high| span.low.at <= high.at);
        (runs(&range.hard) && runs(&range.soft)).then_some(range)
    }

    /// At least what these say.
    pub(super) fn upwards(self) -> Sets {
        let low = self.hard.low;
        Sets { hard: Span { low, high: None }, soft: Span { low, high: self.soft.high } }
    }

    /// At most what these say, from `low`.
    pub(super) fn downwards(self, low: End) -> Sets {
        Sets { hard: Span { low, ..self.hard }, soft: Span { low, ..self.soft } }
    }
}

/// Both sets, soft as hard where nothing is left of it; `None` where nothing is left of hard.
pub(crate) fn bounds(hard: Runs, soft: Runs) -> Option<Bounds> {
    let soft = Some(soft.intersection(&hard)).filter(|soft| !soft.is_empty()).unwrap_or_else(|| hard.clone());
    (!hard.is_empty()).then_some(Bounds { hard, soft })
}
