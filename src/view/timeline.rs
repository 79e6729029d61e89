//! The view of a timeline, version 1: what was said on a question, in the order of the moments that it holds for.

use serde::Serialize;

use super::covers::foreign_reading;
use super::name::{ClaimName, QuestionName, Who};
use super::sets::TwoSets;
use crate::align::origin::Speaker;
use crate::judge::Court;
use crate::judge::standing::{Standing, standings};
use crate::model::question::OverTime;
use crate::model::table::{ClaimId, Id, QuestionId};
use crate::value::calendar;
use crate::value::shape::{Bounds, Runs};
use crate::value::types::{Kind, Type};

/// A question's claims in order. Its JSON is frozen: later versions add keys and remove none.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Timeline {
    /// Always `gainsay/timeline/1`.
    schema: &'static str,
    /// The question, as `EVENT/QUESTION`.
    pub question: QuestionName,
    /// What is asked, in words.
    pub ask: String,
    /// The type that its values are read by.
    #[serde(rename = "type")]
    kind: Type,
    /// Whether it asks for a running toll, so that later figures may be higher.
    pub grows: bool,
    /// What time does to the answer.
    pub over_time: OverTime,
    /// Its claims in the order of the moments that they hold for, then of their sources' dates; what has no date last.
    pub moments: Vec<DatedClaim>,
    /// What a picture of the values reaches over; `None` where they have no ends.
    #[serde(skip)]
    pub(crate) scale: Option<Span>,
}

/// A claim at its place in time.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct DatedClaim {
    /// The claim, as `SOURCE#ID`.
    pub claim: ClaimName,
    /// The id of its source.
    pub source: String,
    /// The moment that it holds for, as EDTF.
    pub as_of: String,
    /// Whether the source's date stands in for an as-of.
    pub assumed: bool,
    /// When its source was published, as EDTF; `unknown` where that is not known.
    pub published: String,
    /// What it says, its stance included.
    pub words: String,
    /// The two sets of a count, an amount or a date; null where it has none.
    pub reading: Option<TwoSets>,
    /// Who said it first.
    origin: Who,
    /// How it stands among the other claims on the question.
    pub stands: Standing,
    /// How its value is read, where that is in words of another language.
    #[serde(skip)]
    pub(crate) foreign: Option<String>,
    /// The origin's name.
    #[serde(skip)]
    pub(crate) who: String,
}

/// From the least to the greatest end of any value of a question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Span {
    /// The least end, where it lies on the line of its type.
    pub(crate) low: i128,
    /// The greatest end.
    pub(crate) high: i128,
    /// Both as people write them.
    pub(crate) shown: (String, String),
}

impl Timeline {
    pub(crate) fn new(court: &Court, id: QuestionId) -> Self {
        let dossier = court.dossier();
        let question = &dossier.questions[id];
        let mut claims: Vec<(ClaimId, Standing)> =
            court.alignment.claims.on(id).iter().copied().zip(standings(court, id)).collect();
        let when = |id: ClaimId| &court.alignment.basics[id.index()].when;
        // What has no date comes last.
        claims.sort_by_key(|(id, _)| {
            let as_of = &when(*id).as_of;
            let published = dossier.sources[dossier.claims[*id].source].published.as_ref();
            let first = published.and_then(|date| date.first);
            (as_of.first.is_none(), as_of.first, as_of.last, first.is_none(), first, *id)
        });
        let moments: Vec<DatedClaim> = claims
            .into_iter()
            .map(|(id, stands)| {
                let claim = &dossier.claims[id];
                let source = &dossier.sources[claim.source];
                let speaker = court.alignment.origins[id.index()].speaker;
                DatedClaim {
                    claim: ClaimName::new(dossier, id),
                    source: dossier.sources.name(claim.source).to_owned(),
                    as_of: when(id).as_of.told(),
                    assumed: when(id).assumed,
                    published: source
                        .published
                        .as_ref()
                        .map_or("unknown".to_owned(), |date| date.words.clone()),
                    words: dossier.said(claim),
                    reading: claim.shape().and_then(|shape| TwoSets::of(&question.kind, shape)),
                    origin: Who::new(dossier, speaker),
                    stands,
                    foreign: foreign_reading(dossier, id),
                    who: match speaker {
                        Speaker::Agent(agent) => dossier.agents[agent].name.clone(),
                        Speaker::Source(_) => "unknown".to_owned(),
                    },
                }
            })
            .collect();
        let bounds =
            court.alignment.claims.on(id).iter().filter_map(|id| dossier.claims[*id].shape()?.numbers());
        let scale = ends(bounds).map(|(low, high)| {
            let shown = |number| match question.kind {
                Kind::Date => calendar::shown_end(number),
                _ => question.kind.shown(&Runs::one(number)),
            };
            Span { low, high, shown: (shown(low), shown(high)) }
        });
        Timeline {
            schema: "gainsay/timeline/1",
            question: QuestionName::new(dossier, id),
            ask: question.ask.clone(),
            kind: question.kind.of(),
            grows: question.over_time == OverTime::Grows,
            over_time: question.over_time,
            moments,
            scale,
        }
    }
}

/// The least and the greatest end of any reading that is an end.
fn ends<'a>(all: impl Iterator<Item = &'a Bounds>) -> Option<(i128, i128)> {
    let ends = all.flat_map(|bounds| [&bounds.hard, &bounds.soft]).flat_map(|runs| runs.runs());
    let (mut low, mut high) = (None, None);
    for end in ends.flat_map(|run| [run.low, run.high]).flatten() {
        low = Some(low.map_or(end, |low: i128| low.min(end)));
        high = Some(high.map_or(end, |high: i128| high.max(end)));
    }
    low.zip(high)
}
