//! Each example of each language, read as the English words beside it.

use super::known::{Known, all_known};
use super::table::{Example, ReadAs};
use crate::value::calendar::english;
use crate::value::number::Unit;
use crate::value::quantity::{Quantifiers, Quantity, QuantityReader, SaidQuantity, quantities};
use crate::value::types::{amount, count};
use crate::value::unreadable::Unreadable;

/// What an English text says, as far as an example can tell it from another: all of it, or the one quantity in it.
fn said(read_as: ReadAs, text: &str) -> Result<String, Unreadable> {
    let quantifiers = Quantifiers::default();
    let told = |quantity: Quantity| format!("{:?}", quantity.bounds);
    let only = |reader: QuantityReader| {
        reader.read(text).map(told).or_else(|why| match &mut *quantities(text, reader) {
            [SaidQuantity { quantity, .. }] => Ok(told(quantity.clone())),
            _ => Err(why),
        })
    };
    match read_as {
        ReadAs::Count => only(count::reader(&quantifiers)),
        ReadAs::Share => only(amount::reader(Some(&Unit::new("%")), &quantifiers)),
        ReadAs::Date => {
            let dates: Vec<_> = english::dates(text).into_iter().map(|date| date.said).collect();
            match dates.is_empty() {
                true => Err(Unreadable::new("no date")),
                false => Ok(format!("{dates:?}")),
            }
        }
    }
}

/// What is wrong with an example; `None` where it is read, or left unread, as it says.
fn fault(known: &Known, example: &Example) -> Option<String> {
    let tag = known.table.language.as_str();
    let legible = known.legible(&example.words);
    let own = said(example.read_as, &legible);
    match (&example.reads, &example.unread) {
        (Some(english), None) => {
            let expected = match said(example.read_as, english) {
                Ok(expected) => expected,
                Err(why) => return Some(format!("{tag}: `{english}` is not English of the table: {why:?}")),
            };
            (own.as_ref().ok() != Some(&expected)).then(|| {
                let kind = if own.is_ok() { "WRONG" } else { "unread" };
                format!("{tag}: {kind} `{}` is not read as `{english}` but as `{legible}`", example.words)
            })
        }
        (None, Some(why)) => {
            own.is_ok().then(|| format!("{tag}: WRONG `{}` is read ({why}) as `{legible}`", example.words))
        }
        _ => Some(format!("{tag}: `{}` says neither how it is read nor why not", example.words)),
    }
}

fn faults(known: &Known) -> Vec<String> {
    known.table.examples.iter().filter_map(|example| fault(known, example)).collect()
}

#[test]
fn each_example_is_read_as_its_english() {
    let faults: Vec<String> = all_known().flat_map(faults).collect();
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}
