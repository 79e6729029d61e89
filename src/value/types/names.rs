//! Reading one id, a list of ids, or `{ near = ID }`: what places and agents have in common.

use crate::value::kind::Refusal;
use crate::value::raw::{Form, Raw};
use crate::value::shape::{Names, Node};
use crate::value::unreadable::Unreadable;

/// Reads `ID` or `[ID, ...]`. `find` gives the node of an id; `what` names the table in messages.
pub(crate) fn read(
    raw: &Raw,
    many: bool,
    what: &'static str,
    find: &dyn Fn(&str) -> Option<Node>,
) -> Result<Names, Refusal> {
    let ids = match &raw.form {
        Form::Text(_) => std::slice::from_ref(raw),
        Form::List(items) if !items.is_empty() => items.as_slice(),
        Form::List(_) => return Err(Refusal::unreadable("an empty list allows nothing", raw)),
        _ => return Err(wrong_form(raw, what)),
    };
    let mut nodes = ids.iter().map(|id| one(id, what, find)).collect::<Result<Vec<_>, _>>()?;
    nodes.sort_unstable();
    nodes.dedup();
    Ok(if many { Names::Among(nodes) } else { Names::OneOf(nodes) })
}

/// Reads one id.
pub(crate) fn one(
    raw: &Raw,
    what: &'static str,
    find: &dyn Fn(&str) -> Option<Node>,
) -> Result<Node, Refusal> {
    let Form::Text(id) = &raw.form else { return Err(wrong_form(raw, what)) };
    find(id).ok_or_else(|| Refusal::Unknown { what, id: id.clone(), at: raw.at.clone() })
}

fn wrong_form(raw: &Raw, what: &str) -> Refusal {
    let why = Unreadable::new(format!("{} does not name {what}", raw.described()));
    let why = why.help(format!("expected the id of {what} in quotes, a list of ids, or `{{ not = ... }}`"));
    Refusal::Unreadable(why, raw.at.clone())
}
