//! The view of a corpus, version 1: what came of cases whose answers are known, and what is not as it was.

use std::collections::BTreeMap;

use serde::Serialize;

use super::share::Share;
use crate::vocabulary::vocabulary;

/// How often the program is right, on cases whose answers are known. Its JSON is frozen: later versions add keys and remove none.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Accuracy {
    /// Always `gainsay/corpus/1`.
    schema: &'static str,
    /// The sets in the order of their names.
    pub sets: Vec<MeasuredSet>,
    /// The outcomes that are not those that are recorded.
    pub changed: Vec<ChangedOutcome>,
}

vocabulary! {
    /// What the cases of a set ask.
    pub enum CaseKind {
        /// How words are read.
        Reading = "reading",
        /// How two claims are related.
        Relation = "relation",
        /// How a quote stands in a text.
        Quote = "quote",
        /// What of a text could be recorded: its figures.
        Spotted = "spotted",
        /// What is amiss in a draft.
        Draft = "draft",
        /// Whether two names may be one.
        Name = "name",
    }
}

vocabulary! {
    /// Whose labels the cases have.
    pub enum LabelledBy {
        /// Of people who did not know how the program answers: of another project, or asked before they saw it.
        Others = "others",
        /// Of those who built it, with its rules in view: such a set holds what was meant, and is no sample of the world.
        Own = "own",
    }
}

/// A set of cases, and what came of them.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct MeasuredSet {
    /// What it says of itself.
    #[serde(flatten)]
    pub told: SetTold,
    /// How many cases are left out of all counts, because their label is in doubt.
    pub doubtful: usize,
    /// What came of all its cases.
    #[serde(flatten)]
    pub shares: Shares,
    /// The same by the groups that the set tells apart; empty where it tells none.
    pub groups: Vec<MeasuredGroup>,
    /// What does not come out as it is labelled, in the order of the cases.
    pub amiss: Vec<AmissCase>,
}

/// What a set says of itself.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct SetTold {
    /// The name of its file.
    pub name: String,
    /// What its cases ask.
    pub kind: CaseKind,
    /// What it is.
    pub title: String,
    /// Whose labels it has.
    pub labelled_by: LabelledBy,
    /// Under which terms it may be passed on.
    pub licence: String,
    /// Where it comes from.
    pub origin: String,
    /// How its labels were given, and by whom.
    pub label_rule: String,
    /// When they were given, `YYYY-MM-DD`.
    pub date: String,
    /// Of the file of its cases.
    pub sha256: String,
}

/// A group of a set's cases.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct MeasuredGroup {
    /// What its cases have in common.
    pub group: String,
    /// What came of them.
    #[serde(flatten)]
    pub shares: Shares,
}

/// What came of some cases.
#[derive(Clone, Copy, Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Shares {
    /// How many were asked. A text of which several things are asked counts for each.
    pub asked: usize,
    /// Of what the program says, how much is right.
    pub precision: Share,
    /// Of what it should say, how much it says, and rightly.
    pub recall: Share,
    /// How much comes out just as it is labelled, silence included.
    pub as_labelled: Share,
}

vocabulary! {
    /// How a case is amiss.
    pub enum AmissHow {
        /// Nothing is said, and something should be.
        Missed = "missed",
        /// Something is said, and nothing should be.
        False = "false",
        /// Something is said, and it should be something else.
        Wrong = "wrong",
        /// What should be said or kept silent is, in other terms than the label's.
        Otherwise = "otherwise",
    }
}

/// A case that does not come out as it is labelled.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct AmissCase {
    /// Its name in the set.
    pub id: String,
    /// How it is amiss.
    pub how: AmissHow,
    /// What was asked.
    pub input: String,
    /// What should come of it.
    pub label: String,
    /// What came of it.
    pub said: String,
}

vocabulary! {
    /// Which way an outcome has changed.
    pub enum Turn {
        /// It is as labelled now.
        Better = "better",
        /// It was as labelled.
        Worse = "worse",
        /// It is amiss in another way.
        Other = "other",
    }
}

/// An outcome that is not the one that is recorded.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct ChangedOutcome {
    /// The set.
    pub set: String,
    /// The case.
    pub id: String,
    /// Which way it has changed.
    pub turn: Turn,
    /// What is recorded to have come of it; null where it was as labelled.
    pub was: Option<String>,
    /// What came of it now; null where it is as labelled, or there is no such case any more.
    pub now: Option<String>,
}

/// What should come of a case.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Should {
    Speak,
    BeSilent,
    /// Either is right.
    Either,
}

impl Should {
    /// What a label asks that leaves a choice of `all`, so many of which speak.
    pub(crate) fn of(speaking: usize, all: usize) -> Self {
        match speaking {
            0 => Should::BeSilent,
            many if many == all => Should::Speak,
            _ => Should::Either,
        }
    }
}

/// What came of a case.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Came {
    /// Something is said, and rightly so.
    Right,
    /// Something is said that should not be, or another thing.
    Wrong,
    /// Nothing is said.
    Silence,
}

/// A case that was asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Tried {
    pub(crate) id: String,
    pub(crate) group: Option<String>,
    pub(crate) input: String,
    pub(crate) label: String,
    pub(crate) said: String,
    pub(crate) should: Should,
    pub(crate) came: Came,
    /// Whether it is just what the label says.
    pub(crate) is_as_labelled: bool,
}

impl Accuracy {
    pub(crate) fn new(sets: Vec<MeasuredSet>, changed: Vec<ChangedOutcome>) -> Self {
        Accuracy { schema: "gainsay/corpus/1", sets, changed }
    }
}

impl MeasuredSet {
    pub(crate) fn new(told: SetTold, tried: &[Tried], doubtful: usize) -> Self {
        let mut by_group: BTreeMap<&str, Vec<&Tried>> = BTreeMap::new();
        for case in tried {
            by_group.entry(case.group.as_deref().unwrap_or_default()).or_default().push(case);
        }
        let groups = match by_group.len() {
            0 | 1 => Vec::new(),
            _ => by_group
                .into_iter()
                .map(|(group, of)| MeasuredGroup { group: group.to_owned(), shares: Shares::of(&of) })
                .collect(),
        };
        let shares = Shares::of(&tried.iter().collect::<Vec<_>>());
        let amiss = tried.iter().filter_map(AmissCase::of).collect();
        MeasuredSet { told, doubtful, shares, groups, amiss }
    }
}

impl Shares {
    fn of(tried: &[&Tried]) -> Self {
        let count = |is: &dyn Fn(&Tried) -> bool| tried.iter().filter(|case| is(case)).count();
        let spoke = count(&|case| case.came != Came::Silence);
        let should = count(&|case| case.should == Should::Speak);
        let found = count(&|case| case.should == Should::Speak && case.came == Came::Right);
        Shares {
            asked: tried.len(),
            precision: Share::new(count(&|case| case.came == Came::Right), spoke),
            recall: Share::new(found, should),
            as_labelled: Share::new(count(&|case| case.is_as_labelled), tried.len()),
        }
    }
}

impl AmissCase {
    /// The case, where it is amiss.
    fn of(case: &Tried) -> Option<Self> {
        let how = match (case.is_as_labelled, case.should, case.came) {
            (true, ..) => return None,
            (_, Should::Speak, Came::Silence) => AmissHow::Missed,
            (_, Should::BeSilent, Came::Wrong | Came::Right) => AmissHow::False,
            (_, _, Came::Wrong) => AmissHow::Wrong,
            _ => AmissHow::Otherwise,
        };
        let Tried { id, input, label, said, .. } = case.clone();
        Some(AmissCase { id, how, input, label, said })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tried(group: &str, should: Should, came: Came) -> Tried {
        let is_as_labelled = match should {
            Should::Speak => came == Came::Right,
            Should::BeSilent => came == Came::Silence,
            Should::Either => came != Came::Wrong,
        };
        let text = |words: &str| words.to_owned();
        Tried {
            id: format!("{group}-{should:?}-{came:?}"),
            group: Some(text(group)),
            input: text("asked"),
            label: text("label"),
            said: text("said"),
            should,
            came,
            is_as_labelled,
        }
    }

    fn told() -> SetTold {
        let text = |words: &str| words.to_owned();
        SetTold {
            name: text("s"),
            kind: CaseKind::Reading,
            title: text("S"),
            labelled_by: LabelledBy::Own,
            licence: text("MIT"),
            origin: text("ours"),
            label_rule: text("by rule"),
            date: text("2024-03-01"),
            sha256: text("00"),
        }
    }

    /// What is said and should not be counts against precision alone, what is missed against recall alone, what is said wrongly against
    /// both; where either is right, neither counts for recall.
    #[test]
    fn each_outcome_counts_where_it_belongs() {
        use Came::{Right, Silence, Wrong};
        use Should::{BeSilent, Either, Speak};
        let all = [
            tried("a", Speak, Right),
            tried("a", Speak, Right),
            tried("a", Speak, Wrong),
            tried("a", Speak, Silence),
            tried("b", BeSilent, Silence),
            tried("b", BeSilent, Wrong),
            tried("b", Either, Right),
            tried("b", Either, Silence),
        ];
        let set = MeasuredSet::new(told(), &all, 1);
        let counts = |share: Share| (share.right, share.of);
        assert_eq!(counts(set.shares.precision), (3, 5));
        assert_eq!(counts(set.shares.recall), (2, 4));
        assert_eq!(counts(set.shares.as_labelled), (5, 8));
        assert_eq!((set.shares.asked, set.doubtful), (8, 1));
        let groups: Vec<_> =
            set.groups.iter().map(|it| (it.group.as_str(), counts(it.shares.recall))).collect();
        assert_eq!(groups, [("a", (2, 4)), ("b", (0, 0))]);
        let amiss: Vec<_> = set.amiss.iter().map(|it| it.how.name()).collect();
        assert_eq!(amiss, ["wrong", "missed", "false"]);
    }

    #[test]
    fn what_is_said_in_other_terms_is_amiss_and_counts_as_said() {
        let other = Tried { is_as_labelled: false, ..tried("a", Should::Speak, Came::Right) };
        let set = MeasuredSet::new(told(), &[other], 0);
        assert_eq!(
            (set.shares.precision.right, set.shares.recall.right, set.shares.as_labelled.right),
            (1, 1, 0)
        );
        assert_eq!(set.amiss[0].how, AmissHow::Otherwise);
        assert!(set.groups.is_empty(), "one group is all");
    }
}
