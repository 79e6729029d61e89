//! Text in pieces, some of them marked: quotes with the words that differ, messages with the sources' words.

use serde::Serialize;

/// A run of text, marked or not.
#[derive(Debug, PartialEq, Eq, Serialize)]
pub(super) struct Piece {
    pub(super) text: String,
    pub(super) marked: bool,
}

/// A message in pieces: what stands in backticks is marked.
pub(super) fn pieces(message: &str) -> Vec<Piece> {
    let parts = message.split('`').enumerate();
    let parts = parts.map(|(index, text)| Piece { text: text.to_owned(), marked: index % 2 == 1 });
    parts.filter(|piece| !piece.text.is_empty()).collect()
}

/// Runs of words as pieces, the space behind a marked one outside the mark and none at the end.
pub(super) fn unspaced<'a>(runs: impl Iterator<Item = (&'a str, bool)>) -> Vec<Piece> {
    let mut found: Vec<Piece> = Vec::new();
    for (text, marked) in runs {
        let words = text.trim_end();
        found.push(Piece { text: words.to_owned(), marked });
        found.push(Piece { text: text[words.len()..].to_owned(), marked: false });
    }
    found.pop();
    found.retain(|piece| !piece.text.is_empty());
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(pieces: &[Piece]) -> String {
        pieces
            .iter()
            .map(|piece| if piece.marked { format!("[{}]", piece.text) } else { piece.text.clone() })
            .collect()
    }

    #[test]
    fn what_stands_in_backticks_is_marked() {
        assert_eq!(
            shown(&pieces("`nine` and `12 or more` have nothing in common")),
            "[nine] and [12 or more] have nothing in common"
        );
    }

    #[test]
    fn no_space_is_marked_and_none_ends_a_quote() {
        let runs = [("the ", false), ("Jordan ", true), ("attack ", false)];
        assert_eq!(shown(&unspaced(runs.into_iter())), "the [Jordan] attack");
    }
}
