//! Reading a place: an id, a list (one of these; with `many`, at least these), `none`, or `{ near = ID }`.

use super::context::Context;
use super::names;
use super::raw::{Raw, ValueKey};
use super::refusal::{Named, Refusal};
use crate::value::shape::{Names, Node};

/// What `answer` makes of the places that are named, or what `near` says of one.
///
/// # Errors
/// A form that names no place, an empty list, or an id that the dossier does not define.
pub(super) fn read(raw: &Raw, answer: fn(Vec<Node>) -> Names, context: &Context) -> Result<Names, Refusal> {
    let find = |id: &str| context.names.place(id);
    match raw.under(ValueKey::Near) {
        Some(near) => names::one(near, Named::Place, &find).map(Names::Near),
        None => names::read(raw, Named::Place, answer, &find),
    }
}
