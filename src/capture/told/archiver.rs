//! What auto-archiver writes down of a page that it archived: its `metadata.json`, and its report in HTML.

use serde_json::Value;

use super::page::document;
use super::said::{About, Told};
use crate::capture::read::Unread;

/// What is called so in both, and what it says.
pub(super) const KEYS: [(&str, About); 9] = [
    ("title", About::Title),
    ("author", About::Author),
    ("uploader", About::Author),
    ("timestamp", About::Published),
    ("upload_date", About::Published),
    ("url", About::Url),
    ("webpage_url", About::Url),
    ("original_url", About::Url),
    ("_processed_at", About::Accessed),
];

/// How the names of files end that are read and hold a page.
const TEXTS: [&str; 6] = [".wacz", ".warc", ".warc.gz", ".html", ".htm", ".txt"];

/// Whether a text is a `metadata.json`: an object with what it holds, `status`, `metadata` and `media`.
pub(super) fn is_record(text: &str) -> bool {
    text.trim_start().starts_with('{') && read(text).is_some()
}

fn read(text: &str) -> Option<Value> {
    let value: Value = serde_json::from_str(text).ok()?;
    (value.get("metadata")?.is_object() && value.get("media")?.is_array()).then_some(value)
}

pub(super) fn record(text: &str, told: &mut Told) {
    let Some(value) = read(text) else { return };
    let own = &value["metadata"];
    for (key, about) in KEYS {
        let words = match &own[key] {
            Value::String(words) => words.clone(),
            // Seconds since 1970.
            Value::Number(number) => format!("@{number}"),
            _ => continue,
        };
        told.say(about, &words, &format!("auto-archiver {key}"));
    }
    for media in value["media"].as_array().into_iter().flatten() {
        let name = media["filename"].as_str().or(media["_key"].as_str()).unwrap_or_default();
        // The page that it made itself is a report, and no page of the source's.
        let is_own = media["properties"]["id"] == "_final_media" || media["id"] == "_final_media";
        if is_own || !TEXTS.iter().any(|ending| name.to_ascii_lowercase().ends_with(ending)) {
            continue;
        }
        let place = format!("auto-archiver media {}", name.rsplit('/').next().unwrap_or(name));
        let hash = media["properties"]["hash"].as_str().and_then(|hash| hash.strip_prefix("SHA-256:"));
        hash.into_iter().for_each(|hash| told.say(About::Sha256, hash, &place));
        let url = media["urls"].as_array().into_iter().flatten().filter_map(Value::as_str);
        url.filter(|url| url.starts_with("http")).for_each(|url| told.say(About::ArchiveUrl, url, &place));
    }
}

/// Whether a page is its report.
pub(super) fn is_report(text: &str) -> bool {
    text.contains("Made with <a href=\"https://github.com/bellingcat/auto-archiver\">")
}

/// # Errors
/// It is nested beyond reason.
pub(super) fn report(text: &str, told: &mut Told) -> Result<(), Unread> {
    let document = document(text)?;
    let root = document.root();
    let rows = root.descendants_it().filter(|node| node.has_name("tr"));
    for row in rows {
        let cells: Vec<String> = row
            .children_it(false)
            .filter(|node| node.has_name("td"))
            .take(2)
            .map(|cell| cell.text().trim().to_owned())
            .collect();
        let [key, words] = &cells[..] else { continue };
        if let Some((key, about)) = KEYS.iter().find(|(known, _)| known == key) {
            told.say(*about, words, &format!("auto-archiver {key}"));
        }
    }
    Ok(())
}
