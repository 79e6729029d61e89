//! Reading one id, a list of ids, `none`, or `{ near = ID }`: what places and agents have in common.

use super::raw::{Form, Raw};
use super::refusal::{Named, Refusal};
use crate::value::shape::{Names, Node};
use crate::value::unreadable::Unreadable;

/// Reads `ID` or `[ID, ...]`, each once and in order, of which `answer` makes the value, or `none`. `find` gives the node of
/// an id.
pub(super) fn read(
    raw: &Raw,
    what: Named,
    answer: fn(Vec<Node>) -> Names,
    find: &dyn Fn(&str) -> Option<Node>,
) -> Result<Names, Refusal> {
    if raw.is_none() {
        return Ok(Names::Nobody);
    }
    let ids = match &raw.form {
        Form::Text(_) => std::slice::from_ref(raw),
        Form::List(items) if !items.is_empty() => items.as_slice(),
        Form::List(_) => return Err(Refusal::unreadable("an empty list allows nothing", raw)),
        _ => return Err(wrong_form(raw, what)),
    };
    let mut nodes = ids.iter().map(|id| one(id, what, find)).collect::<Result<Vec<_>, _>>()?;
    nodes.sort_unstable();
    nodes.dedup();
    Ok(answer(nodes))
}

/// Reads one id.
pub(super) fn one(raw: &Raw, what: Named, find: &dyn Fn(&str) -> Option<Node>) -> Result<Node, Refusal> {
    let Form::Text(id) = &raw.form else { return Err(wrong_form(raw, what)) };
    if raw.is_none() {
        return Err(Refusal::none_beside(raw));
    }
    find(id).ok_or_else(|| Refusal::Unknown { what, id: id.clone(), at: raw.at.clone() })
}

fn wrong_form(raw: &Raw, what: Named) -> Refusal {
    let why = Unreadable::new(format!("{} does not name {what}", raw.described()));
    let why = why.help(format!(
        "expected the id of {what} in quotes, a list of ids, `\"none\"`, or `{{ not = ... }}`"
    ));
    Refusal::Unreadable(why, raw.at.clone())
}
