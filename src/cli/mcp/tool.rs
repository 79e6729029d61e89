//! A tool: what it is called, what it takes, what it answers, and how that is worked out.

use serde::Serialize;
use serde_json::{Map, Value};

use super::answer::{Asked, answer};
use super::given::{Given, Parameter, schema};
use super::record::Record;
use crate::error::Error;
use crate::view::mcp::Item;

/// Something that can be asked.
pub(super) struct Tool {
    pub(super) name: &'static str,
    pub(super) title: &'static str,
    /// What it shows, and what not.
    pub(super) about: &'static str,
    pub(super) reach: Reach,
    /// What it takes.
    pub(super) takes: fn() -> Vec<Parameter>,
    /// The JSON Schema of what it answers, as docs/schemas/ has it.
    pub(super) answers: &'static str,
    pub(super) run: fn(&ToolCall<'_, '_>) -> Result<String, Error>,
}

/// What a tool does to the record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Reach {
    Reads,
    /// It writes what somebody is to review.
    Proposes,
}

/// A call of a tool, and the record that answers it.
pub(super) struct ToolCall<'c, 'd> {
    tool: &'static Tool,
    pub(super) given: Given,
    pub(super) record: &'c Record<'d>,
}

impl ToolCall<'_, '_> {
    /// As many of some items as an answer holds, from where the cursor says.
    ///
    /// # Errors
    /// A cursor that is none, or is of another question or record.
    pub(super) fn answer<T: Item>(&self, items: Vec<T>) -> Result<String, Error> {
        let question = self.given.question(self.tool.name);
        let asked =
            Asked { question: &question, record: &self.record.digits, cursor: self.given.text("cursor") };
        answer(&asked, items)
    }
}

impl Tool {
    /// What it answers, as JSON on one line.
    ///
    /// # Errors
    /// What is given is not what it takes, or nothing can be told: why.
    pub(super) fn call(
        &'static self,
        given: Map<String, Value>,
        record: &Record<'_>,
    ) -> Result<String, Error> {
        let given = Given::new(given, &(self.takes)())?;
        (self.run)(&ToolCall { tool: self, given, record })
    }

    /// How it is listed.
    pub(super) fn listed(&self) -> ListedTool {
        let reads = self.reach == Reach::Reads;
        ListedTool {
            name: self.name,
            title: self.title,
            description: self.about,
            input_schema: schema(&(self.takes)()),
            output_schema: serde_json::from_str(self.answers).expect("docs/schemas/ holds JSON"),
            annotations: Annotations {
                read_only_hint: reads,
                destructive_hint: false,
                idempotent_hint: true,
                open_world_hint: false,
            },
        }
    }
}

/// A tool as it is listed.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct ListedTool {
    name: &'static str,
    title: &'static str,
    description: &'static str,
    pub(super) input_schema: Value,
    pub(super) output_schema: Value,
    annotations: Annotations,
}

/// What a client may show of a tool before it is called.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Annotations {
    read_only_hint: bool,
    destructive_hint: bool,
    idempotent_hint: bool,
    open_world_hint: bool,
}
