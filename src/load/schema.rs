//! JSON Schemas of the three kinds of file that people write, so that editors of TOML complete keys and check them.
//!
//! Draft 7, which the common TOML editors read. All of it follows from the keys that the loader reads by.

use serde_json::{Map, Value, json};

use super::key::{FormatKey, FormatTable, KeyForm, Need, TableKey, UNBOUNDED};
use super::keys::{ClaimsFileKey, ManifestKey, SourcesFileKey};
use crate::model::claim::UNKNOWN;

/// The kinds of file that have a schema, with what each is called on the command line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Schema {
    Manifest,
    Sources,
    Claims,
}

/// An id: small letters, digits and hyphens.
const SLUG: &str = "^[a-z0-9][a-z0-9-]*$";

/// The JSON Schema of a kind of file.
pub(crate) fn schema(of: Schema) -> Value {
    let file = of.table();
    let mut schema = table(file);
    schema["$schema"] = json!("http://json-schema.org/draft-07/schema#");
    schema["description"] = json!(format!("{}: {}", file.header, file.about));
    schema
}

impl Schema {
    /// The top of such a file.
    pub(super) fn table(self) -> &'static FormatTable {
        match self {
            Schema::Manifest => ManifestKey::TABLE,
            Schema::Sources => SourcesFileKey::TABLE,
            Schema::Claims => ClaimsFileKey::TABLE,
        }
    }
}

fn table(of: &FormatTable) -> Value {
    let properties: Map<String, Value> =
        of.keys.iter().map(|key| (key.name.to_owned(), value(key))).collect();
    // What is required of one table among several is nothing that a schema of one file can see.
    let required = of.keys.iter().filter(|key| key.need == Need::Always).map(|key| key.name);
    json!({
        "type": "object",
        "description": of.about,
        "properties": properties,
        "required": required.collect::<Vec<_>>(),
        "additionalProperties": false,
    })
}

/// What may stand under a key. A table says what it is itself.
fn value(key: &FormatKey) -> Value {
    let about = key.about;
    match key.form {
        KeyForm::Text | KeyForm::Tag | KeyForm::Id(_) | KeyForm::Zone => {
            json!({ "type": "string", "description": about })
        }
        KeyForm::Slug => json!({ "type": "string", "pattern": SLUG, "description": about }),
        KeyForm::Texts | KeyForm::Ids(_) => {
            json!({ "type": "array", "items": { "type": "string" }, "description": about })
        }
        KeyForm::Partitions(_) => {
            let ids = json!({ "type": "array", "items": { "type": "string" } });
            json!({ "anyOf": [ids.clone(), list(ids)], "description": about })
        }
        KeyForm::IdOrIds(_) => {
            json!({ "type": ["string", "array"], "items": { "type": "string" }, "description": about })
        }
        // A TOML date is a string to an editor's schema.
        KeyForm::Date => {
            let about = format!("{about} (EDTF in quotes, or a TOML date)");
            json!({ "type": "string", "description": about })
        }
        KeyForm::Whole(least, most) => {
            json!({ "type": "integer", "minimum": least, "maximum": most, "description": about })
        }
        KeyForm::Degrees => json!({ "type": "number", "description": about }),
        KeyForm::Flag => json!({ "type": "boolean", "description": about }),
        KeyForm::Word(words) => json!({ "type": "string", "enum": words, "description": about }),
        KeyForm::WordOrUnknown(words) => {
            let words: Vec<&str> = words.iter().copied().chain([UNKNOWN]).collect();
            json!({ "type": "string", "enum": words, "description": about })
        }
        KeyForm::Words(words) => list(json!({ "enum": words })),
        KeyForm::Value => json!({ "description": about }),
        KeyForm::Bounds => json!({
            "type": "array", "minItems": 2, "maxItems": 2,
            "items": { "anyOf": [{ "type": "integer", "minimum": 0 }, { "type": "string", "enum": [UNBOUNDED] }] },
        }),
        KeyForm::Levels(words) => {
            let level = json!({ "type": "string", "enum": words, "description": about });
            json!({ "type": "object", "additionalProperties": level })
        }
        KeyForm::Table(of) => table(of),
        KeyForm::Tables(of) => list(table(of)),
        KeyForm::TextsOrTables(of) => {
            list(json!({ "anyOf": [{ "type": "string" }, table(of)], "description": about }))
        }
        KeyForm::ById(of) => {
            let of = table(of);
            json!({ "type": "object", "propertyNames": { "pattern": SLUG }, "additionalProperties": of })
        }
    }
}

fn list(of: Value) -> Value {
    json!({ "type": "array", "items": of })
}
