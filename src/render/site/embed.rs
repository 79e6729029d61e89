//! What of a question stands on pages of others: a page for a frame, and what says so to them.

use askama::Template;
use serde::Serialize;

use super::frame::{About, FROM_QUESTION};
use crate::render::policy::policy;
use crate::render::report::html::Leads;
use crate::render::report::html::entry::{Events, SummaryEntry};
use crate::render::report::html::scale::cut;
use crate::view::report::disagreement::Disagreement;
use crate::view::site::{QuestionState, SiteQuestion, address};

const STYLE: &str = include_str!("embed.css");

/// A page for a frame has at most so many bytes.
pub(super) const MOST_BYTES: usize = 12 << 10;

/// So many accounts are tried, until the page is small enough.
const TRIED: [usize; 4] = [8, 5, 3, 1];

/// At most so many characters of a title that would be too long.
const MOST_CHARACTERS: usize = 400;

/// How large the frame is.
const SIZE: (u16, u16) = (600, 320);

#[derive(Template)]
#[template(path = "embed.html", config = "src/render/site/askama.toml")]
struct Embed<'a> {
    policy: String,
    style: &'static str,
    title: String,
    site: String,
    state: QuestionState,
    /// `None` where even one account would be too long.
    entry: Option<&'a SummaryEntry>,
}

/// The page of a question for a frame: of very many accounts the foremost.
pub(super) fn embed(site: About<'_>, view: &SiteQuestion) -> String {
    let disputes: Vec<&Disagreement> = view.disputes.iter().collect();
    let page = |entry: Option<&SummaryEntry>, most: usize| {
        let page = Embed {
            policy: policy(STYLE, ""),
            style: STYLE,
            title: cut(&view.asked.ask, most),
            site: cut(site.title, most),
            state: view.state,
            entry,
        };
        page.render().expect("a string can always be written to")
    };
    let tried = TRIED.iter().map(|most| {
        let entry =
            SummaryEntry::new(&view.asked, &disputes, Events::One, Leads::Site(FROM_QUESTION)).at_most(*most);
        page(Some(&entry), usize::MAX)
    });
    let mut small = tried.filter(|page| page.len() <= MOST_BYTES);
    small.next().unwrap_or_else(|| page(None, MOST_CHARACTERS))
}

/// A frame, as others write it.
#[derive(Template)]
#[template(path = "iframe.html", config = "src/render/site/askama.toml")]
struct IFrame<'a> {
    shows: Shows,
    title: &'a str,
    width: u16,
    height: u16,
}

/// What a frame shows.
enum Shows {
    /// What stands at an address.
    At(String),
    /// A page that the frame holds itself.
    Page(String),
}

impl Shows {
    fn framed(self, view: &SiteQuestion) -> String {
        let (width, height) = SIZE;
        let frame = IFrame { shows: self, title: &view.asked.ask, width, height };
        frame.render().expect("a string can always be written to")
    }
}

/// The frame of a question with its address where that is known, else with where it stands from its page.
pub(super) fn iframe(site: About<'_>, view: &SiteQuestion) -> String {
    let path = format!("{}embed.html", address::folder(&view.asked.question));
    Shows::At(site.address(&path, "embed.html")).framed(view)
}

/// A page whose links lead nowhere: there is no address that they could lead to. Texts have no tags in them.
fn without_links(page: &str) -> String {
    let mut parts = page.split("<a href=\"");
    let before = parts.next().unwrap_or_default().to_owned();
    parts.fold(before, |page, part| page + "<a" + part.split_once('"').map_or("", |(_, rest)| rest))
}

/// What the page says to those who embed it: <https://oembed.com>, version 1.0.
#[derive(Serialize)]
pub(super) struct OEmbed {
    version: &'static str,
    #[serde(rename = "type")]
    kind: &'static str,
    title: String,
    provider_name: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    provider_url: Option<String>,
    html: String,
    width: u16,
    height: u16,
}

/// `page` is what the frame shows.
pub(super) fn oembed(site: About<'_>, view: &SiteQuestion, page: &str) -> OEmbed {
    let html = match site.url {
        Some(_) => iframe(site, view),
        // Without an address the frame holds the page itself.
        None => Shows::Page(without_links(page)).framed(view),
    };
    OEmbed {
        version: "1.0",
        kind: "rich",
        title: view.asked.ask.clone(),
        provider_name: site.title.to_owned(),
        provider_url: site.url.map(str::to_owned),
        html,
        width: SIZE.0,
        height: SIZE.1,
    }
}
