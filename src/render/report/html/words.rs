//! The symbols and words by which the page tells how a claim stands and what a dispute is; colour only repeats them.

use serde::Serialize;

/// How something stands: a symbol, a word, and the class that colours it.
#[derive(Clone, Copy, Debug, Serialize)]
pub(super) struct Badge {
    pub(super) symbol: &'static str,
    pub(super) word: &'static str,
    pub(super) class: &'static str,
    pub(super) means: &'static str,
}

/// How a claim in the table may stand, gravest first.
pub(super) const STANDS: [Badge; 13] = [
    badge(
        "✕",
        "disputed",
        "bad",
        "another claim says what cannot hold together with it, and nobody has explained why",
    ),
    badge("⊗", "disputed, explained", "held", "the same, and the desk has said why"),
    badge("Σ", "breaks a sum", "bad", "parts and whole do not add up"),
    badge("≈", "in tension", "warn", "both can hold, but only where one is read as readers seldom do"),
    badge("?", "open", "warn", "it cannot be told whether it conflicts: scope or moment is not known"),
    badge("↑", "updated", "new", "a running figure that a later one replaces, or the later one"),
    badge("=", "agrees", "good", "another source says the same, or something within it"),
    badge("○", "compatible", "good", "others say something else that can hold at the same time"),
    badge(
        "∥",
        "apart",
        "none",
        "nothing to hold it against: it covers something else, or is a description in words",
    ),
    badge("1", "alone", "none", "no other source speaks of it"),
    badge("–", "says nothing", "none", "the source says that it is not known, or declines to say"),
    badge("⊘", "withdrawn", "none", "corrected, retracted or superseded"),
    badge("…", "projected", "none", "a projection, not yet a report"),
];

const fn badge(symbol: &'static str, word: &'static str, class: &'static str, means: &'static str) -> Badge {
    Badge { symbol, word, class, means }
}

/// The badge of a standing.
pub(super) fn stands(word: &str) -> Badge {
    STANDS.into_iter().find(|badge| badge.word == word).unwrap_or(badge("·", "stands", "none", ""))
}

/// The badge of a dispute, by its rule, and by whether the desk has explained it.
pub(super) fn dispute(rule: &'static str, class: &str, explained: Explained) -> Badge {
    let symbol = match (class, explained) {
        ("conflict", Explained::Yes) => "⊗",
        ("conflict", Explained::No) => "✕",
        ("tension", _) => "≈",
        ("change", _) => "↓",
        _ => "?",
    };
    let colour = match (class, explained) {
        (_, Explained::Yes) => "held",
        ("conflict", Explained::No) => "bad",
        _ => "warn",
    };
    Badge { symbol, word: rule, class: colour, means: "" }
}

/// Whether the desk has explained a dispute.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Explained {
    Yes,
    No,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_two_standings_share_a_symbol_or_a_word() {
        for (index, badge) in STANDS.iter().enumerate() {
            assert!(
                STANDS[..index].iter().all(|other| other.symbol != badge.symbol && other.word != badge.word)
            );
            assert_eq!(stands(badge.word).symbol, badge.symbol);
        }
    }
}
