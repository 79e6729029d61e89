//! Reading a place: an id, a list (one of these; with `many`, at least these), or `{ near = ID }`.

use super::names;
use crate::value::kind::{Context, Refusal};
use crate::value::raw::{Form, Raw};
use crate::value::shape::Names;

pub(crate) const WHAT: &str = "a place";

/// # Errors
/// A form that names no place, an empty list, or an id that the dossier does not define.
pub(crate) fn read(raw: &Raw, many: bool, context: &Context) -> Result<Names, Refusal> {
    let find = |id: &str| context.names.place(id);
    match &raw.form {
        Form::Table(entries) if entries.len() == 1 && entries[0].0.name == "near" => {
            names::one(&entries[0].1, WHAT, &find).map(Names::Near)
        }
        _ => names::read(raw, many, WHAT, &find),
    }
}
