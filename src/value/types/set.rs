//! Reading a set: a list (at least these), `{ exactly = [...] }` or `{ without = [...] }`, of ids or plain words; or `none`.

use super::context::Context;
use super::raw::{Form, Raw, ValueKey};
use super::refusal::Refusal;
use crate::value::shape::{Items, Node};
use crate::value::unreadable::Unreadable;

/// The items.
///
/// # Errors
/// Any other form; a list that says nothing.
pub(super) fn read(raw: &Raw, context: &Context) -> Result<Items, Refusal> {
    if raw.is_none() {
        return Ok(Items::Exactly(Vec::new()));
    }
    let (list, make): (&Raw, fn(Vec<Node>) -> Items) =
        match (raw.under(ValueKey::Exactly), raw.under(ValueKey::Without)) {
            (Some(list), _) => (list, Items::Exactly),
            (None, Some(list)) => (list, Items::Without),
            (None, None) => (raw, Items::AtLeast),
        };
    let Form::List(items) = &list.form else { return Err(wrong_form(list)) };
    let mut nodes = items.iter().map(|item| read_item(item, context)).collect::<Result<Vec<_>, _>>()?;
    nodes.sort_unstable();
    nodes.dedup();
    match make(nodes) {
        Items::AtLeast(list) | Items::Without(list) if list.is_empty() => {
            let why = Unreadable::new("an empty list says nothing");
            Err(Refusal::Unreadable(why.help("for \"none at all\" write `\"none\"`"), raw.at.clone()))
        }
        items => Ok(items),
    }
}

fn read_item(raw: &Raw, context: &Context) -> Result<Node, Refusal> {
    let names = context.names;
    match &raw.form {
        Form::Text(_) if raw.is_none() => Err(Refusal::none_beside(raw)),
        Form::Text(word) if !word.trim().is_empty() => names
            .agent(word)
            .or_else(|| names.place(word))
            .or_else(|| names.word(word))
            .ok_or_else(|| Refusal::unreadable("this word is not known", raw)),
        _ => Err(wrong_form(raw)),
    }
}

fn wrong_form(raw: &Raw) -> Refusal {
    let why = Unreadable::new(format!("{} is no set", raw.described()));
    let help = "expected a list of ids or words, `{ exactly = [...] }`, `{ without = [...] }` or `\"none\"`";
    Refusal::Unreadable(why.help(help), raw.at.clone())
}
