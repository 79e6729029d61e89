//! What is expected of a value: a part of it, or all.

use std::collections::BTreeMap;

use serde_json::Value;

/// What was kept of values under a name.
pub(crate) type Kept = BTreeMap<String, String>;

/// Where a value is not as a pattern has it, each with its place.
///
/// Of an object the keys that are told have to be there; `-key` must not. A list has as many items, unless its pattern ends with `"..."`.
/// `"*"` is anything, `"~words"` a text that holds these words, `"$name"` a text that is kept under a name, `"@whose|words"` words in the
/// field for words of others, with whose they are.
pub(crate) fn faults(pattern: &Value, value: &Value, kept: &mut Kept) -> Vec<String> {
    let mut faults = Vec::new();
    check(pattern, value, "", kept, &mut faults);
    faults
}

fn check(pattern: &Value, value: &Value, at: &str, kept: &mut Kept, faults: &mut Vec<String>) {
    match (pattern, value) {
        (Value::String(word), _) if word == "*" => {}
        (Value::String(word), _) if word.starts_with('@') => {
            let (whose, words) = word[1..].split_once('|').expect("`@whose|words`");
            let quoted = &value["quoted"];
            let fits = match words.strip_prefix('~') {
                Some(part) => quoted["text"].as_str().is_some_and(|text| text.contains(part)),
                None => quoted["text"] == words,
            };
            if !fits || quoted["from"] != whose {
                faults.push(format!("{at}: {value} is not `{words}` of {whose}"));
            }
        }
        (Value::String(word), Value::String(text)) if word.starts_with('~') => {
            if !text.contains(&word[1..]) {
                faults.push(format!("{at}: `{text}` does not hold `{}`", &word[1..]));
            }
        }
        (Value::String(word), Value::String(text)) if word.starts_with('$') => {
            kept.insert(word[1..].to_owned(), text.clone());
        }
        (Value::Object(keys), Value::Object(object)) => {
            for (key, pattern) in keys {
                match (key.strip_prefix('-'), object.get(key.trim_start_matches('-'))) {
                    (Some(absent), Some(value)) => faults.push(format!("{at}.{absent}: {value} is there")),
                    (None, Some(value)) => check(pattern, value, &format!("{at}.{key}"), kept, faults),
                    (None, None) => faults.push(format!("{at}: `{key}` is not there")),
                    (Some(_), None) => {}
                }
            }
        }
        (Value::Array(patterns), Value::Array(items)) => {
            let is_open = patterns.last().is_some_and(|last| last == "...");
            let patterns = &patterns[..patterns.len() - usize::from(is_open)];
            if items.len() < patterns.len() || (!is_open && items.len() > patterns.len()) {
                faults.push(format!("{at}: {} items, not {}: {value}", items.len(), patterns.len()));
            }
            for (index, (pattern, item)) in patterns.iter().zip(items).enumerate() {
                check(pattern, item, &format!("{at}[{index}]"), kept, faults);
            }
        }
        _ if pattern == value => {}
        _ => faults.push(format!("{at}: {value} is not {pattern}")),
    }
}

#[test]
fn what_is_not_as_its_pattern_has_it_is_told_with_its_place() {
    let told = |pattern: &str, value: &str| {
        let mut kept = Kept::new();
        let json = |text: &str| serde_json::from_str(text).unwrap();
        (faults(&json(pattern), &json(value), &mut kept).join("; "), kept)
    };
    for (pattern, value, expected) in [
        (r#"{"a":1,"-b":0}"#, r#"{"a":1,"c":2}"#, ""),
        (r#"{"a":1,"-b":0}"#, r#"{"a":2,"b":2}"#, ".b: 2 is there; .a: 2 is not 1"),
        (r#"{"a":"*"}"#, r#"{}"#, ": `a` is not there"),
        (r#"["a"]"#, r#"["a","b"]"#, r#": 2 items, not 1: ["a","b"]"#),
        (r#"["a","..."]"#, r#"["a","b"]"#, ""),
        (r#"["a","..."]"#, r#"[]"#, ": 0 items, not 1: []"),
        (r#"["~b"]"#, r#"["abc"]"#, ""),
        (r#"["~d"]"#, r#"["abc"]"#, "[0]: `abc` does not hold `d`"),
        (r#""@desk|a""#, r#"{"quoted":{"text":"a","from":"desk"}}"#, ""),
        (r#""@desk|a""#, r#"{"quoted":{"text":"a","from":"client"}}"#, "~"),
        (r#""@desk|a""#, r#""a""#, "~"),
    ] {
        let (faults, _) = told(pattern, value);
        assert!(faults == expected || (expected == "~" && !faults.is_empty()), "{pattern} {value}: {faults}");
    }
    assert_eq!(told(r#"{"next":"$n"}"#, r#"{"next":"x"}"#).1.get("n").map(String::as_str), Some("x"));
}
