//! A claim with how it is read and what it covers.

use serde::Serialize;

use super::name::{ClaimName, Who};
use super::sets::TwoSets;
use crate::align::Alignment;
use crate::model::question::Dimension;
use crate::model::table::{ClaimId, Id};

/// A claim side by side with others.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct ReadClaim {
    /// The claim, as `SOURCE#ID`.
    pub claim: ClaimName,
    /// The value in the source's words; empty where the claim says nothing.
    pub words: String,
    /// How the value is read; null where the claim says nothing.
    pub reading: Option<ReadAs>,
    /// What the value covers, as far as it is stated.
    pub scope: StatedScope,
    /// The moment that the value holds for.
    pub as_of: HoldsAt,
    /// Who said it first.
    pub origin: Who,
    /// What the claim says in words for people, its stance included.
    pub said: String,
    /// The value in words for people; empty where the claim says nothing.
    #[serde(skip)]
    pub(crate) shown: String,
}

/// A value as it is read: the two sets of a count, an amount or a date, else its canonical words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(untagged)]
pub enum ReadAs {
    /// Of a count, an amount or a date.
    Sets(TwoSets),
    /// Of all other types: ids and options as the format writes them.
    Words(String),
}

/// The dimensions of a scope: ids and words as the format writes them, `unknown`, or null where nothing is stated.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct StatedScope {
    /// Who is counted, by the group's id.
    pub population: Option<String>,
    /// Where, by the place's id.
    pub place: Option<String>,
    /// In what time, as EDTF.
    pub period: Option<String>,
    /// How the figure was arrived at.
    pub basis: Option<String>,
}

/// The moment that a value holds for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct HoldsAt {
    /// The moment, as EDTF.
    pub value: String,
    /// Whether the date of its source stands in for it.
    pub assumed: bool,
}

impl ReadClaim {
    pub(crate) fn new(alignment: &Alignment, id: ClaimId) -> Self {
        let dossier = alignment.dossier;
        let claim = &dossier.claims[id];
        let question = &dossier.questions[claim.question];
        let when = &alignment.basics[id.index()].when;
        let reading = claim.shape().map(|shape| match TwoSets::of(&question.kind, shape) {
            Some(sets) => ReadAs::Sets(sets),
            None => ReadAs::Words(dossier.canonical(question, shape)),
        });
        let shown = claim.shape().map(|shape| dossier.readable(question, shape)).unwrap_or_default();
        let stated = |dimension| alignment.stated(id, dimension);
        ReadClaim {
            claim: ClaimName::new(dossier, id),
            words: claim.words().to_owned(),
            reading,
            scope: StatedScope {
                population: stated(Dimension::Population),
                place: stated(Dimension::Place),
                period: stated(Dimension::Period),
                basis: stated(Dimension::Basis),
            },
            as_of: HoldsAt { value: when.as_of.told(), assumed: when.assumed },
            origin: Who::new(dossier, alignment.origins[id.index()].speaker),
            said: dossier.said(claim),
            shown,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::load::from_texts;

    #[test]
    fn a_reading_is_two_sets_or_words_or_null() {
        let dossier = from_texts(&[
            (
                "sources/a.toml",
                "[source.herald]\ntitle = \"H\"\npublisher = \"unknown\"\npublished = \"2024-03-01\"\n\
                 [place.arvo]\nname = \"Arvo\"\nkind = \"country\"\n",
            ),
            (
                "claims/a.toml",
                r#"
                [event.fire]
                title = "Fire"
                [event.fire.question]
                cost = { ask = "What did it cost?", type = "amount", unit = "USD" }
                killed = { ask = "How many?", type = "count" }
                when = { ask = "When?", type = "date" }
                where = { ask = "Where?", type = "place" }
                who = { ask = "Who?", type = "text" }
                how = { ask = "How?", type = "choice", options = [{ id = "wires", label = "old wires" }, "lightning"] }
                [[claim]]
                source = "herald"
                question = "fire/how"
                value = { not = "wires" }
                [[claim]]
                source = "herald"
                question = "fire/cost"
                value = 8.50
                [[claim]]
                source = "herald"
                question = "fire/killed"
                value = "more than 100000000000000000000"
                [[claim]]
                source = "herald"
                question = "fire/when"
                value = "2024-02/.."
                [[claim]]
                source = "herald"
                question = "fire/where"
                value = "arvo"
                [[claim]]
                source = "herald"
                question = "fire/who"
                stance = "unknown"
                "#,
            ),
        ]);
        let alignment = Alignment::without_texts(&dossier);
        let reading = |question: &str| {
            let question = dossier.questions.find(question).expect("it is asked");
            let claim = ReadClaim::new(&alignment, alignment.claims.on(question)[0]);
            serde_json::to_string(&claim.reading).expect("it has string keys")
        };
        let both = |set: &str| format!("{{\"hard\":{set},\"soft\":{set}}}");
        let cost = "{\"hard\":[[8.45,8.55]],\"soft\":[[8.5,8.5]],\"open\":{\"hard\":[[false,true]],\"soft\":[[false,false]]}}";
        assert_eq!(reading("fire/cost"), cost);
        let hard = "[[100000000000000000001,null]]";
        assert!(reading("fire/killed").starts_with(&format!("{{\"hard\":{hard},\"soft\":[[")), "every digit");
        assert_eq!(reading("fire/when"), both("[[\"2024-02-01\",null]]"));
        assert_eq!(reading("fire/where"), "\"arvo\"");
        assert_eq!(reading("fire/who"), "null");
        assert_eq!(reading("fire/how"), "\"not wires\"");
        let how = alignment.claims.on(dossier.questions.find("fire/how").expect("it is asked"))[0];
        assert_eq!(ReadClaim::new(&alignment, how).said, "not old wires", "people read the label");
    }
}
