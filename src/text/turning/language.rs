//! What the lists of a language hold.

use crate::vocabulary::vocabulary;

/// A language whose words of negation, denial, doubt and condition are known.
pub(super) struct Language {
    /// The first part of its BCP 47 tags.
    pub(super) tag: &'static str,
    pub(super) script: Script,
    pub(super) apostrophe: Apostrophe,
    pub(super) comma: Comma,
    /// Letters that are written before a word without a space, such as a Hebrew `ו`.
    pub(super) joined: &'static [&'static str],
    pub(super) rows: &'static [Row],
    /// Phrases that look like one of the rows and turn nothing, as `not only`; parted by `|`.
    pub(super) harmless: &'static str,
    /// Words that begin what is said or denied (`that`): a comma before one parts nothing; parted by spaces.
    pub(super) clauses: &'static str,
    /// Words that may stand between a turning word and what it governs without being counted; parted by spaces.
    pub(super) through: &'static str,
    /// So many other words may stand there.
    pub(super) between: usize,
    /// Words that say how many, beside digits and those of `grammar`; parted by spaces, `*` as in phrases.
    pub(super) numbers: &'static str,
    /// Words that end what a turning word governs; parted by spaces.
    pub(super) stops: &'static str,
    /// Verbs of saying: each ends what a turning word governs as the stops do, unless it is governed itself; parted by spaces.
    pub(super) says: &'static str,
    /// Ends of adverbs, which may stand between a negation and a verb of saying; parted by spaces, as `*ly`.
    pub(super) adverbs: &'static str,
    /// Ends of verb forms that say more of what stands before them, as `*ing`; parted by spaces.
    pub(super) participles: &'static str,
    /// Phrases that negate whoever says or does something (`nobody`, `no`); parted by `|`.
    pub(super) nobody: &'static str,
    /// Words that begin what is said of somebody (`who`); parted by spaces.
    pub(super) relatives: &'static str,
    /// Letters with marks that its words are written with; marks on any other letter are disguise.
    pub(super) letters: &'static str,
}

/// Phrases that turn a sentence in one way.
pub(super) struct Row {
    pub(super) turn: Turn,
    /// On which side of what it governs a phrase stands.
    pub(super) side: Side,
    /// Parted by `|`; their words are parted by spaces. `*` stands for any end or beginning of a word, `a/b` for either word,
    /// `..` for up to four words that turn nothing themselves, and a colon behind a word may part it from the next.
    pub(super) phrases: &'static str,
    /// A sentence that each phrase turns around, `{}` in its place, the words that are quoted in square brackets.
    #[cfg_attr(not(test), allow(dead_code, reason = "the tests read it: each phrase is tried in it"))]
    pub(super) tried: &'static str,
}

/// Scripts that languages with lists are written in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Script {
    Latin,
    Cyrillic,
    Arabic,
    Hebrew,
}

/// What an apostrophe within a word does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Apostrophe {
    /// The word goes on: `didn't`.
    Joins,
    /// It ends a word: `n'` and `a` in `n'a`.
    Parts,
}

/// What a comma right behind a verb of saying or denying does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Comma {
    /// It ends what the verb governs.
    Ends,
    /// What is said may begin with it: `bestritt, 12 Menschen getötet zu haben`.
    BeginsSpeech,
}

vocabulary! {
    /// How a word turns a sentence around.
    pub(crate) enum Turn {
        /// "not", "never", "without".
        Negation = "negation",
        /// "denied", "rejected", "false", "no evidence".
        Denial = "denial",
        /// "allegedly", "may", "unconfirmed".
        Doubt = "doubt",
        /// "if", "unless".
        Condition = "condition",
    }
}

/// On which side of what it governs a phrase stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Side {
    Before,
    /// Before it, with nothing between them: a word that means something else elsewhere.
    Touching,
    Behind,
    /// Behind it, with nothing between them: the verb of whatever is quoted.
    Next,
    Either,
}

impl Side {
    /// Whether it may stand before what it governs; not asked of one that must touch it.
    pub(super) fn is_before(self) -> bool {
        matches!(self, Side::Before | Side::Either)
    }

    pub(super) fn is_behind(self) -> bool {
        matches!(self, Side::Behind | Side::Either)
    }
}
