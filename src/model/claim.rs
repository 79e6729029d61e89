//! What is claimed: claims, their scope and as-of, and the desk's assessments.

use std::sync::Arc;

use super::rare::{Blank, Rare};
use super::table::{AgentId, ClaimId, GroupId, PlaceId, QuestionId, SourceId};
pub(crate) use super::when::{AsOf, UNKNOWN};
use crate::text::Spot;
use crate::value::shape::Shape;
use crate::value::types::{Addend, Change, Way};
use crate::vocabulary::vocabulary;

/// One source's answer to one question.
#[derive(Clone, Debug)]
pub(crate) struct Claim {
    /// Where the claim begins.
    pub(crate) spot: Spot,
    pub(crate) source: SourceId,
    pub(crate) question: QuestionId,
    pub(crate) answer: Answer,
    /// Where the value stands; the claim itself where it has none.
    pub(crate) value_spot: Spot,
    pub(crate) quote: Option<Quote>,
    /// Who said it, nearest first; the last is the origin. Empty: the source in its own voice.
    pub(crate) said_by: Vec<AgentId>,
    pub(crate) modality: Modality,
    pub(crate) scope: Rare<Scope>,
    pub(crate) as_of: Option<Arc<AsOf>>,
    pub(crate) credibility: Option<u8>,
    pub(crate) links: Rare<Links>,
    pub(crate) beside: Rare<Beside>,
}

/// What a claim says of other claims.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Links {
    pub(crate) corrects: Vec<ClaimId>,
    pub(crate) retracts: Vec<ClaimId>,
    pub(crate) supersedes: Vec<ClaimId>,
    pub(crate) disputes: Vec<ClaimId>,
}

/// What is recorded beside an answer.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Beside {
    pub(crate) via: Vec<AgentId>,
    /// The words of the text that name the speaker, where they stand outside the quote's sentence.
    pub(crate) attribution: Option<String>,
    pub(crate) translation: Option<String>,
    pub(crate) note: Option<String>,
}

/// The words of the source that carry a claim, and what settles where they stand.
#[derive(Clone, Debug)]
pub(crate) struct Quote {
    pub(crate) words: String,
    pub(crate) spot: Spot,
    pub(crate) context: Rare<Context>,
}

/// What stands around a quote, and where.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Context {
    pub(crate) prefix: Option<String>,
    pub(crate) suffix: Option<String>,
    pub(crate) locator: Option<String>,
}

impl Blank for Scope {
    fn blank() -> &'static Self {
        static BLANK: Scope = Scope { population: None, place: None, period: None, basis: None };
        &BLANK
    }
}

impl Blank for Links {
    fn blank() -> &'static Self {
        static BLANK: Links = Links {
            corrects: Vec::new(),
            retracts: Vec::new(),
            supersedes: Vec::new(),
            disputes: Vec::new(),
        };
        &BLANK
    }
}

impl Blank for Beside {
    fn blank() -> &'static Self {
        static BLANK: Beside = Beside { via: Vec::new(), attribution: None, translation: None, note: None };
        &BLANK
    }
}

impl Blank for Context {
    fn blank() -> &'static Self {
        static BLANK: Context = Context { prefix: None, suffix: None, locator: None };
        &BLANK
    }
}

impl Links {
    /// All that it names, for whoever gives claims new numbers.
    pub(crate) fn each_mut(&mut self) -> [&mut Vec<ClaimId>; 4] {
        [&mut self.corrects, &mut self.retracts, &mut self.supersedes, &mut self.disputes]
    }
}

/// What a claim answers to its question.
#[derive(Clone, Debug)]
pub(crate) enum Answer {
    /// The source says that it does not know, or declines to say.
    Silent(Silence),
    Says(Box<Says>),
}

/// An answer that says something.
#[derive(Clone, Debug)]
pub(crate) struct Says {
    /// The value in the source's words.
    pub(crate) words: String,
    /// What the answer allows, its denial applied.
    pub(crate) shape: Shape,
    /// What the value's words say by themselves, where the answer denies them.
    pub(crate) stated: Option<Box<Shape>>,
    pub(crate) denial: Option<Denial>,
    /// The pieces that the source gives the figure in; empty where it gives it as one.
    pub(crate) sum: Vec<Addend>,
    /// The claim that the figure is higher or lower than, where the source says it so.
    pub(crate) relative: Option<Box<Relative>>,
}

/// A figure that is given by another claim's on the same question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Relative {
    /// The other claim; `None` where the dossier has been cut back to before it.
    pub(crate) other: Option<ClaimId>,
    pub(crate) way: Way,
    pub(crate) change: Change,
}

/// How an answer denies.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Denial {
    /// By its stance.
    Stance,
    /// By a value that is a `not`.
    Value,
}

vocabulary! {
    /// How a claim stands to the value that it speaks of.
    pub(crate) enum Stance {
        Affirms = "affirms",
        Denies = "denies",
        Unknown = "unknown",
        Declines = "declines",
    }
}

vocabulary! {
    /// Why a claim says nothing.
    pub(crate) enum Silence {
        Unknown = "unknown",
        Declines = "declines",
    }
}

vocabulary! {
    /// How firmly a source says what it says.
    pub enum Modality {
        /// As a fact.
        Stated = "stated",
        /// As an estimate.
        Estimated = "estimated",
        /// As an allegation.
        Alleged = "alleged",
        /// As what is still to come; it holds no position.
        Projected = "projected",
    }
}

/// What a value covers. A dimension left out is `None`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub(crate) struct Scope {
    pub(crate) population: Option<Stated<GroupId>>,
    pub(crate) place: Option<Stated<PlaceId>>,
    pub(crate) period: Option<Stated<Box<Period>>>,
    pub(crate) basis: Option<Stated<Basis>>,
}

/// What is stated, such as a dimension of scope: what it is, or that it is not known.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
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

vocabulary! {
    /// How a figure was arrived at.
    pub(crate) enum Basis {
        Reported = "reported",
        Confirmed = "confirmed",
        Identified = "identified",
        Documented = "documented",
        Estimated = "estimated",
    }
}

/// The desk's own conclusion on a question; never a source's.
#[derive(Clone, Debug)]
pub(crate) struct Assessment {
    pub(crate) spot: Spot,
    pub(crate) question: QuestionId,
    pub(crate) status: Status,
    pub(crate) rationale: String,
    /// The conflict it explains, in order; empty: it explains nothing.
    pub(crate) claims: Vec<ClaimId>,
    pub(crate) preferred: Vec<ClaimId>,
    pub(crate) decided_by: Option<String>,
    pub(crate) decided_at: Option<Arc<AsOf>>,
    pub(crate) review_after: Option<Arc<AsOf>>,
}

impl Assessment {
    /// Whether it names all of some claims.
    pub(crate) fn names(&self, claims: &[ClaimId]) -> bool {
        claims.iter().all(|id| self.claims.binary_search(id).is_ok())
    }
}

vocabulary! {
    /// How a question stands, as the desk sees it.
    pub enum Status {
        /// Confirmed: by origins that are independent of each other.
        Confirmed = "confirmed",
        /// Supported, though not confirmed.
        Supported = "supported",
        /// One origin alone says it.
        SingleSource = "single-source",
        /// Sources contradict each other, and nothing settles it.
        Contested = "contested",
        /// What is known does not tell.
        Undetermined = "undetermined",
        /// What was said is not believed.
        Discounted = "discounted",
    }
}

impl Answer {
    /// What it is relative to, for whoever gives claims new numbers.
    pub(crate) fn relative_mut(&mut self) -> Option<&mut Relative> {
        match self {
            Answer::Says(says) => says.relative.as_deref_mut(),
            Answer::Silent(_) => None,
        }
    }
}

impl Claim {
    /// What it says; `None` where it is silent.
    pub(crate) fn says(&self) -> Option<&Says> {
        match &self.answer {
            Answer::Says(says) => Some(says),
            Answer::Silent(_) => None,
        }
    }

    /// What its answer allows; `None` where it is silent.
    pub(crate) fn shape(&self) -> Option<&Shape> {
        self.says().map(|says| &says.shape)
    }

    /// The value in the source's words; empty where it is silent.
    pub(crate) fn words(&self) -> &str {
        self.says().map_or("", |says| says.words.as_str())
    }

    /// Whether it denies a value, by whatever means.
    pub(crate) fn denies(&self) -> bool {
        self.says().is_some_and(|says| says.denial.is_some())
    }

    /// The claim by whose figure its own is given.
    pub(crate) fn rests_on(&self) -> Option<ClaimId> {
        self.says()?.relative.as_deref()?.other
    }

    /// The claim that it calls too high or too low, without a figure of its own. One that denies such a value says that
    /// the other is no such thing.
    pub(crate) fn calls_wrong(&self) -> Option<ClaimId> {
        let says = self.says().filter(|says| says.denial.is_none())?;
        says.relative.as_deref().filter(|relative| relative.change == Change::Unsaid)?.other
    }

    pub(crate) fn stance(&self) -> Stance {
        match &self.answer {
            Answer::Silent(Silence::Unknown) => Stance::Unknown,
            Answer::Silent(Silence::Declines) => Stance::Declines,
            Answer::Says(says) if says.denial == Some(Denial::Stance) => Stance::Denies,
            Answer::Says(_) => Stance::Affirms,
        }
    }
}

impl Stance {
    /// Why a claim of this stance says nothing; `None` where it says something.
    pub(crate) fn silence(self) -> Option<Silence> {
        match self {
            Stance::Unknown => Some(Silence::Unknown),
            Stance::Declines => Some(Silence::Declines),
            Stance::Affirms | Stance::Denies => None,
        }
    }
}

impl Scope {
    /// Whether no period is open, so that how it compares does not depend on an as-of.
    pub(crate) fn is_closed(&self) -> bool {
        !matches!(&self.period, Some(Stated::Is(period)) if period.last.is_none())
    }
}
