//! Passages that the texts of two sources share though neither declares a link to the other.
//!
//! It feeds independence: claims whose quotes both lie in a shared passage fall together; see semantics.md, section 5.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::ops::Range;

use super::kind::Which;
use super::moment;
use super::moment::Order;
use super::origin::Sources;
use super::seen::needle;
use crate::model::Dossier;
use crate::model::claim::Quote;
use crate::model::joined::{Sets, components};
use crate::model::names::name_key;
use crate::model::shard::Overheard;
use crate::model::table::{AgentId, ClaimId, Id, SourceId};
use crate::text::reuse::{LEAST_WORDS, Shared, Spread, quotations, spans, words_of_its_own};
use crate::text::{Haystack, Naming, line_column};

/// What texts share, and which claims lie in it.
#[derive(Clone, Debug, Default)]
pub(crate) struct Reuse {
    /// In the order of their sources.
    pub(crate) passages: Vec<Passage>,
    /// What stands in very many texts, in the order of their sources.
    pub(crate) widespread: Vec<Widespread>,
    /// What texts share, quotations and notices among it: of each text the number of its source. It follows from texts and sources alone.
    pub(crate) shared: Vec<Shared>,
    /// By claim: the passages that hold its quote, and on which side.
    by_claim: HashMap<ClaimId, Vec<(usize, Which)>>,
}

/// What very many texts share, each with another of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Widespread {
    /// In order.
    pub(crate) sources: Vec<SourceId>,
    /// The claims whose quotes lie in it, in order.
    pub(crate) claims: Vec<ClaimId>,
    /// The longest that two of them share.
    pub(crate) longest: Passage,
}

/// A passage that stands in the texts of two sources.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Passage {
    pub(crate) a: Side,
    pub(crate) b: Side,
    /// How many words both have, and how many edits lie between them.
    pub(crate) common: usize,
    pub(crate) changed: usize,
    /// Which of the two was published first, where that can be told.
    pub(crate) earlier: Option<Which>,
}

/// A passage in the text of one source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Side {
    pub(crate) source: SourceId,
    /// Bytes of the text.
    pub(crate) at: Range<usize>,
    /// Line and column, from 1.
    pub(crate) place: (usize, usize),
    pub(crate) text: String,
    /// The claims whose quotes lie within it, in order.
    pub(crate) claims: Vec<ClaimId>,
    /// How many of its words stand outside quotation marks.
    outside: usize,
    /// How many of its words stand in no house notice.
    own: usize,
    /// Whom a quotation may be attributed to: the speakers of its claims, and agents that are named nearby.
    speakers: Vec<AgentId>,
}

impl Side {
    /// Whether it is the outlet's word to its readers, but for too few words to tell.
    pub(crate) fn is_notice(&self) -> bool {
        self.own < LEAST_WORDS
    }

    /// Whether it stands between quotation marks, but for too few words to tell.
    pub(crate) fn is_quotation(&self) -> bool {
        self.outside < LEAST_WORDS
    }
}

/// What the record itself says of a source that may link it to others, told without them: sources and agents by the keys of their names.
#[derive(Clone, Debug)]
pub(crate) struct Links {
    own: u64,
    /// One for all captures of a page.
    family: u64,
    derived: Box<[u64]>,
    publisher: Option<u64>,
}

impl Links {
    pub(crate) fn of(dossier: &Dossier, sources: &Sources, id: SourceId) -> Self {
        let key = |id: &SourceId| name_key(dossier.sources.name(*id));
        Links {
            own: key(&id),
            family: key(&sources.family[id.index()]),
            derived: sources.derived(id).iter().map(key).collect(),
            publisher: dossier.sources[id].publisher.map(|agent| name_key(dossier.agents.name(agent))),
        }
    }

    /// Whether the record itself says that two sources are linked: captures of one page, one derived from the other or both from a third,
    /// or of one publisher.
    pub(crate) fn are_declared(&self, other: &Self) -> bool {
        self.family == other.family
            || self.derived.contains(&other.own)
            || other.derived.contains(&self.own)
            || self.derived.iter().any(|third| other.derived.contains(third))
            || self.publisher.is_some() && self.publisher == other.publisher
    }
}

/// Looks at passages of a source's text, given as runs of its folded words. Of the claims that quote it those that were passed
/// over tell only who speaks there.
pub(crate) fn look(
    dossier: &Dossier,
    source: SourceId,
    (claims, passed_over): (&[ClaimId], &[Overheard]),
    text: &str,
    passages: &[Range<usize>],
) -> Vec<Side> {
    let words = spans(text);
    let quoted = quotations(text);
    let haystack = Haystack::new(text);
    let find = |quote: &Quote| haystack.find(needle(quote, dossier.language_of(source))).span();
    let places: Vec<(ClaimId, Range<usize>)> =
        claims.iter().filter_map(|id| Some((*id, find(dossier.claims[*id].quote.as_ref()?)?))).collect();
    let others: Vec<(&Overheard, Range<usize>)> =
        passed_over.iter().filter_map(|heard| Some((heard, find(&heard.quote)?))).collect();
    let side = |passage: &Range<usize>| {
        let within = &words[passage.start.min(words.len())..passage.end.min(words.len())];
        let at = within.first().map_or(0, |word| word.start)..within.last().map_or(0, |word| word.end);
        let inside = |quote: &Range<usize>| at.start <= quote.start && quote.end <= at.end;
        let claims: Vec<ClaimId> =
            places.iter().filter(|(_, quote)| inside(quote)).map(|(id, _)| *id).collect();
        let is_outside = |word: &&Range<usize>| {
            // Quotations stand in order and apart.
            let before = quoted.partition_point(|it| it.start <= word.start);
            before.checked_sub(1).is_none_or(|at| word.end > quoted[at].end)
        };
        let outside = within.iter().filter(is_outside).count();
        let speakers = match outside < LEAST_WORDS {
            true => {
                let here = claims.iter().flat_map(|id| &dossier.claims[*id].said_by);
                let others = others.iter().filter(|(_, quote)| inside(quote));
                let said = here.chain(others.flat_map(|(heard, _)| &heard.said_by)).copied().collect();
                speakers(dossier, &said, text, &at)
            }
            false => Vec::new(),
        };
        Side {
            source,
            place: line_column(text, at.start),
            text: text[at.clone()].to_owned(),
            at,
            claims,
            outside,
            own: words_of_its_own(text, within),
            speakers,
        }
    };
    passages.iter().map(side).collect()
}

/// Whom a passage may be attributed to: those by whom something in it is said, and those who are named near it.
fn speakers(dossier: &Dossier, said: &BTreeSet<AgentId>, text: &str, at: &Range<usize>) -> Vec<AgentId> {
    const NEAR: usize = 300;
    let start = text.floor_char_boundary(at.start.saturating_sub(NEAR));
    let end = text.ceil_char_boundary((at.end + NEAR).min(text.len()));
    let near = Naming::new(&text[start..end]);
    let is_named = |agent: AgentId| {
        let row = &dossier.agents[agent];
        let last = row
            .name
            .split_whitespace()
            .next_back()
            .filter(|name| row.is_person() && name.chars().count() > 2);
        row.named && row.names().chain(last).any(|name| near.name(name))
    };
    dossier.agents.ids().filter(|agent| said.contains(agent) || is_named(*agent)).collect()
}

impl Reuse {
    /// Puts together what was found and what was seen of it: for each passage its two sides. Quotations that both sides
    /// attribute to one speaker are left out.
    pub(crate) fn new(dossier: &Dossier, found: Vec<(Shared, Side, Side)>) -> Self {
        let told = found.into_iter().filter(|(_, a, b)| !is_quotation_of_one(a, b));
        let (many, few): (Vec<_>, Vec<_>) = told.partition(|(shared, ..)| shared.spread == Spread::Many);
        let passages = |found: Vec<(Shared, Side, Side)>| -> Vec<Passage> {
            let passage = |(shared, a, b): (Shared, Side, Side)| {
                let date = |side: &Side| dossier.sources[side.source].published.as_ref();
                let order = date(&a).zip(date(&b)).map(|(x, y)| moment::order_of_dates(x, y));
                let earlier = match order {
                    Some(Order::Earlier) => Some(Which::A),
                    Some(Order::Later) => Some(Which::B),
                    _ => None,
                };
                Passage { a, b, common: shared.common, changed: shared.changed, earlier }
            };
            let mut passages: Vec<Passage> = found.into_iter().map(passage).collect();
            passages.sort_by_key(|it| (it.a.source, it.b.source, it.a.at.start, it.b.at.start));
            passages
        };
        let (passages, many) = (passages(few), passages(many));
        let mut by_claim: HashMap<ClaimId, Vec<(usize, Which)>> = HashMap::new();
        for (index, passage) in passages.iter().chain(&many).enumerate() {
            for (side, which) in [(&passage.a, Which::A), (&passage.b, Which::B)] {
                for claim in &side.claims {
                    by_claim.entry(*claim).or_default().push((index, which));
                }
            }
        }
        Reuse { passages, widespread: widespread(dossier, many), shared: Vec::new(), by_claim }
    }

    /// Joins those of some claims whose quotes lie on the two sides of one passage.
    pub(super) fn join(&self, claims: &[ClaimId], sets: &mut Sets) {
        if self.by_claim.is_empty() {
            return;
        }
        let mut sides: BTreeMap<usize, [Vec<usize>; 2]> = BTreeMap::new();
        for (index, claim) in claims.iter().enumerate() {
            for (passage, which) in self.by_claim.get(claim).into_iter().flatten() {
                sides.entry(*passage).or_default()[usize::from(*which == Which::B)].push(index);
            }
        }
        for [a, b] in sides.values() {
            if let (Some(first), false) = (a.first(), b.is_empty()) {
                a.iter().chain(b).for_each(|index| sets.join(*first, *index));
            }
        }
    }
}

/// What stands in very many texts, put together by the texts that it joins.
fn widespread(dossier: &Dossier, many: Vec<Passage>) -> Vec<Widespread> {
    let joined = |it: &Passage| (it.a.source.index(), it.b.source.index());
    let groups = components(dossier.sources.len(), many.iter().map(joined));
    let group_of: HashMap<usize, usize> =
        groups.iter().enumerate().flat_map(|(at, group)| group.iter().map(move |id| (*id, at))).collect();
    let mut claims: Vec<BTreeSet<ClaimId>> = vec![BTreeSet::new(); groups.len()];
    let mut longest: Vec<Option<Passage>> = vec![None; groups.len()];
    for passage in many {
        let group = group_of[&passage.a.source.index()];
        claims[group].extend(passage.a.claims.iter().chain(&passage.b.claims));
        if longest[group].as_ref().is_none_or(|it| it.common < passage.common) {
            longest[group] = Some(passage);
        }
    }
    let all = groups.into_iter().zip(claims).zip(longest);
    all.filter_map(|((group, claims), longest)| {
        let sources = group.into_iter().map(SourceId::from_index).collect();
        Some(Widespread { sources, claims: Vec::from_iter(claims), longest: longest? })
    })
    .collect()
}

/// Whether a passage is the words of one speaker whom both texts quote, but for too few words to tell.
fn is_quotation_of_one(a: &Side, b: &Side) -> bool {
    // Only what is a quotation has speakers.
    a.speakers.iter().any(|agent| b.speakers.contains(agent))
}

#[cfg(test)]
mod tests;
