//! `spot`: what of a source's text could be recorded.

use crate::cli::mcp::given::{ArgumentForm, Parameter, Presence, takes, takes_cursor};
use crate::cli::mcp::tool::{Reach, Tool, ToolCall};
use crate::error::Error;
use crate::view::mcp::spot::spotted;
use crate::view::spot::{SpotKind, WantedPassages, WantedStanding};

pub(super) static TOOL: Tool = Tool {
    name: "spot",
    title: "What a text says that could be recorded",
    about: "What the archived text of a source says that could be recorded: figures, dates, places, agents and quotations, each with the \
            shortest words that carry it, how they are read, whether the record has them, and the questions that they may answer. Found by \
            lists of English words in the article alone. It shows what could be recorded, and does not say what is so, nor whether a text is \
            complete.",
    reach: Reach::Reads,
    takes: parameters,
    answers: include_str!("../../../../docs/schemas/mcp-spot.json"),
    run,
};

/// Of which passages it is told, by how they stand in the record.
const STANDING: &[&str] = &["any", "open"];

fn parameters() -> Vec<Parameter> {
    vec![
        takes("source", ArgumentForm::Text, Presence::Must, "The id of a source"),
        takes(
            "kind",
            ArgumentForm::SomeOf(SpotKind::NAMES),
            Presence::May,
            "What is shown; left out: everything",
        ),
        takes(
            "standing",
            ArgumentForm::OneOf(STANDING),
            Presence::May,
            "`open` shows only what is neither recorded nor waived; left out: `any`",
        ),
        takes_cursor(),
    ]
}

fn run(call: &ToolCall<'_, '_>) -> Result<String, Error> {
    let source = call.given.text("source").unwrap_or_default().to_owned();
    let kinds = call.given.texts("kind").into_iter().filter_map(SpotKind::named).collect();
    let standing = match call.given.text("standing") {
        Some("open") => WantedStanding::Open,
        _ => WantedStanding::Any,
    };
    let wanted = WantedPassages { kinds, standing };
    call.answer(spotted(call.record.judged.spot(&[source], &wanted)?))
}
