//! Whether a value comes from its own quote. See semantics.md, section 6.

use crate::model::Dossier;
use crate::model::claim::{Claim, Says};
use crate::model::table::{AgentId, Id, PlaceId};
use crate::text::Naming;
use crate::value::calendar::english;
use crate::value::number::Unit;
use crate::value::quantity::{
    Certainty, QuantityReader, names_one, states, states_difference, states_factor,
};
use crate::value::shape::{Figure, Names, Node, Shape};
use crate::value::types::{Addend, Change, Kind, amount, count};

/// Whether the quote states the claim's value; types other than counts, amounts, dates, places and agents always do.
///
/// # Errors
/// Why not, for the mark at the quote.
pub(crate) fn is_stated(dossier: &Dossier, claim: &Claim, quote: &str) -> Result<(), String> {
    let Some(says) = claim.says() else { return Ok(()) };
    let certainty = dossier.questions[claim.question].certainty(claim.modality, &claim.scope);
    let counts = QuantityReader { certainty, ..count::reader(&dossier.quantifiers) };
    match (&dossier.questions[claim.question].kind, says.stated.as_ref().unwrap_or(&says.shape)) {
        (Kind::Count, Shape::Figure(figure)) => {
            figure_stands(dossier, claim, says, figure, "number", counts, quote)
        }
        (Kind::Amount { unit }, Shape::Figure(figure)) => {
            let unit = unit.as_deref().map(Unit::new);
            let amounts = amount::reader(unit.as_ref(), &dossier.quantifiers);
            let amounts = QuantityReader { certainty, ..amounts };
            figure_stands(dossier, claim, says, figure, "amount", amounts, quote)
        }
        (Kind::Date, Shape::Times(times)) => match english::excludes(quote, times) {
            true => Err("a date in this quote excludes the value".to_owned()),
            false => Ok(()),
        },
        (_, Shape::Names(names)) => are_named(dossier, names, quote),
        _ => Ok(()),
    }
}

/// Whether a figure stands in the quote; what it is made of stands there where it is no figure of its own.
fn figure_stands(
    dossier: &Dossier,
    claim: &Claim,
    says: &Says,
    figure: &Figure,
    what: &str,
    reader: QuantityReader,
    quote: &str,
) -> Result<(), String> {
    // Words of another language are not read: its translation stands for the quote, and without one nothing is held.
    let (quote, place) = match (is_english(dossier, claim), &claim.translation) {
        (true, _) => (quote, "quote"),
        (false, Some(translation)) => (translation.as_str(), "quote's translation"),
        (false, None) => return Ok(()),
    };
    let stated = QuantityReader { certainty: Certainty::Stated, ..reader };
    let missing = match &says.relative {
        Some(relative) => match &relative.change {
            Change::Unsaid => None,
            Change::By(by) => (!states_difference(quote, by, stated))
                .then(|| format!("no {what} in this {place} reads as `by` does")),
            Change::Times(times) => (!states_factor(quote, *times))
                .then(|| format!("nothing in this {place} says so many times, or such a part")),
        },
        None if !says.sum.is_empty() => {
            let piece = says.sum.iter().position(|piece| match piece {
                Addend::Article => !names_one(quote),
                Addend::Said(bounds) => !states(quote, bounds, stated),
            });
            piece.map(|at| format!("no {what} in this {place} reads as piece {} of the sum does", at + 1))
        }
        None => (!states(quote, &figure.bounds, reader))
            .then(|| format!("no {what} in this {place} reads as the value does")),
    };
    missing.map_or(Ok(()), Err)
}

/// Whether the source is in the language whose words for numbers are read.
fn is_english(dossier: &Dossier, claim: &Claim) -> bool {
    let language = dossier.sources[claim.source].language.as_ref().or(dossier.language.as_ref());
    language.is_none_or(|tag| tag.split('-').next().is_some_and(|tag| tag.eq_ignore_ascii_case("en")))
}

/// One of several is named where it is one of these; each is where it is at least these; of nobody nothing need stand.
fn are_named(dossier: &Dossier, names: &Names, quote: &str) -> Result<(), String> {
    let words = Naming::new(quote);
    let named = |node: &Node| is_named(dossier, *node, &words);
    let missing = match names {
        Names::Among(list) => list.iter().find(|node| !named(node)),
        list if list.listed().iter().any(named) => None,
        list => list.listed().first(),
    };
    match missing {
        None => Ok(()),
        Some(node) => Err(format!("neither {} nor an alias of it stands here", dossier.node_title(*node))),
    }
}

/// Whether the node, or something within it, is named by its name or an alias.
fn is_named(dossier: &Dossier, node: Node, words: &Naming) -> bool {
    let named = |node: Node| names(dossier, node).any(|name| words.name(name));
    named(node) || dossier.kin.contents(node).iter().any(|inner| *inner != node && named(*inner))
}

fn names(dossier: &Dossier, node: Node) -> impl Iterator<Item = &str> {
    let agents = dossier.agents.len();
    let aliases = match node.0 as usize {
        index if index < agents => &dossier.agents[AgentId::from_index(index)].aliases,
        index => &dossier.places[PlaceId::from_index(index - agents)].aliases,
    };
    std::iter::once(dossier.node_title(node)).chain(aliases.iter().map(String::as_str))
}
