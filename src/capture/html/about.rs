//! Which elements of a page say something about it: its title, headings, by-line, date, captions and footnotes.

use dom_query::NodeRef;

use crate::capture::words::PagePart;

/// A by-line or a date is no longer than so many characters.
const SHORT: usize = 160;

/// Where the words of an element stand, if it says so.
pub(super) fn place(node: &NodeRef<'_>, name: &str) -> Option<PagePart> {
    match name {
        "title" => return Some(PagePart::Title),
        "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => return Some(PagePart::Heading),
        "figcaption" | "caption" => return Some(PagePart::Caption),
        "time" => return Some(PagePart::Date),
        "body" | "html" | "article" | "main" | "section" => return None,
        _ => {}
    }
    let said =
        |attribute: &str| node.attr(attribute).map(|value| value.to_ascii_lowercase()).unwrap_or_default();
    let property = said("itemprop");
    let (class, id) = (said("class"), said("id"));
    if class.is_empty() && id.is_empty() && property.is_empty() && !node.has_attr("rel") {
        return None;
    }
    let named = |parts: &[&str]| {
        let words = class.split_ascii_whitespace().chain([id.as_str()]);
        words.flat_map(|word| word.split(['-', '_'])).any(|part| parts.contains(&part))
    };
    let place = match () {
        () if property.contains("datepublished") || property.contains("datemodified") => PagePart::Date,
        () if property.split_ascii_whitespace().any(|it| it == "author") || said("rel") == "author" => {
            PagePart::Byline
        }
        () if named(&["caption", "figcaption", "photocaption", "imagecaption"]) => {
            return Some(PagePart::Caption);
        }
        () if named(&["footnote", "footnotes", "endnotes"]) => return Some(PagePart::Footnote),
        () if named(&["byline", "author", "authors", "writer", "contributors"]) => PagePart::Byline,
        () if named(&["date", "dateline", "timestamp", "published", "pubdate", "datetime", "datum"]) => {
            PagePart::Date
        }
        () => return None,
    };
    is_short(node).then_some(place)
}

fn is_short(node: &NodeRef<'_>) -> bool {
    let mut length = 0;
    for inner in node.descendants_it().filter(NodeRef::is_text) {
        length += inner.text().trim().chars().count();
        if length > SHORT {
            return false;
        }
    }
    true
}
