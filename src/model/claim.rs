//! What is claimed: claims, their scope and as-of, and the desk's assessments.

use super::table::{AgentId, ClaimId, GroupId, PlaceId, QuestionId, SourceId};
use crate::text::spot::Spot;
use crate::value::shape::Shape;
use crate::value::shape::runs::Runs;

/// One source's answer to one question.
#[derive(Clone, Debug)]
pub(crate) struct Claim {
    /// Where the claim begins.
    pub(crate) spot: Spot,
    pub(crate) source: SourceId,
    pub(crate) question: QuestionId,
    /// The value in the source's words; empty for a silent claim.
    pub(crate) words: String,
    pub(crate) value_spot: Spot,
    /// `None` where the claim is silent.
    pub(crate) shape: Option<Shape>,
    /// What the value's words say by themselves, where the claim denies it.
    pub(crate) stated: Option<Shape>,
    /// Whether the claim denies: by its stance, or by a value that is a `not`.
    pub(crate) denies: bool,
    pub(crate) quote: Option<Quote>,
    /// Who said it, nearest first; the last is the origin. Empty: the source in its own voice.
    pub(crate) said_by: Vec<AgentId>,
    pub(crate) via: Vec<AgentId>,
    pub(crate) stance: Stance,
    pub(crate) modality: Modality,
    pub(crate) scope: Scope,
    pub(crate) as_of: Option<AsOf>,
    pub(crate) credibility: Option<u8>,
    pub(crate) corrects: Vec<ClaimId>,
    pub(crate) retracts: Vec<ClaimId>,
    pub(crate) supersedes: Vec<ClaimId>,
    pub(crate) disputes: Vec<ClaimId>,
    pub(crate) translation: Option<String>,
    pub(crate) note: Option<String>,
}

/// The words of the source that carry a claim, and what settles where they stand.
#[derive(Clone, Debug)]
pub(crate) struct Quote {
    pub(crate) words: String,
    pub(crate) spot: Spot,
    pub(crate) prefix: Option<String>,
    pub(crate) suffix: Option<String>,
    pub(crate) locator: Option<String>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Stance {
    Affirms,
    Denies,
    Unknown,
    Declines,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Modality {
    Stated,
    Estimated,
    Alleged,
    Projected,
}

/// What a value covers. A dimension left out is `None`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub(crate) struct Scope {
    pub(crate) population: Option<Stated<GroupId>>,
    pub(crate) place: Option<Stated<PlaceId>>,
    pub(crate) period: Option<Stated<Period>>,
    pub(crate) basis: Option<Stated<Basis>>,
}

/// A scope dimension that is stated: what it is, or that it is not known.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Stated<T> {
    Is(T),
    Unknown,
}

/// All days from the first to the last of a date's hard reading; `None` is an open end.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Period {
    pub(crate) words: String,
    pub(crate) first: Option<i128>,
    pub(crate) last: Option<i128>,
}

/// How a figure was arrived at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Basis {
    Reported,
    Confirmed,
    Identified,
    Documented,
    Estimated,
}

/// The moment or moments that a figure holds for: from the first to the last second of the hard reading.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct AsOf {
    pub(crate) words: String,
    /// Seconds since 1970-01-01T00:00:00Z; `None` is unbounded.
    pub(crate) first: Option<i128>,
    pub(crate) last: Option<i128>,
    /// The hard days, for the span of a source's own date.
    pub(crate) days: Runs,
}

/// The desk's own conclusion on a question; never a source's.
#[derive(Clone, Debug)]
pub(crate) struct Assessment {
    pub(crate) spot: Spot,
    pub(crate) question: QuestionId,
    pub(crate) status: String,
    pub(crate) rationale: String,
    /// The conflict it explains; empty: whatever conflict the question has.
    pub(crate) claims: Vec<ClaimId>,
    pub(crate) preferred: Vec<ClaimId>,
    pub(crate) decided_by: Option<String>,
    pub(crate) decided_at: Option<AsOf>,
    pub(crate) review_after: Option<AsOf>,
}

impl Stance {
    pub(crate) const NAMES: [&'static str; 4] = ["affirms", "denies", "unknown", "declines"];

    pub(crate) fn is_silent(self) -> bool {
        matches!(self, Stance::Unknown | Stance::Declines)
    }
}

impl Scope {
    /// Whether no period is open, so that how it compares does not depend on an as-of.
    pub(crate) fn is_closed(&self) -> bool {
        !matches!(self.period, Some(Stated::Is(Period { last: None, .. })))
    }
}

impl Basis {
    pub(crate) const ALL: [(&'static str, Basis); 5] = [
        ("reported", Basis::Reported),
        ("confirmed", Basis::Confirmed),
        ("identified", Basis::Identified),
        ("documented", Basis::Documented),
        ("estimated", Basis::Estimated),
    ];

    pub(crate) fn name(self) -> &'static str {
        Self::ALL.iter().find(|(_, basis)| *basis == self).map_or("", |(name, _)| name)
    }
}
