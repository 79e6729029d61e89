//! Words of texts that may be a name which is recorded in other scripts alone.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use serde::Serialize;

use super::recorded_name::RecordedName;
use super::withheld::Gate;
use crate::model::table::SourceId;
use crate::spot::{SoughtAlias, SoughtText};
use crate::text::scripts::{Strength, WhyAlike};
use crate::text::{Lines, fold_text};
use crate::value::shape::Node;

/// Words of texts that may be a name which is recorded in other scripts alone: an alias to record, if it is one.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct SuggestedAlias {
    /// How much speaks for it: of words of texts only what is strong is suggested.
    pub strength: Strength,
    /// Why it is suggested.
    pub because: WhyAlike,
    /// The recorded name that the words are like.
    pub of: RecordedName,
    /// The words as they stand first, without what is written onto the front of the first.
    pub spelling: String,
    /// The language of the text in which they stand first, as a BCP 47 tag; null where nobody says it, or most of the text is in another script.
    pub language: Option<String>,
    /// How often they stand in texts.
    pub times: usize,
    /// Where they stand, the first in each text.
    pub places: Vec<AliasPlace>,
}

/// Where words stand in the text of a source.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct AliasPlace {
    /// The source, by id.
    pub source: String,
    /// The line that they begin on, from 1.
    pub line: usize,
    /// The column that they begin at, from 1, in characters.
    pub column: usize,
}

/// What texts have of names.
pub(super) struct Gathered {
    pub(super) aliases: Vec<SuggestedAlias>,
    pub(super) left_out: usize,
    pub(super) withheld: usize,
}

/// Of each name so many spellings are listed.
const MOST: usize = 3;

/// What stands in texts that the reader may see, each spelling of a name once.
pub(super) fn gathered<'d>(
    gate: Gate<'_>,
    lines: &Lines<'_>,
    texts: impl Iterator<Item = (SourceId, SoughtText<'d>)>,
) -> Gathered {
    let mut spellings: BTreeMap<(Node, String), Vec<(SourceId, SoughtAlias<'d>)>> = BTreeMap::new();
    for (source, text) in texts {
        for alias in text.found {
            let key = (alias.name.node, fold_text(&alias.spelling).to_lowercase());
            spellings.entry(key).or_default().push((source, alias));
        }
    }
    let all = spellings.len();
    for stands in spellings.values_mut() {
        stands.retain(|(source, _)| gate.shows(*source));
    }
    let mut shown: Vec<_> = spellings.into_iter().filter(|(_, stands)| !stands.is_empty()).collect();
    let withheld = all - shown.len();
    // Those of one name and as many places stay in the order of their letters.
    shown.sort_by_key(|((node, _), stands)| (*node, Reverse(stands.len())));
    let mut aliases = Vec::new();
    let mut left_out = 0;
    for of_one in shown.chunk_by(|((one, _), _), ((other, _), _)| one == other) {
        left_out += of_one.len().saturating_sub(MOST);
        aliases.extend(of_one.iter().take(MOST).filter_map(|(_, stands)| alias(gate, lines, stands)));
    }
    Gathered { aliases, left_out, withheld }
}

/// A spelling of a name by where it stands; `None` where it stands nowhere.
fn alias(
    gate: Gate<'_>,
    lines: &Lines<'_>,
    stands: &[(SourceId, SoughtAlias<'_>)],
) -> Option<SuggestedAlias> {
    let dossier = gate.dossier();
    let (_, first) = stands.first()?;
    let in_each = stands.chunk_by(|(one, _), (other, _)| one == other).filter_map(<[_]>::first);
    let places = in_each.map(|(source, alias)| AliasPlace {
        source: dossier.sources.name(*source).to_owned(),
        line: alias.line_column.0,
        column: alias.line_column.1,
    });
    Some(SuggestedAlias {
        strength: Strength::Strong,
        because: first.because,
        of: RecordedName::new(dossier, lines, first.name),
        spelling: first.spelling.clone(),
        language: first.language.map(str::to_owned),
        times: stands.len(),
        places: places.collect(),
    })
}
