//! The view of what of each text is recorded, version 1.

use serde::Serialize;

use super::spot::SpottedPassage;
use super::withheld::Gate;
use crate::spot::{Recording, SpottedText};

/// Of the figures and calendar dates of each text: which are recorded, which waived, which neither. Its JSON is frozen:
/// later versions add keys and remove none.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Coverage {
    /// Always `gainsay/coverage/1`.
    schema: &'static str,
    /// The sources that were asked for, in order.
    pub sources: Vec<CoveredSource>,
}

/// The figures and calendar dates of one text.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct CoveredSource {
    /// Its id.
    pub source: String,
    /// Why nothing was looked at; null where the text was.
    pub not_looked_at: Option<String>,
    /// How many its claims record.
    pub recorded: usize,
    /// How many it waives.
    pub waived: usize,
    /// How many are neither.
    pub open: usize,
    /// Those that are neither, in the order of the text; none where access to the source is restricted.
    pub passages: Vec<SpottedPassage>,
    /// What it waives, as it is written.
    pub waivers: Vec<WaivedWords>,
}

/// Words that a source waives.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct WaivedWords {
    /// The words; null where access to the source is restricted.
    pub quote: Option<String>,
    /// Why they need not be recorded.
    pub reason: String,
    /// How often they stand in the article.
    pub stands: usize,
    /// How many figures and dates in them are waived.
    pub waives: usize,
}

impl Coverage {
    pub(crate) fn new(gate: Gate<'_>, texts: &[SpottedText]) -> Self {
        let sources = texts.iter().map(|text| CoveredSource::new(gate, text)).collect();
        Coverage { schema: "gainsay/coverage/1", sources }
    }
}

impl CoveredSource {
    fn new(gate: Gate<'_>, text: &SpottedText) -> Self {
        let dossier = gate.dossier();
        let is_shown = gate.shows(text.source);
        let count = |is: fn(&Recording) -> bool| text.counted().filter(|it| is(&it.state)).count();
        let passages = text.open().filter(|_| is_shown).map(|it| SpottedPassage::new(dossier, text, it));
        let written = &dossier.sources[text.source].waive;
        let waivers = written.iter().zip(&text.waivers).map(|(waiver, waived)| WaivedWords {
            quote: is_shown.then(|| waiver.quote.clone()),
            reason: waiver.reason.clone(),
            stands: waived.stands,
            waives: waived.waives,
        });
        CoveredSource {
            source: dossier.sources.name(text.source).to_owned(),
            not_looked_at: text.not_looked_at.clone(),
            recorded: count(|state| matches!(state, Recording::Recorded(_))),
            waived: count(|state| matches!(state, Recording::Waived(_))),
            open: count(|state| *state == Recording::Open),
            passages: passages.collect(),
            waivers: waivers.collect(),
        }
    }
}
