//! What of a question stands on pages of others: a page for a frame, and what says so to them.

use askama::Template;
use serde::Serialize;

use super::frame::{About, FROM_QUESTION};
use crate::render::policy::policy;
use crate::render::report::html::Leads;
use crate::render::report::html::entry::{Events, SummaryEntry};
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

fn cut(text: &str, most: usize) -> String {
    match text.chars().nth(most) {
        None => text.to_owned(),
        Some(_) => text.chars().take(most).chain(['…']).collect(),
    }
}

/// The frame, as others write it: with its address where that is known, else with the page itself.
pub(super) fn iframe(site: About<'_>, view: &SiteQuestion) -> String {
    let path = format!("{}embed.html", address::folder(&view.asked.question));
    let title = attribute(&view.asked.ask);
    let src = attribute(&site.address(&path, "embed.html"));
    frame(&format!("src=\"{src}\""), &title)
}

fn frame(what: &str, title: &str) -> String {
    let (width, height) = SIZE;
    format!(
        "<iframe {what} title=\"{title}\" width=\"{width}\" height=\"{height}\" loading=\"lazy\" sandbox=\"allow-popups allow-top-navigation-by-user-activation\" style=\"border:0;max-width:100%\"></iframe>"
    )
}

/// A page whose links lead nowhere: there is no address that they could lead to. Texts have no tags in them.
fn without_links(page: &str) -> String {
    let mut parts = page.split("<a href=\"");
    let before = parts.next().unwrap_or_default().to_owned();
    parts.fold(before, |page, part| page + "<a" + part.split_once('"').map_or("", |(_, rest)| rest))
}

/// A text as it stands in an attribute.
fn attribute(text: &str) -> String {
    text.replace('&', "&amp;").replace('"', "&quot;").replace('<', "&lt;").replace('>', "&gt;")
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
        None => {
            let page = without_links(page);
            frame(&format!("srcdoc=\"{}\"", attribute(&page)), &attribute(&view.asked.ask))
        }
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
