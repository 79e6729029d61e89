//! What a file may say of itself, and what some place in it says.

use crate::vocabulary::vocabulary;

vocabulary! {
    /// What a saved file may say of itself, by the key of a source that it may become.
    pub(crate) enum About {
        Title = "title",
        /// By name; a source has the id of an agent.
        Publisher = "publisher",
        Author = "author",
        Kind = "kind",
        Published = "published",
        Updated = "updated",
        Language = "language",
        Url = "url",
        ArchiveUrl = "archive-url",
        Accessed = "accessed",
        /// Of another file, which is the text.
        Sha256 = "sha256",
    }
}

/// What a file says of itself in one place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct SelfTold {
    pub(crate) about: About,
    /// As they stand there, white space put in order.
    pub(crate) words: String,
    /// Where: `JSON-LD headline`.
    pub(crate) place: String,
}

/// No value has more characters than this.
const LONGEST: usize = 1000;

/// What places say, in their order.
#[derive(Default)]
pub(super) struct Told(pub(super) Vec<SelfTold>);

impl Told {
    /// Takes what some place says, where it says anything.
    pub(super) fn say(&mut self, about: About, words: &str, place: &str) {
        let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
        if !words.is_empty() && words.chars().count() <= LONGEST {
            self.0.push(SelfTold { about, words, place: place.to_owned() });
        }
    }
}

/// What begins a text, which may be its title or its first words.
pub(super) const FIRST_LINE: &str = "the first line";

impl SelfTold {
    /// Whether it is said to be the title.
    pub(crate) fn is_title(&self) -> bool {
        self.about == About::Title && self.place != FIRST_LINE
    }
}
