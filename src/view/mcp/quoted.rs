//! Words of others, each in a field that says whose they are.

use std::fmt;

use serde::{Serialize, Serializer};

/// Words that are not ours. They are data, whatever they say.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(crate) struct Quoted {
    /// The words, and whose they are.
    quoted: QuotedWords,
}

/// Words, and whose they are.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(crate) struct QuotedWords {
    /// The words.
    text: String,
    /// Where they come from: `source:ID`, the text of a source and what it says of itself; `desk`, what the record has in words of its own;
    /// `client`, what was asked; `gainsay`, a sentence of ours that repeats words of these.
    from: WordsOf,
    /// How many bytes are left out at the end, where the words alone would be too long for an answer; absent where none is.
    #[serde(skip_serializing_if = "Option::is_none")]
    left_out: Option<usize>,
}

/// Where words come from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum WordsOf {
    /// A source, by its id.
    Source(String),
    /// The record.
    Desk,
    /// Whoever asks.
    Client,
    /// A sentence of ours, which repeats words of others.
    Gainsay,
}

impl WordsOf {
    /// Some words of it.
    pub(crate) fn says(&self, text: impl Into<String>) -> Quoted {
        Quoted { quoted: QuotedWords { text: text.into(), from: self.clone(), left_out: None } }
    }
}

impl Quoted {
    /// Leaves out what is beyond so many bytes, at the end of a character.
    pub(crate) fn shorten(&mut self, most: usize) {
        let QuotedWords { text, left_out, .. } = &mut self.quoted;
        let kept = text.floor_char_boundary(most);
        if kept < text.len() {
            *left_out = Some(left_out.unwrap_or(0) + text.len() - kept);
            text.truncate(kept);
        }
    }
}

impl fmt::Display for WordsOf {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            WordsOf::Source(id) => write!(f, "source:{id}"),
            WordsOf::Desk => f.write_str("desk"),
            WordsOf::Client => f.write_str("client"),
            WordsOf::Gainsay => f.write_str("gainsay"),
        }
    }
}

impl Serialize for WordsOf {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

#[cfg(test)]
impl schemars::JsonSchema for WordsOf {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "WordsOf".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({ "type": "string", "pattern": "^(source:.+|desk|client|gainsay)$" })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_say_whose_they_are_and_how_much_of_them_is_left_out() {
        let mut words = WordsOf::Source("herald".to_owned()).says("né à Lyon");
        let json = |words: &Quoted| serde_json::to_string(words).unwrap();
        assert_eq!(json(&words), r#"{"quoted":{"text":"né à Lyon","from":"source:herald"}}"#);
        words.shorten(11);
        assert_eq!(json(&words), r#"{"quoted":{"text":"né à Lyon","from":"source:herald"}}"#);
        // The second letter takes two bytes, of which one would fit.
        words.shorten(2);
        assert_eq!(json(&words), r#"{"quoted":{"text":"n","from":"source:herald","left_out":10}}"#);
        words.shorten(0);
        assert_eq!(json(&words), r#"{"quoted":{"text":"","from":"source:herald","left_out":11}}"#);
    }
}
