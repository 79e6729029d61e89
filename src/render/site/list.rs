//! Pages that lead to others: the first, the lists of sources and of speakers, and the one that searches.

use std::collections::BTreeMap;

use askama::Template;

use super::frame::{About, Frame};
use crate::render::json_in_page;
use crate::render::report::html::entry::SummaryEntry;
use crate::text::counted;
use crate::view::site::{QuestionState, SiteIndex};

const SCRIPT: &str = include_str!("search.js");

/// So many questions stand on the first page at once.
const FIRST_ENTRIES: usize = 24;

/// Something that has a page.
#[derive(Clone)]
pub(super) struct Item {
    pub(super) href: String,
    pub(super) name: String,
    /// What is said beside it.
    beside: Option<String>,
}

impl Item {
    /// Something of this name, at a path from the first page, which stands so from here.
    pub(super) fn new(first: &str, path: &str, name: &str) -> Self {
        Item { href: format!("{first}{path}"), name: name.to_owned(), beside: None }
    }

    pub(super) fn beside(self, beside: String) -> Self {
        Item { beside: Some(beside), ..self }
    }
}

#[derive(Template)]
#[template(path = "list.html", config = "src/render/site/askama.toml")]
struct List<'a> {
    frame: Frame<'a>,
    items: &'a [Item],
}

/// A page that lists what is of one kind.
pub(super) fn list(site: About<'_>, heading: &str, items: &[Item]) -> String {
    let page = List { frame: Frame::new(site, "", heading), items };
    page.render().expect("a string can always be written to")
}

#[derive(Template)]
#[template(path = "first.html", config = "src/render/site/askama.toml")]
struct First<'a> {
    frame: Frame<'a>,
    disputed: String,
    states: Option<String>,
    entries: Vec<SummaryEntry>,
    more_entries: Vec<SummaryEntry>,
    entries_left_out: usize,
    counts: String,
    events: Vec<Item>,
}

/// The first page: the gravest disputes, and all events.
pub(super) fn first(
    site: About<'_>,
    index: &SiteIndex,
    mut entries: Vec<SummaryEntry>,
    events: Vec<Item>,
) -> String {
    let mut states: BTreeMap<QuestionState, usize> = BTreeMap::new();
    index.questions.iter().for_each(|it| *states.entry(it.state).or_default() += 1);
    let differ = |(state, _): &(&QuestionState, &usize)| state.is_dispute();
    let disputed: usize = states.iter().filter(differ).map(|(_, count)| count).sum();
    let told: Vec<String> =
        states.iter().filter(differ).map(|(state, count)| format!("{count} {state}")).collect();
    let entries_left_out = disputed.saturating_sub(entries.len());
    let more_entries = entries.split_off(entries.len().min(FIRST_ENTRIES));
    let states = (!told.is_empty()).then(|| told.join("; "));
    let page = First {
        frame: Frame::new(site, "", site.title).says(
            states
                .as_ref()
                .map(|states| format!("The sources differ on {}: {states}.", counted(disputed, "question"))),
        ),
        disputed: counted(disputed, "question"),
        states,
        entries,
        more_entries,
        entries_left_out,
        counts: format!(
            "{} of {} on {} of {}. This site shows disagreement; it does not say who is right.",
            counted(index.claims, "claim"),
            counted(index.sources, "source"),
            counted(index.questions.len(), "question"),
            counted(index.events, "event"),
        ),
        events,
    };
    page.render().expect("a string can always be written to")
}

#[derive(Template)]
#[template(path = "search.html", config = "src/render/site/askama.toml")]
struct Search<'a> {
    frame: Frame<'a>,
    data: String,
    script: &'static str,
}

/// The page that searches: what can be found stands in it. Rows are a kind, a name, what is beside it, a path, and more that it is found by.
pub(super) fn search(site: About<'_>, index: &SiteIndex, lists: [(&str, &[Item]); 3]) -> String {
    let questions = index.questions.iter().map(|it| {
        [
            "question".to_owned(),
            it.ask.clone(),
            format!("{}, {}", it.event, it.state),
            it.page.clone(),
            it.words.clone(),
        ]
    });
    let others = lists.into_iter().flat_map(|(kind, items)| {
        items.iter().map(move |it| {
            [
                kind.to_owned(),
                it.name.clone(),
                it.beside.clone().unwrap_or_default(),
                it.href.clone(),
                String::new(),
            ]
        })
    });
    let rows: Vec<[String; 5]> = questions.chain(others).collect();
    let frame = Frame::new(site, "", "Search").runs(SCRIPT);
    let page = Search { frame, data: json_in_page(&rows), script: SCRIPT };
    page.render().expect("a string can always be written to")
}
