//! Whether a value comes from its own quote. See semantics.md, section 6.

use crate::model::Dossier;
use crate::model::claim::Claim;
use crate::model::table::{AgentId, Id, PlaceId};
use crate::text::Naming;
use crate::value::calendar::english;
use crate::value::number::Unit;
use crate::value::quantity::states;
use crate::value::shape::{Figure, Names, Node, Shape, Times};
use crate::value::types::{Kind, amount, count};

/// Whether the quote states the claim's value; types other than counts, amounts, dates, places and agents always do.
///
/// # Errors
/// Why not, for the mark at the quote.
pub(crate) fn is_stated(dossier: &Dossier, claim: &Claim, quote: &str) -> Result<(), String> {
    let Some(shape) = claim.says().map(|says| says.stated.as_ref().unwrap_or(&says.shape)) else {
        return Ok(());
    };
    // A denial that names no value states none.
    if claim.denies() && claim.words().is_empty() {
        return Ok(());
    }
    match (&dossier.questions[claim.question].kind, shape) {
        (Kind::Count, Shape::Figure(Figure { bounds, .. })) => {
            let found = states(quote, bounds, count::reader(&dossier.quantifiers));
            found.then_some(()).ok_or_else(|| "no number in this quote reads as the value does".to_owned())
        }
        (Kind::Amount { unit }, Shape::Figure(Figure { bounds, .. })) => {
            let unit = unit.as_deref().map(Unit::new);
            let found = states(quote, bounds, amount::reader(unit.as_ref(), &dossier.quantifiers));
            found.then_some(()).ok_or_else(|| "no amount in this quote reads as the value does".to_owned())
        }
        (Kind::Date, Shape::Times(Times { bounds })) => match english::excludes(quote, bounds) {
            true => Err("a date in this quote excludes the value".to_owned()),
            false => Ok(()),
        },
        (_, Shape::Names(names)) => are_named(dossier, names, quote),
        _ => Ok(()),
    }
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
