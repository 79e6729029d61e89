//! The pages of sources and of speakers: what they say, event by event.

use askama::Template;

use super::frame::{About, Frame};
use crate::render::report::html::badge::Badge;
use crate::render::report::html::piece::Translation;
use crate::render::report::told;
use crate::view::fragment;
use crate::view::site::address;
use crate::view::site::said::{Said, SiteSource, SiteSpeaker};

const FIRST: &str = "../";

/// At most so many claims stand on one page.
const MOST: usize = 1_000;

#[derive(Template)]
#[template(path = "said.html", config = "src/render/site/askama.toml")]
struct Page<'a> {
    frame: Frame<'a>,
    source: Option<SourceShown>,
    who: Option<&'static str>,
    events: Vec<EventShown>,
    left_out: usize,
}

struct SourceShown {
    title: String,
    url: Option<String>,
    archive_url: Option<String>,
    publisher: String,
    published: String,
    author: String,
    note: Option<String>,
    is_resting: bool,
}

struct EventShown {
    title: String,
    href: String,
    said: Vec<SaidShown>,
}

struct SaidShown {
    href: String,
    ask: String,
    says: String,
    /// Who says it; on the page of a speaker, through whom and how firmly.
    by: String,
    /// On the page of a speaker: where it says so.
    source: Option<(String, String)>,
    stands: Badge,
    quote: Option<String>,
    translation: Option<Translation>,
}

/// Whose page it is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Of {
    Source,
    Speaker,
}

pub(super) fn source_page(site: About<'_>, view: &SiteSource) -> String {
    let source = &view.source;
    let shown = SourceShown {
        title: source.title.clone(),
        url: source.url.as_deref().and_then(fragment::address),
        archive_url: source.archive_url.as_deref().and_then(fragment::address),
        publisher: source.publisher.clone().unwrap_or_else(|| "unknown".to_owned()),
        published: source.published.clone(),
        author: source.author.join(", "),
        note: source.note.clone(),
        is_resting: view.is_resting,
    };
    let page = Page {
        frame: Frame::new(site, FIRST, &source.label),
        source: Some(shown),
        who: None,
        events: events(&view.said, Of::Source),
        left_out: view.said.len().saturating_sub(MOST),
    };
    page.render().expect("a string can always be written to")
}

pub(super) fn speaker_page(site: About<'_>, view: &SiteSpeaker) -> String {
    let page = Page {
        frame: Frame::new(site, FIRST, &view.name),
        source: None,
        who: (!view.is_named).then_some(
            "Not named: of two sources that quote such a speaker, none can tell whether it is one.",
        ),
        events: events(&view.said, Of::Speaker),
        left_out: view.said.len().saturating_sub(MOST),
    };
    page.render().expect("a string can always be written to")
}

/// Claims by the event that they are about, in the order in which they come.
fn events(said: &[Said], of: Of) -> Vec<EventShown> {
    let shown = &said[..said.len().min(MOST)];
    let events = shown.chunk_by(|a, b| a.question.event() == b.question.event());
    let event = |said: &[Said]| EventShown {
        title: said[0].event.clone(),
        href: format!("{FIRST}{}", address::event(said[0].question.event())),
        said: said.iter().map(|it| SaidShown::new(it, of)).collect(),
    };
    events.map(event).collect()
}

impl SaidShown {
    fn new(it: &Said, of: Of) -> Self {
        let claim = &it.claim.said;
        SaidShown {
            href: format!("{FIRST}{}", address::question(&it.question)),
            ask: it.ask.clone(),
            says: claim.plain.clone(),
            by: told::speaker(claim),
            source: (of == Of::Speaker)
                .then(|| (format!("{FIRST}{}", address::source(&claim.source)), claim.carrier())),
            stands: Badge::of(it.claim.stands),
            quote: claim.quote.clone(),
            translation: Translation::of(claim.translation.as_deref()),
        }
    }
}
