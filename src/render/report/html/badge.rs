//! The symbols and words by which the page tells how a claim stands and what a dispute is; colour only repeats them.

use askama::Template;
use askama::filters::HtmlSafe;

use crate::view::draft::annotated::NoteState;
use crate::view::report::asked::Standing;
use crate::view::report::disagreement::{Class, Disagreement};
use crate::vocabulary::vocabulary;

vocabulary! {
    /// What colours a badge, as the style sheet names it.
    pub(in crate::render) enum Hue {
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
pub(in crate::render) struct Badge {
    pub(super) symbol: &'static str,
    pub(super) word: &'static str,
    pub(in crate::render) hue: Hue,
}

impl HtmlSafe for Badge {}

impl Badge {
    /// The badge of a standing.
    pub(in crate::render) fn of(standing: Standing) -> Badge {
        let (symbol, hue) = match standing {
            Standing::Disputed => ("✕", Hue::Bad),
            Standing::DisputedExplained => ("⊗", Hue::Held),
            Standing::BreaksSum => ("Σ", Hue::Bad),
            Standing::InTension => ("≈", Hue::Warn),
            Standing::Open => ("?", Hue::Warn),
            Standing::Updated => ("↑", Hue::New),
            Standing::Agrees => ("=", Hue::Good),
            Standing::Compatible => ("○", Hue::Good),
            Standing::Apart => ("∥", Hue::Plain),
            Standing::Alone => ("1", Hue::Plain),
            Standing::DoesNotKnow => ("∅", Hue::Plain),
            Standing::Declines => ("–", Hue::Plain),
            Standing::Withdrawn => ("⊘", Hue::Plain),
            Standing::Projected => ("…", Hue::Plain),
        };
        Badge { symbol, word: standing.name(), hue }
    }

    /// The badge of a dispute: its rule, and whether the desk has explained it.
    pub(in crate::render) fn of_dispute(dispute: &Disagreement) -> Badge {
        let (symbol, hue) = match (dispute.class, dispute.is_explained()) {
            (Class::Conflict, true) => ("⊗", Hue::Held),
            (Class::Conflict, false) => ("✕", Hue::Bad),
            (Class::Tension, true) => ("≈", Hue::Held),
            (Class::Tension, false) => ("≈", Hue::Warn),
            (Class::Change, true) => ("↓", Hue::Held),
            (Class::Change, false) => ("↓", Hue::Warn),
            (_, true) => ("?", Hue::Held),
            (_, false) => ("?", Hue::Warn),
        };
        Badge { symbol, word: dispute.rule.name(), hue }
    }

    /// The badge of a note in the margin of a draft.
    pub(in crate::render) fn of_note(state: NoteState) -> Badge {
        let (symbol, hue) = match state {
            NoteState::Error => ("✕", Hue::Bad),
            NoteState::Warning => ("!", Hue::Warn),
            NoteState::Unchecked => ("?", Hue::Plain),
            NoteState::Carried => ("=", Hue::Good),
        };
        Badge { symbol, word: state.name(), hue }
    }
}

/// Some badges, each once, in the order in which they come.
pub(in crate::render) fn each_once(badges: impl Iterator<Item = Badge>) -> Vec<Badge> {
    let mut found: Vec<Badge> = Vec::new();
    for badge in badges {
        if !found.contains(&badge) {
            found.push(badge);
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_two_standings_share_a_symbol() {
        let all: Vec<Badge> = Standing::ALL.iter().map(|standing| Badge::of(*standing)).collect();
        for (index, badge) in all.iter().enumerate() {
            assert!(all[..index].iter().all(|other| other.symbol != badge.symbol), "{}", badge.word);
        }
    }
}
