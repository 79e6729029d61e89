//! Which revision of the protocol a request is of: <https://modelcontextprotocol.io/specification>.

use serde_json::{Map, Value, json};

use super::fault::{Fault, INVALID_PARAMS, UNSUPPORTED_REVISION};

/// The revision in which each request says which it is of.
pub(super) const CURRENT: &str = "2026-07-28";

/// Those before it, newest first, which both sides agree on in a handshake. All of them have structured answers, and none has batches.
pub(super) const BEFORE: [&str; 2] = ["2025-11-25", "2025-06-18"];

/// What a request says of itself, under `_meta`.
const REVISION: &str = "io.modelcontextprotocol/protocolVersion";
const CAPABILITIES: &str = "io.modelcontextprotocol/clientCapabilities";

/// What an answer says of who gives it.
pub(super) const SERVER: &str = "io.modelcontextprotocol/serverInfo";

/// How requests and answers are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Era {
    /// Each request says which revision it is of.
    Stateless,
    /// A handshake said so for all.
    Session,
}

/// Every revision that is spoken, newest first.
pub(super) fn all() -> Vec<&'static str> {
    [CURRENT].into_iter().chain(BEFORE).collect()
}

/// The revision that a handshake comes to: the one that is asked for, where it is spoken, else the newest that has one.
pub(super) fn agreed(asked: &str) -> &'static str {
    BEFORE.into_iter().find(|revision| *revision == asked).unwrap_or(BEFORE[0])
}

/// How a request is written; `None` where it says nothing of a revision.
///
/// # Errors
/// It names one that is not spoken so, or lacks what goes with it.
pub(super) fn era(params: &Map<String, Value>) -> Result<Option<Era>, Fault> {
    let Some(meta) = params.get("_meta") else { return Ok(None) };
    let Some(meta) = meta.as_object() else { return Err(Fault::new(INVALID_PARAMS, "`_meta` is no object")) };
    let Some(revision) = meta.get(REVISION) else { return Ok(None) };
    let Some(revision) = revision.as_str() else {
        return Err(Fault::new(INVALID_PARAMS, format!("`{REVISION}` is no text")));
    };
    if revision != CURRENT {
        let fault = Fault::new(UNSUPPORTED_REVISION, "this revision is not spoken here");
        return Err(fault.with(json!({"supported": all(), "requested": revision})));
    }
    match meta.get(CAPABILITIES) {
        Some(Value::Object(_)) => Ok(Some(Era::Stateless)),
        _ => Err(Fault::new(INVALID_PARAMS, format!("`{CAPABILITIES}` is no object"))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_request_says_which_revision_it_is_of_or_a_handshake_does() {
        let era = |params: Value| {
            let Value::Object(params) = params else { panic!("{params}") };
            super::era(&params).map_err(|fault| fault.code())
        };
        let meta = |revision: Value, capabilities: Value| json!({"_meta": {REVISION: revision, CAPABILITIES: capabilities}});
        assert_eq!(era(json!({})), Ok(None));
        assert_eq!(era(json!({"_meta": {"progressToken": 1}})), Ok(None));
        assert_eq!(era(meta(CURRENT.into(), json!({}))), Ok(Some(Era::Stateless)));
        assert_eq!(era(meta(CURRENT.into(), json!([]))), Err(INVALID_PARAMS));
        assert_eq!(era(json!({"_meta": {REVISION: CURRENT}})), Err(INVALID_PARAMS));
        assert_eq!(era(json!({"_meta": 3})), Err(INVALID_PARAMS));
        assert_eq!(era(meta(json!(20260728), json!({}))), Err(INVALID_PARAMS));
        // One that has a handshake is not spoken without.
        for revision in ["2025-11-25", "1900-01-01", ""] {
            assert_eq!(era(meta(revision.into(), json!({}))), Err(UNSUPPORTED_REVISION), "{revision}");
        }
        assert_eq!(agreed("2025-06-18"), "2025-06-18");
        for asked in ["2024-11-05", CURRENT, "never"] {
            assert_eq!(agreed(asked), "2025-11-25", "{asked}");
        }
    }
}
