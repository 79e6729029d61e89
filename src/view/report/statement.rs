//! A claim with all that a reader needs to judge it.

use serde::Serialize;

use crate::align::origin::Speaker;
use crate::judge::Court;
use crate::model::Dossier;
pub(crate) use crate::model::claim::Modality;
use crate::model::claim::{Claim, Stance};
use crate::model::question::Dimension;
use crate::model::source::{Source, SourceKind};
use crate::model::table::{AgentId, ClaimId, Id};
use crate::value::calendar::short_days;
use crate::value::shape::Shape;
pub(crate) use crate::value::types::Type;
use crate::view::covers::{covers, foreign_reading, plain, reading};
use crate::view::fragment;
use crate::view::name::{ClaimName, Who};
use crate::view::sets::TwoSets;
use crate::view::withheld::Gate;

/// What one source says on one question, and who said it.
#[derive(Clone, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Statement {
    /// The claim, as `SOURCE#ID`.
    pub claim: ClaimName,
    /// What it says, its stance included.
    pub words: String,
    /// What the words allow; null where the words alone show it.
    pub reading: Option<String>,
    /// Who says it, in words: the last of those that it is attributed to, else the source in its own voice.
    pub speaker: String,
    /// Who passed it on, nearest to the source first.
    pub via: Vec<String>,
    /// The id of its source.
    pub source: String,
    /// The words of the source; null where there are none, or where they are withheld.
    pub quote: Option<String>,
    /// The moment that it holds for, and whether that is only the date of its source.
    pub as_of: String,
    /// The dimensions of its scope that it states, as the format writes them.
    pub scope: Vec<String>,
    /// The scope for people: names for ids, days for EDTF.
    pub covers: Vec<String>,
    /// The value for people: names for ids, days for EDTF.
    pub plain: String,
    /// The two sets of a count, an amount or a date; null for all other types, and where it says nothing.
    pub sets: Option<TwoSets>,
    /// Whether the source says it itself.
    pub own_voice: bool,
    /// False for a speaker without a name, and for the own voice of a source whose publisher is unknown.
    pub named: bool,
    /// The title of its source.
    pub title: String,
    /// The publisher of its source; null where that is not known.
    pub publisher: Option<String>,
    /// How firmly it is said.
    pub modality: Modality,
    /// Where in the source the quote stands; null where that was not recorded, or is withheld.
    pub locator: Option<String>,
    /// The quote in the language of the dossier; null where that was not recorded, or is withheld.
    pub translation: Option<String>,
    /// Admiralty code, 1 to 6; null where that was not recorded.
    pub credibility: Option<u8>,
    /// A note of the desk; null where there is none, or where it is withheld.
    pub note: Option<String>,
    /// The address of the quote within the source's page; null where there is none to be shown.
    pub link: Option<String>,
    /// Whether the quote is left out because access to the source is restricted.
    pub withheld: bool,
    /// How its value is read, where that is in words of another language.
    #[serde(skip)]
    pub(crate) foreign: Option<String>,
    /// What it denies, in words, where it denies a value in words or figures.
    #[serde(skip)]
    pub(crate) denies: Option<String>,
    /// The type of the question.
    #[serde(skip)]
    pub(crate) kind: Type,
    /// Whoever speaks: an agent, or a source whose publisher is not known.
    #[serde(skip)]
    pub(crate) who: Who,
    /// The first day that it holds for; `None` where nothing tells.
    #[serde(skip)]
    pub(crate) since: Option<i128>,
    /// Whether its source argues: an analysis, a comment, what an organization has found.
    #[serde(skip)]
    pub(crate) argues: bool,
    /// When its source came out, in few letters; `None` where that is not known.
    #[serde(skip)]
    pub(crate) day: Option<String>,
}

/// What a source is called for short: `AFP, 19 Oct 2023`.
pub(super) fn carrier(publisher: Option<&str>, title: &str, day: Option<&str>) -> String {
    format!("{}, {}", publisher.unwrap_or(title), day.unwrap_or("no date"))
}

impl Statement {
    pub(super) fn new(court: &Court, gate: Gate, id: ClaimId) -> Self {
        let dossier = court.dossier();
        let claim = &dossier.claims[id];
        let source = &dossier.sources[claim.source];
        let name = |agent: &AgentId| dossier.agents[*agent].name.clone();
        let when = &court.alignment.basics[id.index()].when;
        let assumed = if when.assumed { ", its source's date" } else { "" };
        let kind = &dossier.questions[claim.question].kind;
        let quote = gate.quote(id);
        let shown = Some(claim).filter(|_| gate.shows_claim(id));
        let scope = Dimension::ALL.iter().copied().filter_map(|dimension| {
            court.alignment.stated(id, dimension).map(|words| format!("{dimension} {words}"))
        });
        let nearer = claim.said_by.iter().rev().skip(1).map(name).rev();
        Statement {
            claim: ClaimName::new(dossier, id),
            words: dossier.said(claim),
            reading: reading(dossier, id),
            speaker: speaker(dossier, claim),
            via: claim.beside.via.iter().map(name).chain(nearer).collect(),
            source: dossier.sources.name(claim.source).to_owned(),
            quote: quote.map(|quote| quote.words.clone()),
            as_of: format!("{}{assumed}", when.as_of.told()),
            scope: scope.collect(),
            covers: covers(court, id),
            plain: plain(dossier, id),
            sets: claim.shape().and_then(|shape| TwoSets::of(kind, shape)),
            own_voice: claim.said_by.is_empty(),
            named: match claim.said_by.last().or(source.publisher.as_ref()) {
                Some(agent) => dossier.agents[*agent].named,
                None => false,
            },
            title: source.title.clone(),
            publisher: source.publisher.as_ref().map(name),
            modality: claim.modality,
            locator: quote.and_then(|quote| quote.context.locator.clone()),
            translation: gate.translation(id),
            credibility: claim.credibility,
            note: shown.and_then(|claim| claim.beside.note.clone()),
            link: quote.and_then(|quote| fragment::link(source.url.as_deref()?, quote)),
            withheld: claim.quote.is_some() && quote.is_none(),
            foreign: foreign_reading(dossier, id),
            denies: denied(claim),
            kind: kind.of(),
            who: Who::new(
                dossier,
                match claim.said_by.last().copied().or(source.publisher) {
                    Some(agent) => Speaker::Agent(agent),
                    None => Speaker::Source(claim.source),
                },
            ),
            since: when.as_of.days.least(),
            argues: matches!(source.kind, Some(SourceKind::Analysis | SourceKind::Ngo)),
            day: day(source),
        }
    }
}

impl Statement {
    /// Whether it is a number, an amount or a date.
    pub(crate) fn kind_is_measured(&self) -> bool {
        matches!(self.kind, Type::Count | Type::Amount | Type::Date)
    }

    /// What its source is called for short: the publisher, the title where none is known, and the day.
    pub(crate) fn carrier(&self) -> String {
        carrier(self.publisher.as_deref(), &self.title, self.day.as_deref())
    }

    /// How words of another language are read, and how firmly it is said, to stand behind what it says: ` (estimated)`, or nothing.
    pub(crate) fn aside(&self) -> String {
        let firm = (self.modality != Modality::Stated).then(|| self.modality.to_string());
        let aside: Vec<String> = self.foreign.iter().cloned().chain(firm).collect();
        if aside.is_empty() { String::new() } else { format!(" ({})", aside.join("; ")) }
    }

    /// The least and the greatest that readers take it for, of figures and dates.
    pub(crate) fn ends(&self) -> Option<(i128, i128)> {
        let soft = &self.sets.as_ref()?.soft;
        let low = soft.first()?.0.as_ref().map_or(i128::MIN, |limit| limit.at);
        Some((low, soft.last()?.1.as_ref().map_or(i128::MAX, |limit| limit.at)))
    }
}

/// The day on which a source came out, in few letters.
pub(super) fn day(source: &Source) -> Option<String> {
    let days = &source.published.as_ref()?.days;
    Some(short_days(days.least(), days.greatest()))
}

/// How many sources some statements stand in.
pub(crate) fn source_count<'a>(statements: impl IntoIterator<Item = &'a Statement>) -> usize {
    let mut sources: Vec<&str> = statements.into_iter().map(|it| it.source.as_str()).collect();
    sources.sort_unstable();
    sources.dedup();
    sources.len()
}

fn speaker(dossier: &Dossier, claim: &Claim) -> String {
    match (claim.said_by.last(), dossier.sources[claim.source].publisher) {
        (Some(speaker), _) => dossier.agents[*speaker].name.clone(),
        (None, Some(publisher)) => format!("{}, in its own voice", dossier.agents[publisher].name),
        (None, None) => "an unknown publisher, in its own voice".to_owned(),
    }
}

/// What a claim denies, where [`Dossier::said`] writes it as denied: names, items and options are written as what is left.
fn denied(claim: &Claim) -> Option<String> {
    let is_written = matches!(claim.shape()?, Shape::Figure(_) | Shape::Times(_) | Shape::Words(_));
    (is_written && claim.stance() == Stance::Denies).then(|| claim.words().to_owned())
}
