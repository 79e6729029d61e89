//! What is shown of a change to the record.

use serde::Serialize;

use crate::vocabulary::vocabulary;

/// What a change does. Its JSON is frozen: later versions add keys and remove none.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct RecordChange {
    /// `gainsay/diff-since/1`.
    pub(super) schema: &'static str,
    /// The revision as it was asked for.
    pub since: String,
    /// The commit it stands for.
    pub commit: String,
    /// Claims added, changed and removed.
    pub claims: ListChange<ClaimChange>,
    /// Contradictions, tensions and the like.
    pub disputes: DisputeChanges,
    /// Positions with other independent origins.
    pub positions: Vec<PositionChange>,
    /// Quotes that are others, or held no longer.
    pub quotes: Vec<QuoteChange>,
    /// Sources added, changed and removed.
    pub sources: ListChange<SourceChange>,
    /// Questions added and removed.
    pub questions: QuestionChanges,
    /// Claims that cannot be read and take no part.
    pub left_out: LeftOutChanges,
}

/// What was added, changed and removed, each in the order of the names.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct ListChange<T> {
    /// Only the later record has these.
    pub added: Vec<T>,
    /// Both records have these, with other words.
    pub changed: Vec<T>,
    /// Only the earlier record has these.
    pub removed: Vec<T>,
}

/// A claim that was added, changed or removed.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct ClaimChange {
    /// Its full name, `SOURCE#ID`.
    pub claim: String,
    /// The question that it answers.
    pub question: String,
    /// What it says; of one that was removed, what it said.
    pub says: String,
    /// The keys whose text is another.
    pub keys: Vec<KeyChange>,
    /// Whether it is written still (or was before) and takes no part, because a problem stands in the way.
    pub left_out: bool,
}

/// A key; what stood and what stands there, null where nothing does or where the source's access is restricted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct KeyChange {
    /// Its name.
    pub key: &'static str,
    /// What stood there.
    pub before: Option<String>,
    /// What stands there.
    pub after: Option<String>,
}

/// Contradictions, tensions and the like.
#[derive(Default, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct DisputeChanges {
    /// There now, not before.
    pub opened: Vec<DisputeChange>,
    /// There before, not now.
    pub closed: Vec<DisputeChange>,
    /// Explained now, not before.
    pub explained: Vec<DisputeChange>,
    /// Explained before, not now.
    pub reopened: Vec<DisputeChange>,
    /// Others that claims joined or left.
    pub changed: Vec<DisputeChange>,
}

/// One dispute that is another than it was.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct DisputeChange {
    /// The rule that tells of it.
    pub rule: &'static str,
    /// The question that it is on; null where it is between questions.
    pub question: Option<String>,
    /// What is the matter, without a full stop.
    pub message: String,
    /// The full names of its claims, in order.
    pub claims: Vec<String>,
    /// Those that were not in it before.
    pub joined: Vec<String>,
    /// Those that are in it no longer.
    pub left: Vec<String>,
    /// The rationale that explains it; null where it is open.
    pub explained: Option<String>,
}

/// A position whose independent origins are others, that is new, or that nobody holds any more.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct PositionChange {
    /// The question that it is on.
    pub question: String,
    /// What its claims say.
    pub label: String,
    /// Independent origins; null where there was no such position.
    pub before: Option<usize>,
    /// Independent origins; null where there is no such position any more.
    pub after: Option<usize>,
    /// Why there is none any more; null where there is one.
    pub gone: Option<Gone>,
    /// Established origins that stood behind it and do no longer.
    pub lost: Vec<String>,
    /// Established origins that stand behind it and did not before.
    pub gained: Vec<String>,
    /// The sources behind it before.
    #[serde(skip)]
    pub(super) sources_before: Vec<String>,
    /// The sources behind it now.
    #[serde(skip)]
    pub(super) sources_after: Vec<String>,
}

vocabulary! {
    /// Why a position is none any more.
    pub enum Gone {
        /// No claim says any more what its claims said.
        Unsaid = "unsaid",
        /// The claims that said it cannot be read.
        LeftOut = "left-out",
        /// All that say it were taken back.
        TakenBack = "taken-back",
        /// Claims still say it, and count among others or not as established.
        Regrouped = "regrouped",
    }
}

/// A quote that is another, or held no longer.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct QuoteChange {
    /// The full name of its claim.
    pub claim: String,
    /// What became of it.
    pub what: QuoteTurn,
    /// Its words before; null where they are withheld.
    pub before: Option<String>,
    /// Its words now; null where there are none, or where they are withheld.
    pub after: Option<String>,
}

vocabulary! {
    /// What became of a quote that was there.
    pub enum QuoteTurn {
        /// The claim quotes nothing any more.
        Removed = "removed",
        /// The claim quotes other words.
        Changed = "changed",
        /// The words do not stand in their text any more, or nothing attests that they do.
        NotHeld = "not-held",
    }
}

/// A source that was added, changed or removed.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct SourceChange {
    /// Its id.
    pub source: String,
    /// Its title.
    pub title: String,
    /// How many claims it has; of one that was removed, how many it had.
    pub claims: usize,
    /// The keys whose text is another.
    pub keys: Vec<KeyChange>,
    /// What follows, in sentences without a full stop.
    pub consequences: Vec<String>,
}

/// Claims that cannot be read and take no part.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct LeftOutChanges {
    /// How many there are now.
    pub claims: usize,
    /// How many of them the change leaves out: they were not there before, or took part, or something else stood in the way.
    pub added: usize,
    /// What stands in the way now and did not before, in the order of the places.
    pub obstacles: Vec<Obstacle>,
}

/// Something that keeps a claim out, or a file that cannot be read and may hold claims.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Obstacle {
    /// The full name of the claim; null where it has none that can be told, or where it is a file.
    pub claim: Option<String>,
    /// The rule that tells of it; null where what the claim refers to cannot be read.
    pub rule: Option<&'static str>,
    /// What is the matter, without a full stop.
    pub message: String,
    /// The path below the dossier of the file that it is in.
    pub file: String,
    /// The line, from 1.
    pub line: usize,
    /// Whether it is a file that cannot be read.
    #[serde(skip)]
    pub(super) is_file: bool,
}

/// Questions that came and went.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct QuestionChanges {
    /// The names of those that are new.
    pub added: Vec<String>,
    /// The names of those that are gone.
    pub removed: Vec<String>,
}

impl RecordChange {
    /// Whether the record is the same, and what of it cannot be read.
    pub(crate) fn is_empty(&self) -> bool {
        let disputes = &self.disputes;
        let all =
            [&disputes.opened, &disputes.closed, &disputes.explained, &disputes.reopened, &disputes.changed];
        self.claims.is_empty()
            && self.sources.is_empty()
            && self.positions.is_empty()
            && self.quotes.is_empty()
            && self.questions.added.is_empty()
            && self.questions.removed.is_empty()
            && self.left_out.added == 0
            && self.left_out.obstacles.is_empty()
            && all.iter().all(|list| list.is_empty())
    }
}

impl Obstacle {
    /// Whether it is a file that cannot be read, and not one claim.
    pub(crate) fn is_file(&self) -> bool {
        self.is_file
    }
}

impl KeyChange {
    /// Takes out what stood and stands there: that it changed is told, the words are not.
    pub(in crate::view) fn withhold(&mut self) {
        (self.before, self.after) = (None, None);
    }
}

impl<T> ListChange<T> {
    pub(super) fn none() -> Self {
        ListChange { added: Vec::new(), changed: Vec::new(), removed: Vec::new() }
    }

    fn is_empty(&self) -> bool {
        self.added.is_empty() && self.changed.is_empty() && self.removed.is_empty()
    }
}
