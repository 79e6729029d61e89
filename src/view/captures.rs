//! The view of two captures of one page: what changed in its words, and what became of each claim.

use serde::Serialize;

use super::diff::TextDiff;
use super::name::ClaimName;
use super::unrecorded::{Unrecorded, unrecorded};
use super::withheld::{Gate, Reader};
use crate::align::looked::{Fate, says_updated};
use crate::judge::Court;
use crate::model::claim::Claim;
use crate::model::table::{ClaimId, Id, SourceId};
use crate::text::Outcome;
use crate::vocabulary::vocabulary;

/// Two captures compared. Its JSON is frozen: later versions add keys and remove none.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct CapturesDiff {
    /// `gainsay/diff-captures/1`.
    schema: &'static str,
    /// The id of the earlier capture.
    pub old: String,
    /// The id of the later capture.
    pub new: String,
    /// Whether the later capture says that it was updated.
    pub says_updated: bool,
    /// What became of each claim of the earlier capture that has a quote.
    pub claims: Vec<Recaptures>,
    /// Both texts, word by word; null where one is not held, or where they are withheld.
    pub text: Option<TextDiff>,
    /// Whether the words of both are withheld: access to one of them is restricted.
    pub withheld: bool,
    /// The figures and times that changed and that no claim records; empty where a text is not held, or withheld.
    pub unrecorded: Vec<Unrecorded>,
}

/// What became of one claim.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Recaptures {
    /// The claim, as `SOURCE#ID`.
    pub claim: ClaimName,
    /// What it says.
    pub words: String,
    /// What became of its quote.
    pub fate: Became,
    /// Its quote; empty where it is withheld.
    pub quote: String,
    /// Its quote in the language of the dossier; null where that was not recorded, or is withheld.
    pub translation: Option<String>,
    /// The passage of the later capture that holds or resembles it; null where none does, or where it is withheld.
    pub now: Option<String>,
    /// Each difference in words with its kind; empty where they are withheld.
    pub differs: Vec<String>,
}

vocabulary! {
    /// What became of a quote in a later capture.
    pub enum Became {
        /// The words stand where they stood, as far as lines tell.
        Still = "still there",
        /// The words stand elsewhere.
        Moved = "moved",
        /// Other words stand in their place.
        Changed = "changed",
        /// Nothing resembles them.
        Gone = "gone",
        /// A text is not held here.
        Unchecked = "unchecked",
    }
}

impl CapturesDiff {
    /// Two captures, as far as a reader may see their words. `texts`: the two texts, where both are held.
    pub(crate) fn new(
        court: &Court,
        (old, new): (SourceId, SourceId),
        texts: Option<(&str, &str)>,
        reader: Reader,
    ) -> Self {
        let dossier = court.dossier();
        let gate = Gate::new(dossier, reader);
        // The captures of a page share most of their words: what one withholds, the other does not tell.
        let shows = gate.shows(old) && gate.shows(new);
        let names = (dossier.sources.name(old), dossier.sources.name(new));
        let claims = dossier.claims.iter().filter(|(_, claim)| claim.source == old && claim.quote.is_some());
        let recaptured = claims.map(|(id, claim)| {
            let it = Recaptures::new(court, id, claim, new);
            if shows { it } else { it.withheld() }
        });
        CapturesDiff {
            schema: "gainsay/diff-captures/1",
            old: names.0.to_owned(),
            new: names.1.to_owned(),
            says_updated: says_updated(dossier, old, new),
            claims: recaptured.collect(),
            text: texts.filter(|_| shows).map(|texts| TextDiff::new(names, texts)),
            withheld: !shows,
            unrecorded: texts
                .filter(|_| shows)
                .map(|texts| unrecorded(court, (old, new), texts))
                .unwrap_or_default(),
        }
    }
}

impl Recaptures {
    fn new(court: &Court, id: ClaimId, claim: &Claim, later: SourceId) -> Self {
        let dossier = court.dossier();
        let seen = court.alignment.recaptured.iter().find(|it| it.claim == id && it.later == later);
        let before = &court.alignment.evidence[id.index()];
        Recaptures {
            claim: ClaimName::new(dossier, id),
            words: dossier.said(claim),
            fate: seen.map_or(Became::Unchecked, |it| it.fate(before).into()),
            quote: claim.quote.as_ref().map(|quote| quote.words.clone()).unwrap_or_default(),
            translation: claim.beside.translation.clone(),
            now: seen.and_then(|it| it.seen.passage.clone()),
            differs: seen.map(|it| differs(&it.seen.outcome)).unwrap_or_default(),
        }
    }

    fn withheld(self) -> Self {
        Recaptures { quote: String::new(), translation: None, now: None, differs: Vec::new(), ..self }
    }
}

impl From<Fate> for Became {
    fn from(fate: Fate) -> Self {
        match fate {
            Fate::Still => Became::Still,
            Fate::Moved => Became::Moved,
            Fate::Changed => Became::Changed,
            Fate::Gone => Became::Gone,
        }
    }
}

/// Each difference in words, where other words stand in the place of a quote.
pub(crate) fn differs(outcome: &Outcome) -> Vec<String> {
    match outcome {
        Outcome::Near(near) => near
            .differs
            .iter()
            .map(|one| format!("`{}` became `{}` ({})", one.quote, one.text, one.kind.name()))
            .collect(),
        _ => Vec::new(),
    }
}
