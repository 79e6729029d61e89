//! `disputes`: where sources differ, and why each dispute stands.

use crate::audit::About;
use crate::cli::mcp::given::{ArgumentForm, Parameter, Presence, takes, takes_cursor};
use crate::cli::mcp::tool::{Reach, Tool, ToolCall};
use crate::error::Error;
use crate::view::mcp::disputes::Detail;

pub(super) static TOOL: Tool = Tool {
    name: "disputes",
    title: "What is in dispute",
    about: "Where the sources of the record do not go together: each dispute with the rule that found it, the answers and the claims that \
            give them, the rows of the table of relations that hold, what would settle it, and why it stands where the desk has said so. \
            In full also the words of each claim and how each two are related. Gravest first. It shows that and how sources differ, and does \
            not say which of them is right.",
    reach: Reach::Reads,
    takes: parameters,
    answers: include_str!("../../../../docs/schemas/mcp-disputes.json"),
    run,
};

fn parameters() -> Vec<Parameter> {
    vec![
        takes(
            "about",
            ArgumentForm::Text,
            Presence::May,
            "An event, or a question as EVENT/QUESTION; left out: all",
        ),
        takes(
            "detail",
            ArgumentForm::OneOf(Detail::NAMES),
            Presence::May,
            "`full` has the words of each claim and each pair too; left out: `full` where `about` is given, else `brief`",
        ),
        takes_cursor(),
    ]
}

fn run(call: &ToolCall<'_, '_>) -> Result<String, Error> {
    let (about, usual) = match call.given.text("about") {
        Some(name) => (About::Named(name), Detail::Full),
        None => (About::Everything, Detail::Brief),
    };
    let detail = call.given.text("detail").and_then(Detail::named).unwrap_or(usual);
    call.answer(call.record.judged.in_dispute(&call.record.report, about, detail)?)
}
