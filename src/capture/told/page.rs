//! What a page of HTML says of itself: its data for machines, its `meta` elements, what shows, and who saved it.

use dom_query::{Document, NodeRef};

use super::data;
use super::said::{About, Told};
use crate::capture::html;
use crate::capture::kind::FileKind;
use crate::capture::read::Unread;

/// What `meta` elements are gone by, the best first: their name or property, and what they say.
const META: [(&str, About); 39] = [
    ("og:title", About::Title),
    ("citation_title", About::Title),
    ("dc.title", About::Title),
    ("dcterms.title", About::Title),
    ("parsely-title", About::Title),
    ("twitter:title", About::Title),
    ("og:site_name", About::Publisher),
    ("citation_publisher", About::Publisher),
    ("citation_journal_title", About::Publisher),
    ("dc.publisher", About::Publisher),
    ("dcterms.publisher", About::Publisher),
    ("application-name", About::Publisher),
    ("citation_author", About::Author),
    ("author", About::Author),
    ("article:author", About::Author),
    ("parsely-author", About::Author),
    ("dc.creator", About::Author),
    ("dcterms.creator", About::Author),
    ("byl", About::Author),
    ("og:type", About::Kind),
    ("article:published_time", About::Published),
    ("citation_publication_date", About::Published),
    ("citation_date", About::Published),
    ("parsely-pub-date", About::Published),
    ("dc.date.issued", About::Published),
    ("dcterms.issued", About::Published),
    ("dcterms.created", About::Published),
    ("dc.date", About::Published),
    ("datepublished", About::Published),
    ("pubdate", About::Published),
    ("date", About::Published),
    ("article:modified_time", About::Updated),
    ("dcterms.modified", About::Updated),
    ("og:updated_time", About::Updated),
    ("datemodified", About::Updated),
    ("dc.language", About::Language),
    ("og:locale", About::Language),
    ("og:url", About::Url),
    ("citation_public_url", About::Url),
];

/// # Errors
/// It is nested beyond reason.
pub(super) fn page(text: &str, told: &mut Told) -> Result<(), Unread> {
    let document = document(text)?;
    let root = document.root();
    let elements: Vec<NodeRef> = root.descendants_it().filter(NodeRef::is_element).collect();
    let scripts = elements.iter().filter(|node| html::is_data(node)).map(|node| node.text());
    data::data(&scripts.filter_map(|script| html::data(&script)).collect::<Vec<_>>(), told);
    let metas: Vec<(String, String)> = elements.iter().filter_map(meta).collect();
    for (name, about) in META {
        // Of an author who is an address no name is known.
        let of_name =
            metas.iter().filter(|(own, words)| own == name && !(about == About::Author && is_address(words)));
        of_name.for_each(|(_, words)| told.say(about, &plain(about, words), &format!("meta {name}")));
    }
    for node in &elements {
        let said = |attribute: &str| node.attr(attribute).map(|value| value.to_string()).unwrap_or_default();
        match node.node_name().as_deref() {
            Some("html") => {
                let language = Some(said("lang")).filter(|it| !it.is_empty()).unwrap_or(said("xml:lang"));
                told.say(About::Language, &language, "the element html");
            }
            Some("link") if said("rel").eq_ignore_ascii_case("canonical") && is_address(&said("href")) => {
                told.say(About::Url, &said("href"), "link canonical");
            }
            _ => {}
        }
    }
    shown(&elements, told);
    saved_by(text, told);
    Ok(())
}

/// The tree of a page.
///
/// # Errors
/// It is nested beyond reason.
pub(super) fn document(text: &str) -> Result<Document, Unread> {
    html::check_depth(text).map_err(|why| Unread { kind: FileKind::Html, why: Some(why) })?;
    Ok(Document::from(text.trim_start_matches('\u{FEFF}')))
}

/// The name of a `meta` element in small letters, and what it says.
fn meta(node: &NodeRef<'_>) -> Option<(String, String)> {
    if !node.has_name("meta") {
        return None;
    }
    let name = ["property", "name", "itemprop"].into_iter().find_map(|attribute| node.attr(attribute))?;
    Some((name.trim().to_ascii_lowercase(), node.attr("content")?.to_string()))
}

/// What shows: the title of the page and the times in it.
fn shown(elements: &[NodeRef<'_>], told: &mut Told) {
    let marks = |node: &NodeRef<'_>, property: &str| {
        node.attr("itemprop").is_some_and(|it| it.to_ascii_lowercase().contains(property))
    };
    let times = || elements.iter().filter(|node| node.has_name("time") && node.has_attr("datetime"));
    let datetime = |node: &NodeRef<'_>| node.attr("datetime").unwrap_or_default().to_string();
    let of_page = times().find(|node| marks(node, "datepublished") || node.has_attr("pubdate"));
    if let Some(time) = of_page.or_else(|| times().find(|node| !marks(node, "datemodified"))) {
        told.say(About::Published, &datetime(time), "the first element time");
    }
    if let Some(time) = times().find(|node| marks(node, "datemodified")) {
        told.say(About::Updated, &datetime(time), "the element time of dateModified");
    }
    // An image drawn by a script has titles of its own.
    let in_head =
        |node: &&NodeRef| node.has_name("title") && node.parent().is_none_or(|above| !above.has_name("svg"));
    if let Some(title) = elements.iter().find(in_head) {
        told.say(About::Title, &title.text(), "the element title");
    }
}

/// Who saved a page writes down from where, in a comment ahead of it.
fn saved_by(text: &str, told: &mut Told) {
    let mut rest = text.get(..text.floor_char_boundary(COMMENTS_WITHIN)).unwrap_or(text);
    while let Some((_, behind)) = rest.split_once("<!--") {
        let (comment, behind) = behind.split_once("-->").unwrap_or((behind, ""));
        rest = behind;
        if let Some((_, url)) = comment.split_once("saved from url=") {
            let url = url.trim_start().trim_start_matches(|c: char| c == '(' || c.is_ascii_digit());
            let url = url.strip_prefix(')').unwrap_or(url).split_whitespace().next().unwrap_or_default();
            told.say(About::Url, url, "the comment of the browser that saved it");
        }
        if !comment.contains("Page saved with SingleFile") {
            continue;
        }
        for line in comment.lines().map(str::trim) {
            if let Some(url) = line.strip_prefix("url:") {
                told.say(About::Url, url, "the comment of SingleFile");
            }
            if let Some(date) = line.strip_prefix("saved date:") {
                told.say(About::Accessed, date, "the comment of SingleFile");
            }
        }
    }
}

/// Comments of those who save pages stand within so many bytes.
const COMMENTS_WITHIN: usize = 1 << 16;

fn is_address(words: &str) -> bool {
    ["http://", "https://"].iter().any(|scheme| words.trim().starts_with(scheme))
}

/// What a `meta` element says, as other places do.
fn plain(about: About, words: &str) -> String {
    match about {
        // `en_GB` is a locale.
        About::Language => words.replace('_', "-"),
        _ => words.to_owned(),
    }
}
