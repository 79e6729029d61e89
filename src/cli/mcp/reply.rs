//! What is sent: an answer or a fault, each with the id of its request.

use serde::Serialize;
use serde_json::value::RawValue;
use serde_json::{Value, json};

use super::fault::Fault;
use super::message::RequestId;
use super::revision::{Era, SERVER};
use crate::error::Error;
use crate::render::json_line;
use crate::view::mcp::{Quoted, WordsOf};

/// What every message says of its protocol.
const JSONRPC: &str = "2.0";

#[derive(Serialize)]
struct Answered<'a, R> {
    jsonrpc: &'static str,
    id: &'a RequestId,
    result: R,
}

#[derive(Serialize)]
struct Failed<'a> {
    jsonrpc: &'static str,
    /// Left out where the request did not tell it.
    #[serde(skip_serializing_if = "Option::is_none")]
    id: Option<&'a RequestId>,
    error: &'a Fault,
}

/// What a call of a tool comes to.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Called {
    #[serde(flatten)]
    around: Around,
    content: [TextContent; 1],
    #[serde(skip_serializing_if = "Option::is_none")]
    structured_content: Option<Box<RawValue>>,
    is_error: bool,
}

/// A text for whoever reads the answer itself.
#[derive(Serialize)]
struct TextContent {
    #[serde(rename = "type")]
    kind: &'static str,
    text: String,
}

/// Why a tool has no answer, as the text of a result that says so. It may repeat what was asked, and what the record says.
#[derive(Serialize)]
struct Told {
    error: ToldError,
}

#[derive(Serialize)]
struct ToldError {
    message: Quoted,
    help: Option<Quoted>,
}

/// So many bytes of what is wrong are said.
const MOST_SAID: usize = 1000;

impl Told {
    fn new(error: &Error) -> Self {
        let said = |words: &str| {
            let mut said = WordsOf::Gainsay.says(words);
            said.shorten(MOST_SAID);
            said
        };
        Told { error: ToldError { message: said(&error.to_string()), help: error.help().map(said) } }
    }
}

/// What a result says of itself where each request says which revision it is of.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Around {
    #[serde(skip_serializing_if = "Option::is_none")]
    result_type: Option<&'static str>,
    #[serde(rename = "_meta")]
    #[serde(skip_serializing_if = "Option::is_none")]
    meta: Option<Value>,
}

impl Around {
    pub(super) fn new(era: Era) -> Self {
        match era {
            Era::Stateless => {
                Around { result_type: Some("complete"), meta: Some(json!({ SERVER: server() })) }
            }
            Era::Session => Around { result_type: None, meta: None },
        }
    }
}

/// Who answers.
pub(super) fn server() -> Value {
    json!({
        "name": "gainsay",
        "title": "gainsay: do your sources agree?",
        "version": env!("CARGO_PKG_VERSION"),
    })
}

/// A result, as a message on one line.
pub(super) fn result(id: &RequestId, result: impl Serialize) -> String {
    json_line(&Answered { jsonrpc: JSONRPC, id, result })
}

/// Why a request has no result, as a message on one line.
pub(super) fn fault(id: Option<&RequestId>, error: &Fault) -> String {
    json_line(&Failed { jsonrpc: JSONRPC, id, error })
}

/// What a tool answered, or why it could not, as a message on one line. The answer is JSON: it is given as such, and as a text for whoever
/// reads texts alone.
pub(super) fn called(id: &RequestId, era: Era, answer: Result<String, Error>) -> String {
    let around = Around::new(era);
    let text = |text| [TextContent { kind: "text", text }];
    result(
        id,
        match answer {
            Ok(answer) => {
                let structured_content = RawValue::from_string(answer.clone()).ok();
                Called { around, content: text(answer), structured_content, is_error: false }
            }
            Err(error) => Called {
                around,
                content: text(json_line(&Told::new(&error))),
                structured_content: None,
                is_error: true,
            },
        },
    )
}

/// What a server says of itself to whoever asks which revisions it speaks.
pub(super) fn discovered(capabilities: &Value, instructions: &str, revisions: &[&str]) -> Value {
    json!({
        "supportedVersions": revisions,
        "capabilities": capabilities,
        "instructions": instructions,
        "ttlMs": TTL,
        "cacheScope": "private",
    })
}

/// For so many milliseconds may a client keep what does not change while we run.
pub(super) const TTL: u32 = 3_600_000;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::error::ErrorKind;

    #[test]
    fn an_answer_stands_in_its_message_twice_and_says_no_more_than_its_revision_has() {
        let id = RequestId::Text("a".to_owned());
        let of = |era| called(&id, era, Ok("{\"b\":1,\"a\":\"“\\u001b\"}".to_owned()));
        assert_eq!(
            of(Era::Session),
            "{\"jsonrpc\":\"2.0\",\"id\":\"a\",\"result\":{\"content\":[{\"type\":\"text\",\
             \"text\":\"{\\\"b\\\":1,\\\"a\\\":\\\"“\\\\u001b\\\"}\"}],\
             \"structuredContent\":{\"b\":1,\"a\":\"“\\u001b\"},\"isError\":false}}"
        );
        let now: Value = serde_json::from_str(&of(Era::Stateless)).unwrap();
        assert_eq!(now["result"]["resultType"], "complete");
        assert_eq!(now["result"]["_meta"][SERVER]["name"], "gainsay");
    }

    #[test]
    fn an_error_of_a_tool_is_a_result_that_says_so() {
        let error =
            Error::new(ErrorKind::Unknown, "no source is called `heralt`").hint("did you mean `herald`?");
        let told = called(&RequestId::Number(1.into()), Era::Session, Err(error));
        let told: Value = serde_json::from_str(&told).unwrap();
        assert_eq!(
            (&told["result"]["isError"], &told["result"]["structuredContent"]),
            (&Value::Bool(true), &Value::Null)
        );
        let text: Value =
            serde_json::from_str(told["result"]["content"][0]["text"].as_str().unwrap()).unwrap();
        let said = |key: &str| text["error"][key]["quoted"]["text"].clone();
        assert_eq!(
            (said("message"), said("help")),
            ("no source is called `heralt`".into(), "did you mean `herald`?".into())
        );
    }
}
