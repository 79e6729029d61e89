//! Names: two spellings in two scripts, and whether they are of one name.

use super::case::{Case, Fault};
use crate::text::scripts::{Written, likeness};
use crate::view::accuracy::{Came, Should, Tried};

/// Holds the two names of a case against each other. Said is something where it is suggested that they are one.
///
/// # Errors
/// A label that is none, a name in a script that is not read.
pub(super) fn tried(case: &Case) -> Result<Vec<Tried>, Fault> {
    let (one, other, label) = (case.text("one")?, case.text("other")?, case.text("label")?);
    let should = match label {
        "same" => Should::Speak,
        "other" => Should::BeSilent,
        _ => return Err(case.fault(format!("`{label}` is no label"), "`same` or `other`")),
    };
    let written = |name: &str| {
        let expected = "a name in Latin, Cyrillic, Arabic or Hebrew letters";
        Written::new(name).ok_or_else(|| case.fault(format!("the script of `{name}` is not read"), expected))
    };
    let near = likeness(&written(one)?, &written(other)?);
    let came = match (near, should) {
        (None, _) => Came::Silence,
        (Some(_), Should::Speak) => Came::Right,
        (Some(_), _) => Came::Wrong,
    };
    let said = near.map_or("not suggested", |near| near.strength.name()).to_owned();
    Ok(vec![Tried {
        id: case.id()?,
        group: case.group()?,
        input: format!("{one}, {other}"),
        label: label.to_owned(),
        said,
        should,
        came,
        is_as_labelled: (came == Came::Right) == (should == Should::Speak) && came != Came::Wrong,
    }])
}
