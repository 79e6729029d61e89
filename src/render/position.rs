//! Who stands behind a position, in words.

use crate::text::counted;
use crate::view::position::HeldPosition;

/// The rule that says so tells why.
const NOT_WORKED_OUT: &str = "which are not worked out: `limit-reached`";

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

/// What a list of positions leaves out.
pub(crate) struct Untold {
    /// How many there are besides.
    pub(crate) more: usize,
    /// Whether there are others, which are not worked out.
    pub(crate) others: bool,
}

impl Untold {
    /// What is said of it behind the list; `None` where nothing is left out.
    pub(crate) fn told(&self) -> Option<String> {
        let more = counted(self.more, "more position");
        match (self.more, self.others) {
            (0, false) => None,
            (_, false) => Some(format!("and {more}")),
            (0, true) => Some(format!("and others, {NOT_WORKED_OUT}")),
            (_, true) => Some(format!("and {more}, and others, {NOT_WORKED_OUT}")),
        }
    }
}

fn are(claims: usize) -> String {
    let verb = if claims == 1 { "is" } else { "are" };
    format!("{} {verb}", counted(claims, "claim"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_list_leaves_out_is_said() {
        let others = "which are not worked out: `limit-reached`";
        for (more, cut, told) in [
            (0, false, None),
            (1, false, Some("and 1 more position".to_owned())),
            (0, true, Some(format!("and others, {others}"))),
            (2, true, Some(format!("and 2 more positions, and others, {others}"))),
        ] {
            assert_eq!(Untold { more, others: cut }.told(), told);
        }
    }
}
