//! What the page shows, source by source, and what its script is given.

use askama::Template;
use serde_json::Value as Json;

use super::marks::{Paragraph, paragraphs};
use crate::render::json_in_page;
use crate::render::policy::policy;
use crate::render::report::html::piece::Translation;
use crate::view::desk::{Desk, DeskClaim, DeskSource};

/// How the page looks.
pub(super) const STYLE: &str = include_str!("page.css");

/// What decides on what waits: the state with what changes it, what is drawn of it, and the keys.
pub(super) const SCRIPT: &str = concat!(
    include_str!("answers.js"),
    include_str!("form.js"),
    include_str!("drawn.js"),
    include_str!("keys.js")
);

/// The whole page.
#[derive(Template)]
#[template(path = "page.html", config = "src/render/desk/askama.toml")]
pub(super) struct Page<'v> {
    policy: String,
    style: &'static str,
    script: &'static str,
    title: &'v str,
    texts: Vec<Text<'v>>,
    /// The view without its paragraphs, as a script may hold it.
    data: String,
}

/// One source.
struct Text<'v> {
    source: &'v DeskSource,
    paragraphs: Vec<Paragraph>,
    claims: Vec<Record<'v>>,
}

/// A claim with its number on the page.
struct Record<'v> {
    number: usize,
    claim: &'v DeskClaim,
    translation: Option<Translation>,
}

impl<'v> Page<'v> {
    pub(super) fn new(view: &'v Desk) -> Self {
        let (mut cards, mut claims) = (0, 0);
        let mut text = |source: &'v DeskSource| {
            let first = (cards, claims);
            cards += source.cards.len();
            claims += source.claims.len();
            let record = |(at, claim): (usize, &'v DeskClaim)| Record {
                number: first.1 + at,
                claim,
                translation: Translation::of(claim.translation.as_deref()),
            };
            Text {
                source,
                paragraphs: paragraphs(source, first).collect(),
                claims: source.claims.iter().enumerate().map(record).collect(),
            }
        };
        Page {
            policy: policy(STYLE, SCRIPT),
            style: STYLE,
            script: SCRIPT,
            title: &view.title,
            texts: view.sources.iter().map(&mut text).collect(),
            data: data(view),
        }
    }
}

/// What the script is given.
fn data(view: &Desk) -> String {
    let mut data = serde_json::to_value(view).expect("views have string keys and no floats");
    let sources = data.get_mut("sources").and_then(Json::as_array_mut).into_iter().flatten();
    for source in sources.filter_map(Json::as_object_mut) {
        for shown in ["paragraphs", "claims"] {
            source.remove(shown);
        }
    }
    json_in_page(&data)
}
