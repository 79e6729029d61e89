//! What a schema of docs/schemas/ allows.

use serde_json::Value;

use crate::run::repository;

/// A schema of docs/schemas/.
pub(crate) struct Schema(Value);

impl Schema {
    pub(crate) fn of(name: &str) -> Self {
        let path = repository().join(format!("docs/schemas/{name}.json"));
        let text = std::fs::read_to_string(&path).unwrap_or_else(|why| panic!("{}: {why}", path.display()));
        Schema(serde_json::from_str(&text).expect("a schema is JSON"))
    }

    /// What of a value the schema does not allow, each with its place.
    pub(crate) fn faults(&self, value: &Value) -> Vec<String> {
        let mut faults = Vec::new();
        self.check(&self.0, value, "", &mut faults);
        faults
    }

    fn check(&self, schema: &Value, value: &Value, at: &str, faults: &mut Vec<String>) {
        let Some(schema) = schema.as_object() else {
            assert_eq!(*schema, Value::Bool(true), "a schema is an object, or allows anything");
            return;
        };
        for (word, rule) in schema {
            match word.as_str() {
                "$ref" => {
                    let path = rule.as_str().unwrap().trim_start_matches('#');
                    self.check(self.0.pointer(path).expect("it is defined"), value, at, faults);
                }
                "type" => {
                    let kinds = rule.as_array().map_or(std::slice::from_ref(rule), Vec::as_slice);
                    if !kinds.iter().any(|kind| is_of(value, kind.as_str().unwrap())) {
                        faults.push(format!("{at}: {value} is not {rule}"));
                    }
                }
                "const" if value != rule => faults.push(format!("{at}: {value} is not {rule}")),
                "enum" if !rule.as_array().unwrap().contains(value) => {
                    faults.push(format!("{at}: {value} is none of {rule}"));
                }
                "anyOf" | "oneOf" => {
                    let held = |choice: &Value| {
                        let mut faults = Vec::new();
                        self.check(choice, value, at, &mut faults);
                        faults
                    };
                    let all: Vec<Vec<String>> = rule.as_array().unwrap().iter().map(held).collect();
                    if !all.iter().any(Vec::is_empty) {
                        faults.push(format!("{at}: it is neither, {all:?}"));
                    }
                }
                "required" => {
                    let missing = rule.as_array().unwrap().iter().filter_map(Value::as_str);
                    let missing = missing.filter(|key| value.is_object() && value.get(key).is_none());
                    faults.extend(missing.map(|key| format!("{at}: `{key}` is missing")));
                }
                "properties" => {
                    for (key, value) in value.as_object().into_iter().flatten() {
                        match rule.get(key) {
                            Some(rule) => self.check(rule, value, &format!("{at}.{key}"), faults),
                            None => faults.push(format!("{at}: `{key}` is not told")),
                        }
                    }
                }
                "items" => {
                    let first = schema.get("prefixItems").and_then(Value::as_array).map_or(0, Vec::len);
                    for (index, item) in value.as_array().into_iter().flatten().enumerate().skip(first) {
                        self.check(rule, item, &format!("{at}[{index}]"), faults);
                    }
                }
                "prefixItems" => {
                    let items = value.as_array().into_iter().flatten().zip(rule.as_array().unwrap());
                    items.enumerate().for_each(|(index, (item, rule))| {
                        self.check(rule, item, &format!("{at}[{index}]"), faults);
                    });
                }
                "minItems" | "maxItems" if value.is_array() => {
                    let (count, bound) = (value.as_array().unwrap().len() as u64, rule.as_u64().unwrap());
                    if if word == "minItems" { count < bound } else { count > bound } {
                        faults.push(format!("{at}: {count} items"));
                    }
                }
                "pattern" if value.as_str().is_some_and(|text| !matches(text, rule.as_str().unwrap())) => {
                    faults.push(format!("{at}: {value} is not as {rule}"));
                }
                "const" | "enum" | "minItems" | "maxItems" | "pattern" => {}
                // No key goes that is not told, whether a schema says so or not.
                "$defs"
                | "$schema"
                | "title"
                | "description"
                | "format"
                | "minimum"
                | "maximum"
                | "additionalProperties" => {}
                other => panic!("`{other}` is a word of JSON Schema that this test does not know"),
            }
        }
    }
}

fn is_of(value: &Value, kind: &str) -> bool {
    match kind {
        "null" => value.is_null(),
        "boolean" => value.is_boolean(),
        "string" => value.is_string(),
        "number" => value.is_number(),
        "integer" => value.as_number().is_some_and(|number| number.to_string().parse::<i128>().is_ok()),
        "array" => value.is_array(),
        "object" => value.is_object(),
        other => panic!("`{other}` is no type of JSON"),
    }
}

/// Whether a text is as `^(word|beginning.+|...)$` says: the one form of pattern that the views have.
fn matches(text: &str, pattern: &str) -> bool {
    let choices = pattern.strip_prefix("^(").and_then(|rest| rest.strip_suffix(")$")).expect("choices");
    choices.split('|').any(|choice| match choice.strip_suffix(".+") {
        Some(beginning) => text.len() > beginning.len() && text.starts_with(beginning),
        None => text == choice,
    })
}
