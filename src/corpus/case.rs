//! One case of a set, by its keys, and what is wrong with one.

use std::collections::BTreeMap;

use toml::Value;

use crate::view::accuracy::{Came, Should, Tried};

/// What is labelled or said of a text in which there is nothing more.
pub(super) const NOTHING: &str = "nothing";

/// A case as it is written, with the line that it begins on.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Case {
    /// From 1.
    pub(super) line: usize,
    pub(super) keys: BTreeMap<String, Value>,
}

/// What is wrong with a case, and what is expected there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Fault {
    pub(super) line: usize,
    pub(super) what: String,
    pub(super) expected: String,
}

impl Case {
    pub(super) fn fault(&self, what: impl Into<String>, expected: impl Into<String>) -> Fault {
        Fault { line: self.line, what: what.into(), expected: expected.into() }
    }

    /// The words under a key, where it stands.
    ///
    /// # Errors
    /// It is no string.
    pub(super) fn maybe(&self, key: &str) -> Result<Option<&str>, Fault> {
        match self.keys.get(key) {
            None => Ok(None),
            Some(Value::String(words)) => Ok(Some(words)),
            Some(_) => Err(self.fault(format!("`{key}` is no string"), format!("`{key} = \"...\"`"))),
        }
    }

    /// The words under a key.
    ///
    /// # Errors
    /// It is not there, empty or no string.
    pub(super) fn text(&self, key: &str) -> Result<&str, Fault> {
        let words = self.maybe(key)?.filter(|words| !words.is_empty());
        words.ok_or_else(|| self.fault(format!("it has no `{key}`"), format!("a string under `{key}`")))
    }

    /// The strings under a key, which stand in a list or are parted by ` | `; none where it is left out.
    ///
    /// # Errors
    /// It is neither.
    pub(super) fn texts(&self, key: &str) -> Result<Vec<String>, Fault> {
        let wrong = || self.fault(format!("`{key}` is no list of strings"), "`A | B`, or a list of strings");
        match self.keys.get(key) {
            None => Ok(Vec::new()),
            Some(Value::String(words)) => Ok(words.split(" | ").map(str::to_owned).collect()),
            Some(Value::Array(all)) => {
                all.iter().map(|it| it.as_str().map(str::to_owned).ok_or_else(wrong)).collect()
            }
            Some(_) => Err(wrong()),
        }
    }

    /// What the label allows, of which any is right: parted by ` / `.
    ///
    /// # Errors
    /// There is no label.
    pub(super) fn labels(&self) -> Result<Vec<&str>, Fault> {
        Ok(self.text("label")?.split(" / ").collect())
    }

    /// Its name in the set.
    ///
    /// # Errors
    /// It has none.
    pub(super) fn id(&self) -> Result<String, Fault> {
        Ok(self.text("id")?.to_owned())
    }

    /// Whether its label is in doubt, so that it is left out of all counts.
    pub(super) fn is_doubtful(&self) -> bool {
        self.keys.contains_key("doubtful")
    }

    /// One of several things that it asks of its text, by its number: right where what is said is the label.
    ///
    /// # Errors
    /// It has no name or no text.
    pub(super) fn part(
        &self,
        number: usize,
        [label, said]: [&str; 2],
        (should, came): (Should, Came),
    ) -> Result<Tried, Fault> {
        Ok(Tried {
            id: format!("{}/{number}", self.id()?),
            group: self.group()?,
            input: self.text("text")?.to_owned(),
            label: label.to_owned(),
            said: said.to_owned(),
            should,
            came,
            is_as_labelled: label == said,
        })
    }

    /// The group that it belongs to; of words in a language, that.
    ///
    /// # Errors
    /// It is no string.
    pub(super) fn group(&self) -> Result<Option<String>, Fault> {
        let group = self.maybe("group")?;
        Ok(group.or(self.maybe("language")?).map(str::to_owned))
    }
}
