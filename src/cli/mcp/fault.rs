//! What keeps a request from being answered, by the codes of JSON-RPC 2.0 and of the Model Context Protocol.

use serde::Serialize;
use serde_json::Value;

/// What came is no JSON.
pub(super) const PARSE_ERROR: i32 = -32700;
/// It is no request.
pub(super) const INVALID_REQUEST: i32 = -32600;
/// There is no such method.
pub(super) const METHOD_NOT_FOUND: i32 = -32601;
/// The method takes no such parameters, or there is no such tool.
pub(super) const INVALID_PARAMS: i32 = -32602;
/// The revision of the protocol is not spoken here.
pub(super) const UNSUPPORTED_REVISION: i32 = -32022;

/// So many bytes of a name are repeated.
const MOST_NAME: usize = 100;

/// Why a request is not answered.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub(super) struct Fault {
    code: i32,
    message: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    data: Option<Value>,
}

impl Fault {
    pub(super) fn new(code: i32, message: impl Into<String>) -> Self {
        Fault { code, message: message.into(), data: None }
    }

    /// The same with what a program may go by.
    pub(super) fn with(self, data: Value) -> Self {
        Fault { data: Some(data), ..self }
    }

    /// One that names something that was given, as far as that is no longer than names are.
    pub(super) fn about(code: i32, before: &str, name: &str, behind: &str) -> Self {
        let kept = &name[..name.floor_char_boundary(MOST_NAME)];
        let more = if kept.len() < name.len() { "..." } else { "" };
        Fault::new(code, format!("{before} `{kept}{more}`{behind}"))
    }

    #[cfg(test)]
    pub(super) fn code(&self) -> i32 {
        self.code
    }
}
