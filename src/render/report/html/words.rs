//! The symbols and words by which the page tells how a claim stands and what a dispute is; colour only repeats them.

use serde::Serialize;

use crate::judge::standing::Standing;

/// How something stands: a symbol, a word, and the class that colours it.
#[derive(Clone, Copy, Debug, Serialize)]
pub(super) struct Badge {
    pub(super) symbol: &'static str,
    pub(super) word: &'static str,
    pub(super) class: &'static str,
    pub(super) means: &'static str,
}

/// The badges of all standings, gravest first, as the legend shows them.
pub(super) fn legend() -> Vec<Badge> {
    Standing::ALL.iter().map(|standing| stands(*standing)).collect()
}

/// The badge of a standing.
pub(super) fn stands(standing: Standing) -> Badge {
    let (symbol, class, means) = match standing {
        Standing::Disputed => {
            ("✕", "bad", "another claim says what cannot hold together with it, and nobody has explained why")
        }
        Standing::DisputedExplained => ("⊗", "held", "the same, and the desk has said why"),
        Standing::BreaksSum => ("Σ", "bad", "parts and whole do not add up"),
        Standing::InTension => {
            ("≈", "warn", "both can hold, but only where one is read as readers seldom do")
        }
        Standing::Open => {
            ("?", "warn", "it cannot be told whether it conflicts: scope or moment is not known")
        }
        Standing::Updated => ("↑", "new", "a running figure that a later one replaces, or the later one"),
        Standing::Agrees => ("=", "good", "another source says the same, or something within it"),
        Standing::Compatible => ("○", "good", "others say something else that can hold at the same time"),
        Standing::Apart => (
            "∥",
            "none",
            "nothing to hold it against: it covers something else, or is a description in words",
        ),
        Standing::Alone => ("1", "none", "no other source speaks of it"),
        Standing::DoesNotKnow => ("∅", "none", "the source says that it is not known"),
        Standing::Declines => ("–", "none", "the source declines to say"),
        Standing::Withdrawn => ("⊘", "none", "corrected, retracted or superseded"),
        Standing::Projected => ("…", "none", "a projection, not yet a report"),
    };
    Badge { symbol, word: standing.name(), class, means }
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
        let all = legend();
        for (index, badge) in all.iter().enumerate() {
            assert!(
                all[..index].iter().all(|other| other.symbol != badge.symbol && other.word != badge.word)
            );
            assert!(!badge.means.is_empty());
        }
    }
}
