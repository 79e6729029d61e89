//! What a line of the input is: a request, a notification, or neither.

use std::fmt;

use serde::Serialize;
use serde_json::{Map, Number, Value};

use super::fault::{Fault, INVALID_PARAMS, INVALID_REQUEST, PARSE_ERROR};
use super::lines::{InputLine, MOST_BYTES};

/// What a request is called by: answers are too.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(untagged)]
pub(super) enum RequestId {
    Text(String),
    /// An integer, with every digit that it has.
    Number(Number),
}

/// Something that wants an answer.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Request {
    pub(super) id: RequestId,
    pub(super) method: String,
    pub(super) params: Map<String, Value>,
}

/// What came in.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Message {
    Request(Request),
    /// Whoever sent this request no longer waits for its answer.
    Cancelled(RequestId),
    /// Nothing that wants an answer: another notification, an answer to nothing that was asked, an empty line.
    Nothing,
    /// What cannot be taken as a message, with the id where it has one.
    Broken(Option<RequestId>, Fault),
}

impl RequestId {
    fn of(value: &Value) -> Option<RequestId> {
        match value {
            Value::String(text) => Some(RequestId::Text(text.clone())),
            Value::Number(number) if is_integer(number) => Some(RequestId::Number(number.clone())),
            _ => None,
        }
    }
}

fn is_integer(number: &Number) -> bool {
    let text = number.to_string();
    let digits = text.strip_prefix('-').unwrap_or(&text);
    digits.bytes().all(|byte| byte.is_ascii_digit())
}

impl fmt::Display for RequestId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            RequestId::Text(text) => f.write_str(text),
            RequestId::Number(number) => write!(f, "{number}"),
        }
    }
}

impl Message {
    /// What a line is.
    pub(super) fn of(line: InputLine) -> Message {
        let broken = |code, message: String| Message::Broken(None, Fault::new(code, message));
        let bytes = match line {
            InputLine::Whole(bytes) => bytes,
            InputLine::TooLong => {
                let message = format!("a message is longer than {} MB, and was not read", MOST_BYTES >> 20);
                return broken(INVALID_REQUEST, message);
            }
        };
        if bytes.trim_ascii().is_empty() {
            return Message::Nothing;
        }
        match serde_json::from_slice(&bytes) {
            Ok(Value::Object(object)) => Message::of_object(object),
            Ok(Value::Array(_)) => {
                broken(INVALID_REQUEST, "a message is one object: batches are not taken".to_owned())
            }
            Ok(_) => broken(INVALID_REQUEST, "a message is an object".to_owned()),
            Err(why) => broken(PARSE_ERROR, format!("this is no JSON: {why}")),
        }
    }

    fn of_object(mut object: Map<String, Value>) -> Message {
        let id = object.get("id").and_then(RequestId::of);
        let broken = |id, message: &str| Message::Broken(id, Fault::new(INVALID_REQUEST, message));
        if object.get("jsonrpc").and_then(Value::as_str) != Some("2.0") {
            return broken(id, "`jsonrpc` is not \"2.0\"");
        }
        let method = match object.get("method") {
            Some(Value::String(method)) => method.clone(),
            Some(_) => return broken(id, "`method` is no text"),
            // An answer, and nothing was asked.
            None if object.contains_key("result") || object.contains_key("error") => return Message::Nothing,
            None => return broken(id, "there is no `method`"),
        };
        let params = match object.remove("params") {
            None => Map::new(),
            Some(Value::Object(params)) => params,
            Some(_) if !object.contains_key("id") => return Message::Nothing,
            Some(_) => return Message::Broken(id, Fault::new(INVALID_PARAMS, "`params` is no object")),
        };
        match (object.contains_key("id"), id) {
            (false, _) if method == "notifications/cancelled" => {
                params.get("requestId").and_then(RequestId::of).map_or(Message::Nothing, Message::Cancelled)
            }
            (false, _) => Message::Nothing,
            (true, None) => broken(None, "`id` is neither a text nor an integer"),
            (true, Some(id)) => Message::Request(Request { id, method, params }),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(text: &str) -> Message {
        Message::of(InputLine::Whole(text.as_bytes().to_vec()))
    }

    fn code(message: &Message) -> Option<i32> {
        match message {
            Message::Broken(_, fault) => Some(fault.code()),
            _ => None,
        }
    }

    #[test]
    fn a_request_has_an_id_and_a_notification_none() {
        let number = |text: &str| RequestId::Number(serde_json::from_str(text).unwrap());
        for (id, written) in [
            (RequestId::Text("a".to_owned()), "\"a\""),
            (RequestId::Text(String::new()), "\"\""),
            (number("7"), "7"),
            (number("-7"), "-7"),
            (number("123456789012345678901234567890"), "123456789012345678901234567890"),
        ] {
            let text = format!("{{\"jsonrpc\":\"2.0\",\"id\":{written},\"method\":\"ping\"}}");
            let Message::Request(request) = of(&text) else { panic!("{text}") };
            assert_eq!((&request.id, request.method.as_str(), request.params.len()), (&id, "ping", 0));
            assert_eq!(serde_json::to_string(&request.id).unwrap(), written);
            let text = format!(
                "{{\"jsonrpc\":\"2.0\",\"method\":\"notifications/cancelled\",\"params\":{{\"requestId\":{written}}}}}"
            );
            assert_eq!(of(&text), Message::Cancelled(id));
        }
        for nothing in [
            "",
            "  \r",
            "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/initialized\"}",
            "{\"jsonrpc\":\"2.0\",\"method\":\"tools/call\",\"params\":{\"name\":\"spot\"}}",
            "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/cancelled\"}",
            "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/cancelled\",\"params\":{\"requestId\":null}}",
            "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/cancelled\",\"params\":[1]}",
            "{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":{}}",
            "{\"jsonrpc\":\"2.0\",\"id\":1,\"error\":{\"code\":1,\"message\":\"a\"}}",
        ] {
            assert_eq!(of(nothing), Message::Nothing, "{nothing}");
        }
    }

    #[test]
    fn what_is_no_message_is_told_by_its_code_with_its_id_where_it_has_one() {
        let deep = format!("{}{}", "[".repeat(500), "]".repeat(500));
        for (text, expected) in [
            ("{", PARSE_ERROR),
            ("nothing", PARSE_ERROR),
            (deep.as_str(), PARSE_ERROR),
            ("[]", INVALID_REQUEST),
            ("3", INVALID_REQUEST),
            ("{}", INVALID_REQUEST),
            ("{\"jsonrpc\":\"1.0\",\"id\":1,\"method\":\"ping\"}", INVALID_REQUEST),
            ("{\"jsonrpc\":\"2.0\",\"id\":1}", INVALID_REQUEST),
            ("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":3}", INVALID_REQUEST),
            ("{\"jsonrpc\":\"2.0\",\"id\":null,\"method\":\"ping\"}", INVALID_REQUEST),
            ("{\"jsonrpc\":\"2.0\",\"id\":1.5,\"method\":\"ping\"}", INVALID_REQUEST),
            ("{\"jsonrpc\":\"2.0\",\"id\":true,\"method\":\"ping\"}", INVALID_REQUEST),
            ("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\",\"params\":[]}", INVALID_PARAMS),
        ] {
            assert_eq!(code(&of(text)), Some(expected), "{text}");
        }
        assert_eq!(code(&Message::of(InputLine::Whole(vec![b'"', 0xFF, b'"']))), Some(PARSE_ERROR));
        assert_eq!(code(&Message::of(InputLine::TooLong)), Some(INVALID_REQUEST));
        let Message::Broken(id, _) = of("{\"jsonrpc\":\"2.0\",\"id\":\"a\"}") else { panic!("it is broken") };
        assert_eq!(id, Some(RequestId::Text("a".to_owned())));
    }
}
