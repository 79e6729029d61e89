//! The badge of a question: how it stands, as a small drawing.

use askama::Template;

use crate::text::counted;
use crate::view::site::{QuestionState, SiteQuestion};

/// The width of a letter, about: each text is fitted to what is left for it.
const LETTER: usize = 7;

#[derive(Template)]
#[template(path = "badge.svg", config = "src/render/site/askama.toml", escape = "html")]
struct Badge {
    says: String,
    left: &'static str,
    right: String,
    left_width: usize,
    right_width: usize,
    width: usize,
    colour: &'static str,
}

/// What the badge says: `sources: disputed (7 sources)`.
pub(super) fn badge_says(view: &SiteQuestion) -> String {
    format!("sources: {}", right(view))
}

fn right(view: &SiteQuestion) -> String {
    match view.state {
        state @ (QuestionState::Alone | QuestionState::Silent) => state.to_string(),
        state => format!("{state} ({})", counted(view.sources.len(), "source")),
    }
}

pub(super) fn badge(view: &SiteQuestion) -> String {
    let (left, right) = ("sources", right(view));
    let (left_width, right_width) = (left.len() * LETTER, right.chars().count() * LETTER);
    let badge = Badge {
        says: badge_says(view),
        left,
        width: left_width + right_width + 40,
        left_width,
        right_width,
        right,
        // Each is told apart from white by 5 to 1 at least.
        colour: match view.state {
            QuestionState::Disputed => "#a3201f",
            QuestionState::Explained => "#7a3b00",
            QuestionState::InTension | QuestionState::Revised | QuestionState::Open => "#6a5200",
            QuestionState::Undisputed => "#14603b",
            QuestionState::Alone | QuestionState::Silent => "#565b64",
        },
    };
    badge.render().expect("a string can always be written to")
}
