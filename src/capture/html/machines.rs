//! The article that a page holds for machines, where it shows none of it: what a script puts there is what it says.

use dom_query::{Document, NodeRef};
use memchr::memmem;
use serde_json::Value;

use crate::capture::pen::{Gap, Pen};
use crate::capture::words::PagePart;
use crate::text::Wall;

/// An article of fewer letters is a summary.
const SHORTEST: usize = 200;

/// Of so many pieces it is asked whether the page shows them, each of so many letters.
const PIECES: usize = 24;
const PIECE: usize = 32;

/// The words of the article that a page holds for machines, if it shows less than a third of them.
pub(super) fn article(document: &Document, shown: &str) -> Option<String> {
    let root = document.root();
    let scripts = root.descendants_it().filter(is_data);
    let bodies = scripts.filter_map(|script| longest(&data(&script.text())?));
    let body = bodies.max_by_key(String::len)?;
    let words = without_markup(&body);
    let own: Vec<char> = words.chars().filter(|c| c.is_alphabetic()).collect();
    if own.len() < SHORTEST {
        return None;
    }
    let shown: String = shown.chars().filter(|c| c.is_alphabetic()).collect();
    let step = ((own.len() - PIECE) / PIECES).max(1);
    let pieces = own.windows(PIECE).step_by(step).take(PIECES).map(|piece| piece.iter().collect::<String>());
    let seen: Vec<bool> =
        pieces.map(|piece| memmem::find(shown.as_bytes(), piece.as_bytes()).is_some()).collect();
    let missing = seen.iter().filter(|seen| !**seen).count();
    (missing * 3 > seen.len() * 2).then_some(words)
}

/// Whether it holds data for machines.
pub(in crate::capture) fn is_data(node: &NodeRef<'_>) -> bool {
    let kind = || node.attr("type").map(|kind| kind.trim().to_ascii_lowercase());
    node.has_name("script") && kind().is_some_and(|kind| kind.starts_with("application/ld+json"))
}

/// Data as pages hold it: between marks of comments, and with line ends in its strings.
pub(in crate::capture) fn data(text: &str) -> Option<Value> {
    let (from, to) = (text.find(['{', '['])?, text.rfind(['}', ']'])?);
    let own = text.get(from..=to)?;
    serde_json::from_str(own)
        .or_else(|_| serde_json::from_str(&own.replace(|c: char| c.is_control(), " ")))
        .ok()
}

/// The longest body of an article anywhere in some data.
fn longest(data: &Value) -> Option<String> {
    match data {
        Value::Object(keys) => {
            let own = keys.get("articleBody").and_then(Value::as_str).map(str::to_owned);
            keys.values().filter_map(longest).chain(own).max_by_key(String::len)
        }
        Value::Array(values) => values.iter().filter_map(longest).max_by_key(String::len),
        _ => None,
    }
}

/// Words that may be written as a page is, once or twice over; paragraphs apart.
fn without_markup(body: &str) -> String {
    let mut words = body.to_owned();
    for _ in 0..2 {
        let is_page = ["</", "<p", "<br"].iter().any(|tag| words.contains(tag));
        if !is_page && !words.contains('&') {
            break;
        }
        // Line ends are paragraphs in what is no page, and white space in a page.
        let page = if is_page { words.clone() } else { words.replace('\n', "<br><br>") };
        if super::nesting::is_bottomless(&page) {
            break;
        }
        words = super::walk::walk(&Document::from(page)).pen.done().0.text.into_owned();
    }
    words
}

/// Writes the words down behind all that the page shows; the number of the first block of them.
pub(super) fn write(pen: &mut Pen, words: &str) -> usize {
    pen.wall(Wall::Item);
    pen.gap(Gap::Block);
    let first = pen.next_block();
    for line in words.split('\n') {
        pen.gap(Gap::Block);
        pen.words(line, PagePart::Page);
    }
    first
}

#[cfg(test)]
mod tests {
    use super::*;

    const LONG: &str = "Aid groups said that they had tents and blankets for several hundred families, and that more \
        would come by air as soon as the weather over the mountains allows the helicopters to fly; the army is to open \
        the road to the valley before night falls, the spokesman told reporters in the capital.";

    #[test]
    fn an_article_for_machines_is_told_where_the_page_lacks_it() {
        let page = |body: &str, data: &str| {
            let data = data.replace("LONG", LONG);
            format!("<script type=application/ld+json>{data}</script><p>{body}</p>")
        };
        let found = |body: &str, data: &str| article(&Document::from(page(body, data)), body);
        for data in [
            r#"{"articleBody": "LONG"}"#,
            r#"[{"@graph": [{"a": 1}, {"@type": "NewsArticle", "articleBody": "LONG"}]}]"#,
            r#"{"articleBody": "<p>LONG</p>"}"#,
            "<!--\n{\"articleBody\": \"LONG\n\"};\n-->",
            r#"{"articleBody": "&lt;p&gt;LONG&lt;/p&gt;"}"#,
        ] {
            assert_eq!(found("Menu", data).as_deref().map(str::trim), Some(LONG), "{data}");
            assert_eq!(found(LONG, data), None, "{data}");
        }
        assert_eq!(found("Menu", r#"{"articleBody": "A short one."}"#), None);
        assert_eq!(found("Menu", r#"{"articleBody": "LONG""#), None);
        assert_eq!(found("Menu", r#"{"text": "LONG"}"#), None);
    }
}
