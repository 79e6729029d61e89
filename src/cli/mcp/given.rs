//! What a tool takes: each argument said once, from which follow its schema and what is refused.

use std::borrow::Cow;

use serde_json::{Map, Value, json};

use crate::cli::readable::read_tags;
use crate::error::{Error, ErrorKind};
use crate::text::nearest;
use crate::value::language::reads_words;

/// So many bytes a text that is given may have, and so many texts a list.
const MOST_BYTES: usize = 20_000;
const MOST_TEXTS: usize = 100;

/// What an argument may be.
#[derive(Clone, Copy, Debug)]
pub(super) enum ArgumentForm {
    Text,
    /// A list of texts.
    Texts,
    /// One of some words.
    OneOf(&'static [&'static str]),
    /// The tag of a language whose words are read.
    Language,
    /// A list of some words.
    SomeOf(&'static [&'static str]),
    /// A text, a number, yes or no, or a list of texts: what a key of a claim may hold.
    OfClaim,
}

/// Whether a call goes without an argument.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Presence {
    Must,
    May,
}

/// An argument of a tool.
#[derive(Clone, Debug)]
pub(super) struct Parameter {
    name: Cow<'static, str>,
    form: ArgumentForm,
    need: Presence,
    about: Cow<'static, str>,
}

/// An argument that a tool takes.
pub(super) fn takes(
    name: impl Into<Cow<'static, str>>,
    form: ArgumentForm,
    need: Presence,
    about: impl Into<Cow<'static, str>>,
) -> Parameter {
    Parameter { name: name.into(), form, need, about: about.into() }
}

/// The argument by which the rest of an answer is asked for.
pub(super) fn takes_cursor() -> Parameter {
    takes(
        "cursor",
        ArgumentForm::Text,
        Presence::May,
        "What `next` was in the answer before, for the rest of it; beside the same other arguments",
    )
}

/// The language of what is given.
pub(super) fn takes_language(of: &'static str) -> Parameter {
    let about = format!(
        "The language of {of}, as a BCP 47 tag such as `uk`: figures and dates are read in it. Left out, English"
    );
    takes("language", ArgumentForm::Language, Presence::May, about)
}

/// The schema of all that a tool takes.
pub(super) fn schema(parameters: &[Parameter]) -> Value {
    let properties: Map<String, Value> =
        parameters.iter().map(|it| (it.name.clone().into_owned(), it.schema())).collect();
    let required: Vec<&str> =
        parameters.iter().filter(|it| it.need == Presence::Must).map(|it| it.name.as_ref()).collect();
    json!({"type": "object", "properties": properties, "required": required, "additionalProperties": false})
}

impl Parameter {
    fn schema(&self) -> Value {
        let mut schema = match self.form {
            ArgumentForm::Text => json!({"type": "string", "maxLength": MOST_BYTES}),
            ArgumentForm::Texts => {
                json!({"type": "array", "maxItems": MOST_TEXTS, "items": {"type": "string", "maxLength": MOST_BYTES}})
            }
            ArgumentForm::OneOf(words) => json!({"type": "string", "enum": words}),
            ArgumentForm::Language => json!({"type": "string"}),
            ArgumentForm::SomeOf(words) => {
                json!({"type": "array", "items": {"type": "string", "enum": words}})
            }
            ArgumentForm::OfClaim => {
                json!({"type": ["string", "number", "boolean", "array"], "items": {"type": "string"}})
            }
        };
        schema["description"] = Value::from(self.about.as_ref());
        schema
    }

    /// # Errors
    /// It is of another form.
    fn check(&self, value: &Value) -> Result<(), Error> {
        let is_text = |value: &Value| value.as_str().is_some_and(|text| text.len() <= MOST_BYTES);
        let is_list = |value: &Value, of: &dyn Fn(&Value) -> bool| {
            value.as_array().is_some_and(|list| list.len() <= MOST_TEXTS && list.iter().all(of))
        };
        let is_of = |words: &[&str], value: &Value| value.as_str().is_some_and(|word| words.contains(&word));
        let (fits, expected) = match self.form {
            ArgumentForm::Text => (is_text(value), format!("a text of up to {MOST_BYTES} bytes")),
            ArgumentForm::Texts => (
                is_list(value, &is_text),
                format!("a list of up to {MOST_TEXTS} texts of up to {MOST_BYTES} bytes each"),
            ),
            ArgumentForm::OneOf(words) => (is_of(words, value), format!("one of {}", words.join(", "))),
            ArgumentForm::Language => (
                value.as_str().is_some_and(|tag| reads_words(Some(tag))),
                format!("the tag of a language whose words are read: {}", read_tags()),
            ),
            ArgumentForm::SomeOf(words) => {
                (is_list(value, &|value| is_of(words, value)), format!("a list of {}", words.join(", ")))
            }
            ArgumentForm::OfClaim => (
                is_text(value) || value.is_number() || value.is_boolean() || is_list(value, &is_text),
                "a text, a number, true or false, or a list of texts".to_owned(),
            ),
        };
        if fits {
            return Ok(());
        }
        let error = Error::new(ErrorKind::Refused, format!("`{}` is not what it takes", self.name));
        Err(error.hint(format!("expected {expected}")))
    }
}

/// What a call gives a tool, each argument of the form that it has.
#[derive(Debug)]
pub(super) struct Given(Map<String, Value>);

impl Given {
    /// What a tool is given, where it takes all of that and lacks nothing.
    ///
    /// # Errors
    /// An argument that the tool does not take, one of another form, one that is missing.
    pub(super) fn new(given: Map<String, Value>, parameters: &[Parameter]) -> Result<Given, Error> {
        let find = |name: &str| parameters.iter().find(|it| it.name == name);
        for (name, value) in &given {
            match find(name) {
                Some(parameter) => parameter.check(value)?,
                None => {
                    let error = Error::new(ErrorKind::Unknown, format!("there is no argument `{name}` here"));
                    let names: Vec<&str> = parameters.iter().map(|it| it.name.as_ref()).collect();
                    return Err(match nearest(name, names.iter().copied()) {
                        Some(near) => error.hint(format!("did you mean `{near}`?")),
                        None => error.hint(format!("there are {}", names.join(", "))),
                    });
                }
            }
        }
        match parameters.iter().find(|it| it.need == Presence::Must && !given.contains_key(it.name.as_ref()))
        {
            Some(missing) => {
                let error = Error::new(ErrorKind::Refused, format!("`{}` is missing", missing.name));
                Err(error.hint(missing.about.clone()))
            }
            None => Ok(Given(given)),
        }
    }

    /// The text of an argument; `None` where it is not given.
    pub(super) fn text(&self, name: &str) -> Option<&str> {
        self.0.get(name).and_then(Value::as_str)
    }

    /// The texts of an argument; none where it is not given.
    pub(super) fn texts(&self, name: &str) -> Vec<&str> {
        self.0.get(name).and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_str).collect()
    }

    /// All of it, as JSON.
    pub(super) fn json(&self) -> String {
        Value::Object(self.0.clone()).to_string()
    }

    /// What is asked, whichever part of its answer: all of it but the cursor, in the order of the names.
    pub(super) fn question(&self, tool: &str) -> String {
        let mut all: Vec<(&String, &Value)> = self.0.iter().filter(|(name, _)| *name != "cursor").collect();
        all.sort_by_key(|(name, _)| *name);
        all.into_iter().fold(tool.to_owned(), |told, (name, value)| format!("{told} {name}={value}"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parameters() -> Vec<Parameter> {
        vec![
            takes("quote", ArgumentForm::Text, Presence::Must, "The words"),
            takes("words", ArgumentForm::Texts, Presence::May, "More"),
            takes("detail", ArgumentForm::OneOf(&["brief", "full"]), Presence::May, "How much"),
            takes("kind", ArgumentForm::SomeOf(&["figure", "date"]), Presence::May, "What"),
            takes("value", ArgumentForm::OfClaim, Presence::May, "The answer"),
            takes_language("the words"),
            takes_cursor(),
        ]
    }

    fn told(given: Value) -> String {
        let Value::Object(given) = given else { panic!("{given}") };
        match Given::new(given, &parameters()) {
            Ok(given) => given.question("tool"),
            Err(error) => format!("{error}: {}", error.help().unwrap_or_default()),
        }
    }

    #[test]
    fn what_is_of_its_form_is_taken_and_all_else_is_told_with_what_is_expected() {
        let all = json!({"quote": "a", "words": ["b"], "detail": "full", "kind": ["date"], "value": 3, "language": "uk-UA", "cursor": "c"});
        assert_eq!(
            told(all),
            "tool detail=\"full\" kind=[\"date\"] language=\"uk-UA\" quote=\"a\" value=3 words=[\"b\"]"
        );
        for (given, expected) in [
            (json!({}), "`quote` is missing: The words"),
            (json!({"quote": 3}), "`quote` is not what it takes: expected a text of up to 20000 bytes"),
            (json!({"quote": null}), "`quote` is not what it takes: expected a text of up to 20000 bytes"),
            (json!({"quote": "a", "qoute": "a"}), "there is no argument `qoute` here: did you mean `quote`?"),
            (
                json!({"quote": "a", "entirely-else": 1}),
                "there is no argument `entirely-else` here: there are quote, words, detail, kind, value, language, cursor",
            ),
            (
                json!({"quote": "a", "detail": "all"}),
                "`detail` is not what it takes: expected one of brief, full",
            ),
            (
                json!({"quote": "a", "kind": "date"}),
                "`kind` is not what it takes: expected a list of figure, date",
            ),
            (
                json!({"quote": "a", "language": "tr"}),
                "`language` is not what it takes: expected the tag of a language whose words are read: en, ar, de, es, fa, fr, he, ru, uk",
            ),
            (
                json!({"quote": "a", "value": {"min": 3}}),
                "`value` is not what it takes: expected a text, a number, true or false, or a list of texts",
            ),
        ] {
            assert_eq!(told(given), expected);
        }
        assert!(told(json!({"quote": "a".repeat(20_001)})).starts_with("`quote` is not what it takes"));
        assert!(
            told(json!({"quote": "a", "words": vec!["b"; 101]})).starts_with("`words` is not what it takes")
        );
    }

    #[test]
    fn the_schema_says_what_is_taken() {
        let schema = schema(&parameters());
        assert_eq!(schema["required"], json!(["quote"]));
        assert_eq!(schema["additionalProperties"], json!(false));
        assert_eq!(
            schema["properties"]["detail"],
            json!({"type": "string", "enum": ["brief", "full"], "description": "How much"})
        );
    }
}
