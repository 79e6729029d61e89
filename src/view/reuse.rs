//! The view of text reuse, version 1: passages that two texts share, side by side.

use std::collections::BTreeMap;
use std::ops::Range;

use serde::Serialize;

use super::name::ClaimName;
use super::withheld::{Gate, Reader};
pub(crate) use crate::align::relation::Which;
use crate::align::reuse::{Reuse, Side, Widespread};
use crate::model::Dossier;
use crate::model::joined::components;
use crate::text::line_column;
use crate::text::reuse::{LEAST_WORDS, Shared, Spread, quotations, spans, words_of_its_own};

/// What texts share. Its JSON is frozen: later versions add keys and remove none. It gives places and no texts, which may
/// not be anyone's to pass on.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct SharedTexts {
    /// Always `gainsay/reuse/1`.
    schema: &'static str,
    /// How many texts were compared.
    pub texts: usize,
    /// The passages, in the order of their texts.
    pub passages: Vec<SharedPassage>,
    /// What stands in so many texts that it may be boilerplate, told once for all of them.
    pub widespread: Vec<SharedByMany>,
}

/// What very many texts share, each with another of them.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct SharedByMany {
    /// The ids of their sources, or their files, in order.
    pub texts: Vec<String>,
    /// Words in common, of the two that share most.
    pub words: usize,
    /// The claims whose quotes lie within.
    pub claims: Vec<ClaimName>,
}

/// A passage that stands in two texts almost word for word.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct SharedPassage {
    /// Where it stands in the first text.
    pub a: PassageSide,
    /// Where it stands in the second text.
    pub b: PassageSide,
    /// Words in common.
    pub words: usize,
    /// Edits between the two.
    pub changed: usize,
    /// Which of the two was published first; null where the dates do not tell.
    pub earlier: Option<Which>,
    /// Whether all of it stands between quotation marks in both: it may be a third's words.
    pub quotation: bool,
}

/// A passage in one text.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct PassageSide {
    /// A source's id, or a file.
    pub text: String,
    /// The first byte of the passage.
    pub start: usize,
    /// The byte after the last of the passage.
    pub end: usize,
    /// The line that it begins on, from 1.
    pub line: usize,
    /// The column that it begins at, from 1, in characters.
    pub column: usize,
    /// The claims whose quotes lie within it.
    pub claims: Vec<ClaimName>,
    /// The passage itself; `None` where it is withheld: by the source, or by the other that has it.
    #[serde(skip)]
    pub(crate) words: Option<String>,
    /// When the source was published, as EDTF.
    #[serde(skip)]
    pub(crate) date: Option<String>,
}

impl SharedTexts {
    /// Of the texts of sources, for a reader: `texts` is how many were compared.
    pub(crate) fn of_dossier(dossier: &Dossier, reuse: &Reuse, texts: usize, reader: Reader) -> Self {
        let gate = Gate::new(dossier, reader);
        let side = |side: &Side, shows: bool| PassageSide {
            text: dossier.sources.name(side.source).to_owned(),
            start: side.at.start,
            end: side.at.end,
            line: side.place.0,
            column: side.place.1,
            claims: ClaimName::all(dossier, &side.claims),
            words: shows.then(|| side.text.clone()),
            date: dossier.sources[side.source].published.as_ref().map(|date| date.words.clone()),
        };
        let passages = reuse.passages.iter().map(|passage| {
            // They are the words of both: what one of the two withholds, the other does not tell.
            let shows = gate.shows(passage.a.source) && gate.shows(passage.b.source);
            SharedPassage {
                a: side(&passage.a, shows),
                b: side(&passage.b, shows),
                words: passage.common,
                changed: passage.changed,
                earlier: passage.earlier,
                quotation: passage.a.is_quotation() && passage.b.is_quotation(),
            }
        });
        let passages = passages.collect();
        let by_many = |it: &Widespread| SharedByMany {
            texts: it.sources.iter().map(|id| dossier.sources.name(*id).to_owned()).collect(),
            words: it.longest.common,
            claims: ClaimName::all(dossier, &it.claims),
        };
        let widespread = reuse.widespread.iter().map(by_many).collect();
        SharedTexts { schema: "gainsay/reuse/1", texts, passages, widespread }
    }

    /// Of texts that are no sources: each passage with its two sides.
    pub(crate) fn of_files(texts: usize, found: Vec<(Shared, SeenPassage, SeenPassage)>) -> Self {
        let (many, few): (Vec<_>, Vec<_>) =
            found.into_iter().partition(|(shared, ..)| shared.spread == Spread::Many);
        let mut names: BTreeMap<usize, String> = BTreeMap::new();
        for (shared, a, b) in &many {
            names.insert(shared.a, a.side.text.clone());
            names.insert(shared.b, b.side.text.clone());
        }
        let groups = components(texts, many.iter().map(|(shared, ..)| (shared.a, shared.b)));
        let by_many = |group: Vec<usize>| {
            let within = many.iter().filter(|(shared, ..)| group.binary_search(&shared.a).is_ok());
            SharedByMany {
                words: within.map(|(shared, ..)| shared.common).max().unwrap_or(0),
                texts: group.iter().filter_map(|text| names.get(text).cloned()).collect(),
                claims: Vec::new(),
            }
        };
        let widespread = groups.into_iter().map(by_many).collect();
        let passages = few.into_iter().map(|(shared, a, b)| SharedPassage {
            quotation: a.is_quotation && b.is_quotation,
            a: a.side,
            b: b.side,
            words: shared.common,
            changed: shared.changed,
            earlier: None,
        });
        SharedTexts { schema: "gainsay/reuse/1", texts, passages: passages.collect(), widespread }
    }
}

/// A passage as it stands in a text that is no source.
pub(crate) struct SeenPassage {
    side: PassageSide,
    is_quotation: bool,
    /// How many of its words stand in no house notice.
    own: usize,
}

impl SeenPassage {
    /// Whether it is the outlet's word to its readers, but for too few words to tell.
    pub(crate) fn is_notice(&self) -> bool {
        self.own < LEAST_WORDS
    }
}

/// Looks at passages of a text, given as runs of its folded words.
pub(crate) fn look(name: &str, text: &str, passages: &[Range<usize>]) -> Vec<SeenPassage> {
    let (spans, quoted) = (spans(text), quotations(text));
    let look = |words: &Range<usize>| {
        // A file that changed between two readings may have lost its words.
        let start = spans.get(words.start).map_or(text.len(), |word| word.start);
        let end = spans.get(words.end.saturating_sub(1)).map_or(text.len(), |word| word.end);
        let (line, column) = line_column(text, start);
        let side = PassageSide {
            text: name.to_owned(),
            start,
            end,
            line,
            column,
            claims: Vec::new(),
            words: Some(text[start..end].to_owned()),
            date: None,
        };
        SeenPassage {
            side,
            is_quotation: quoted.iter().any(|it| it.start <= start && end <= it.end),
            own: words_of_its_own(text, &spans[words.start.min(spans.len())..words.end.min(spans.len())]),
        }
    };
    passages.iter().map(look).collect()
}
