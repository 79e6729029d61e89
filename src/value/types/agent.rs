//! Reading an agent: an id, or a list (one of these; with `many`, at least these).

use super::names;
use crate::value::kind::{Context, Refusal};
use crate::value::raw::Raw;
use crate::value::shape::Names;

pub(crate) const WHAT: &str = "an agent";

/// # Errors
/// A form that names no agent, an empty list, or an id that the dossier does not define.
pub(crate) fn read(raw: &Raw, many: bool, context: &Context) -> Result<Names, Refusal> {
    names::read(raw, many, WHAT, &|id| context.names.agent(id))
}
