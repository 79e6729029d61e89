//! What a finding says, in pieces: words of our own, and words of sources, which not everybody may read.

use crate::model::table::SourceId;

/// A text that knows which of its words are whose.
///
/// It is no `Display`: whoever shows it has to say to whom.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Phrase(Vec<Whose>);

#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Whose {
    /// Ours, the desk's, or what a report shows of any source: names, values, dates.
    Ours(String),
    /// Words of a source, or that stand in each of several.
    Theirs { sources: Vec<SourceId>, words: String },
}

impl Phrase {
    /// With words of our own behind it.
    pub(crate) fn and(mut self, words: impl Into<String>) -> Self {
        self.0.push(Whose::Ours(words.into()));
        self
    }

    /// With words behind it that stand in each of some sources: in quotes of them, or in their texts.
    pub(crate) fn theirs(mut self, sources: &[SourceId], words: impl Into<String>) -> Self {
        self.0.push(Whose::Theirs { sources: sources.to_vec(), words: words.into() });
        self
    }

    /// With another behind it.
    pub(crate) fn join(mut self, other: Phrase) -> Self {
        self.0.extend(other.0);
        self
    }

    /// The text, in which `withheld` stands in place of words of which some source is not shown.
    pub(crate) fn text(&self, shows: impl Fn(SourceId) -> bool, withheld: &str) -> String {
        let mut text = String::new();
        for part in &self.0 {
            text.push_str(match part {
                Whose::Theirs { sources, .. } if !sources.iter().all(|source| shows(*source)) => withheld,
                Whose::Ours(words) | Whose::Theirs { words, .. } => words,
            });
        }
        text
    }

    /// The text with all of its words, to tell it from others. It is not to be shown.
    pub(crate) fn whole(&self) -> String {
        self.text(|_| true, "")
    }
}

impl From<String> for Phrase {
    fn from(words: String) -> Self {
        Phrase(vec![Whose::Ours(words)])
    }
}

impl From<&str> for Phrase {
    fn from(words: &str) -> Self {
        words.to_owned().into()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::table::Id;

    #[test]
    fn words_are_left_out_where_any_of_their_sources_is_not_shown() {
        let [a, b] = [SourceId::from_index(0), SourceId::from_index(1)];
        let phrase =
            Phrase::from("it says “").theirs(&[a], "three").and("”, both “").theirs(&[a, b], "dead").and("”");
        assert_eq!(phrase.text(|_| true, "[withheld]"), "it says “three”, both “dead”");
        assert_eq!(phrase.text(|id| id == b, "[withheld]"), "it says “[withheld]”, both “[withheld]”");
        assert_eq!(phrase.text(|id| id == a, "[withheld]"), "it says “three”, both “[withheld]”");
        assert_eq!(phrase.whole(), "it says “three”, both “dead”");
    }
}
