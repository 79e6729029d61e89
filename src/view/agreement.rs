//! The view of how far two coders agree, version 1.

use serde::{Serialize, Serializer};
use serde_json::Number;

use super::name::QuestionName;
use super::read_claim::ReadAs;
use crate::align::relation::{Class, Kind, Which};

/// How far two files of rows agree on what some texts say. Its JSON is frozen: later versions add keys and remove none.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Agreement {
    /// Always `gainsay/agree/1`.
    schema: &'static str,
    /// The first coder.
    pub a: CodedFile,
    /// The second coder.
    pub b: CodedFile,
    /// By type of question, in the order of the format; behind these the kinds of passages that both waived.
    pub types: Vec<TypeAgreement>,
    /// All types together.
    pub all: TypeAgreement,
    /// How the values of the two are related where both answer one question, those with most pairs first.
    pub relations: Vec<RelationCount>,
    /// Where both answer one question, and do not say the same.
    pub differences: Vec<CodedDifference>,
    /// Where both looked, and do not answer one question: another question, a waiver, or nothing.
    pub apart: Vec<CodedApart>,
}

/// The rows of one coder.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct CodedFile {
    /// The file, as it was named.
    pub file: String,
    /// How many of its rows were compared; the same row twice is one.
    pub rows: usize,
    /// The rows that could not be, in order.
    pub left_out: Vec<LeftOutRow>,
}

/// A row that was not compared.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct LeftOutRow {
    /// Its line, from 1.
    pub line: usize,
    /// Why. Lower case, no full stop.
    pub reason: String,
}

/// How far two coders agree on the passages of one type.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct TypeAgreement {
    /// The type of the question that was answered; of a passage that both waived its kind; `all` of all of them.
    #[serde(rename = "type")]
    pub kind: &'static str,
    /// How many passages at least one of the two recorded or waived.
    pub units: usize,
    /// How many both did.
    pub both: usize,
    /// How many the first alone did.
    pub only_a: usize,
    /// How many the second alone did.
    pub only_b: usize,
    /// Of how many both answer the same question, or both waive.
    pub same: usize,
    /// How many both looked at: the coefficients are of these.
    pub n: usize,
    /// The share of these that are the same; null where there is none.
    pub raw: Option<Coefficient>,
    /// Krippendorff's alpha, nominal; null where all categories are one.
    pub alpha: Option<Coefficient>,
    /// Gwet's AC1; null where all categories are one.
    pub ac1: Option<Coefficient>,
    /// Why one of them is null, or why alpha and AC1 part; null where there is nothing to say.
    pub note: Option<String>,
}

/// A share or a coefficient, to four places.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Coefficient(pub f64);

/// How often the values of two coders are so related.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct RelationCount {
    /// What the two are to each other.
    pub relation: Kind,
    /// What that means.
    pub class: Class,
    /// How many pairs.
    pub pairs: usize,
}

/// Two answers to one question from one passage that do not say the same.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct CodedDifference {
    /// The source, by id.
    pub source: String,
    /// What the two are to each other.
    pub relation: Kind,
    /// What that means.
    pub class: Class,
    /// Which of the two refines, is the part, or is later; null where the relation has no direction.
    pub direction: Option<Which>,
    /// Why, in a sentence.
    pub reason: String,
    /// The keys besides the value under which the two say other things, `scope.place` for what is inside.
    pub keys: Vec<String>,
    /// What the first coder recorded.
    pub a: CodedPassage,
    /// What the second coder recorded.
    pub b: CodedPassage,
}

/// A passage that both looked at and did not answer alike.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct CodedApart {
    /// The source, by id.
    pub source: String,
    /// What the first coder recorded; null where nothing.
    pub a: Option<CodedPassage>,
    /// What the second coder recorded; null where nothing.
    pub b: Option<CodedPassage>,
}

/// What one coder made of a passage.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct CodedPassage {
    /// The line of the row, from 1.
    pub line: usize,
    /// The words; null where access to the source is restricted.
    pub quote: Option<String>,
    /// The question that is answered; null of a waiver.
    pub question: Option<QuestionName>,
    /// The value as the coder has it; empty of a waiver, and where nothing is said.
    pub words: String,
    /// How it is read; null of a waiver, and where nothing is said.
    pub reading: Option<ReadAs>,
    /// Why the passage is waived; null of a claim.
    pub waived: Option<String>,
    /// The reading as people read it.
    #[serde(skip)]
    pub(crate) shown: String,
}

impl Agreement {
    pub(crate) fn new(a: CodedFile, b: CodedFile, all: TypeAgreement) -> Agreement {
        let (types, relations, differences, apart) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
        Agreement { schema: "gainsay/agree/1", a, b, types, all, relations, differences, apart }
    }
}

impl Coefficient {
    /// To so many places, without a sign where it comes to nothing.
    pub(crate) fn told(self, places: usize) -> String {
        let told = format!("{:.places$}", self.0);
        let is_nothing = told.chars().all(|c| matches!(c, '-' | '0' | '.'));
        if is_nothing { told.trim_start_matches('-').to_owned() } else { told }
    }
}

impl Serialize for Coefficient {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        Number::from_string_unchecked(self.told(4)).serialize(serializer)
    }
}

#[cfg(test)]
impl schemars::JsonSchema for Coefficient {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Coefficient".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({"type": "number"})
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_coefficient_has_so_many_places_and_no_sign_at_nothing() {
        let told = |of: f64, places: usize| Coefficient(of).told(places);
        assert_eq!([told(0.69196, 2), told(-0.02469, 2), told(-0.001, 2)], ["0.69", "-0.02", "0.00"]);
        assert_eq!(serde_json::to_string(&Coefficient(1.0)).unwrap(), "1.0000");
    }
}
