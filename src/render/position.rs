//! Who stands behind a position, in words.

use crate::text::counted;
use crate::view::position::HeldPosition;

/// `4 sources, 2 independent origins`: the sources of the claims that support it.
pub(crate) fn standing_behind(position: &HeldPosition) -> String {
    let mut said = counted(position.source_count(), "source");
    match (position.independent, position.not_established) {
        (0, 0) if position.claims.is_empty() => {}
        (0, 0) => said.push_str(", none of which supports it by itself"),
        (0, more) => said.push_str(&format!(", no established origin ({more} not established)")),
        (count, 0) => said.push_str(&format!(", {}", counted(count, "independent origin"))),
        (count, more) => {
            said.push_str(&format!(", {} and {more} not established", counted(count, "independent origin")))
        }
    }
    let allowing = position.claims.len() - position.supporting.len();
    if allowing > 0 && !position.supporting.is_empty() {
        said.push_str(&format!("; {} compatible with it without supporting it", are(allowing)));
    }
    if !position.against.is_empty() {
        said.push_str(&format!("; {} against it", are(position.against.len())));
    }
    said
}

fn are(claims: usize) -> String {
    let verb = if claims == 1 { "is" } else { "are" };
    format!("{} {verb}", counted(claims, "claim"))
}
