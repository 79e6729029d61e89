//! Reading an agent: an id, a list (one of these; with `many`, at least these), or `none`.

use super::context::Context;
use super::names;
use super::raw::Raw;
use super::refusal::{Named, Refusal};
use crate::value::shape::{Names, Node};

/// What `answer` makes of the agents that are named.
///
/// # Errors
/// A form that names no agent, an empty list, or an id that the dossier does not define.
pub(super) fn read(raw: &Raw, answer: fn(Vec<Node>) -> Names, context: &Context) -> Result<Names, Refusal> {
    names::read(raw, Named::Agent, answer, &|id| context.names.agent(id))
}
