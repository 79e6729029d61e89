//! What a draft is: words, marks, a kind, and the file that places are shown in.

use std::ops::Range;

use crate::capture::runs::Runs;
use crate::capture::words::Words;

/// A draft as it is read: its words, with what its writer hung on them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Manuscript<'b> {
    /// All of it is one article: what was deleted is out, what was inserted is in. Footnotes are words too, but for those that
    /// are nothing but a mark.
    pub(crate) words: Words<'b>,
    /// In the order of their places.
    pub(crate) marks: Vec<Mark>,
    pub(crate) kind: ManuscriptKind,
    /// What places are shown in: the characters of the file itself, of a DOCX the words as `gainsay text` prints them.
    pub(crate) file: String,
    /// From bytes of the article to bytes of `file`.
    pub(super) places: Runs,
}

/// Something that its writer hung on words of a draft.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Mark {
    /// Bytes of the article; empty for a footnote and for what holds no words: behind the word that it hangs on.
    pub(crate) at: Range<usize>,
    /// The words of the comment or the footnote, with the addresses of its links behind them; the address of the link; what
    /// `data-claim` says.
    pub(crate) note: String,
    pub(crate) kind: MarkKind,
}

/// What hangs on words of a draft.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum MarkKind {
    /// A footnote or an endnote.
    Footnote,
    /// A link.
    Link,
    /// The attribute `data-claim`.
    Attribute,
    /// A comment in the margin.
    Comment,
}

/// What a draft was written in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ManuscriptKind {
    /// Markdown.
    Markdown,
    /// HTML or XHTML.
    Html,
    /// A document of Word.
    Docx,
    /// Plain text.
    Text,
}

impl Manuscript<'_> {
    /// The bytes of `file` at which bytes of the article stand. What has no place of its own has the nearest one before.
    pub(crate) fn place(&self, at: &Range<usize>) -> Range<usize> {
        self.places.place(at)
    }
}
