//! The places that a question's claims name, under what contains them.

use askama::Template;
use askama::filters::HtmlSafe;

use crate::render::report::told;
use crate::view::containment::NamedPlace;
use crate::view::name::ClaimName;
use crate::view::report::asked::AskedQuestion;

/// Places as a tree.
#[derive(Template)]
#[template(path = "places.html", config = "src/render/report/html/askama.toml")]
pub(super) struct Places {
    places: Vec<PlaceShown>,
}

/// A place with what is said of it, and its depth in the tree as the change from the place before.
struct PlaceShown {
    name: String,
    opens: usize,
    closes: usize,
    also_within: String,
    touches: String,
    disputed_between: String,
    said: Vec<String>,
    near: Vec<String>,
    not: Vec<String>,
}

impl HtmlSafe for Places {}

impl Places {
    /// `None` where the claims name no place.
    pub(super) fn new(asked: &AskedQuestion) -> Option<Self> {
        (!asked.places.is_empty()).then(|| Places { places: places(&asked.places, asked) })
    }
}

impl PlaceShown {
    /// Whether a claim names it.
    fn is_named(&self) -> bool {
        !(self.said.is_empty() && self.near.is_empty() && self.not.is_empty())
    }
}

fn places(places: &[NamedPlace], asked: &AskedQuestion) -> Vec<PlaceShown> {
    let claim = |name: &ClaimName| asked.told().iter().find(|claim| claim.said.claim == *name);
    let who = |names: &[ClaimName]| -> Vec<String> {
        let told = names.iter().filter_map(claim).map(|claim| &claim.said);
        let mut told: Vec<String> = told
            .map(|claim| match claim.own_voice {
                true => claim.carrier(),
                false => format!("{} ({})", claim.speaker, claim.carrier()),
            })
            .collect();
        told.dedup();
        told
    };
    let depth = |index: usize| places.get(index).map_or(0, |place| place.depth);
    let shown = places.iter().enumerate().map(|(index, place)| PlaceShown {
        name: place.name.clone(),
        // The template opens a list before each place that lies within the one before, and closes what ends after it.
        opens: usize::from(index > 0 && place.depth > depth(index - 1)),
        closes: match places.get(index + 1) {
            Some(next) => place.depth.saturating_sub(next.depth),
            None => place.depth,
        },
        also_within: told::joined(&place.also_within),
        touches: told::joined(&place.touches),
        disputed_between: told::joined(&place.disputed_between),
        said: who(&place.said),
        near: who(&place.near),
        not: who(&place.not),
    });
    shown.collect()
}
