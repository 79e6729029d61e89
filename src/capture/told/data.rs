//! What the data for machines say of a page (JSON-LD, in the words of schema.org).

use serde_json::{Map, Value};

use super::said::{About, Told};

/// The types that pages are of, what they are about first: what is no article is gone by last.
const TYPES: [&str; 20] = [
    "NewsArticle",
    "ReportageNewsArticle",
    "LiveBlogPosting",
    "AnalysisNewsArticle",
    "OpinionNewsArticle",
    "BackgroundNewsArticle",
    "AdvertiserContentArticle",
    "SatiricalArticle",
    "Article",
    "BlogPosting",
    "SocialMediaPosting",
    "DiscussionForumPosting",
    "ScholarlyArticle",
    "TechArticle",
    "Report",
    "PressRelease",
    "VideoObject",
    "Dataset",
    "CreativeWork",
    "WebPage",
];

/// So many objects are looked through.
const MOST_OBJECTS: usize = 10_000;

/// Tells what the object says that a page is about, or the one nearest to it.
pub(super) fn data(scripts: &[Value], told: &mut Told) {
    let mut objects = Vec::new();
    scripts.iter().for_each(|script| gather(script, &mut objects));
    let rank = |object: &&&Map<String, Value>| {
        let kinds: Vec<&str> = kinds(object).collect();
        TYPES.iter().position(|kind| kinds.contains(kind))
    };
    let page = objects.iter().filter(|object| rank(object).is_some()).min_by_key(rank);
    let Some(page) = page else { return };
    for (key, about) in [
        ("headline", About::Title),
        ("name", About::Title),
        ("datePublished", About::Published),
        ("uploadDate", About::Published),
        ("dateCreated", About::Published),
        ("dateModified", About::Updated),
        ("inLanguage", About::Language),
        ("url", About::Url),
    ] {
        if let Some(words) = page.get(key).and_then(Value::as_str) {
            told.say(about, &unescaped(words), &format!("JSON-LD {key}"));
        }
    }
    let names = |key: &str| names(page.get(key), &objects);
    names("author").iter().for_each(|name| told.say(About::Author, name, "JSON-LD author"));
    names("publisher").iter().for_each(|name| told.say(About::Publisher, name, "JSON-LD publisher"));
    kinds(page).for_each(|kind| told.say(About::Kind, kind, "JSON-LD @type"));
    let main = page.get("mainEntityOfPage");
    let main = main.and_then(|main| main.as_str().or(main.get("@id").and_then(Value::as_str)));
    if let Some(url) = main.filter(|url| url.starts_with("http")) {
        told.say(About::Url, url, "JSON-LD mainEntityOfPage");
    }
}

/// All objects, those within others behind them.
fn gather<'v>(value: &'v Value, objects: &mut Vec<&'v Map<String, Value>>) {
    if objects.len() > MOST_OBJECTS {
        return;
    }
    match value {
        Value::Object(map) => {
            objects.push(map);
            map.values().for_each(|value| gather(value, objects));
        }
        Value::Array(values) => values.iter().for_each(|value| gather(value, objects)),
        _ => {}
    }
}

fn kinds(object: &Map<String, Value>) -> impl Iterator<Item = &str> {
    let kind = object.get("@type");
    let one = kind.and_then(Value::as_str);
    one.into_iter().chain(kind.and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_str))
}

/// The names of those whom a key names: by words, by an object, or by the id of one that stands elsewhere.
fn names(value: Option<&Value>, objects: &[&Map<String, Value>]) -> Vec<String> {
    let all: Vec<&Value> = match value {
        Some(Value::Array(values)) => values.iter().collect(),
        Some(value) => vec![value],
        None => Vec::new(),
    };
    let name = |value: &Value| {
        let own = value.as_str().or_else(|| value.get("name")?.as_str());
        let elsewhere = || {
            let id = value.get("@id")?.as_str()?;
            let of_id = |object: &&&Map<String, Value>| {
                object.get("@id").and_then(Value::as_str) == Some(id) && object.contains_key("name")
            };
            objects.iter().find(of_id)?.get("name")?.as_str()
        };
        own.or_else(elsewhere).filter(|name| !name.starts_with("http")).map(unescaped)
    };
    all.into_iter().take(MOST_NAMES).filter_map(name).collect()
}

/// So many authors are told.
const MOST_NAMES: usize = 50;

/// Words that may be written as a page is.
fn unescaped(words: &str) -> String {
    match words.contains('&') && words.contains(';') {
        true => dom_query::Document::from(words.replace('<', "&lt;")).text().to_string(),
        false => words.to_owned(),
    }
}
