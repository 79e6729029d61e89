//! The view of two sources, claim by claim, with the words in which their quotes differ; and of two texts.

use serde::Serialize;

use super::name::QuestionName;
use super::read_claim::ReadClaim;
use super::withheld::{Gate, Reader};
pub(crate) use crate::align::relation::{Class, Kind};
use crate::align::relation::{reason, relate};
use crate::judge::Court;
use crate::model::table::{ClaimId, SourceId};
use crate::text::{Change, word_diff};
use crate::vocabulary::vocabulary;

/// Two sources side by side. Its JSON is frozen: later versions add keys and remove none.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct SourcesDiff {
    /// `gainsay/diff/1`.
    schema: &'static str,
    /// The id of the first source.
    pub a: String,
    /// The id of the second source.
    pub b: String,
    /// The questions that both answer, pair by pair.
    pub both: Vec<BothSay>,
    /// The claims of the first on questions that the second does not answer.
    pub only_a: Vec<ReadClaim>,
    /// The claims of the second on questions that the first does not answer.
    pub only_b: Vec<ReadClaim>,
}

/// Two claims on one question.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct BothSay {
    /// The question, as `EVENT/QUESTION`.
    pub question: QuestionName,
    /// What it asks.
    pub ask: String,
    /// The claim of the first source.
    pub a: ReadClaim,
    /// The claim of the second source.
    pub b: ReadClaim,
    /// How they relate.
    pub relation: Kind,
    /// What the relation means for the question.
    pub class: Class,
    /// Why they relate so.
    pub reason: String,
    /// The two quotes, word by word; empty where one of them is withheld.
    pub words: Vec<ChangedWords>,
    /// The first quote in the language of the dossier; null where that was not recorded, or is withheld.
    pub translation_a: Option<String>,
    /// The second quote in the language of the dossier; null where that was not recorded, or is withheld.
    pub translation_b: Option<String>,
    /// Whether the quotes are withheld: access to one of the sources is restricted.
    pub withheld: bool,
}

vocabulary! {
    /// Where a run of words stands.
    pub enum WordChange {
        /// In both texts.
        Equal = "equal",
        /// In the first text alone.
        Delete = "delete",
        /// In the second text alone.
        Insert = "insert",
    }
}

/// A run of words: in both texts, or in one alone.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct ChangedWords {
    /// Where it stands.
    pub change: WordChange,
    /// The words, with the white space behind them; of words in both, as the second text has them.
    pub text: String,
}

/// What changed from one text to another, word by word.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct TextDiff {
    /// `gainsay/diff-text/1`.
    schema: &'static str,
    /// The first text: its file, or the source that it is of.
    pub a: String,
    /// The second text: its file, or the source that it is of.
    pub b: String,
    /// Both texts from end to end.
    pub changes: Vec<ChangedWords>,
}

impl SourcesDiff {
    /// Two sources side by side, as far as a reader may see their words.
    pub(crate) fn new(court: &Court, a: SourceId, b: SourceId, reader: Reader) -> Self {
        let dossier = court.dossier();
        let mut view = SourcesDiff {
            schema: "gainsay/diff/1",
            a: dossier.sources.name(a).to_owned(),
            b: dossier.sources.name(b).to_owned(),
            both: Vec::new(),
            only_a: Vec::new(),
            only_b: Vec::new(),
        };
        for question in dossier.questions.ids() {
            let (ours, theirs) =
                (court.alignment.claims.of(question, a), court.alignment.claims.of(question, b));
            let only = |ids: &[ClaimId]| {
                ids.iter().map(|id| ReadClaim::new(court.alignment, *id)).collect::<Vec<_>>()
            };
            match (ours.is_empty(), theirs.is_empty()) {
                (false, true) => view.only_a.extend(only(ours)),
                (true, false) => view.only_b.extend(only(theirs)),
                _ => {
                    let pairs = ours.iter().flat_map(|x| theirs.iter().map(move |y| (*x, *y)));
                    view.both.extend(pairs.map(|(x, y)| BothSay::new(court, x, y, reader)));
                }
            }
        }
        view
    }
}

impl BothSay {
    fn new(court: &Court, a: ClaimId, b: ClaimId, reader: Reader) -> Self {
        let dossier = court.dossier();
        let gate = Gate::new(dossier, reader);
        let question = dossier.claims[a].question;
        let relation = relate(court.alignment, a, b);
        let quote = |id: ClaimId| dossier.claims[id].quote.as_ref().map_or("", |quote| quote.words.as_str());
        let withheld = !gate.shows_claim(a) || !gate.shows_claim(b);
        BothSay {
            question: QuestionName::new(dossier, question),
            ask: dossier.questions[question].ask.clone(),
            a: ReadClaim::new(court.alignment, a),
            b: ReadClaim::new(court.alignment, b),
            relation: relation.kind,
            class: relation.class(),
            reason: reason(court.alignment, a, b, &relation),
            words: if withheld { Vec::new() } else { changes(quote(a), quote(b)) },
            translation_a: gate.translation(a).filter(|_| !withheld),
            translation_b: gate.translation(b).filter(|_| !withheld),
            withheld,
        }
    }
}

impl TextDiff {
    pub(crate) fn new(names: (&str, &str), texts: (&str, &str)) -> Self {
        TextDiff {
            schema: "gainsay/diff-text/1",
            a: names.0.to_owned(),
            b: names.1.to_owned(),
            changes: changes(texts.0, texts.1),
        }
    }

    pub(crate) fn is_changed(&self) -> bool {
        self.changes.iter().any(|change| change.change != WordChange::Equal)
    }
}

/// Two texts, word by word.
pub(crate) fn changes(a: &str, b: &str) -> Vec<ChangedWords> {
    let view = |change: Change| {
        let (change, text) = match change {
            Change::Equal(text) => (WordChange::Equal, text),
            Change::Delete(text) => (WordChange::Delete, text),
            Change::Insert(text) => (WordChange::Insert, text),
        };
        ChangedWords { change, text: text.to_owned() }
    };
    word_diff(a, b).into_iter().map(view).collect()
}
