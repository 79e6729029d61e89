//! Why words are not read as a value: what stopped the reading, where, and what was expected.

use std::ops::Range;

/// Why a value could not be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Unreadable {
    /// One clause, lower case, no full stop; the user's words in backticks.
    pub(crate) message: String,
    /// What form was expected, where the message does not say it.
    pub(crate) help: Option<String>,
    /// The bytes of the words that stopped the reading.
    pub(crate) at: Option<Range<usize>>,
    /// Whether it is a lower bound above an upper one that stopped it.
    pub(crate) out_of_order: bool,
}

impl Unreadable {
    pub(crate) fn new(message: impl Into<String>) -> Self {
        Unreadable { message: message.into(), help: None, at: None, out_of_order: false }
    }

    pub(crate) fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }

    /// A lower bound above an upper one.
    pub(crate) fn out_of_order(message: impl Into<String>) -> Self {
        Unreadable { out_of_order: true, ..Self::new(message) }
    }

    pub(crate) fn at(mut self, at: Range<usize>) -> Self {
        self.at = Some(at);
        self
    }
}
