//! The rules that tell of disputes: the one place where a finding's rule becomes one of them.

use std::cmp::Ordering;
use std::fmt;

use serde::{Serialize, Serializer};

use crate::align::relation::Class;
use crate::judge::{Finding, Opening, Telling};
use crate::text::counted;

/// A rule that tells of disputes; the gravest is the least.
#[derive(Clone, Copy, Debug)]
pub struct DisputeRule {
    name: &'static str,
    /// What its disputes mean, where their pairs do not say.
    pub(super) class: Class,
    telling: &'static Telling,
}

impl DisputeRule {
    /// The rule of a finding, where it tells of a dispute.
    pub(crate) fn of(finding: &Finding) -> Option<Self> {
        let family = finding.rule.family;
        Some(DisputeRule { name: finding.rule.name, class: family.class()?, telling: family.telling()? })
    }

    /// Its name.
    pub fn name(self) -> &'static str {
        self.name
    }

    /// What such a dispute is: lower case, no full stop.
    pub fn means(self) -> &'static str {
        self.telling.means
    }

    /// The sentence that opens an account of one, by how many sources take part; `None` where the figures tell it.
    pub(crate) fn opening(self, sources: usize) -> Option<&'static str> {
        match self.telling.opening {
            Opening::Said(opening) => Some(opening),
            Opening::By { one, .. } if sources == 1 => Some(one),
            Opening::By { several, .. } => Some(several),
            Opening::OfFigures => None,
        }
    }

    /// So many of them, with their noun.
    pub(crate) fn counted(self, count: usize) -> String {
        match self.telling.counted {
            ("", behind) => format!("{count}{behind}"),
            (noun, behind) => format!("{}{behind}", counted(count, noun)),
        }
    }
}

impl PartialEq for DisputeRule {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for DisputeRule {}

impl PartialOrd for DisputeRule {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for DisputeRule {
    fn cmp(&self, other: &Self) -> Ordering {
        self.telling.rank.cmp(&other.telling.rank)
    }
}

impl fmt::Display for DisputeRule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name)
    }
}

impl Serialize for DisputeRule {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.name)
    }
}

#[cfg(test)]
impl schemars::JsonSchema for DisputeRule {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "DisputeRule".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        let ranked =
            |rule: &&'static crate::judge::rule::Rule| Some((rule.family.telling()?.rank, rule.name));
        let rules: std::collections::BTreeMap<_, _> =
            crate::judge::rules::ALL.iter().filter_map(ranked).collect();
        schemars::json_schema!({ "type": "string", "enum": rules.into_values().collect::<Vec<_>>() })
    }
}
