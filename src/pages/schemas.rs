//! The JSON Schemas of the views in docs/schemas/: written from the views, and held to what readers of JSON rely on.
//!
//! A key may come to a view at any time. One that goes, or that comes to hold something else, breaks whoever reads it:
//! that fails here also where the pages are written anew.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use schemars::generate::SchemaSettings;
use serde_json::{Map, Value};

/// What a reader relies on: by path (`findings[].line`), the kinds of value that may stand there, `absent` among them
/// where the key may be left out. The words of a closed vocabulary have paths of their own (`findings[].level=deny`).
type Promises = BTreeMap<String, BTreeSet<String>>;

/// A schema as views are written: what may be null is required all the same.
pub(super) fn schema_of<T: schemars::JsonSchema>() -> Value {
    SchemaSettings::draft2020_12().for_serialize().into_generator().into_root_schema_for::<T>().to_value()
}

/// All that a schema promises.
fn promises(schema: &Value) -> Promises {
    let mut found = Promises::new();
    Walk { root: schema, open: Vec::new(), found: &mut found }.at("", schema);
    found
}

/// A walk through a schema and all that it refers to.
struct Walk<'s> {
    root: &'s Value,
    /// The references that lead here: one that leads back to itself is not followed again.
    open: Vec<&'s str>,
    found: &'s mut Promises,
}

impl<'s> Walk<'s> {
    fn at(&mut self, path: &str, schema: &'s Value) {
        let Some(schema) = schema.as_object() else { return self.promise(path, "anything") };
        if let Some(reference) = schema.get("$ref").and_then(Value::as_str) {
            if self.open.contains(&reference) {
                return self.promise(path, "the same again");
            }
            self.open.push(reference);
            self.at(path, resolved(self.root, reference));
            self.open.pop();
        }
        for choice in ["anyOf", "oneOf", "allOf"] {
            schema
                .get(choice)
                .and_then(Value::as_array)
                .into_iter()
                .flatten()
                .for_each(|it| self.at(path, it));
        }
        for kind in kinds(schema) {
            self.promise(path, kind);
        }
        for word in words(schema) {
            self.promise(&format!("{path}={word}"), "word");
        }
        let items = schema.get("prefixItems").and_then(Value::as_array).into_iter().flatten();
        items.chain(schema.get("items")).for_each(|item| self.at(&format!("{path}[]"), item));
        let required: BTreeSet<&str> = schema
            .get("required")
            .and_then(Value::as_array)
            .into_iter()
            .flatten()
            .filter_map(Value::as_str)
            .collect();
        for (key, value) in schema.get("properties").and_then(Value::as_object).into_iter().flatten() {
            let below = if path.is_empty() { key.clone() } else { format!("{path}.{key}") };
            if !required.contains(key.as_str()) {
                self.promise(&below, "absent");
            }
            self.at(&below, value);
        }
    }

    fn promise(&mut self, path: &str, kind: &str) {
        self.found.entry(path.to_owned()).or_default().insert(kind.to_owned());
    }
}

/// What `#/$defs/NAME` names.
pub(super) fn resolved<'s>(root: &'s Value, reference: &str) -> &'s Value {
    root.pointer(reference.trim_start_matches('#'))
        .unwrap_or_else(|| panic!("`{reference}` is among the schemas"))
}

/// The kinds of value that a schema names itself.
pub(super) fn kinds(schema: &Map<String, Value>) -> Vec<&str> {
    match schema.get("type") {
        Some(Value::String(kind)) => vec![kind],
        Some(Value::Array(kinds)) => kinds.iter().filter_map(Value::as_str).collect(),
        _ => Vec::new(),
    }
}

/// The words of a closed vocabulary.
pub(super) fn words(schema: &Map<String, Value>) -> Vec<&str> {
    let several = schema.get("enum").and_then(Value::as_array).into_iter().flatten();
    several.chain(schema.get("const")).filter_map(Value::as_str).collect()
}

/// What readers rely on and no longer have.
fn broken(before: &Value, now: &Value) -> Vec<String> {
    let now = promises(now);
    let told = |(path, kinds): (String, BTreeSet<String>)| match now.get(&path) {
        Some(found) if *found == kinds => None,
        Some(found) => Some(format!("`{path}` was {kinds:?} and is {found:?}")),
        None => Some(format!("`{path}` is gone")),
    };
    promises(before).into_iter().filter_map(told).collect()
}

#[test]
fn keys_of_views_only_grow() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/schemas");
    for (name, _, now) in super::views::all() {
        let path = folder.join(format!("{name}.json"));
        let Ok(written) = std::fs::read_to_string(&path) else { continue };
        let before = serde_json::from_str(&written).expect("a schema is JSON");
        let broken = broken(&before, &now);
        assert!(broken.is_empty(), "whoever reads `{name}` relies on it:\n{}", broken.join("\n"));
    }
}

#[test]
fn the_schemas_of_the_views_are_fresh() {
    for (name, _, schema) in super::views::all() {
        // Where a promise is broken the other test says so, and nothing must be written over it.
        let path = format!("docs/schemas/{name}.json");
        let before = std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(&path));
        let before = before.ok().and_then(|text| serde_json::from_str(&text).ok());
        if before.is_none_or(|before: Value| broken(&before, &schema).is_empty()) {
            super::hold(&path, &crate::render::json(&schema));
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::broken;

    fn object(properties: serde_json::Value, required: &[&str]) -> serde_json::Value {
        json!({ "type": "object", "properties": properties, "required": required })
    }

    #[test]
    fn a_key_may_come_and_none_may_go_or_change() {
        let before = object(json!({ "a": { "type": "string" } }), &["a"]);
        let more = object(json!({ "a": { "type": "string" }, "b": { "type": "integer" } }), &["a", "b"]);
        assert!(broken(&before, &more).is_empty());
        assert_eq!(broken(&more, &before), ["`b` is gone"]);
        let other = object(json!({ "a": { "type": ["string", "null"] } }), &["a"]);
        assert_eq!(broken(&before, &other).len(), 1, "what was never null is not null now");
        let left_out = object(json!({ "a": { "type": "string" } }), &[]);
        assert_eq!(broken(&before, &left_out).len(), 1, "what always stood there stands there still");
    }

    #[test]
    fn references_lists_and_words_are_followed() {
        let with = |words: &[&str]| {
            json!({
                "type": "object",
                "properties": { "list": { "type": "array", "items": { "$ref": "#/$defs/Item" } } },
                "required": ["list"],
                "$defs": {
                    "Item": object(json!({ "level": { "$ref": "#/$defs/Level" }, "below": { "$ref": "#/$defs/Item" } }),
                        &["level", "below"]),
                    "Level": { "type": "string", "enum": words },
                },
            })
        };
        assert!(broken(&with(&["deny"]), &with(&["deny", "warn"])).is_empty());
        assert_eq!(broken(&with(&["deny", "warn"]), &with(&["deny"])), ["`list[].level=warn` is gone"]);
    }
}
