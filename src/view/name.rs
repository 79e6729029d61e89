//! Names as views write them, with the parts that they are made of.

use std::fmt;

use serde::{Serialize, Serializer};

use crate::align::origin::Speaker;
use crate::model::Dossier;
use crate::model::table::{ClaimId, QuestionId};

/// A name of two parts, kept as it is written.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct TwoParts {
    whole: String,
    /// The byte of the mark between the parts.
    mark: usize,
}

impl TwoParts {
    /// A whole name and its first part.
    fn new(whole: &str, first: &str) -> Self {
        TwoParts { whole: whole.to_owned(), mark: first.len() }
    }

    fn first(&self) -> &str {
        self.whole.get(..self.mark).unwrap_or(&self.whole)
    }

    fn second(&self) -> &str {
        self.whole.get(self.mark + 1..).unwrap_or_default()
    }
}

macro_rules! names {
    ($($(#[$doc:meta])* $name:ident)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub struct $name(TwoParts);

        impl $name {
            /// All of it, as files write it.
            pub fn as_str(&self) -> &str {
                &self.0.whole
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.pad(self.as_str())
            }
        }

        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.as_str())
            }
        }

        #[cfg(test)]
        impl schemars::JsonSchema for $name {
            fn schema_name() -> std::borrow::Cow<'static, str> {
                stringify!($name).into()
            }

            fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
                schemars::json_schema!({ "type": "string" })
            }
        }
    )*};
}

names! {
    /// The name of a claim, `SOURCE#ID`.
    ClaimName
    /// The name of a question, `EVENT/QUESTION`.
    QuestionName
}

impl ClaimName {
    pub(crate) fn new(dossier: &Dossier, id: ClaimId) -> Self {
        let source = dossier.sources.name(dossier.claims[id].source);
        ClaimName(TwoParts::new(dossier.claims.name(id), source))
    }

    /// The names of some claims, in their order.
    pub(crate) fn all<'a>(dossier: &Dossier, ids: impl IntoIterator<Item = &'a ClaimId>) -> Vec<Self> {
        ids.into_iter().map(|id| ClaimName::new(dossier, *id)).collect()
    }

    /// A name made of its parts.
    pub(crate) fn of(source: &str, id: &str) -> Self {
        ClaimName(TwoParts::new(&format!("{source}#{id}"), source))
    }

    /// The id of the source that the claim stands in.
    pub fn source(&self) -> &str {
        self.0.first()
    }

    /// The claim's own id, which tells it from others of its source.
    pub fn own(&self) -> &str {
        self.0.second()
    }
}

impl QuestionName {
    pub(crate) fn new(dossier: &Dossier, id: QuestionId) -> Self {
        let event = dossier.events.name(dossier.questions[id].event);
        QuestionName(TwoParts::new(dossier.questions.name(id), event))
    }

    /// The id of the event that it is about.
    pub fn event(&self) -> &str {
        self.0.first()
    }

    /// The question's own id, which tells it from others of its event.
    pub fn own(&self) -> &str {
        self.0.second()
    }
}

/// Who says something, passes it on or publishes it: `agent:ID`, `source:ID` for a source itself and for its publisher
/// where that is not known, or `unknown`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Who {
    /// An agent, by its id.
    Agent(String),
    /// A source, by its id.
    Source(String),
    /// A publisher that is not known.
    Unknown,
}

impl Who {
    /// An origin.
    pub(crate) fn new(dossier: &Dossier, speaker: Speaker) -> Self {
        match speaker {
            Speaker::Agent(id) => Who::Agent(dossier.agents.name(id).to_owned()),
            Speaker::Source(id) => Who::Source(dossier.sources.name(id).to_owned()),
        }
    }

    /// The id alone; empty where nobody is known.
    pub fn id(&self) -> &str {
        match self {
            Who::Agent(id) | Who::Source(id) => id,
            Who::Unknown => "",
        }
    }
}

impl fmt::Display for Who {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Who::Agent(id) => write!(f, "agent:{id}"),
            Who::Source(id) => write!(f, "source:{id}"),
            Who::Unknown => f.write_str("unknown"),
        }
    }
}

impl Serialize for Who {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

#[cfg(test)]
impl schemars::JsonSchema for Who {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Who".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({ "type": "string", "pattern": "^(agent:.+|source:.+|unknown)$" })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_know_their_parts_and_sort_as_they_are_written() {
        let name = ClaimName::of("herald", "town");
        assert_eq!((name.as_str(), name.source(), name.own()), ("herald#town", "herald", "town"));
        assert_eq!(serde_json::to_string(&name).unwrap(), "\"herald#town\"");
        // `-` sorts after `#`, whatever the lengths of the first parts.
        assert!(name < ClaimName::of("herald-2", "a"));
    }

    #[test]
    fn whoever_speaks_is_written_with_what_they_are() {
        let all = [Who::Agent("b".to_owned()), Who::Source("a".to_owned()), Who::Unknown];
        assert_eq!(serde_json::to_string(&all).unwrap(), "[\"agent:b\",\"source:a\",\"unknown\"]");
        assert!(all.is_sorted(), "as their words do");
        assert_eq!(all.each_ref().map(Who::id), ["b", "a", ""]);
    }
}
