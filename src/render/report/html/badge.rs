//! The symbols and words by which the page tells how a claim stands and what a dispute is; colour only repeats them.

use askama::Template;
use askama::filters::HtmlSafe;

use crate::judge::standing::Standing;
use crate::view::report::DisputeView;
use crate::vocabulary::vocabulary;

vocabulary! {
    /// What colours a badge, as the style sheet names it.
    pub(super) enum Hue {
        Bad = "bad",
        Held = "held",
        Warn = "warn",
        New = "new",
        Good = "good",
        Plain = "none",
    }
}

/// How something stands: a symbol and a word, with a colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Template)]
#[template(path = "badge.html", config = "src/render/report/html/askama.toml")]
pub(super) struct Badge {
    pub(super) symbol: &'static str,
    pub(super) word: &'static str,
    pub(super) hue: Hue,
    pub(super) means: &'static str,
}

impl HtmlSafe for Badge {}

/// The badges of all standings, gravest first, as the legend shows them.
pub(super) fn legend() -> Vec<Badge> {
    Standing::ALL.iter().map(|standing| Badge::of(*standing)).collect()
}

/// Some badges, each once, in the order in which they come.
pub(super) fn each_once(badges: impl Iterator<Item = Badge>) -> Vec<Badge> {
    let mut found: Vec<Badge> = Vec::new();
    for badge in badges {
        if !found.contains(&badge) {
            found.push(badge);
        }
    }
    found
}

impl Badge {
    /// The badge of a standing.
    pub(super) fn of(standing: Standing) -> Badge {
        let (symbol, hue, means) = match standing {
            Standing::Disputed => (
                "✕",
                Hue::Bad,
                "another claim says what cannot hold together with it, and nobody has explained why",
            ),
            Standing::DisputedExplained => ("⊗", Hue::Held, "the same, and the desk has said why"),
            Standing::BreaksSum => ("Σ", Hue::Bad, "parts and whole do not add up"),
            Standing::InTension => {
                ("≈", Hue::Warn, "both can hold, but only where one is read as readers seldom do")
            }
            Standing::Open => {
                ("?", Hue::Warn, "it cannot be told whether it conflicts: scope or moment is not known")
            }
            Standing::Updated => {
                ("↑", Hue::New, "a running figure that a later one replaces, or the later one")
            }
            Standing::Agrees => ("=", Hue::Good, "another source says the same, or something within it"),
            Standing::Compatible => {
                ("○", Hue::Good, "others say something else that can hold at the same time")
            }
            Standing::Apart => (
                "∥",
                Hue::Plain,
                "nothing to hold it against: it covers something else, or is a description in words",
            ),
            Standing::Alone => ("1", Hue::Plain, "no other source speaks of it"),
            Standing::DoesNotKnow => ("∅", Hue::Plain, "the source says that it is not known"),
            Standing::Declines => ("–", Hue::Plain, "the source declines to say"),
            Standing::Withdrawn => ("⊘", Hue::Plain, "corrected, retracted or superseded"),
            Standing::Projected => ("…", Hue::Plain, "a projection, not yet a report"),
        };
        Badge { symbol, word: standing.name(), hue, means }
    }

    /// The badge of a dispute, by its rule, and by whether the desk has explained it.
    pub(super) fn of_dispute(dispute: &DisputeView) -> Badge {
        let is_explained = dispute.explained.is_some();
        let symbol = match (dispute.class, is_explained) {
            ("conflict", true) => "⊗",
            ("conflict", false) => "✕",
            ("tension", _) => "≈",
            ("change", _) => "↓",
            _ => "?",
        };
        let hue = match (dispute.class, is_explained) {
            (_, true) => Hue::Held,
            ("conflict", false) => Hue::Bad,
            _ => Hue::Warn,
        };
        Badge { symbol, word: dispute.rule, hue, means: "" }
    }
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
