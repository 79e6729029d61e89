//! A dossier as a site: static pages that need no script and ask nobody for anything.

mod embed;
mod event;
mod frame;
mod list;
mod question;
mod said;
mod svg;

use std::cmp::Reverse;

use rayon::prelude::*;

use super::json;
use super::report::html::{self, entry::Events};
use crate::text::counted;
use crate::view::site::{ListedQuestion, Site, SiteIndex, address};
use frame::About;
use list::Item;

/// How the pages look, beyond what they have of the report.
const STYLE: &str = include_str!("site.css");

/// At most so many questions in dispute stand on the first page.
const MOST_ENTRIES: usize = 120;

/// Takes a file of the site: its path and what is in it.
pub(crate) type Put<'p, E> = dyn Fn(&str, &str) -> Result<(), E> + Sync + 'p;

/// Makes all files of a site, side by side; what is said of all of it comes last. `url` is where it is to stand, with a slash at its end.
///
/// # Errors
/// A file that cannot be put.
pub(crate) fn pages<E: Send>(site: &Site, url: Option<&str>, put: &Put<'_, E>) -> Result<SiteIndex, E> {
    let about = About { title: site.title(), url, kept_back: site.kept_back() };
    let each = (0..site.events()).into_par_iter().map(|at| of_event(site, about, at, put));
    let told: Vec<(Item, Vec<ListedQuestion>)> = each.collect::<Result<_, E>>()?;
    let events = in_order(&told);
    let index = SiteIndex::new(site, url, told.into_iter().flat_map(|(_, questions)| questions).collect());
    let sources = of_sources(site, about, put)?;
    let speakers = of_speakers(site, about, put)?;
    put(address::STYLE, &format!("{}{STYLE}", html::STYLE))?;
    let lists =
        [("event", events.as_slice()), ("source", sources.as_slice()), ("speaker", speakers.as_slice())];
    put(address::SEARCH, &list::search(about, &index, lists))?;
    put(address::FIRST, &list::first(about, &index, foremost(site, &index), events))?;
    put(address::INDEX, &json(&index))?;
    Ok(index)
}

/// The events, those with most questions in dispute first.
fn in_order(told: &[(Item, Vec<ListedQuestion>)]) -> Vec<Item> {
    let mut events: Vec<&(Item, Vec<ListedQuestion>)> = told.iter().collect();
    events.sort_by_key(|(_, questions)| Reverse(questions.iter().filter(|it| it.is_disputed()).count()));
    events.into_iter().map(|(item, _)| item.clone()).collect()
}

/// The questions in dispute that stand on the first page, the gravest first.
fn foremost(site: &Site, index: &SiteIndex) -> Vec<html::entry::SummaryEntry> {
    let mut disputed: Vec<&ListedQuestion> = index.questions.iter().filter(|it| it.is_disputed()).collect();
    disputed.sort_by_key(|it| (it.state, Reverse(it.sources), &it.question));
    let events = match disputed.iter().all(|it| it.event == disputed[0].event) {
        true => Events::One,
        false => Events::Several,
    };
    let all = disputed.len();
    let views = disputed.into_iter().take(MOST_ENTRIES).filter_map(|it| site.question(&it.question));
    views.map(|view| event::entry(&view, (events, all), "")).collect()
}

fn of_event<E: Send>(
    site: &Site,
    about: About<'_>,
    at: usize,
    put: &Put<'_, E>,
) -> Result<(Item, Vec<ListedQuestion>), E> {
    let view = site.event(at);
    view.questions.par_iter().try_for_each(|question| {
        question::files(about, &view.id, question).iter().try_for_each(|(path, text)| put(path, text))
    })?;
    let path = address::event(&view.id);
    put(&path, &event::page(about, &view, site.sources()))?;
    let listed: Vec<ListedQuestion> = view.questions.iter().map(ListedQuestion::new).collect();
    let beside = match listed.iter().filter(|it| it.is_disputed()).count() {
        0 => counted(listed.len(), "question"),
        disputed => format!("{}, {disputed} in dispute", counted(listed.len(), "question")),
    };
    Ok((Item::new("", &path, &view.title).beside(beside), listed))
}

fn of_sources<E: Send>(site: &Site, about: About<'_>, put: &Put<'_, E>) -> Result<Vec<Item>, E> {
    let each = (0..site.sources().len()).into_par_iter().map(|at| {
        let source = &site.sources()[at];
        let path = address::source(&source.id);
        put(&path, &said::source_page(about, &site.source(at)))?;
        let beside = format!("{}, {}", source.title, counted(source.claims, "claim"));
        Ok(Item::new("", &path, &source.label).beside(beside))
    });
    let items: Vec<Item> = each.collect::<Result<_, E>>()?;
    put(address::SOURCES, &list::list(about, "Sources", &items))?;
    Ok(items)
}

fn of_speakers<E: Send>(site: &Site, about: About<'_>, put: &Put<'_, E>) -> Result<Vec<Item>, E> {
    let each = site.speakers().into_par_iter().map(|id| {
        let view = site.speaker(id);
        let path = address::speaker(&view.id);
        put(&path, &said::speaker_page(about, &view))?;
        Ok(Item::new("", &path, &view.name).beside(counted(view.said.len(), "claim")))
    });
    let items: Vec<Item> = each.collect::<Result<_, E>>()?;
    put(address::SPEAKERS, &list::list(about, "Speakers", &items))?;
    Ok(items)
}
