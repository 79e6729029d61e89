//! That the schemas say what the loader reads: no word against the dossiers at hand, and none for what it refuses.

use std::path::Path;

use serde_json::Value;

use super::schema::{Schema, schema};

/// What speaks against a value, as far as these schemas go; what they do not use is refused, so that nothing passes
/// because it was not looked at.
fn errors(value: &Value, schema: &Value, at: &str, found: &mut Vec<String>) {
    for (word, rule) in schema.as_object().unwrap() {
        match word.as_str() {
            "$schema" | "description" | "additionalProperties" => {}
            "type" => {
                let fits = |name: &str| match name {
                    "object" => value.is_object(),
                    "array" => value.is_array(),
                    "string" => value.is_string(),
                    "boolean" => value.is_boolean(),
                    "integer" => value.is_i64(),
                    "number" => value.is_number(),
                    other => panic!("type {other}"),
                };
                let names: Vec<&str> = rule
                    .as_array()
                    .map_or(vec![rule], |list| list.iter().collect())
                    .iter()
                    .filter_map(|it| it.as_str())
                    .collect();
                if !names.iter().any(|name| fits(name)) {
                    found.push(format!("{at}: {value} is no {names:?}"));
                }
            }
            "enum" if !rule.as_array().unwrap().contains(value) => {
                found.push(format!("{at}: {value} is none of {rule}"))
            }
            "enum" => {}
            "required" => {
                let missing =
                    rule.as_array().unwrap().iter().filter(|key| value.get(key.as_str().unwrap()).is_none());
                found.extend(missing.map(|key| format!("{at}: {key} is missing")));
            }
            "properties" => {
                for (key, value) in value.as_object().into_iter().flatten() {
                    let at = format!("{at}/{key}");
                    match (rule.get(key), &schema["additionalProperties"]) {
                        (Some(rule), _) => errors(value, rule, &at, found),
                        (None, Value::Bool(false)) => found.push(format!("{at}: no such key")),
                        (None, other) => panic!("{at}: {other}"),
                    }
                }
            }
            "propertyNames" => {
                let keys = value.as_object().into_iter().flatten().map(|(key, _)| key);
                found.extend(
                    keys.filter(|key| !is_slug(key, &rule["pattern"]))
                        .map(|key| format!("{at}: {key} is no id")),
                );
            }
            "pattern" if value.as_str().is_some_and(|text| !is_slug(text, rule)) => {
                found.push(format!("{at}: {value} is no id"))
            }
            "pattern" => {}
            "items" => {
                value.as_array().into_iter().flatten().for_each(|item| errors(item, rule, at, found));
            }
            "anyOf" => {
                let fits = |rule: &Value| {
                    let mut found = Vec::new();
                    errors(value, rule, at, &mut found);
                    found.is_empty()
                };
                if !rule.as_array().unwrap().iter().any(fits) {
                    found.push(format!("{at}: {value} fits none"));
                }
            }
            "minItems" | "maxItems" => {
                let (count, limit) = (value.as_array().map_or(0, Vec::len), rule.as_u64().unwrap() as usize);
                if if word == "minItems" { count < limit } else { count > limit } {
                    found.push(format!("{at}: {count} items"));
                }
            }
            "minimum" | "maximum" => {
                if let (Some(number), Some(limit)) = (value.as_i64(), rule.as_i64())
                    && if word == "minimum" { number < limit } else { number > limit }
                {
                    found.push(format!("{at}: {number} is out of range"));
                }
            }
            other => panic!("the checker does not know `{other}`"),
        }
    }
    // Tables by id have no `properties`.
    if let (None, Some(rule @ Value::Object(_))) =
        (schema.get("properties"), schema.get("additionalProperties"))
    {
        for (key, value) in value.as_object().into_iter().flatten() {
            errors(value, rule, &format!("{at}/{key}"), found);
        }
    }
}

fn is_slug(text: &str, pattern: &Value) -> bool {
    assert_eq!(pattern, "^[a-z0-9][a-z0-9-]*$");
    let fits = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit();
    text.starts_with(fits) && text.chars().all(|c| fits(c) || c == '-')
}

fn plain(value: toml::Value) -> Value {
    match value {
        toml::Value::Datetime(date) => Value::String(date.to_string()),
        toml::Value::Array(items) => items.into_iter().map(plain).collect(),
        toml::Value::Table(table) => {
            Value::Object(table.into_iter().map(|(key, value)| (key, plain(value))).collect())
        }
        other => serde_json::to_value(other).unwrap(),
    }
}

fn against(of: Schema, text: &str) -> Vec<String> {
    let mut found = Vec::new();
    errors(&plain(toml::Value::Table(text.parse().unwrap())), &schema(of), "", &mut found);
    found
}

fn kind_of(path: &str) -> Schema {
    match path.split('/').next() {
        Some("sources") => Schema::Sources,
        Some("claims") => Schema::Claims,
        _ => Schema::Manifest,
    }
}

#[test]
fn the_dossier_of_the_repository_and_the_worked_example_fit() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut seen = 0;
    for base in [root.to_owned(), root.join("src/cli/init")] {
        for entry in walkdir::WalkDir::new(&base).max_depth(4) {
            let entry = entry.unwrap();
            let path = entry.path().strip_prefix(&base).unwrap().to_str().unwrap().replace('\\', "/");
            let name = path.trim_end_matches(".toml");
            // The example's files stand side by side in the source, named for the folder that they go to.
            let kind = match (base == root, name) {
                (true, _)
                    if path == "gainsay.toml"
                        || ["sources/", "claims/"].iter().any(|it| path.starts_with(it)) =>
                {
                    kind_of(&path)
                }
                (false, "gainsay") => Schema::Manifest,
                (false, "sources") => Schema::Sources,
                (false, "claims" | "questions") => Schema::Claims,
                _ => continue,
            };
            if entry.file_type().is_file() && path.ends_with(".toml") {
                assert_eq!(
                    against(kind, &std::fs::read_to_string(entry.path()).unwrap()),
                    Vec::<String>::new(),
                    "{path}"
                );
                seen += 1;
            }
        }
    }
    assert!(seen >= 10, "{seen}");
}

#[test]
fn what_the_loader_refuses_is_refused() {
    for (kind, text) in [
        (Schema::Manifest, "title = \"A\""),
        (Schema::Manifest, "[dossier]\ntitle = \"A\"\n[rules]\ntension = \"error\""),
        (
            Schema::Sources,
            "[source.a]\ntitle = \"A\"\npublisher = \"a\"\npublished = \"2024\"\nkind = \"newspaper\"",
        ),
        (Schema::Sources, "[agent.\"A b\"]\nname = \"A\""),
        (Schema::Claims, "[[claim]]\nvalue = 3"),
        (Schema::Claims, "[[claim]]\nquestion = \"a/b\"\nquotee = \"x\""),
        (Schema::Claims, "[[claim]]\nquestion = \"a/b\"\ncredibility = 7"),
        (Schema::Claims, "[event.a.question.b]\nask = \"?\"\ntype = \"number\""),
    ] {
        assert!(!against(kind, text).is_empty(), "{text}");
    }
}
