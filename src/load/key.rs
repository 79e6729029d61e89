//! What a key of the format is, and the macro that declares the keys of a table one a line.

use crate::vocabulary::{Vocabulary, vocabulary};

/// A table of the format: how it is written, what it is, and its keys.
#[derive(Debug)]
pub(crate) struct FormatTable {
    /// As its header stands in a file, ids in capitals; for the top of a file, the file's path.
    pub(crate) header: &'static str,
    pub(crate) about: &'static str,
    /// In the order in which people read them.
    pub(crate) keys: &'static [FormatKey],
}

/// One key of a table.
#[derive(Debug)]
pub(crate) struct FormatKey {
    pub(crate) name: &'static str,
    pub(crate) form: KeyForm,
    pub(crate) about: &'static str,
    pub(crate) need: Need,
    /// Whether it holds words of a source, or leads to them or to who wrote them: what `access = "restricted"` withholds.
    pub(crate) words: bool,
}

/// Whether a key has to be there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Need {
    Never,
    Always,
    /// Not in every table: where it is, as a reader is told it.
    When(&'static str),
}

/// What form the value of a key has.
#[derive(Clone, Copy, Debug)]
pub(crate) enum KeyForm {
    /// A string.
    Text,
    /// A list of strings.
    Texts,
    /// An id that the table gives itself.
    Slug,
    /// The IANA name of a time zone.
    Zone,
    /// A language by its BCP 47 tag.
    Tag,
    /// The id of something that is defined elsewhere.
    Id(Referent),
    /// A list of ids.
    Ids(Referent),
    /// An id or a list of ids.
    IdOrIds(Referent),
    /// A list of ids, or several such lists.
    Partitions(Referent),
    /// An EDTF string or a TOML date.
    Date,
    /// An integer, from the first to the last.
    Whole(i64, i64),
    /// A number of degrees.
    Degrees,
    /// True or false.
    Flag,
    /// One of these words.
    Word(&'static [&'static str]),
    /// One of these words, or `unknown`.
    WordOrUnknown(&'static [&'static str]),
    /// A list of these words.
    Words(&'static [&'static str]),
    /// What a claim answers, in the form that its question's type asks for.
    Value,
    /// `[low, high]`, where `high` may be [`UNBOUNDED`].
    Bounds,
    /// A table whose keys are the names of rules, each with one of these words.
    Levels(&'static [&'static str]),
    /// A table.
    Table(&'static FormatTable),
    /// A list of tables.
    Tables(&'static FormatTable),
    /// A list of texts, each of which may be a table instead.
    TextsOrTables(&'static FormatTable),
    /// A table whose keys are ids, each with a table.
    ById(&'static FormatTable),
}

/// What stands in place of an upper bound that there is not.
pub(super) const UNBOUNDED: &str = "inf";

vocabulary! {
    /// What can be referred to by an id.
    pub enum Referent {
        /// A page, a broadcast, a document that makes claims.
        Source = "source",
        /// A person, an outlet or a body that says something.
        Agent = "agent",
        /// A place, or the border zone of one.
        Place = "place",
        /// What questions are asked about.
        Event = "event",
        /// What claims answer.
        Question = "question",
        /// Whom or what figures count.
        Group = "group",
        /// What a source answers.
        Claim = "claim",
    }
}

/// The keys of one table, as a closed vocabulary.
pub(crate) trait TableKey: Vocabulary {
    /// The table, its keys in the order of the variants.
    const TABLE: &'static FormatTable;

    /// Its place among the keys of the table.
    fn place(self) -> usize;

    /// What the table says of it.
    fn key(self) -> &'static FormatKey {
        &Self::TABLE.keys[self.place()]
    }
}

impl FormatKey {
    pub(super) const fn new(name: &'static str, form: KeyForm, about: &'static str) -> Self {
        FormatKey { name, form, about, need: Need::Never, words: false }
    }

    pub(super) const fn required(self) -> Self {
        FormatKey { need: Need::Always, ..self }
    }

    pub(super) const fn required_when(self, when: &'static str) -> Self {
        FormatKey { need: Need::When(when), ..self }
    }

    pub(super) const fn words(self) -> Self {
        FormatKey { words: true, ..self }
    }
}

/// Declares the keys of a table, one a line: `Variant = "name": form, "what it is"`, and after that what else holds of it
/// (`required`, `required_when("...")`, `words`).
///
/// From it follow an enum of the keys, which is what the loader asks a table for, and its [`TableKey::TABLE`].
macro_rules! keys {
    (
        $(#[$meta:meta])*
        enum $keys:ident = $header:literal: $table:literal {
            $($key:ident = $name:literal: $form:expr, $about:literal $(, $mark:ident $(($words:literal))?)*;)+
        }
    ) => {
        $crate::vocabulary::vocabulary! {
            $(#[$meta])*
            pub(crate) enum $keys {
                $(#[doc = $about] $key = $name,)+
            }
        }

        impl $crate::load::key::TableKey for $keys {
            const TABLE: &'static $crate::load::key::FormatTable = &$crate::load::key::FormatTable {
                header: $header,
                about: $table,
                keys: &[$($crate::load::key::FormatKey::new($name, $form, $about)$(.$mark($($words)?))*,)+],
            };

            fn place(self) -> usize {
                self as usize
            }
        }
    };
}
pub(super) use keys;
