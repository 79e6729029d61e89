//! What answers on places, agents, choices and sets speak of.

use super::column::table_row;
use super::whole::Tables;
use crate::model::Dossier;
use crate::model::question::Question;
use crate::value::shape::{Items, Names, Node, Shape};

table_row! {
    /// A place, an agent, an option or an item that an answer speaks of.
    CellRow as "cells" sorted by 4 {
        question: &'a str,
        number: i64,
        claim: &'a str,
        cell: &'a str,
        way: &'a str,
    }
}

pub(super) fn cells<'a>(tables: &Tables<'a>, give: &mut dyn FnMut(CellRow<'_>)) {
    let dossier = tables.exchange.dossier();
    for on in tables.questions() {
        let question = &dossier.questions[on];
        for (number, id) in tables.claims_on(on) {
            let Some(shape) = dossier.claims[id].shape() else { continue };
            let (mut named, way) = spoken_of(dossier, question, shape);
            named.sort_unstable();
            named.dedup();
            let row = |cell| CellRow {
                question: dossier.questions.name(on),
                number,
                claim: dossier.claims.name(id),
                cell,
                way,
            };
            named.into_iter().map(row).for_each(&mut *give);
        }
    }
}

/// What an answer speaks of, and in what way; nothing where it is a figure, a date or words.
fn spoken_of<'a>(
    dossier: &'a Dossier,
    question: &'a Question,
    shape: &Shape,
) -> (Vec<&'a str>, &'static str) {
    let nodes = |list: &[Node]| list.iter().map(|node| dossier.node_name(*node)).collect();
    match shape {
        Shape::Names(names) => {
            let way = match names {
                Names::OneOf(_) => "one-of",
                Names::NoneOf(_) => "none-of",
                Names::Near(_) | Names::Anywhere(_) => "near",
                Names::Among(_) => "among",
                Names::NotAmong(_) => "not-among",
                Names::Nobody | Names::Somebody => "",
            };
            (nodes(names.listed()), way)
        }
        Shape::Items(items) => {
            let way = match items {
                Items::AtLeast(_) => "at-least",
                Items::Exactly(_) => "exactly",
                Items::Without(_) => "without",
            };
            (nodes(items.listed()), way)
        }
        Shape::Options(states) => (question.kind.states(states), "remains"),
        Shape::Figure(_) | Shape::Times(_) | Shape::Words(_) => (Vec::new(), ""),
    }
}
