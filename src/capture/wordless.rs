//! Files that are at hand and say nothing: challenge pages, pages that a script would fill, empty files.

use crate::vocabulary::vocabulary;

vocabulary! {
    /// Why a file yields no words of its source.
    pub(crate) enum Wordless {
        Empty = "it holds no words",
        Challenge = "it is a page that asks whether a reader is human, not the page itself",
        Consent = "it is a page that asks for consent to cookies, not the page itself",
        Login = "it is a form that asks its reader to log in, not the page itself",
        Answer = "it is the answer of a server that did not give the page",
        Shell = "it is a page that a script fills: the saved file has no words",
        Untold = "it is a page without words",
    }
}

/// Why a text yields no words.
pub(super) fn of_text(words: &str) -> Option<Wordless> {
    (!words.contains(char::is_alphanumeric)).then_some(Wordless::Empty)
}
